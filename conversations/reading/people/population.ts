import { isExact } from '../../language/numbers/number-span.ts';
import { dropNumbering, trimFillers } from '../../language/text.ts';
import { tokensOf } from '../lexer.ts';
import { afterCorrection } from '../operators/correction.ts';
import { withoutItemNumbers } from '../operators/item-numbers.ts';
import { ask, none, value } from '../outcome.ts';
import { spokenPart } from '../spoken-part.ts';
import type { Understood } from '../understood.ts';
import { type HeadClause, headClausesOf } from './clauses.ts';
import type { Group } from './group.ts';
import { plausible, readInexact, readMisheard } from './inexact.ts';
import { peopleVocabulary } from './people-vocabulary.ts';
import { countingStretch } from './stretch.ts';

/** How many people a household has. Sure only if every number and every word of kin has found its place. */
export function readPopulation(raw: string): Understood<number> {
  const clauses = clausesIn(raw);
  return Array.isArray(clauses) ? settleHeads(clauses, tellsPart) : clauses;
}

/**
 * The same out of a message about many things: only the words around the number of people count, and a number that
 * tells something else (两个人吃药, 全靠他一个人) is none of the household's.
 */
export function readPopulationWithin(raw: string): Understood<number> {
  const clauses = clausesIn(raw, countingStretch);
  if (!Array.isArray(clauses)) return clauses;
  const found = settleHeads(clauses, () => false);
  const says = (tell: string): boolean => clauses.some(({ said }) => said.tells.has(tell));
  const one = found.status === 'value' && found.value === 1 && clauses.some(({ said }) => said.self);
  if (one && !['only', 'alone', 'left'].some(says)) return none;
  // 四个人都交了: all of them, so that they are the household.
  const some = tellsPart(clauses.filter(({ aside, said }) => !aside && !said.classes.has('all')));
  return some ? none : found;
}

/** The clauses of a text, or what it comes to without any. */
function clausesIn(
  raw: string,
  stretch?: Parameters<typeof headClausesOf>[1],
): HeadClause[] | Understood<number> {
  const numbered = withoutItemNumbers(trimFillers(raw));
  const text = trimFillers(afterCorrection(spokenPart(dropNumbering(numbered))).text);
  if (text === '') return none;
  return readMisheard(text) ?? headClausesOf(tokensOf(text, peopleVocabulary()), stretch);
}

function settleHeads(
  clauses: readonly HeadClause[],
  isPartly: (clauses: readonly HeadClause[]) => boolean,
): Understood<number> {
  const says = (...tells: readonly string[]): boolean =>
    clauses.some(({ said }) => tells.some((tell) => said.tells.has(tell)));
  const is = (...classes: readonly string[]): boolean =>
    clauses.some(({ said }) => classes.some((one) => said.classes.has(one)));
  const live = clauses.filter((clause) => !clause.aside);
  const groups = live.flatMap((clause) => clause.groups);
  const found = total(live, groups);
  const known = found.status === 'value' || found.status === 'ask' ? found.value : undefined;
  if (is('ask') || clauses.some((clause) => clause.asks)) return ask('question', known);
  if (says('same')) return ask('sameAsBefore', known);
  const inexact = readInexact(
    groups.flatMap((group) => group.number ?? []),
    { about: says('about') || is('cmp', 'most', 'some'), several: says('several') && groups.length === 0 },
  );
  if (inexact !== undefined) return inexact;
  if (found.status !== 'value') return found;
  if (is('hedge', 'cond') || says('hedge')) return ask('hedged', found.value);
  if (clauses.some((clause) => clause.unsettled)) return ask('verify', found.value);
  if (clauses.some((clause) => clause.aside === 'third') && !says('ours')) return ask('verify');
  const unread = clauses.some(({ said }) => said.unread > 0);
  if (isPartly(live)) return ask('verify', unread ? undefined : found.value);
  // 就他一个在家，其他人都出去打工
  if (clauses.some(({ said }) => said.classes.has('other') && !said.classes.has('neg')))
    return ask('conflict');
  if (unread) return ask('vague', found.value);
  return plausible(found.value);
}

/** 4个人吃低保: whom a number tells something of may be some of them only. 俺爹俺娘八十了，就俺仨: are they two of the three? */
function tellsPart(clauses: readonly HeadClause[]): boolean {
  const counting = clauses.filter((clause) => clause.groups.length > 0);
  const some = counting.some(
    ({ said }) => said.tells.has('beside') && said.groups.filter((group) => group.is !== 'kin').length === 1,
  );
  const [only, ...more] = counting;
  if (only !== undefined && more.length === 0) return some && only.groups.length === 1;
  const wholes = counting.flatMap((clause) => clause.groups.filter((group) => group.is !== 'kin'));
  return (
    wholes.length === 0 && counting.some(({ said }) => said.tells.has('only') || said.tells.has('beside'))
  );
}

