import { classOf } from '../clauses.ts';
import type { WordToken } from '../lexer.ts';
import { isPeriod } from './ahead.ts';
import type { Amount } from './amount.ts';
import { markSays, tellOf } from './told.ts';

/** Words that may stand between a sum and what is said of it. */
const between = new Set(['的', '都', '也', '还', '就', '来']);

/** What was said directly behind one sum: 块 左右 一年, 一个月, 一亩, 的工资. */
export class Behind {
  readonly #tokens: readonly WordToken[];
  readonly #said = new Set<string>();
  period: Amount['period'];
  year: Amount['year'];
  /** 3万打工: what it is from. */
  label = false;
  /** 三千二的工资. */
  tag = false;
  wage = false;
  /** The first word that is no part of it any more. */
  readonly to: number;

  constructor(tokens: readonly WordToken[], from: number) {
    this.#tokens = tokens;
    let at = from;
    while (this.#takes(at)) at += 1;
    this.to = at;
    this.#labels(at);
  }

  has(value: string): boolean {
    return this.#said.has(value);
  }

  #takes(at: number): boolean {
    const token = this.#tokens[at];
    if (token === undefined || token.is === 'number' || token.is === 'unread') return false;
    if (token.is === 'mark') return this.#takesMark(token.text, at);
    if (!this.#isBehind(at)) return false;
    const { tells } = token.word;
    if (tells['money'] !== undefined) this.#said.add(tells['money']);
    if (isPeriod(tells['period'])) this.period ??= tells['period'];
    return true;
  }

  #takesMark(text: string, at: number): boolean {
    const next = this.#tokens[at + 1];
    if (markSays(text) === 'times' && next?.is === 'number') this.#said.add('times');
    // 4万+: more than that.
    if (text === '+' && (next === undefined || next.is === 'mark' || tellOf(next, 'money') === 'yuan')) {
      this.#said.add('over');
      return true;
    }
    if (/^[,，]$/u.test(text)) return tellOf(next, 'money') === 'about' && at + 1 === this.#tokens.length - 1;
    return /^\s$/u.test(text) && this.#isBehind(at + 1);
  }

  /** Words that belong to the sum before them, not to one that follows. */
  #isBehind(at: number): boolean {
    const token = this.#tokens[at];
    if (token?.is !== 'word') return false;
    const money = tellOf(token, 'money');
    const nextIsNumber = this.#tokens[at + 1]?.is === 'number';
    // 3万 一年4万: the year belongs to the next one.
    if (tellOf(token, 'period') !== undefined) return !nextIsNumber && !this.#followedBySum(at + 1);
    switch (money) {
      case 'yuan':
      case 'times':
        return true;
      case 'perHead':
      case 'piece':
      case 'gross':
      case 'spent':
      case 'outside':
        return !nextIsNumber && !this.#followedBySum(at + 1);
      case 'about':
      case 'under':
      case 'over':
        return !nextIsNumber;
      case 'more':
        return token.text === '多' && !nextIsNumber;
      default:
        return between.has(token.text);
    }
  }

  #followedBySum(at: number): boolean {
    for (let i = at; i < at + 4; i += 1) {
      const token = this.#tokens[i];
      if (token === undefined || token.is === 'mark') return false;
      if (token.is === 'number') return true;
    }
    return false;
  }

  /** 3万打工,5千种地: the words up to the next mark or number. */
  #labels(from: number): void {
    let plain = true;
    for (let at = from; at < this.#tokens.length; at += 1) {
      const token = this.#tokens[at];
      if (token === undefined || token.is !== 'word') return;
      const { tells } = token.word;
      const names = tells['money'] === 'label' || tells['source'] !== undefined;
      // 三万是借的, 三万全花了
      if (plain && tells['money'] === 'spent' && !this.#followedBySum(at + 1)) this.#said.add('spent');
      plain &&= tells['money'] === 'filler' || tells['money'] === 'just' || classOf(token, 'p', 'aux', 'all');
      if (names || tells['heads'] !== undefined) this.label = true;
      if (tells['year'] === 'past' && at <= from + 1) this.year = 'past';
      if (at > from) continue;
      this.wage = tells['wage'] !== undefined;
      this.tag = names && this.#tokens[from - 1]?.text === '的';
    }
  }
}
