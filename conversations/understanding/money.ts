import { afterCorrection } from './correction.ts';
import { isAllFine, isQuestion, isSameAsBefore } from './doubt.ts';
import { type Amount, amountsIn, isPlainAmount } from './money-amounts.ts';
import { moneyOptions } from './money-options.ts';
import { scanNumbers } from './numerals.ts';
import { ask, none, value } from './outcome.ts';
import { dropNumbering, trimFillers } from './text.ts';
import type { AskReason, Money, Understood } from './understood.ts';

/** Below this a year's income is more likely a monthly subsidy or a sum in 万 without its unit. */
const lowest = 1000;
/** From here on a rural household's income is more likely a slip. */
const highest = 1_000_000;

const hedge =
  /应该(?!的)|好像|可能|也许|或许|兴许|估(?!计的)|我看(?:不|没)|不止|恐怕|听[人他她]?说|据说|来着|吧(?:[,。!]|$)|不一定|说不准|不(?:太|大|很|敢)?(?:确定|肯定)|印象|我猜|不清楚|没算过|算不清|没准|没(?:仔)?细算|没算|不全|记不(?:太|大)?(?:清|准)|年景好|好年景|收成好|行情好|随便|看着(?:填|写)/;
const soundAlike =
  /[\d一二三四五六七八九两十][万千](?:舞|武|午|屋|无|留|流|酒|久|起|期|吧(?=[,。百千])|伞|散|事|斯|儿)|[\d一二三四五六七八九两十](?:完|玩|晚|湾|弯|碗)(?:[\d一二三四五六七八九千块元]|$)|四万舞/;
const noIncome =
  /没(?:有|啥|什么)?(?:收入|进项|来源|挣|钱)|无收入|零收入|一分(?:钱)?(?:也|都)?(?:没|不)|没挣/;
const vagueAmount =
  /还行|够(?:吃|用|花|喝)|凑合|一般|不多|不少|没多少|没几个|可以|马马虎虎|紧巴|勉强|饿不着|糊口|中等|差不多|低|高|多|少|好|不好|差|穷|富|没数|说不清|没算|几个钱|有限|那样|将就|吃老本/;

/** 家庭年收入. Only an undoubted sum for a year is a value; everything else is asked back with what was said. */
export function readMoney(raw: string, sense: SumSense = 'income'): Understood<Money> {
  const numbered = trimFillers(raw);
  const { text } = afterCorrection(numbered === raw ? numbered : trimFillers(dropNumbering(raw)));
  if (text === '') return none;
  if (soundAlike.test(text)) return asking('misheard', nothing);
  const amounts = amountsIn(text).map((a) => inSense(a, sense));
  if (amounts.length === 0) return withoutAmount(text);
  if (isQuestion(text)) return asking('question', first(amounts));
  if (isSameAsBefore(text)) return asking('sameAsBefore', first(amounts));
  return decide(text, amounts);
}

/** What the sum is asked for: an expense is no income, and a sum per head is right where one is asked. */
export type SumSense = 'income' | 'perHead' | 'lastYear' | 'any';

function inSense(a: Amount, sense: SumSense): Amount {
  if (sense === 'income') return a;
  if (sense === 'any') return { ...a, expense: false, gross: false };
  const year = sense === 'lastYear' && a.year === 'past' ? undefined : a.year;
  return { ...a, year, perCapita: false, gross: false };
}

const nothing: Money = { amount: null, period: 'year' };

function asking(reason: AskReason, money: Money): Understood<Money> {
  return ask(reason, money, { options: moneyOptions(reason, money) });
}

function first(amounts: readonly Amount[]): Money {
  const [only] = amounts;
  return amounts.length === 1 && only && isPlainAmount(only)
    ? { amount: only.n.lo, period: 'year' }
    : nothing;
}

function withoutAmount(text: string): Understood<Money> {
  if (noIncome.test(text)) return asking('unusual', { amount: 0, period: 'year' });
  if (isSameAsBefore(text)) return asking('sameAsBefore', nothing);
  if (isAllFine(text)) return asking('allFine', nothing);
  if (isQuestion(text)) return asking('question', nothing);
  if (/(?:好|大)?几(?:万|千|百|个)|[万千百](?:把|儿八)|上[万千]|数[万千]/.test(text))
    return asking('approximate', { ...nothing, approx: true });
  if (hedge.test(text)) return asking('hedged', nothing);
  return vagueAmount.test(text) ? asking('vague', nothing) : none;
}

