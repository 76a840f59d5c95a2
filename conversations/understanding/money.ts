import { dropNumbering, trimFillers } from '../language/text.ts';
import { afterCorrection } from '../reading/operators/correction.ts';
import { statedSum } from '../reading/operators/sum-stated.ts';
import { none, value } from '../reading/outcome.ts';
import type { Money, Understood } from '../reading/understood.ts';
import { isAllFine, isQuestion, isSameAsBefore } from './doubt.ts';
import { type Amount, amountsIn, isPlainAmount } from './money-amounts.ts';
import { hasUnknownTail, isMisheard } from './money-misheard.ts';
import { askSum, nothing } from './money-options.ts';
import { several } from './money-several.ts';
import { single } from './money-single.ts';
import { foreign, outsideWord } from './money-words.ts';

const hedge =
  /应该(?!的)|好像|可能|也许|或许|兴许|估(?!计的)|我看(?:不|没)|不止|恐怕|听[人他她]?说|据说|来着|吧(?:[,。!]|$)|不一定|说不准|不(?:太|大|很|敢)?(?:确定|肯定)|印象|我猜|不清楚|没算过|算不清|没准|没(?:仔)?细算|(?<!年)没算|不全|记不(?:太|大)?(?:清|准)|年景好|好年景|收成好|行情好|随便|看着(?:填|写)|还(?:有|剩)[^,。;]{1,3}个?月|(?:还)?没(?:到年底|过完|结束)|(?:写|报|填|说)(?:得)?[多少高低]了/;
const noIncome =
  /没(?:有|啥|什么)?(?:收入|进项|来源|挣|钱)|无收入|零收入|一分(?:钱)?(?:也|都)?(?:没|不)|没挣/;
const vagueAmount =
  /还行|够(?:吃|用|花|喝)|凑合|一般|不多|不少|没多少|没几个|可以|马马虎虎|紧巴|勉强|饿不着|糊口|中等|差不多|低|高|多|少|好|不好|差|穷|富|没数|说不清|没算|几个钱|有限|那样|将就|吃老本/;
/** More sums than a household has sources are no answer. */
const mostSums = 30;
/** 1.务工3万 2.种地8千: what numbers the parts is no part. */
const itemNumber = /(^|[ ,。;])\d{1,2}[.、)](?=[\u4e00-\u9fff])/g;
const mindChanged = /后来|想了想|想起来|那就|要不就|算了还是/u;
/** Somebody else's money. */
const others = /邻居|隔壁|别人家|[上下]一?[户家]|他哥家|亲戚家/;

/** 家庭年收入. Only an undoubted sum for a year is a value; everything else is asked back with what was said. */
export function readMoney(raw: string, sense: SumSense = 'income'): Understood<Money> {
  const numbered = trimFillers(raw);
  const unnumbered = numbered === raw ? numbered : trimFillers(dropNumbering(raw));
  const text = afterCorrection(unnumbered).text.replace(itemNumber, '$1');
  if (text === '') return none;
  const amounts = amountsIn(text).map((a) => inSense(a, sense));
  if (isMisheard(text, amounts)) return askSum('misheard', nothing);
  if (amounts.length === 0) return withoutAmount(text);
  if (amounts.length > mostSums) return askSum('conflict', nothing);
  if (isQuestion(text)) return askSum('question', first(amounts));
  if (isSameAsBefore(text)) return askSum('sameAsBefore', first(amounts));
  const decided = decide(text, amounts);
  // 三万，后来想了想…那就三万四: a change of mind is no part of a sum.
  if (decided.status === 'value' && amounts.length > 1 && mindChanged.test(text))
    return askSum('conflict', nothing);
  if (decided.status === 'value' || sense !== 'income' || hedge.test(text) || /[去前明]年/.test(text))
    return decided;
  const stated = statedSum(text);
  return stated === undefined ? decided : value({ amount: Math.round(stated), period: 'year' });
}

/** What the sum is asked for: an expense is no income, and a sum per head is right where one is asked. */
export type SumSense = 'income' | 'perHead' | 'lastYear' | 'any';

function inSense(a: Amount, sense: SumSense): Amount {
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

function withoutAmount(text: string): Understood<Money> {
  if (noIncome.test(text)) return askSum('unusual', { amount: 0, period: 'year' });
  if (isSameAsBefore(text)) return askSum('sameAsBefore', nothing);
  if (isAllFine(text)) return askSum('allFine', nothing);
  if (isQuestion(text)) return askSum('question', nothing);
  if (/(?:好|大)?几(?:万|千|百|个)|[万千百](?:把|儿八)|上[万千]|数[万千]/.test(text))
    return askSum('approximate', { ...nothing, approx: true });
  if (hedge.test(text)) return askSum('hedged', nothing);
  return vagueAmount.test(text) ? askSum('vague', nothing) : none;
}

function decide(text: string, all: readonly Amount[]): Understood<Money> {
  if (foreign.test(text)) return askSum('unit', nothing);
  const earned = all.filter((a) => !a.expense);
  if (earned.length === 0) return askSum('expense', nothing);
  const spending = earned.length < all.length;
  const split = splitFigure(earned);
  if (split !== undefined) return askSum('unit', { amount: split, period: 'year' });
  const sums = earned.filter((a) => !a.change);
  const current = reached(sums) ?? thisYears(netOf(sums));
  const short = earned.some((a) => a.change && /^还?[多少]$/.test(a.before));
  if (!current || short)
    return earned.length > sums.length ? changed(sums, earned) : askSum('verify', first(earned));
  const counted = current.filter((a) => !isAside(a, current));
  const result = counted.length === 1 ? single(text, counted[0] ?? current[0]) : several(counted);
  if (result.status !== 'value') return result;
  if (spending) return askSum('expense', result.value);
  if (others.test(text)) return askSum('verify', nothing);
  const [only] = counted;
  if (outsideWord.test(text) || (only && counted.length === 1 && hasUnknownTail(text, only)))
    return askSum('verify', result.value);
  return hedge.test(text) ? askSum('hedged', result.value) : result;
}

/** 毛收入5万,净收入3万: what is left counts. */
function netOf(earned: readonly Amount[]): readonly Amount[] {
  const net = earned.filter((a) => !a.gross && /(?:纯|净|到手|剩|落)[^,。;]{0,4}$/.test(a.before));
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
function splitFigure(all: readonly Amount[]): number | undefined {
  for (const [i, b] of all.entries()) {
    const a = all[i - 1];
    if (!a || b.before === '' || b.before.trim() !== '') continue;
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
  const to = sums.filter(
    (a, i) => i > 0 && /(?:增|涨|升|降|减|跌|提高|变)[^,。;]{0,3}[到至成](?:了|今年的?)*$/.test(a.before),
  );
  return to.length === 1 ? to : undefined;
}

/** A lone digit without unit beside real sums counts something else. */
function isAside(a: Amount, all: readonly Amount[]): boolean {
  return !a.hasUnit && a.n.hi < 100 && all.some((b) => b.hasUnit && !/^[,。·.、]{1,2}$/.test(b.before));
}
