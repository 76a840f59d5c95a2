import type { YesNoAsked } from '../form/asked.ts';
import type { FactSign } from '../language/table.ts';
import type { Clause } from './clauses.ts';
import type { ClauseSaid, FactFound, ReadingDoubt } from './found.ts';
import { opposite } from './signs.ts';

/** What a message says of the subject asked about. Without a sign nothing was said of it. */
export interface Settled {
  sign?: FactSign;
  sure: boolean;
  doubts: ReadonlySet<ReadingDoubt>;
}

interface Entry {
  sign: FactSign;
  kind: 'fact' | 'weak' | 'generic' | 'lead';
  at: number;
  time: ClauseSaid['time'];
  said: ClauseSaid;
}

/** Doubts that spoil only the clause they stand in; the others spoil the message. */
const local: ReadonlySet<ReadingDoubt> = new Set([
  'unread',
  'predicate',
  'negation',
  'number',
  'incomplete',
  'future',
  'part',
  'sound',
  'past',
]);

/** Weighs what the clauses say: the kind of question decides what may stay unsaid, and doubt is the default. */
export function settleClauses(
  asked: YesNoAsked,
  clauses: readonly Clause[],
  saids: readonly ClauseSaid[],
): Settled {
  const entries = liveEntries(asked, clauses, saids);
  const doubts = new Set<ReadingDoubt>(
    saids.flatMap((said) => [...said.doubts].filter((doubt) => !local.has(doubt))),
  );
  if (!saids.some(isOurs) && saids.some((said, at) => isOfOthers(said, saids[at + 1])))
    doubts.add('condition');
  const chosen = counted(asked, choose(asked, entries, doubts), saids);
  if (chosen === undefined) return { sure: false, doubts };
  const support = entries.filter((e) => e.sign === chosen);
  if (support.length === 0) doubts.add('number');
  const led = support.some((e) => e.kind === 'lead' && e.at === 0 && isClean(e.said));
  const clean = support.some((e) => e.kind !== 'weak' && isClean(e.said));
  if (!clean) for (const entry of support) for (const doubt of entry.said.doubts) doubts.add(doubt);
  if (!clean && doubts.size === 0) doubts.add('weak');
  const dangling = saids.some(
    (said) =>
      said.contrast && said.found.length === 0 && said.lead === undefined && !said.minor && said.length > 2,
  );
  if (dangling || (!decides(asked, chosen) && saids.some(isStray))) doubts.add('contrast');
  // 无（已申请救助）; but 有，漏雨 stays open.
  if (led) for (const doubt of ['exception', 'weak'] as const) doubts.delete(doubt);
  if (led && chosen !== asked.yes) doubts.delete('open');
  if (!led && isMostlyUnread(saids)) doubts.add('unread');
  // 应保尽保 settles who else was mentioned.
  if (support.some((e) => e.kind === 'fact' && isClean(e.said) && e.said.all)) doubts.delete('open');
  // 小的在学校交了，大人没交: what stays open was said of others than the one no that decides.
  const openOfOthers = saids.filter((said) => said.doubts.has('open')).every((said) => said.found.length > 0);
  if (asked.kind === 'universal' && chosen !== asked.yes && clean && openOfOthers) doubts.delete('open');
  // 就他没交，有职工医保: whether he counts as left out is worth a question.
  if (asked.kind === 'universal' && chosen !== asked.yes && saids.some((said) => said.elsewhere))
    doubts.add('open');
  scope(asked, chosen, support, saids, doubts);
  return { sign: chosen, sure: doubts.size === 0, doubts };
}

function isClean(said: ClauseSaid): boolean {
  return said.doubts.size === 0 && said.unread === 0;
}