function decide(text: string, all: readonly Amount[]): Understood<Money> {
  const earned = all.filter((a) => !a.expense);
  if (earned.length === 0) return asking('expense', nothing);
  const spending = earned.length < all.length;
  const split = splitFigure(earned);
  if (split !== undefined) return asking('unit', { amount: split, period: 'year' });
  const current = thisYears(netOf(earned));
  if (!current) return asking('verify', first(earned));
  const counted = current.filter((a) => !isAside(a, current));
  const result = counted.length === 1 ? single(text, counted[0] ?? current[0]) : several(counted);
  if (result.status !== 'value') return result;
  if (spending) return asking('expense', result.value);
  return hedge.test(text) ? asking('hedged', result.value) : result;
}

/** 3 万 5: one figure typed with spaces, or two. */
function splitFigure(all: readonly Amount[]): number | undefined {
  for (const [i, b] of all.entries()) {
    const a = all[i - 1];
    if (!a || a.n.unit < 10_000 || b.n.lo >= 10_000 || b.before === '' || b.before.trim() !== '') continue;
    return a.n.lo + (b.n.lo < 10 ? b.n.lo * 1000 : b.n.lo);
  }
  return undefined;
}

/** 毛收入5万,净收入3万: what is left counts. */
function netOf(earned: readonly Amount[]): readonly Amount[] {
  const net = earned.filter((a) => !a.gross && /(?:纯|净|到手|剩|落)[^,。;]{0,4}$/.test(a.before));
  return net.length === 1 && earned.some((a) => a.gross) ? net : earned;
}

/** 去年3万今年3万5 means 35,000; a sum of last or next year alone isn't this year's. */
function thisYears(earned: readonly Amount[]): readonly Amount[] | undefined {
  const marked = earned.some((a) => a.year === 'past' || a.year === 'future');
  if (!marked) return earned;
  const now = earned.filter((a) => a.year !== 'past' && a.year !== 'future');
  return now.length > 0 ? now : undefined;
}

/** A lone digit without unit beside real sums counts something else. */
function isAside(a: Amount, all: readonly Amount[]): boolean {
  return !a.hasUnit && a.n.hi < 100 && all.some((b) => b.hasUnit && !/^[,。·.、]{1,2}$/.test(b.before));
}

const oneOff = /拆迁|征地|赔偿|赔款|卖房|中奖|遗产|抚恤金/;
/** 一亩1000: how many acres there are is another number. */
const perUnit = /(?:一|每)(?:亩|斤|头|只|棵|箱|车|个工|吨)(?:地)?(?:能|卖|挣|收|收入|是|大概)*$/;

function single(text: string, a: Amount | undefined): Understood<Money> {
  if (!a) return none;
  const said = sumOf(a);
  if (a.n.vague) return asking('approximate', { ...nothing, approx: true });
  if (a.perCapita) return perCapita(text, a, said);
  if (a.bound) return asking('approximate', bounded(a));
  if (a.n.lo !== a.n.hi)
    return asking('range', { ...nothing, min: Math.round(a.n.lo), max: Math.round(a.n.hi) });
  if (a.period === 'month' || a.period === 'day') return periodic(text, a, a.period);
  if (a.period === 'season') return asking('period', said);
  if (isWage(a)) return asking('period', { ...said, period: 'month' });
  if (a.gross || oneOff.test(text)) return asking('verify', said);
  if (perUnit.test(a.before)) return asking('unit', said);
  if (a.n.odd) return asking('unit', said);
  if (a.n.lo === 0) return value({ amount: 0, period: 'year' });
  if (a.n.lo < lowest)
    return asking(a.hasUnit || (a.period === 'year' && a.n.lo >= 100) ? 'unusual' : 'unit', said);
  if (a.n.lo >= highest) return asking('unusual', said);
  return value(said);
}

/** 工资3000 without 一年 is most likely a month's. */
function isWage(a: Amount): boolean {
  return (
    a.period === undefined &&
    a.n.lo >= lowest &&
    a.n.lo < 8000 &&
    /(?:工资|薪水|薪|打工|上班|务工)(?:是|有|大概|一共|收入)?$/.test(a.before)
  );
}

function sumOf(a: Amount): Money {
  const amount = a.hasUnit || a.n.lo >= lowest ? Math.round(a.n.lo) : a.n.lo;
  return a.approx ? { amount, period: 'year', approx: true } : { amount, period: 'year' };
}

function bounded(a: Amount): Money {
  if (a.n.lo !== a.n.hi) return { ...nothing, min: a.n.lo, max: a.n.hi, approx: true };
  return a.bound === 'under'
    ? { ...nothing, max: a.n.lo, approx: true }
    : { ...nothing, min: a.n.lo, approx: true };
}

/** A wage: how many months, and whose, is open unless the months are said; even then it is echoed first. */
function periodic(text: string, a: Amount, period: 'month' | 'day'): Understood<Money> {
  const times = timesOf(text, a, period);
  if (times) return asking('period', { amount: Math.round(a.n.lo * times), period: 'year' });
  return asking('period', { amount: Math.round(a.n.lo), period });
}

