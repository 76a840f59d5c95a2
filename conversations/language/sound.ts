import { pinyin } from 'pinyin-pro';
import type { Word } from './table.ts';

const syllables = new Map<string, string>();

/** The sound of one character without its tone; a character without one sounds like itself. */
function syllableOf(char: string): string {
  const known = syllables.get(char);
  if (known !== undefined) return known;
  const made = pinyin(char, { toneType: 'none', nonZh: 'consecutive' });
  syllables.set(char, made);
  return made;
}

export function soundOf(chars: readonly string[]): string {
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
      if (!tells || chars.length < 2 || chars.length > longest || !/^\p{Script=Han}+$/u.test(word.form))
        continue;
      const sound = soundOf(chars);
      if (!this.#bySound.has(sound)) this.#bySound.set(sound, word);
    }
  }

  /** Content words that sound like the characters from `from` on, and aren't written so. */
  at(chars: readonly string[], from: number): { word: Word; to: number }[] {
    const found: { word: Word; to: number }[] = [];
    for (let to = from + 2; to <= Math.min(chars.length, from + longest); to++) {
      const said = chars.slice(from, to);
      if (!/^\p{Script=Han}$/u.test(said.at(-1) ?? '')) break;
      const word = this.#bySound.get(soundOf(said));
      if (word !== undefined && word.form !== said.join('')) found.push({ word, to });
    }
    return found;
  }
}
