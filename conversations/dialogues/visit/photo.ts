import type { Conversation } from '../../contract/conversation.ts';
import type { AttachmentId } from '../../contract/ids.ts';
import type { Asking } from '../../contract/needs.ts';
import { questionOf } from '../../form/questionnaire.ts';
import { besideKey } from '../../subjects/closing/questions.ts';
import { answerVisit } from './answer.ts';
import { type Hand, handOf } from './hand.ts';
import { householdHeading, mayBeSaid } from './naming.ts';
import { askPhotos, ofWhat, photosMissing } from './photos-asked.ts';
import { showOpenAgain, visitFormOf } from './visit-form.ts';

/** Photos go to the open question, or to what the words beside them speak of; the words are read as usual. */
export function* takePhotos(c: Conversation, photos: readonly AttachmentId[]): Asking<void> {
  const hand = handOf(c);
  if (hand === undefined) {
    c.say('照片收到了，可现在没有打开的户，不知道放哪儿。先回“排查 姓名”打开那一户，再发一次。');
    return;
  }
  const missing = yield* photosMissing(c, hand);
  const key = keyFor(c, hand, missing[0]);
  c.change({
    do: 'attach',
    attachments: photos,
    to: { visitId: hand.visit.id, householdId: hand.household.id, key },
  });
  if (c.state.phase === 'idle') return storedLater(c, hand);
  if (c.text !== '') return yield* answerVisit(c, hand);
  if (c.chat.open?.is === 'confirm' && c.chat.open.what === 'noPhoto')
    return photoAsked(c, hand, key, missing);
  const open = c.chat.open;
  const named = (open !== undefined && 'key' in open) || key === missing[0];
  const question = named ? questionOf(hand.list, key) : undefined;
  const place = question === undefined || !mayBeSaid(c, question) ? '这户' : `“${question.title}”`;
  c.say(`照片已存到${place}。\n${showOpenAgain(c, hand)}`);
}

/** It was this photo that kept the visit from being handed in; another may still. */
function photoAsked(c: Conversation, hand: Hand, key: string, missing: readonly string[]): void {
  const left = missing.filter((one) => one !== key);
  const stored = `照片已存到${ofWhat(c, hand, [key])}。`;
  if (left.length > 0) return askPhotos(c, hand, left, stored);
  c.open({ is: 'summary', visitId: hand.visit.id });
  c.patch({ phase: 'summary' });
  c.say(`${stored}回“提交”就交上。`);
}

/** `missing`: what a photo was asked for, where nothing else is being answered. */
function keyFor(c: Conversation, hand: Hand, missing: string | undefined): string {
  const open = c.chat.open;
  const asked = open !== undefined && 'key' in open ? open.key : undefined;
  const spoken =
    c.text === ''
      ? undefined
      : visitFormOf(c, hand).reader.message(c.text, hand.visit.answers, asked).slots[0]?.key;
  return spoken ?? asked ?? missing ?? besideKey;
}

/** Nothing is being answered: the photo goes to the household last spoken of, and it is said which. */
function storedLater(c: Conversation, hand: Hand): void {
  const words = c.text === '' ? '' : '文字没记，要改请直接说，如“饮水改成有问题”。';
  c.say(
    `照片存到了${householdHeading(c, hand.household)}。${words}不是这户的，先回“排查 姓名”再发一次；都好了回“下一户”。`,
  );
}