function timesOf(text: string, a: Amount, period: 'month' | 'day'): number | undefined {
  const measure = period === 'month' ? /^ ?个月/ : /^ ?天/;
  const other = scanNumbers(text).find(
    (n) => n.start !== a.n.start && n.lo > 1 && n.lo === n.hi && measure.test(text.slice(n.end, n.end + 3)),
  );
  return other && other.lo <= (period === 'month' ? 12 : 366) ? other.lo : undefined;
}

function perCapita(text: string, a: Amount, said: Money): Understood<Money> {
  const people = scanNumbers(text).find(
    (n) =>
      n.start !== a.n.start &&
      n.lo === n.hi &&
      n.lo > 0 &&
      n.lo < 30 &&
      /^ ?(?:口|个?人)/.test(text.slice(n.end, n.end + 4)),
  );
  const period = a.period === 'month' ? 'month' : a.period === 'day' ? 'day' : 'year';
  if (!isPlainAmount(a)) return asking('perCapita', { ...bounded(a), scope: 'perCapita' });
  const amount = people ? Math.round(a.n.lo * people.lo) : Math.round(a.n.lo);
  return asking('perCapita', { ...said, amount, period, scope: 'perCapita' });
}

/** Several sums: parts with names add up (打工3万,种地5千); anything else contradicts itself. */
function several(all: readonly Amount[]): Understood<Money> {
  const total = all.filter((a) => a.total);
  const parts = all.filter((a) => !a.total);
  const spelled = yearOfWage(all);
  if (spelled) return value({ amount: Math.round(spelled.n.lo), period: 'year' });
  if (all.some((a) => a.period === 'month' || a.period === 'day')) return asking('period', nothing);
  if (!all.every(isPlainAmount)) return asking('range', nothing);
  if (all.some((a) => a.perCapita)) return asking('perCapita', nothing);
  if (all.some((a) => a.n.odd || a.gross)) return asking('unit', nothing);
  const sum = Math.round(parts.reduce((s, a) => s + a.n.lo, 0));
  const amounts = parts.map((a) => Math.round(a.n.lo));
  const whole = wholeOf(all);
  if (whole)
    return withTotal(
      Math.round(whole.n.lo),
      all.filter((a) => a !== whole).map((a) => Math.round(a.n.lo)),
      Math.round(whole.n.lo),
    );
  if (total.length === 1 && parts.length > 0) return withTotal(Math.round(total[0]?.n.lo ?? 0), amounts, sum);
  const joined = parts.every(
    (a, i) =>
      a.labelled ||
      (i > 0 && /(?:加上?|\+|和|再加|还有)[^\d]{0,6}$/.test(a.before)) ||
      (i === 0 && /^[^,。;]{0,4}(?:加|\+)/.test(a.after)),
  );
  if (!joined || parts.some((a) => !a.hasUnit && a.n.lo < 100)) return asking('conflict', nothing);
  if (all.some((a) => a.period === 'season' && /上半年|下半年|半年/.test(a.before)))
    return asking('period', { amount: sum, period: 'year', parts: amounts });
  const approx = parts.some((a) => a.approx) ? { approx: true } : {};
  return sum >= highest
    ? asking('unusual', { amount: sum, period: 'year' })
    : value({ amount: sum, period: 'year', ...approx, parts: amounts });
}

/** 每月3000,一年36000: the year's sum is said outright. */
function yearOfWage(all: readonly Amount[]): Amount | undefined {
  const [a, b, ...more] = all;
  if (!a || !b || more.length > 0 || !isPlainAmount(a) || !isPlainAmount(b)) return undefined;
  const [month, year] = a.period === 'month' ? [a, b] : [b, a];
  return month.period === 'month' && year.period === 'year' && year.n.lo === month.n.lo * 12
    ? year
    : undefined;
}

/** 收入5万,其中打工4万: the sum that the others are parts of. */
function wholeOf(all: readonly Amount[]): Amount | undefined {
  const [first, second] = all;
  if (second && /其中|里面|里头|包括|包含/.test(second.before)) return first;
  if (all.length < 3) return undefined;
  const sum = all.reduce((s, a) => s + a.n.lo, 0);
  return all.find((a) => Math.abs(sum - 2 * a.n.lo) < 1);
}

function withTotal(total: number, parts: readonly number[], sum: number): Understood<Money> {
  if (sum === total && parts.length > 1) return value({ amount: total, period: 'year', parts });
  return sum > total
    ? asking('conflict', { amount: total, period: 'year' })
    : value({ amount: total, period: 'year' });
}
