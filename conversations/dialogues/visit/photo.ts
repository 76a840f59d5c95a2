import type { AttachmentId } from '../../engine/ids.ts';
import { questionOf } from '../../engine/questionnaire.ts';
import type { Conversation } from '../conversation.ts';
import type { Asking } from '../needs.ts';
import { answerVisit } from './answer.ts';
import { handOf } from './hand.ts';
import { showOpenAgain } from './prompts.ts';

/** Photos go to the open question (or the household as a whole); words that came with them are read as usual. */
export function* takePhotos(c: Conversation, photos: readonly AttachmentId[]): Asking<void> {
  const hand = handOf(c);
  if (hand === undefined) {
    c.say('照片收到了，可现在没有打开的户，不知道放哪儿。先回“排查 姓名”打开那一户，再发一次。');
    return;
  }
  const open = c.chat.open;
  const key = open !== undefined && 'key' in open ? open.key : 'otherProblems';
  c.change({
    do: 'attach',
    attachments: photos,
    to: { visitId: hand.visit.id, householdId: hand.household.id, key },
  });
  if (c.text !== '') return yield* answerVisit(c, hand, open);
  const title = questionOf(hand.list, key)?.title ?? '这户';
  c.say(`照片已存到“${title}”（${photos.length}张）。\n${showOpenAgain(c, hand)}`);
}
