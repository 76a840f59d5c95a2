import { isExact, type NumberSpan } from '../language/numbers/number-span.ts';
import { scanNumbers } from '../language/numbers/numerals.ts';
import { everywhere, hitsOf } from '../language/text.ts';
import { whoIn } from '../reading/people/kin.ts';
import { continues, withFraction } from './money-fraction.ts';
import * as words from './money-words.ts';
import { sourceHits } from './source-hits.ts';

/** What one sum of money in a text is about. */
export interface Amount {
  n: NumberSpan;
  /** Words since the sum before it, within reach. */
  before: string;
  after: string;
  period: 'year' | 'month' | 'day' | 'season' | undefined;
  /** Which year, where one is named. */
  year: 'past' | 'now' | 'future' | undefined;
  expense: boolean;
  perCapita: boolean;
  /** 一亩1000, 1500一头: the price of one piece. */
  perPiece: boolean;
  total: boolean;
  gross: boolean;
  /** 比去年多5千: no sum of its own but how far from another. */
  change: 'up' | 'down' | undefined;
  /** A bound (不到, 至少) or 多, 出头: not the sum itself. */
  bound: 'under' | 'over' | undefined;
  approx: boolean;
  /** A source, a crop or a person says what this part is: such parts add up. */
  labelled: boolean;
  /** The same said behind the sum: 3万打工,5千种地. */
  labelledBehind: boolean;
  /** 元, 块 or a unit such as 万 was said. */
  hasUnit: boolean;
}

/** All sums of money in a text; people, ages, acres, dates and the like are left out. */
export function amountsIn(text: string): Amount[] {
  const spans = scanNumbers(text);
  const found: Amount[] = [];
  let reach = 0;
  for (const [i, n] of spans.entries()) {
    const after = text.slice(n.end, n.end + 10);
    const before = text.slice(Math.max(reach, n.start - 24), n.start);
    const last = found.at(-1);
    if (last && continues(last.n, n, text)) {
      found[found.length - 1] = {
        ...last,
        n: { ...last.n, lo: last.n.lo + n.lo, hi: last.n.hi + n.hi },
        after,
      };
      reach = n.end;
    } else if (isMoney(n, before, after)) {
      const tail = after.slice(0, (spans[i + 1]?.start ?? text.length) - n.end);
      found.push(sameMeasure(describe(withFraction(n, after), before, after, tail), last));
      reach = n.end;
    }
  }
  return found;
}

/** 去年人均9千,今年1万: the second sum is of the same kind as the first. */
function sameMeasure(a: Amount, last: Amount | undefined): Amount {
  const follows =
    last?.perCapita === true && /^[^\d]{0,4}(?:今年|去年|前年|现在)(?:是|就|有|到|涨到)*$/.test(a.before);
  return follows ? { ...a, perCapita: true } : a;
}

function isMoney(n: NumberSpan, before: string, after: string): boolean {
  if (/(?:不是|并非|不止)$/.test(before) || /(?:参保|参合)$/.test(before)) return false;
  if (words.currency.test(after) || words.currencyAhead.test(before)) return true;
  if (n.unit >= 10_000) return !words.countedByTenThousands.test(after);
  if (words.notMoney.test(after) || (n.hi < 100 && words.relatives.test(after))) return false;
  // 2021: a year, when nothing says money.
  if (/^年/.test(after) && n.lo > 1900 && n.lo < 2100) return false;
  return !words.notMoneyAhead.test(before);
}

function describe(n: NumberSpan, before: string, after: string, tail: string): Amount {
  const clause = lastClause(before);
  // .5万: what stood before the point is lost.
  const pointed = /(?:^|[^\d.。])\.$/.test(before);
  return {
    n: pointed ? { ...n, odd: true } : n,
    before,
    after,
    period: periodOf(before, clause, after),
    year: /^(?:元|块|钱)*(?:那|这)?(?:都)?是(?:去年|前年|往年|以前|原来)/.test(after)
      ? 'past'
      : yearOf(before),
    expense: isSpent(clause) || /(?:负|^ ?-)$/.test(clause) || words.spentBehind.test(after),
    perCapita: words.perHead.test(clause) || words.perHeadBehind.test(after),
    perPiece: words.perPiece.test(clause) || words.perPieceBehind.test(after),
    total: words.totalWord.test(clause) && !/别的|其[他它]|剩下|零碎|杂/.test(clause),
    gross:
      words.grossBehind.test(after) ||
      (words.gross.test(clause) && (words.living.test(clause) || !words.left.test(clause))),
    change: words.more.test(clause) ? 'up' : words.less.test(clause) ? 'down' : undefined,
    bound: boundOf(n, clause, after),
    approx: words.aboutAhead.test(clause) || words.aboutBehind.test(after),
    labelled: isLabelled(before.replace(/收入/g, ''), after),
    labelledBehind: isLabelledBehind(tail),
    hasUnit: n.unit >= 100 || words.currency.test(after) || words.currencyAhead.test(before),
  };
}

