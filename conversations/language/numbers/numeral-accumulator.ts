import type { NumberSpan } from './number-span.ts';

/** Digits waiting for their unit. */
interface Pending {
  at: number;
  lo: number;
  hi: number;
  /** How many digits were written: one may stand for the unit below (3万2), four after 万 are literal. */
  digits: number;
}

/** A number in the making: what was read of it, and what still waits for its unit. */
export class Accumulator {
  start: number;
  pos: number;
  pending: Pending | undefined;
  lo = 0;
  hi = 0;
  private sectionLo = 0;
  private sectionHi = 0;
  lastUnit = 0;
  unit = 1;
  zero = false;
  vague = false;
  more = false;
  odd = false;

  constructor(start: number) {
    this.start = start;
    this.pos = start;
  }

  get begun(): boolean {
    return this.lastUnit > 0 || this.pending !== undefined;
  }

  /** Multiplies what is pending (or an implied one) by a unit. False when the unit opens another number. */
  take(unit: number): boolean {
    const fits = this.lastUnit === 0 || unit < this.lastUnit || (unit >= 1e4 && this.unit < unit);
    if (!fits) return false;
    const lo = this.pending?.lo ?? (unit < 1e4 && this.lastUnit !== 1 ? 1 : 0);
    const hi = this.pending?.hi ?? lo;
    if (unit < 1e4) {
      this.sectionLo += lo * unit;
      this.sectionHi += hi * unit;
    } else {
      const implied = this.begun ? 0 : 1;
      this.lo = (this.lo + this.sectionLo + lo + implied) * unit;
      this.hi = (this.hi + this.sectionHi + hi + implied) * unit;
      this.sectionLo = 0;
      this.sectionHi = 0;
    }
    this.pending = undefined;
    this.lastUnit = unit;
    this.unit = Math.max(this.unit, unit);
    this.zero = false;
    return true;
  }

  finish(): NumberSpan {
    const tail = this.pending;
    if (tail) {
      const factor = this.tailFactor(tail);
      this.sectionLo += tail.lo * factor;
      this.sectionHi += tail.hi * factor;
    }
    const lo = tidy(this.lo + this.sectionLo);
    const { start, vague, more, unit, odd } = this;
    return { start, end: this.pos, lo, hi: tidy(this.hi + this.sectionHi), vague, more, unit, odd };
  }

  /** 三千五: the lone digit stands one unit lower. 3万2000 and 三千零五 are literal; 3万25 is odd. */
  private tailFactor(tail: Pending): number {
    if (this.lastUnit < 100 || this.zero) return 1;
    if (tail.digits === 1) return this.lastUnit / 10;
    if (this.lastUnit >= 1000 && tail.digits === 2) this.odd = true;
    return 1;
  }
}

/** 3.2 × 10,000 must be 32,000 and not 32,000.000000000004. */
function tidy(n: number): number {
  return Math.round(n * 1e6) / 1e6;
}
