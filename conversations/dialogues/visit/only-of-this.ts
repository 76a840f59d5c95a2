import type { Conversation } from '../../contract/conversation.ts';
import type { FormOrder } from '../../form/told.ts';
import { maskName } from '../../language/masking.ts';
import type { Hand } from './hand.ts';
import { showOpenAgain, takeTold, visitFormOf } from './visit-form.ts';
import { numbersWarning } from './wording.ts';

/** ID and phone numbers are left out; what else the message says is taken. */
export function withoutNumbers(c: Conversation, hand: Hand, key: string | undefined, text: string): void {
  const rest = text
    .normalize('NFKC')
    .replace(/[\dXx*\-\s]{11,}/gu, ' ')
    .replace(/(?:身份证号?码?|电话|手机号?码?|联系方式)[是为:：]*/gu, ' ')
    .trim();
  const warning = numbersWarning(c);
  const told = rest === '' ? undefined : visitFormOf(c, hand).reader.message(rest, hand.visit.answers, key);
  if (told !== undefined && told.slots.length > 0)
    takeTold(c, hand, { ...told, rest: [] }, { key }, [warning]);
  else c.say(`${warning}\n${showOpenAgain(c, hand)}`);
}

/** One message, two households: what was said before the other's name is this one's, the rest waits. */
export function onlyThisHousehold(
  c: Conversation,
  hand: Hand,
  key: string | undefined,
  { household: name = '', value: before = '' }: FormOrder,
): void {
  const other = c.inRoom ? maskName(name) : name;
  const warning = `一条只说一户：${other}家的没记，等下回“排查 ${other}”再说。`;
  const told =
    before === '' ? undefined : visitFormOf(c, hand).reader.message(before, hand.visit.answers, key);
  if (told !== undefined && told.slots.length > 0) takeTold(c, hand, told, { key }, [warning]);
  else c.say(`${warning}\n${showOpenAgain(c, hand)}`);
}
