import { isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Condition, Inquiry, Place } from '../../inquiry/inquiry.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import type { AnswerSaid } from './answer-said.ts';
import { oneNamed, ownPlace } from './resolve.ts';

/** 2组归不归我管: how many of its households are the speaker's own. Undefined where a name is asked for, or no place. */
export function* mineAsked(c: Conversation, said: InquirySaid): Asking<AnswerSaid | undefined> {
  const { group } = said;
  if (!said.ideas.has('ofMe') || said.unread.length + said.stranded.length > 0) return undefined;
  if (group === undefined && said.place === undefined) return undefined;
  const named = yield* oneNamed(c, said.place);
  if (named === 'several') return { text: '' };
  const place = ownPlace(c, named);
  const inGroup: readonly Condition[] = group === undefined ? [] : [{ on: 'group', values: [group] }];
  const counted = (where: readonly Condition[], at: Place) =>
    ask('countInquiry', {
      inquiry: { want: 'count', of: 'households', where: [...where], place: at } satisfies Inquiry,
      today: isoDate(c.at),
    });
  const self: Condition = { on: 'helper', staff: c.speaker.id, name: c.speaker.name };
  const mine = (yield* counted([...inGroup, self], place)).n;
  const all = (yield* counted(inGroup, place)).n;
  const where = `${place.name}${group ?? ''}`;
  if (all === 0) return { text: `${where}名册里没有您能看的户。` };
  if (mine === all) return { text: `归您：${where}${all}户都在您名下。` };
  if (mine > 0)
    return { text: `${where}${all}户里${mine}户在您名下，其余不归您。回“查 户主姓名”看那户归谁。` };
  return { text: `不归您：${where}${all}户里没有您名下的。回“查 户主姓名”看那户归谁。` };
}
