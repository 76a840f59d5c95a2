import type { Word } from './table.ts';
import { Trie } from './trie.ts';

/** All words of a language in one matcher; a form that stands in several tables carries all that they say. */
export class Lexicon {
  readonly #forms = new Trie<Word>();
  readonly #words = new Map<string, Word>();

  constructor(words: Iterable<Word>) {
    for (const word of words) {
      const found = this.#words.get(word.form);
      this.#words.set(word.form, found === undefined ? word : joined(found, word));
    }
    for (const word of this.#words.values()) this.#forms.set(word.form, word);
  }

  get words(): Iterable<Word> {
    return this.#words.values();
  }

  get(form: string): Word | undefined {
    return this.#words.get(form);
  }

  /** Calls with every word that begins at `from`, shortest first. Bounded by the longest form. */
  each(chars: readonly string[], from: number, take: (word: Word, to: number) => void): void {
    this.#forms.each(chars, from, take);
  }
}

/** One Chinese character, or several. */
export function isPlainHan(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text);
}

function joined(a: Word, b: Word): Word {
  const topics = new Set(a.facts.map((fact) => fact.topic));
  return {
    form: a.form,
    classes: [...new Set([...a.classes, ...b.classes])],
    facts: [...a.facts, ...b.facts.filter((fact) => !topics.has(fact.topic))],
    topics: [...new Set([...a.topics, ...b.topics])],
    opens: [...new Set([...a.opens, ...b.opens])],
    light: [...new Set([...a.light, ...b.light])],
    tells: { ...b.tells, ...a.tells },
  };
}
