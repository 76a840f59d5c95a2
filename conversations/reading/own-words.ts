import { Lexicon } from '../language/lexicon.ts';
import { type Word, wordsInTable } from '../language/table.ts';
import { answerWords } from '../subjects/answer-words.ts';
import type { QuestionHint } from './understood.ts';

/** 给…办: two parts with a short gap between them. */
interface Gapped {
  first: string;
  last: string;
  word: Word;
}

/** Words known only where their question is open. */
export interface OwnWords {
  lexicon: Lexicon;
  gapped: readonly Gapped[];
}

let byTopic: ReadonlyMap<string, readonly Word[]> | undefined;

function tableOf(topic: string): readonly Word[] {
  if (byTopic === undefined) {
    const made = new Map<string, Word[]>();
    for (const table of answerWords) {
      const words = wordsInTable(table);
      const shared = words.filter((word) => subjectsOf(word).length === 0);
      for (const word of words)
        for (const of of subjectsOf(word)) made.set(of, [...(made.get(of) ?? shared), word]);
    }
    byTopic = made;
  }
  return byTopic.get(topic) ?? [];
}

/** Without a subject it is harmless beside every question of its table. */
function subjectsOf({ facts, topics, light }: Word): readonly string[] {
  return [...new Set([...facts.map((fact) => fact.topic), ...topics, ...light])];
}

const known = new WeakMap<QuestionHint, OwnWords>();

/** The words of a question's table, its two answers as they are shown, and the names it goes by. */
export function ownWordsOf(hint: QuestionHint, topic: string): OwnWords {
  const found = known.get(hint);
  if (found !== undefined) return found;
  const shown = [
    ...(hint.says === undefined
      ? []
      : [`${bare(hint.says.yes)} ${topic}+`, `${bare(hint.says.no)} ${topic}-`]),
    ...(hint.topics ?? []).map((name) => `${bare(name)} #${topic}`),
  ];
  const words = [...tableOf(topic), ...wordsInTable(shown.join('\n'))].flatMap((word) => spelt(word));
  const made = {
    lexicon: new Lexicon(words.filter((word) => !word.form.includes('…'))),
    gapped: words.flatMap((word) => gappedOf(word)),
  };
  known.set(hint, made);
  return made;
}

/** 没签 is said 没有签, 木签 and 还没签 as well. */
function spelt(word: Word): Word[] {
  const rest = /^没(?!有)(?<rest>.+)$/u.exec(word.form)?.groups?.['rest'];
  return rest === undefined ? [word] : [word, ...denials.map((denial) => ({ ...word, form: denial + rest }))];
}

const denials = ['没有', '木有', '木', '还没', '都没', '也没', '从没'];

function gappedOf(word: Word): Gapped[] {
  const [first = '', last = ''] = word.form.split('…');
  return last === '' ? [] : [{ first, last, word }];
}

function bare(label: string): string {
  return label.replace(/\s/gu, '');
}
