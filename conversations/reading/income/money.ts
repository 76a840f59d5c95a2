import type { SumAsked } from '../../form/asked.ts';
import { Lately } from '../../form/lately.ts';
import { dropNumbering, trimFillers } from '../../language/text.ts';
import { tokensOf } from '../lexer.ts';
import { afterCorrection } from '../operators/correction.ts';
import { withoutItemNumbers } from '../operators/item-numbers.ts';
import { statedSum } from '../operators/sum-stated.ts';
import { none, value } from '../outcome.ts';
import type { Money, Understood } from '../understood.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type Amount, isPlainAmount } from './amount.ts';
import { amountsIn, type MoneySaid } from './amounts.ts';
import { incomeVocabulary } from './income-vocabulary.ts';
import { askSum, nothing } from './options.ts';
import { several } from './several.ts';
import { single } from './single.ts';

/** More sums than a household has sources are no answer. */
const mostSums = 30;

/**
 * 家庭年收入. Only an undoubted sum for a year is a value; everything else is asked back with what was said. `within` a
 * message about many things the words of other subjects in its clause are none of its own.
 */
export function readMoney(raw: string, sense: SumAsked = 'income', within = false): Understood<Money> {
  const numbered = trimFillers(raw);
  const unnumbered = numbered === raw ? numbered : trimFillers(dropNumbering(raw));
  const text = withoutItemNumbers(afterCorrection(unnumbered).text);
  if (text === '') return none;
  const said = moneySaid(text);
  const amounts = said.amounts.map((a) => inSense(a, sense));
  if (amounts.some((a) => a.misheard)) return askSum('misheard', nothing);
  if (amounts.length === 0) return withoutAmount(said);
  if (amounts.length > mostSums) return askSum('conflict', nothing);
  if (said.tells.has('ask')) return askSum('question', first(amounts));
  if (said.tells.has('same')) return askSum('sameAsBefore', first(amounts));
  const decided = decide(text, amounts, said, within);
  // 三万，后来想了想…那就三万四: a change of mind is no part of a sum.
  if (decided.status === 'value' && amounts.length > 1 && said.tells.has('mind'))
    return askSum('conflict', nothing);
  if (decided.status === 'value' || sense !== 'income') return decided;
  if (said.tells.has('hedge') || amounts.some((a) => a.year === 'past' || a.year === 'future'))
    return decided;
  const stated = statedSum(text);
  return stated === undefined ? decided : value({ amount: Math.round(stated), period: 'year' });
}

/** The sums of a text with what is said of them. */
export function moneySaid(text: string): MoneySaid {
  const words = incomeVocabulary();
  return lately.of(words, text, undefined, () => amountsIn(text, tokensOf(text, words)));
}

/** Where a sum stands, what it comes to and whether it is owed are asked one behind the other. */
const lately = new Lately<Vocabulary, MoneySaid>();

function inSense(a: Amount, sense: SumAsked): Amount {
  if (sense === 'income') return a;
  if (sense === 'any') return { ...a, expense: false, gross: false };
  const year = sense === 'lastYear' && a.year === 'past' ? undefined : a.year;
  return { ...a, year, perCapita: false, gross: false };
}

function first(amounts: readonly Amount[]): Money {
  const [only] = amounts;
  return amounts.length === 1 && only && isPlainAmount(only)
    ? { amount: only.n.lo, period: 'year' }
    : nothing;
}

function withoutAmount({ tells }: MoneySaid): Understood<Money> {
  if (tells.has('none')) return askSum('unusual', { amount: 0, period: 'year' });
  if (tells.has('same')) return askSum('sameAsBefore', nothing);
  if (tells.has('fine')) return askSum('allFine', nothing);
  if (tells.has('ask')) return askSum('question', nothing);
  if (tells.has('hedge')) return askSum('hedged', nothing);
  return tells.has('vague') ? askSum('vague', nothing) : none;
}

