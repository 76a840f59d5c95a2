import type { WordClass } from '../language/table.ts';
import type { WordToken } from './lexer.ts';

export interface Clause {
  tokens: readonly WordToken[];
  /** Ends at punctuation or a space, not within running speech. */
  hard: boolean;
  /** Ends with a question mark. */
  asks: boolean;
}

const breaks = /^[,，.。;；!！?？()（）[\]【】/|+…\s]$/u;

export function classOf(token: WordToken, ...classes: readonly WordClass[]): boolean {
  return token.is === 'word' && classes.some((c) => token.word.classes.includes(c));
}

/** Words that open a clause of their own in running speech. */
const opening: readonly WordClass[] = ['but', 'past', 'now', 'cond', 'last', 'other'];
/** After these a new clause begins: 没有没有就俺老两口. */
const finished = new Set(['没有没有', '木有木有', '没有了没有了', '否', '没有了']);

/** A message cut into clauses: at marks, before words that open one, and where another subject is named. */
export function clausesOf(tokens: readonly WordToken[]): Clause[] {
  const cutter = new Cutter();
  for (const [i, token] of tokens.entries()) cutter.take(token, tokens[i + 1]);
  return cutter.clauses();
}

class Cutter {
  readonly #clauses: Clause[] = [];
  #open: WordToken[] = [];
  /** Something has been said that a new clause can follow. */
  #tells = false;
  #topics = new Set<string>();

  take(token: WordToken, next: WordToken | undefined): void {
    if (token.is === 'mark' && breaks.test(token.text)) return this.#break(token.text);
    if (this.#tells && this.#opens(token, next)) this.#close(false);
    this.#open.push(token);
    if (token.is !== 'word') return;
    this.#tells ||= token.word.facts.length > 0 || classOf(token, 'yes', 'no', 'good', 'bad', 'trouble', 'v');
    for (const topic of token.word.topics) this.#topics.add(topic);
    for (const fact of token.word.facts) this.#topics.add(fact.topic);
    if (finished.has(token.text) && this.#open.length === 1) this.#close(false);
  }

  clauses(): Clause[] {
    this.#close(true);
    return this.#clauses;
  }

  /** 水，没问题: a subject named before a comma belongs to what follows. */
  #break(text: string): void {
    const last = this.#open.at(-1);
    const named = this.#topics.size > 0 && !this.#tells && last?.is === 'word' && last.word.topics.length > 0;
    const before = this.#clauses.at(-1);
    if (/[?？]/u.test(text) && this.#open.length === 0 && before !== undefined)
      this.#clauses[this.#clauses.length - 1] = { ...before, asks: true };
    else if (/[?？]/u.test(text)) this.#close(true, true);
    else if (!named || !/[,，\s]/u.test(text)) this.#close(true);
  }

  #close(hard: boolean, asks = false): void {
    if (this.#open.some((token) => token.is !== 'mark'))
      this.#clauses.push({ tokens: this.#open, hard, asks });
    this.#open = [];
    this.#tells = false;
    this.#topics = new Set();
  }

  #opens(token: WordToken, next: WordToken | undefined): boolean {
    if (token.is !== 'word') return false;
    if (classOf(token, ...opening)) return true;
    const last = this.#open.at(-1);
    if (last !== undefined && classOf(last, 'neg', 'negq', 'soft', 'have', 'exc')) return false;
    // A subject is named anew: 新农合都交了|水没问题.
    const { topics, facts } = token.word;
    if (
      topics.length > 0 &&
      facts.length === 0 &&
      this.#topics.size > 0 &&
      !topics.some((t) => this.#topics.has(t))
    )
      return true;
    // …|俺老伴有高血压
    // 借了亲戚囧: nobody knows whether that is said of them.
    const goesOn = next !== undefined && next.is !== 'unread' && !isParticle(next);
    return classOf(token, 'who') && facts.length === 0 && goesOn;
  }
}

function isParticle(token: WordToken): boolean {
  return token.is === 'mark' || classOf(token, 'p', 'aux');
}
