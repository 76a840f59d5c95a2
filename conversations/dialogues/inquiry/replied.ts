import type { Conversation } from '../../contract/conversation.ts';
import { openAgain } from '../help.ts';
import type { AnswerSaid } from './answer-said.ts';

/** Says it; what names households goes to the asker's own chat, and the group hears that it went there. */
export function replied(c: Conversation, said: AnswerSaid): boolean {
  if (said.text === '') return c.replied;
  const extra = said.document === undefined ? {} : { document: said.document };
  if (!c.inRoom || said.namesHouseholds !== true) {
    c.say(`${said.text}${openAgain(c)}`, extra);
    return true;
  }
  c.say('涉及具体的户，已私发给您，群里不列。');
  c.say(said.text, { ...extra, privately: true });
  return true;
}
