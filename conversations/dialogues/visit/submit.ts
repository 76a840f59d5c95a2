import { missingQuestions } from '../../engine/questionnaire.ts';
import { findProblems } from '../../rules/problems.ts';
import type { Conversation } from '../conversation.ts';
import { type Asking, ask } from '../needs.ts';
import { confirmedAnswers, type Hand, write } from './hand.ts';
import { askQuestion, heading } from './prompts.ts';
import { briefLabel } from './start.ts';

/** 提交: refuses while something is missing, else stores the visit as submitted and offers the next household. */
export function* submit(c: Conversation, hand: Hand): Asking<void> {
  if (hand.visit.status === 'submitted' || hand.visit.status === 'verified') {
    c.say(`${heading(c, hand.household)}这户已经提交过了，改动都存着。回“下一户”继续。`);
    return;
  }
  const [missing, ...more] = missingQuestions(hand.list, hand.visit.answers, hand.subject);
  if (missing !== undefined) {
    const titles = [missing, ...more]
      .slice(0, 6)
      .map((q) => q.title)
      .join('、');
    c.say(
      `还差${more.length + 1}项没答（${titles}${more.length > 5 ? '等' : ''}），答了或回“不清楚”才能交。\n${askQuestion(c, hand, missing)}`,
    );
    return;
  }
  const done = write(c, hand, confirmedAnswers(hand), {
    status: 'submitted',
    outcome: 'answered',
    submittedAt: c.at,
    returnReason: null,
  });
  c.open(undefined);
  c.patch({ phase: 'idle' });
  const next = yield* ask('nextHouseholds', { limit: 1, after: hand.household.id });
  c.say(
    [`已提交${heading(c, done.household)}${problemLine(c, done)}`, toVerifyLine(done), nextLine(c, next[0])]
      .filter((l) => l !== '')
      .join('\n'),
  );
}

function problemLine(c: Conversation, hand: Hand): string {
  const found = findProblems(hand.visit.answers, hand.household, c.session.settings);
  if (found.length === 0) return '，没有发现问题。';
  if (c.inRoom) return `，发现${found.length}个问题，已进问题台账。`;
  return `，发现${found.length}个问题，已进问题台账：${found.map((f) => f.description).join('；')}。`;
}

function toVerifyLine(hand: Hand): string {
  const unsure = hand.list.questions.filter((q) => hand.visit.answers[q.key]?.is === 'unsure');
  return unsure.length === 0 ? '' : `待核实：${unsure.map((q) => q.title).join('、')}，问清了直接告诉我。`;
}

function nextLine(c: Conversation, next: Parameters<typeof briefLabel>[1] | undefined): string {
  return next === undefined
    ? '您名单上的户都排查完了，辛苦了！'
    : `下一户：${briefLabel(c, next)}，回“下一户”开始。`;
}
