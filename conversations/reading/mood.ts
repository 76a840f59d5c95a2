import type { YesNoAsked } from '../form/asked.ts';
import { Lexicon } from '../language/lexicon.ts';
import { wordsInTable } from '../language/table.ts';
import { troubleVerbs } from '../language/words/trouble-verbs.ts';
import { judgementTopic } from '../subjects/asked.ts';
import { classOf } from './clauses.ts';
import { tokensOf, type WordToken } from './lexer.ts';
import { readingVocabulary } from './vocabulary.ts';
import { readYesNo } from './yes-no.ts';

/** A question of how somebody finds something, whatever it may be. */
const found: YesNoAsked = {
  topic: judgementTopic,
  yes: '+',
  good: '+',
  kind: 'state',
  being: false,
  ofAnything: true,
};

/** Whether a text praises or complains, whatever the question. */
export function praise(text: string): 'good' | 'bad' | undefined {
  const { value } = readYesNo(text, found);
  return value === undefined ? undefined : value ? 'good' : 'bad';
}

/** 满意, 挺好, 不怎么样: how somebody finds it and no more, which tells nothing of a fact. */
export function isJudgement(text: string): boolean {
  const tokens = tokensOf(text, readingVocabulary(), judgementTopic);
  return praise(text) !== undefined && tokens.every(isOfJudgement);
}

function isOfJudgement(token: WordToken): boolean {
  if (token.is === 'mark') return true;
  if (token.is !== 'word') return false;
  const judges = token.word.facts.some((fact) => fact.topic === judgementTopic);
  return judges || classOf(token, 'good', 'bad', 'ok', 'neg', 'soft', 'p', 'all', 'now', 'who');
}

let troubles: Lexicon | undefined;

/** 没欠债, 没拖, 不缺粮: one trouble denied is none found, and leaves open whether there is another. */
export function deniesTrouble(text: string): boolean {
  troubles ??= new Lexicon(wordsInTable(troubleVerbs));
  const bare = text.replace(/^(?:都|也|就|家里|倒|从来|从)+/u, '');
  const denied = /^(?:没有?|未|无|不)(?:再|被|过|给)?(?<rest>.{1,6})$/u.exec(bare)?.groups?.['rest'];
  if (denied === undefined || /[,。;没不人]/u.test(denied)) return false;
  let names = false;
  troubles.each([...denied], 0, () => {
    names = true;
  });
  return names;
}