/** What the groups come to. */
function total(clauses: readonly HeadClause[], groups: readonly Group[]): Understood<number> {
  const wholes = groups.filter((group) => group.is === 'whole' || isBareWhole(group, groups));
  const kin = groups.filter((group) => !wholes.includes(group) && group.is === 'kin');
  const heads = kin.reduce((sum, group) => sum + group.count, 0);
  const [first, ...more] = wholes;
  if (first === undefined) return ofKin(clauses, kin, heads);
  if (wholes.some((group) => group.number !== undefined && !isExact(group.number))) return value(first.count);
  return ofWholes(clauses, { first, more, wholes, kin, heads, groups });
}

interface Counted {
  first: Group;
  more: readonly Group[];
  wholes: readonly Group[];
  kin: readonly Group[];
  heads: number;
  groups: readonly Group[];
}

/** A number by itself counts the household where nothing else does, or where it sums up. */
function isBareWhole(group: Group, groups: readonly Group[]): boolean {
  return group.is === 'bare' && (group.closes || group.stated || groups.length === 1);
}

function ofWholes(clauses: readonly HeadClause[], said: Counted): Understood<number> {
  const { first, wholes, kin, heads, groups } = said;
  const last = wholes.at(-1) ?? first;
  const counts = new Set(wholes.map((group) => group.count));
  const told = clauses.some((clause) => clause.said.tells.has('lives'));
  const listed = clauses.some((clause) => clause.said.tells.has('listed'));
  if (told && !clauses.every((clause) => clause.groups.length === 0 || clause.livesAll)) {
    if (counts.size > 1 || !listed)
      return counts.size === 1 && !told ? value(first.count) : ask('conflict', first.count);
  }
  if (groups.some((group) => group.plus && group !== groups[0])) return addedUp(said);
  if (counts.size === 1) {
    // 父母和我们三口: whether the three hold the parents too is open.
    if (first.joined && kin.length > 0 && first.is === 'whole' && !first.stated && heads !== first.count)
      return ask('conflict', heads + first.count);
    if (
      wholes.length === 1 &&
      kin.some((k) => k.joined && groups.indexOf(k) > groups.indexOf(first)) &&
      heads !== first.count
    )
      return ask('conflict', heads + first.count);
    if (heads > first.count && kin.length > 1 && !first.stated) return ask('conflict', first.count);
    if (heads > first.count && first.count === 1) return value(heads);
    return value(first.count);
  }
  // 一共六口，大的三个小的三个: one that is said to be all of them.
  const stated = wholes.filter((group) => group.stated);
  const [all] = stated;
  if (all !== undefined && stated.length === 1 && wholes.every((group) => group.count <= all.count))
    return value(all.count);
  const sum = wholes.reduce((n, group) => n + group.count, 0);
  if (last.closes && heads + sum - last.count === last.count) return value(last.count);
  return ask('conflict', first.count);
}

/** 一家四口加老两口, 爹娘加上俺四口，六个. */
function addedUp({ first, wholes, kin, heads, groups }: Counted): Understood<number> {
  const sum = groups.reduce((n, group) => n + group.count, 0);
  const last = groups.at(-1);
  if (
    last?.stated === true ||
    (last?.closes === true && last !== first && !last.plus && wholes.includes(last))
  )
    return sum - last.count === last.count || last.count === heads
      ? value(last.count)
      : ask('conflict', last.count);
  // 五口（老两口+小两口+娃）: who the five are.
  if (first === groups[0] && wholes.length === 1 && heads === first.count && kin.length > 1)
    return value(first.count);
  const opens = first === groups[0] && wholes.length === 1 && kin.length > 1 && groups[1]?.plus === false;
  if (opens) return ask('conflict', first.count);
  // 五口，加上刚出生的六口: six may be all of them.
  if (
    kin.length === 0 &&
    wholes.length === 2 &&
    wholes.some((group) => group.is === 'whole') &&
    last !== undefined &&
    last.count > first.count
  )
    return ask('conflict', last.count);
  return value(sum);
}

function ofKin(clauses: readonly HeadClause[], kin: readonly Group[], heads: number): Understood<number> {
  const says = (tell: string): boolean => clauses.some(({ said }) => said.tells.has(tell));
  const [first, ...more] = kin;
  const only = says('only') || says('left') || says('alone');
  if (first === undefined) return says('alone') ? value(1) : none;
  // 单身汉，跟老娘过
  if (says('alone') && heads === 1) return value(says('join') && !clauses.some((c) => c.said.self) ? 2 : 1);
  if (!kin.some((group) => !group.child)) return ask('verify', heads);
  const owned = clauses.reduce((n, clause) => n + clause.said.owned, 0);
  // 俺爹俺娘俺媳妇: whether the speaker is counted is open.
  if (owned > 1 && !clauses.some((clause) => clause.said.self)) return ask('verify', heads + 1);
  if (heads === 1 && !only && first.number === undefined && more.length === 0) return ask('vague', heads);
  if (kin.some((group) => group.open)) return ask('vague', heads);
  return says('lives') ? ask('verify', heads) : value(heads);
}
