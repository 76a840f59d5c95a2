import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import type { FormState, FormStep } from '../../form/form.ts';
import { questionOf } from '../../form/questionnaire.ts';
import { notUnderstood, put, readAsAnswer, resumeForm, showAgain, stepForm, take } from '../../form/step.ts';
import { clauseOfKey, notConcerned } from '../../self-check/questionnaire.ts';
import { keepOpen, memoryOf } from '../form-in-chat.ts';
import { photosOf } from '../problem/act.ts';
import { withSecondOpinion } from '../second-opinion.ts';
import { nextOpen, type OpenSheet, openQuestions, photoKey, photosIn, writeSheet } from './sheet.ts';
import { sheetFormOf } from './sheet-form.ts';
import { showSheetSummary } from './summary.ts';

const name = 'selfCheck';

function stateOf(c: Conversation, open: OpenSheet): FormState {
  return { ...memoryOf(c, name, String(open.sheet.area)), answers: open.sheet.answers };
}

/** Stores what a message changed and says what the form says; at its end the summary. */
function said(c: Conversation, open: OpenSheet, taken: FormStep, told = ''): void {
  if (taken.is !== 'said') return;
  const next =
    taken.changes.length === 0
      ? open
      : writeSheet(c, open, Object.fromEntries(taken.changes.map((one) => [one.key, one.after])));
  if (taken.next.is !== 'asks') return showSheetSummary(c, next, `${told}${taken.reply}`);
  keepOpen(c, name, String(open.sheet.area), taken.state);
  c.say(`${told}${taken.reply}`);
}

/** The next open question, or the summary when there is none left. */
export function goOnWithSheet(c: Conversation, open: OpenSheet, told = ''): void {
  said(c, open, resumeForm(sheetFormOf(c, open), stateOf(c, open), told));
}

/** A reply to what is open of a sheet; photos that come with it go to the clause. */
export function* answerQuestion(c: Conversation, open: OpenSheet): Asking<void> {
  const key = stateOf(c, open).open?.key;
  const kept = key === undefined ? open : keepPhotos(c, open, key);
  const state = stateOf(c, kept);
  const form = yield* withSecondOpinion(c, sheetFormOf(c, kept), state, c.text);
  if (c.text === '' && key !== undefined) {
    const count = photosIn(kept.sheet.answers, clauseOfKey(key)).length;
    const told = `照片存好了（${count}张）。\n`;
    return said(
      c,
      kept,
      state.open?.is === 'note' ? resumeForm(form, state, told) : showAgain(form, state, told),
    );
  }
  const heard = stepForm(form, state, c.text);
  const understood = heard.is === 'order' ? readAsAnswer(form, state, c.text, heard.key, false) : heard;
  if (understood.is !== 'nothing') return said(c, kept, understood);
  said(c, kept, notUnderstood(form, state, understood.key ?? '', understood.rest) ?? resumeForm(form, state));
}

/** Photos of this message go to a clause of the sheet. */
function keepPhotos(c: Conversation, open: OpenSheet, key: string): OpenSheet {
  const photos = photosOf(c);
  if (photos.length === 0) return open;
  const clause = clauseOfKey(key);
  const all = [...photosIn(open.sheet.answers, clause), ...photos];
  return writeSheet(c, open, { [photoKey(clause)]: { is: 'known', v: all } });
}

/** 6.3 否 资料不全: one clause by its number, at any time. */
export function correct(c: Conversation, open: OpenSheet, clause: string, words: string): void {
  const question = questionOf(open.list, clause);
  if (question === undefined) return c.say(`这一项里没有${clause}。`);
  const form = sheetFormOf(c, open);
  const state = stateOf(c, open);
  const evidence = /^(?:依据|说明|补充)[：:，,\s]*([\s\S]+)$/u.exec(words)?.[1];
  const answer = open.sheet.answers[clause];
  if (evidence !== undefined && answer?.is === 'known')
    return said(
      c,
      open,
      put(form, state, { [clause]: { ...answer, note: evidence.slice(0, 200) } }, `${clause} 依据记下了。\n`),
    );
  if (words === '') return said(c, open, resumeForm(form, state, '', { key: clause, again: true }));
  const told = form.reader.message(words, open.sheet.answers, clause);
  if (told.order?.action === 'unsure')
    return said(c, open, put(form, state, { [clause]: { is: 'unsure' } }, `${clause} 改好了。\n`));
  const [slot] = told.slots;
  if (slot?.understood.status !== 'value')
    return said(
      c,
      open,
      resumeForm(form, state, `“${words.slice(0, 20)}”没看懂。\n`, { key: clause, again: true }),
    );
  said(c, open, take(form, state, told, { key: clause, correcting: true }, [`${clause} 改好了。`]));
}

/** 全部不涉及: an area that has nothing to do with the unit. */
export function noneConcerns(c: Conversation, open: OpenSheet): void {
  const patch = Object.fromEntries(
    open.list.questions.filter((q) => !q.key.endsWith('-')).map((q) => [q.key, notConcerned]),
  );
  showSheetSummary(c, writeSheet(c, open, patch), '全部记为不涉及。\n');
}

/** 提交: refused while questions are open. */
export function submitSheet(c: Conversation, open: OpenSheet): void {
  const left = openQuestions(open);
  const postponed = nextOpen(open);
  if (left.length > 0 || postponed !== undefined)
    return goOnWithSheet(
      c,
      open,
      `还有${Math.max(left.length, 1)}题没答，答完再交（不清楚可以回“不清楚”）。\n`,
    );
  const stored = writeSheet(c, open, {}, true);
  c.open(undefined);
  c.say(
    `【${stored.duty.area.title}】自查已提交。查出的问题进了问题台账，回“问题”看。还有别的项，回“自查”看进度。`,
  );
}
