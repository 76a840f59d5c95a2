/**
 * A number found in running text. Our own reader, because the ready-made ones take 三千五 for 3005: in speech
 * the unit after the last one is left out (3万2 = 32,000, 一百八 = 180).
 */
export interface NumberSpan {
  start: number;
  end: number;
  /** Lowest and highest value meant; equal for a plain number. */
  lo: number;
  hi: number;
  /** 几千, 千把, 百十: no usable value. */
  vague: boolean;
  /** 多, 来 or 余 within: at least `lo`. */
  more: boolean;
  /** The largest unit said (1, 10, … 1e8): without one, `5` may be five yuan or fifty thousand. */
  unit: number;
  /** Said or typed oddly (5个w, 3万25): to be confirmed. */
  odd: boolean;
}

/** A plain number: one value, no 多, no range. */
export function isExact(n: NumberSpan): boolean {
  return !n.vague && !n.more && n.lo === n.hi;
}
