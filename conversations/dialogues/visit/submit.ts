import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Question } from '../../form/question.ts';
import { missingQuestions, questionOf } from '../../form/questionnaire.ts';
import { showAnswer } from '../../form/show-answer.ts';
import { findProblems } from '../../problems/find.ts';
import { askNextListed } from '../lists/ask-listed.ts';
import { briefLabel } from './brief-label.ts';
import { registerCard } from './cards.ts';
import { confirmedAnswers, type Hand, isFinished, writeAnswers } from './hand.ts';
import { householdHeading, mayBeSaid } from './naming.ts';
import { askPhotos, ofWhat, photosMissing } from './photos-asked.ts';
import { remarkKeys } from './remarks.ts';
import { askAbout, nextStep } from './visit-form.ts';

/**
 * 提交: refuses while something is missing, else stores the visit as submitted and offers the next household.
 * @param listedAsked what lists say of the household was asked already
 */
export function* submitVisit(c: Conversation, hand: Hand, listedAsked = false): Asking<void> {
  if (isFinished(hand.visit)) {
    c.say(`${householdHeading(c, hand.household)}这户已经提交过了，改动都存着。回“下一户”继续。`);
    return;
  }
  const missing = missingQuestions(hand.list, hand.visit.answers, hand.subject);
  if (missing.length > 0) return c.say(stillMissing(c, hand, missing));
  const registered = confirmedAnswers(hand);
  if (Object.keys(registered).length > 0) return askRegistered(c, hand, Object.keys(registered));
  const unseen = yield* photosMissing(c, hand);
  if (unseen.length > 0) return askPhotos(c, hand, unseen);
  const listed = { household: hand.household.id, done: [], afterwards: 'submit' as const };
  if (!listedAsked && (yield* askNextListed(c, listed))) return;
  const done = writeAnswers(
    c,
    hand,
    {},
    {
      status: 'submitted',
      outcome: 'answered',
      submittedAt: c.at,
      returnReason: null,
    },
  );
  c.open(undefined);
  c.patch({ phase: 'idle' });
  const next = yield* ask('nextHouseholds', { limit: 1, after: hand.household.id });
  c.say(
    [
      `已提交${householdHeading(c, done.household)}${problemLine(c, done)}`,
      toVerifyLine(c, done),
      nextLine(c, next[0]),
    ]
      .filter((l) => l !== '')
      .join('\n'),
  );
}

/** What only the register says is confirmed before it is handed in. */
function askRegistered(c: Conversation, hand: Hand, keys: readonly string[]): void {
  const questions = keys.flatMap((key) => questionOf(hand.list, key) ?? []);
  const named = c.inRoom
    ? `${questions.length}项`
    : questions.map((q) => `${q.title} ${showAnswer(q, hand.visit.answers[q.key])}`).join('；');
  c.open({ is: 'confirm', what: 'registered', payload: { visit: hand.visit.id } });
  c.say(
    `${householdHeading(c, hand.household)}还有登记的没问过：${named}。现在也是这样吗？\n1.都对，提交 2.有不对的`,
  );
}

/** 都对，提交 makes them answers and hands in; 有不对的 shows them to be put right. */
export function* confirmRegistered(c: Conversation, hand: Hand, agreed: boolean): Asking<void> {
  if (agreed) return yield* submitVisit(c, writeAnswers(c, hand, confirmedAnswers(hand)));
  const card = registerCard(c, hand);
  c.say(
    `好，不对的直接说。\n${card === undefined ? nextStep(c, hand) : `${householdHeading(c, hand.household)}登记的情况：${card}`}`,
  );
}

/** 拍了再交 waits for the photo at that question; 拍不了 notes it and hands in. */
export function* decideOnPhotos(c: Conversation, hand: Hand, willTake: boolean): Asking<void> {
  const unseen = yield* photosMissing(c, hand);
  const [first] = unseen;
  if (first === undefined) return yield* submitVisit(c, hand);
  if (!willTake) {
    const titles = unseen.flatMap((key) => questionOf(hand.list, key)?.title ?? []);
    const noted = { [remarkKeys.noPhoto]: { is: 'known', v: titles.join('、') } as const };
    return yield* submitVisit(c, writeAnswers(c, hand, noted));
  }
  c.open({ is: 'summary', visitId: hand.visit.id });
  c.patch({ phase: 'summary' });
  c.say(`好，照片直接发来，存到${ofWhat(c, hand, [first])}；发了回“提交”。`);
}

/** How many are missing and which; the first that may be asked here is asked. */
function stillMissing(c: Conversation, hand: Hand, missing: readonly Question[]): string {
  const titles = missing.slice(0, 6).map((q) => q.title);
  const which = c.inRoom ? '' : `（${titles.join('、')}${missing.length > 6 ? '等' : ''}）`;
  const first = missing.find((q) => mayBeSaid(c, q));
  const step = first === undefined ? nextStep(c, hand) : askAbout(c, hand, first.key);
  return `还差${missing.length}项没答${which}，答了或回“不清楚”才能交。\n${step}`;
}

function problemLine(c: Conversation, hand: Hand): string {
  const found = findProblems(hand.visit.answers, hand.household, c.session.settings);
  if (found.length === 0) return '，没有发现问题。';
  if (c.inRoom) return `，发现${found.length}个问题，已进问题台账。`;
  return `，发现${found.length}个问题，已进问题台账：${found.map((f) => f.description).join('；')}。`;
}

function toVerifyLine(c: Conversation, hand: Hand): string {
  const unsure = hand.list.questions.filter((q) => hand.visit.answers[q.key]?.is === 'unsure');
  if (unsure.length > 0 && c.inRoom) return `待核实${unsure.length}项，问清了私聊告诉我。`;
  return unsure.length === 0 ? '' : `待核实：${unsure.map((q) => q.title).join('、')}，问清了直接告诉我。`;
}

function nextLine(c: Conversation, next: Parameters<typeof briefLabel>[1] | undefined): string {
  return next === undefined
    ? '您名单上的户都排查完了，辛苦了！'
    : `下一户：${briefLabel(c, next)}，回“下一户”开始。`;
}
