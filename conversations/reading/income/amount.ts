import { isExact, type NumberSpan } from '../../language/numbers/number-span.ts';

/** What one sum of money in a text is about. */
export interface Amount {
  n: NumberSpan;
  clause: number;
  period: 'year' | 'month' | 'day' | 'season' | undefined;
  /** Which year, where one is named. */
  year: 'past' | 'now' | 'future' | undefined;
  /** Spent, owed or saved. */
  expense: boolean;
  perCapita: boolean;
  /** 一亩1000, 1500一头: the price of one piece. */
  perPiece: boolean;
  total: boolean;
  gross: boolean;
  /** 净收入3万, 到手3万. */
  net: boolean;
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
  /** A denial or a bound in its clause that found nothing to belong to. */
  unlanded: boolean;
  /** 加, 还有, 另外 before it. */
  added: boolean;
  /** 其中, 含 before it. */
  inside: boolean;
  /** 不含, 除外 beside it. */
  outside: boolean;
  /** 寄回家: the money of another sum, on its way. */
  sentHome: boolean;
  /** 他说 before it. */
  told: boolean;
  /** 增加到 before it. */
  reached: boolean;
  /** 3800*10个月. */
  times: boolean;
  /** A wage (工资, 打工) stands beside it. */
  wage: boolean;
  /** 欠, 借 before it, and nothing of paying: no bill. */
  owed: boolean;
  /** 自己掏, 自付 before it. */
  own: boolean;
  /** 报销了 before it. */
  refund: boolean;
  /** 上半年, 下半年, 半年. */
  half: 'first' | 'second' | 'some' | undefined;
  /** Nothing but a space or a mark stands between it and the sum before. */
  follows: boolean;
  /** One word stands between it and the sum before: 五万少两百. */
  short: boolean;
  /** A point whose whole part is lost, or a syllable that may be a digit leans on it. */
  misheard: boolean;
  /** Characters nobody knows stand directly beside it. */
  unreadBeside: boolean;
  /** Said again, in brackets: （叁万元整）. */
  again: boolean;
}

/** Something else that was counted: months, days, heads, pieces. */
export interface OtherCount {
  n: NumberSpan;
  of: 'people' | 'months' | 'days' | 'piece';
}

/** A plain sum: exact and without a bound. */
export function isPlainAmount(a: Amount): boolean {
  return isExact(a.n) && !a.bound;
}