function isLabelled(before: string, after: string): boolean {
  return (
    words.partLabel.test(before) ||
    whoIn(before) !== undefined ||
    sourceHits(before).length > 0 ||
    words.labelBehind.test(after)
  );
}

function isLabelledBehind(tail: string): boolean {
  const words = /^(?:元|块|圆|钱|都|也|就|是|的|靠)*([^,。; ]*)/.exec(tail)?.[1] ?? '';
  return words !== '' && isLabelled(words, '');
}

/** 刨去成本净剩3万 tells what is left, not what was spent. */
function isSpent(clause: string): boolean {
  return (
    words.spent.test(clause.replace(/花生/g, '')) &&
    !/(?:净|剩|(?<!结)余|落)(?:下|到手|得|了|个|有)?$/.test(clause)
  );
}

function lastClause(before: string): string {
  const cut = Math.max(...[...',。;!('].map((mark) => before.lastIndexOf(mark)));
  return before.slice(cut + 1);
}

function boundOf(n: NumberSpan, clause: string, after: string): Amount['bound'] {
  if (words.under.test(after) || words.underAhead.test(clause)) return 'under';
  const ahead = words.overAhead.test(clause) && !words.notOver.test(clause);
  return n.more || words.over.test(after) || ahead ? 'over' : undefined;
}

function periodOf(before: string, clause: string, after: string): Amount['period'] {
  if (
    /^ ?(?:元|块|钱|块钱|万|多|左右|来)*(?:钱)?(?:的?(?:工资|低保|补贴|养老金?))?(?:\/|一|每)?(?:个)?月/.test(
      after,
    ) &&
    !/^ ?(?:元|块|钱)*(?:\d|[一二三四五六七八九十])?月份/.test(after)
  )
    return 'month';
  if (/^ ?(?:元|块|钱|块钱|多)*(?:\/|一|每)(?:天|日|个工)/.test(after)) return 'day';
  if (
    /^ ?(?:元|块|钱|块钱|多)*(?:(?:\/|一|每)个?(?:周|星期|礼拜|季)|半年|[\d两二三四五六七八九十半几]+个月)/.test(
      after,
    )
  )
    return 'season';
  if (/^ ?(?:元|块|钱|块钱|万)*(?:\/|一|每)年(?! ?[\d一二两三四五六七八九十])/.test(after)) return 'year';
  const named = periods.map(({ period, re }) => ({ period, at: lastOf(clause, re) }));
  const best = named.reduce((a, b) => (b.at > a.at ? b : a));
  if (best.at >= 0) return best.period;
  // 一个月,三千: the clause before may name the month.
  return words.monthly.test(before) && !words.yearly.test(before) ? 'month' : undefined;
}

/** The words for each period, to be found at every place. */
const periods = [
  { period: 'month', re: everywhere(words.monthly) },
  { period: 'day', re: everywhere(words.daily) },
  { period: 'season', re: everywhere(words.seasonal) },
  { period: 'year', re: everywhere(words.yearly) },
] as const;

function lastOf(text: string, re: RegExp): number {
  return hitsOf(re, text).at(-1)?.index ?? -1;
}

function yearOf(said: string): Amount['year'] {
  const before = said.replace(words.compared, '');
  const at = {
    now: lastOf(before, words.thisYear),
    past: lastOf(before, words.lastYear),
    future: lastOf(before, words.nextYear),
  };
  const best = Math.max(at.now, at.past, at.future);
  if (best < 0) return undefined;
  return best === at.now ? 'now' : best === at.past ? 'past' : 'future';
}

export function isPlainAmount(a: Amount): boolean {
  return isExact(a.n) && !a.bound;
}
