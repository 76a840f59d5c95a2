import { pinyin } from 'pinyin-pro';
import { isPlainHan } from './lexicon.ts';
import type { Word } from './table.ts';

const syllables = new Map<string, string>();

/** The sound of one character without its tone; a character without one sounds like itself. */
export function syllableOf(char: string): string {
  const known = syllables.get(char);
  if (known !== undefined) return known;
  const made = pinyin(char, { toneType: 'none', nonZh: 'consecutive' });
  syllables.set(char, made);
  return made;
}

function soundOf(chars: readonly string[]): string {
  return chars.map(syllableOf).join(' ');
}

/** Longest word looked for by its sound. */
const longest = 5;

/**
 * Content words by their sound: voice typing writes 新弄合 for 新农合. Only words of two syllables and more, and
 * only those that tell something, so that no list of misspellings is needed.
 */
export class Sounds {
  readonly #bySound = new Map<string, Word>();

  constructor(words: Iterable<Word>) {
    for (const word of words) {
      const chars = [...word.form];
      const tells = word.facts.length > 0 || word.topics.length > 0 || Object.keys(word.tells).length > 0;
      if (!tells || chars.length < 2 || chars.length > longest || !isPlainHan(word.form)) continue;
      const sound = soundOf(chars);
      if (!this.#bySound.has(sound)) this.#bySound.set(sound, word);
    }
  }

  /** Calls with every content word that sounds like the characters from `from` on, and isn't written so. */
  each(chars: readonly string[], from: number, take: (word: Word, to: number) => void): void {
    let sound = '';
    for (let to = from + 1; to <= Math.min(chars.length, from + longest); to++) {
      const char = chars[to - 1] ?? '';
      if (!isPlainHan(char)) return;
      sound = sound === '' ? syllableOf(char) : `${sound} ${syllableOf(char)}`;
      const word = this.#bySound.get(sound);
      if (word !== undefined && word.form !== chars.slice(from, to).join('')) take(word, to);
    }
  }
}