function decide(text: string, all: readonly Amount[], said: MoneySaid, within: boolean): Understood<Money> {
  if (said.tells.has('foreign')) return askSum('unit', nothing);
  const earned = all.filter((a) => !a.expense);
  if (earned.length === 0) return askSum('expense', nothing);
  const split = splitFigure(text, earned);
  if (split !== undefined) return askSum('unit', { amount: split, period: 'year' });
  const sums = earned.filter((a) => !a.change);
  const current = reached(sums) ?? thisYears(netOf(sums));
  if (!current) return earned.length > sums.length ? changed(sums, earned) : askSum('verify', first(earned));
  if (earned.some((a) => a.change && a.short)) return changed(sums, earned);
  const counted = current.filter((a) => !isAside(a, current));
  const result = counted.length === 1 ? single(text, counted[0], said) : several(counted, said);
  if (result.status !== 'value') return result;
  if (earned.length < all.length) return askSum('expense', result.value);
  // A number that is no sum and counts nothing else has found no place.
  if (counted.length < current.length) return askSum('verify', result.value);
  return doubted(result, counted, said, within);
}

/** What keeps a sum that was understood from being sure. */
function doubted(
  result: Extract<Understood<Money>, { status: 'value' }>,
  counted: readonly Amount[],
  said: MoneySaid,
  within: boolean,
): Understood<Money> {
  if (said.tells.has('third')) return askSum('verify', nothing);
  if (said.tells.has('outside')) return askSum('verify', result.value);
  if (isHedged(counted, said)) return askSum('hedged', result.value);
  if (counted.some((a) => a.unlanded)) return askSum('verify', result.value);
  const unread = counted.some((a) => (within ? a.unreadBeside : (said.unread[a.clause] ?? 0) > 0));
  return unread ? askSum('verify', result.value) : result;
}

/** 明年估计能有八万，今年就五万二: the doubt is about the other sum. */
function isHedged(counted: readonly Amount[], said: MoneySaid): boolean {
  const others = new Set(counted.every((a) => a.year === 'now') ? said.amounts.map((a) => a.clause) : []);
  for (const a of counted) others.delete(a.clause);
  return (
    [...said.hedged].some((clause) => !others.has(clause)) ||
    (said.tells.has('hedge') && said.hedged.size === 0)
  );
}

/** 毛收入5万,净收入3万: what is left counts. */
function netOf(earned: readonly Amount[]): readonly Amount[] {
  const net = earned.filter((a) => !a.gross && a.net);
  return net.length === 1 && earned.some((a) => a.gross) ? net : earned;
}

/** 去年四万,今年少了一万, 五万少两百: reckoned from last year's sum, so it is confirmed. */
function changed(sums: readonly Amount[], earned: readonly Amount[]): Understood<Money> {
  const [base, ...otherSums] = sums;
  const [by, ...otherChanges] = earned.filter((a) => a.change);
  const clear = base && by && otherSums.length === 0 && otherChanges.length === 0;
  if (!clear || !isPlainAmount(base) || !isPlainAmount(by)) return askSum('verify', nothing);
  const amount = by.change === 'up' ? base.n.lo + by.n.lo : base.n.lo - by.n.lo;
  return askSum('verify', amount >= 0 ? { amount: Math.round(amount), period: 'year' } : nothing);
}

/** 3 万 5 or 28 000: one figure typed with spaces, or two. */
function splitFigure(text: string, all: readonly Amount[]): number | undefined {
  for (const [i, b] of all.entries()) {
    const a = all[i - 1];
    if (!a || b.n.start === a.n.end || text.slice(a.n.end, b.n.start).trim() !== '') continue;
    if (a.n.unit >= 10_000 && b.n.lo < 10_000) return a.n.lo + (b.n.lo < 10 ? b.n.lo * 1000 : b.n.lo);
    if (a.n.unit === 1 && a.n.hi < 1000 && b.n.unit === 1 && b.n.end - b.n.start === 3)
      return a.n.lo * 1000 + b.n.lo;
  }
  return undefined;
}

/** 去年3万今年3万5 means 35,000; a sum of last or next year alone isn't this year's. */
function thisYears(earned: readonly Amount[]): readonly Amount[] | undefined {
  const now = earned.filter((a) => a.year !== 'past' && a.year !== 'future');
  return now.length > 0 ? now : undefined;
}

/** 由3万增加到3.8万: only what it came to counts. */
function reached(sums: readonly Amount[]): readonly Amount[] | undefined {
  const to = sums.filter((a, i) => i > 0 && a.reached);
  return to.length === 1 ? to : undefined;
}

/** A lone digit without unit beside real sums counts something else. */
function isAside(a: Amount, all: readonly Amount[]): boolean {
  const next = all[all.indexOf(a) + 1];
  return !a.hasUnit && a.n.hi < 100 && !a.follows && next?.follows !== true && all.some((b) => b.hasUnit);
}