/** Everything said that holds now: not conditions, not other people's, not what was before. */
function liveEntries(asked: YesNoAsked, clauses: readonly Clause[], saids: readonly ClauseSaid[]): Entry[] {
  const all: Entry[] = [];
  let before: ClauseSaid['time'] = 'none';
  saids.forEach((said, at) => {
    // 老屋塌了|没住那: what nobody lives in says nothing of the house.
    if (saids[at + 1]?.aside === true && saids[at + 1]?.found.length === 0 && clauses[at]?.hard === false)
      return;
    const time =
      said.time === 'none' && before !== 'none' && clauses[at - 1]?.hard === false ? before : said.time;
    before = time;
    if (said.aside || saids[at + 1]?.apart === true) return;
    const seldom = said.rare ? asked.seldom : undefined;
    for (const found of said.found) {
      const { sign, generic } = found;
      const only = asked.ages !== undefined && sign !== asked.yes && saids.some((s) => s.only);
      const weak = (found.weak && !only && !isBeside(found, saids)) || sign === seldom;
      all.push({ sign, kind: weak ? 'weak' : generic ? 'generic' : 'fact', at, time, said });
    }
    if (said.lead !== undefined && said.found.length === 0 && !(said.hum && saids.length > 1)) {
      if (said.lead.being && !asked.being) said.doubts.add('conflict');
      all.push({ sign: said.lead.yes ? asked.yes : opposite(asked.yes), kind: 'lead', at, time, said });
    }
  });
  const past = (e: Entry): boolean =>
    e.time === 'past' && all.some((later) => later.at > e.at && later.time !== 'past');
  const turned = all.some(past);
  // 以前不中, 去年换了大水厂: what followed upon it holds.
  const over = (e: Entry): boolean =>
    e.time === 'past' || (e.time === 'last' && asked.dated !== true && !turned);
  const live = all.filter(
    (e) => !past(e) && (!over(e) || !all.some((later) => later.at > e.at && !over(later))),
  );
  for (const e of live) if (over(e)) e.said.doubts.add('past');
  return live;
}

/** 五口人交了四口, 就户主交了: the guess is that not all have it. */
function counted(
  asked: YesNoAsked,
  sign: FactSign | undefined,
  saids: readonly ClauseSaid[],
): FactSign | undefined {
  if (asked.kind !== 'universal' || sign !== asked.yes || saids.some((said) => said.all)) return sign;
  const people = new Set(saids.flatMap((said) => said.people));
  return people.size > 1 || saids.some((said) => said.only && said.who) ? opposite(sign) : sign;
}

/** 没大病 says enough once 没慢性病 is said too, a broken beam beside a leaning wall. */
function isBeside(found: FactFound, saids: readonly ClauseSaid[]): boolean {
  if (found.beside === undefined || found.beside === 'spell') return false;
  return saids.some((said) =>
    said.found.some((f) => f.sign === found.sign && f.beside !== undefined && f.beside !== found.beside),
  );
}

function choose(
  asked: YesNoAsked,
  entries: readonly Entry[],
  doubts: Set<ReadingDoubt>,
): FactSign | undefined {
  const facts = entries.filter((e) => e.kind === 'fact');
  const leads = entries.filter((e) => e.kind === 'lead');
  const generic = entries.filter((e) => e.kind === 'generic');
  const weak = entries.filter((e) => e.kind === 'weak');
  if (asked.flaws === true && facts.some((f) => weak.some((w) => w.sign !== f.sign))) doubts.add('conflict');
  const told = signOfFacts(asked, facts, doubts);
  const lead = leads[0]?.sign;
  if (told !== undefined) {
    if (leads.some((e) => e.sign !== told)) doubts.add('conflict');
    if (generic.some((e) => e.sign !== told && (asked.judged === true || !isOverruled(e, facts))))
      doubts.add('conflict');
    return told;
  }
  if (lead !== undefined) {
    if ([...leads, ...weak, ...generic].some((e) => e.sign !== lead)) doubts.add('conflict');
    return lead;
  }
  const judged = generic.at(-1)?.sign;
  if (judged !== undefined) {
    if ([...generic, ...weak].some((e) => e.sign !== judged)) doubts.add('conflict');
    return judged;
  }
  const guess = weak.at(-1)?.sign;
  if (guess !== undefined) doubts.add('weak');
  return guess;
}

