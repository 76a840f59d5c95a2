import { fold } from '../../language/text.ts';
import type { QuestionHint } from '../../reading/understood.ts';

/** A word of a question's topics found in a text. */
export interface TopicHit {
  start: number;
  end: number;
  keys: readonly string[];
}

interface Word {
  word: string;
  keys: string[];
}

/** A list of questions prepared for reading: built once per list. */
export interface HintIndex {
  byKey: ReadonlyMap<string, QuestionHint>;
  position: ReadonlyMap<string, number>;
  list: readonly QuestionHint[];
  /** Topic words by first character, longest first. */
  words: ReadonlyMap<string, readonly Word[]>;
}

const indexes = new WeakMap<readonly QuestionHint[], HintIndex>();

export function indexOf(list: readonly QuestionHint[]): HintIndex {
  const known = indexes.get(list);
  if (known) return known;
  const made: HintIndex = {
    byKey: new Map(list.map((h) => [h.key, h])),
    position: new Map(list.map((h, i) => [h.key, i])),
    list,
    words: topicWords(list),
  };
  indexes.set(list, made);
  return made;
}

function topicWords(list: readonly QuestionHint[]): Map<string, Word[]> {
  const words = new Map<string, Word>();
  for (const hint of list) {
    for (const topic of [...(hint.topics ?? []), ...(hint.says ? [hint.says.yes, hint.says.no] : [])]) {
      const word = fold(topic.normalize('NFKC')).trim();
      if (word === '') continue;
      const entry = words.get(word) ?? { word, keys: [] };
      if (!entry.keys.includes(hint.key)) entry.keys.push(hint.key);
      words.set(word, entry);
    }
  }
  const byFirst = new Map<string, Word[]>();
  for (const entry of words.values()) {
    const first = entry.word.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.word.length - a.word.length);
  return byFirst;
}

/** The longest topic word at each place, left to right, not overlapping. */
export function topicHits(text: string, index: HintIndex): TopicHit[] {
  const hits: TopicHit[] = [];
  let i = 0;
  while (i < text.length) {
    const found = index.words.get(text.charAt(i))?.find((w) => text.startsWith(w.word, i));
    if (found) hits.push({ start: i, end: i + found.word.length, keys: found.keys });
    i += found ? found.word.length : 1;
  }
  return hits;
}
