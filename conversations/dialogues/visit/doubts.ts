import type { Conversation } from '../../contract/conversation.ts';
import type { Question } from '../../form/question.ts';
import type { Doubt } from '../../form/told.ts';
import type { AskReason } from '../../understanding/index.ts';
import type { Hand } from './hand.ts';
import { choiceLine, heading } from './question-text.ts';

/** Why the bot asks back: what the reader found, or a new value for something already answered. */
type DoubtReason = AskReason | 'changed';

const doubtWords: Record<DoubtReason, (question: Question, words: string) => string> = {
  range: (q, w) => `“${w}”是个范围，${q.title}按哪个记？`,
  approximate: (q, w) => `“${w}”说得有点活，${q.title}大约是多少？给个数就行`,
  unit: (_q, w) => `“${w}”是元还是万元？`,
  period: (_, w) => `“${w}”不是按年说的，全家一年合多少？`,
  perCapita: (_, w) => `“${w}”是人均吧，全家一年合多少？`,
  unusual: (q, w) => `${q.title}“${w}”不太常见，没说错吧？`,
  misheard: (_, w) => `“${w}”像是语音听错了，是下面哪个？`,
  vague: (q, w) => `“${w}”不好往台账里记。${q.verify ?? q.ask}`,
  sameAsBefore: (q) => `每户要分开记，不能填“同上”。${q.ask}`,
  allFine: (q) => `“都好”得一项一项说。${q.ask}`,
  polarity: (q, w) => `“${w}”两种意思都有，${q.ask}`,
  hedged: (q, w) => `“${w}”听着不太肯定。${q.ask}拿不准就回“不清楚”`,
  verify: (q, w) => `“${w}”要核实一下。${q.verify ?? q.ask}`,
  inProgress: (q, w) => `“${w}”，那眼下算还没办成？${q.ask}`,
  conflict: (q, w) => `“${w}”前后不一样，以哪个为准？${q.ask}`,
  question: (q) => `拿不准可以回“不清楚”，回头再核。${q.ask}`,
  expense: (_, w) => `“${w}”像是支出，不是收入。全家一年收入多少？`,
  offTopic: (q, w) => `“${w}”可以记到其他问题里。${q.ask}`,
  changed: (q, w) => `“${w}”是要改${q.title}吗？`,
};

export function doubtText(question: Question, doubt: Doubt): string {
  const say = doubtWords[doubt.reason as DoubtReason] ?? doubtWords.vague;
  return say(question, doubt.words);
}

/** 都好 told nothing: once said so, it isn't held against the next words. */
function forget(c: Conversation, question: Question): void {
  const { [question.key]: _, ...doubts } = c.state.doubts;
  c.patch({ doubts });
}

/** Asks back about one answer, with concrete options where the reader found some. */
export function askDoubt(c: Conversation, hand: Hand, question: Question, doubt: Doubt): string {
  const options = doubt.options ?? [];
  const asked = `${heading(c, hand.household)}${doubtText(question, doubt)}`;
  if (options.length === 0) {
    if (doubt.reason !== 'verify' && doubt.value === undefined) forget(c, question);
    c.open({ is: 'question', visitId: hand.visit.id, key: question.key });
    return `${asked}\n${choiceLine(question)}`;
  }
  c.open({
    is: 'options',
    visitId: hand.visit.id,
    key: question.key,
    options: [...options],
    note: doubt.words,
  });
  return `${asked}\n${options.map((o, i) => `${i + 1}）${o.label}`).join(' ')}，都不是就直接说`;
}