/** 没事就是有点咸: praise before a fact that follows with 就是 gives way to it. */
function isOverruled(praise: Entry, facts: readonly Entry[]): boolean {
  return facts.some((fact) => fact.at > praise.at && fact.said.contrast);
}

function signOfFacts(
  asked: YesNoAsked,
  facts: readonly Entry[],
  doubts: Set<ReadingDoubt>,
): FactSign | undefined {
  const first = facts[0]?.sign;
  if (first === undefined || facts.every((e) => e.sign === first)) return first;
  const now = facts.filter((e) => e.time === 'now');
  const last = facts.at(-1);
  if (now.length > 0 && last?.time === 'now' && now.every((e) => e.sign === last.sign)) return last.sign;
  const turned = now.length > 0 || facts.some((e) => e.time === 'past' || e.time === 'last');
  if (asked.kind === 'universal') {
    if (turned) doubts.add('conflict');
    return opposite(asked.yes);
  }
  // 没大病, 有高血压: of an illness one word for it decides.
  if (asked.anyWord === true) return asked.yes;
  doubts.add('conflict');
  if (asked.kind === 'existential') return asked.yes;
  return asked.good === undefined ? last?.sign : opposite(asked.good);
}

/** Something is told that holds of another household, or only on a condition. */
function isOfOthers(said: ClauseSaid, next: ClauseSaid | undefined): boolean {
  const told = said.found.length > 0 || said.lead !== undefined;
  return told && ((said.aside && said.doubts.size === 0) || next?.apart === true);
}

/** 邻居家评了D级，俺家没问题: what is said of the household itself settles it. */
function isOurs(said: ClauseSaid): boolean {
  return said.ours && !said.aside && (said.found.length > 0 || said.lead !== undefined);
}

/** One no for all of them, one yes for any, and of a state what is bad: whatever else is told, it stands. */
function decides({ kind, yes, good }: YesNoAsked, sign: FactSign): boolean {
  if (kind === 'universal') return sign !== yes;
  return kind === 'existential' ? sign === yes : good !== undefined && sign !== good;
}

/** 怕过了年不要他了: it denies or dates something that nobody understood, and may take back what was said. */
function isStray(said: ClauseSaid): boolean {
  return said.turns && said.unread > 0 && said.found.length === 0 && said.lead === undefined && !said.minor;
}

/** Over half of the message nobody understood, or a third where it holds a negation, a contrast or the like. */
function isMostlyUnread(saids: readonly ClauseSaid[]): boolean {
  const sum = (of: (said: ClauseSaid) => number): number =>
    saids.reduce((total, said) => total + of(said), 0);
  const operators = saids.some((said) => said.operators > 0 && said.unread > 0);
  return sum((said) => said.unread) > sum((said) => said.length) * (operators ? 0.3 : 0.5);
}

/** Of whom it is said: a yes for all needs 都 or nobody named, a no for anybody must not be one person's. */
function scope(
  asked: YesNoAsked,
  sign: FactSign,
  support: readonly Entry[],
  saids: readonly ClauseSaid[],
  doubts: Set<ReadingDoubt>,
): void {
  const [first] = support;
  const single = asked.single === sign;
  if (single && first?.kind === 'lead' && first.said.who) doubts.add('who');
  if (support.some((e) => e.kind === 'lead' && e.at === 0)) return;
  const all = saids.some((said) => said.all);
  const one =
    support.some((e) => e.said.who) &&
    support.filter((e) => e.kind === 'fact').every((e) => e.said.who && !e.said.all);
  if (asked.kind === 'universal' && sign === asked.yes && !all) {
    if (one) doubts.add('who');
    if (support.some((e) => e.said.people.length > 0)) doubts.add('number');
    if (saids.some((said) => said.only)) doubts.add('part');
  }
  if (single && one && (sign === asked.yes || !all)) doubts.add('who');
}
