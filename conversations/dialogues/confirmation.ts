import type { Conversation } from '../contract/conversation.ts';
import { type Proposal, readAgreement } from '../language/agreement.ts';
import { pickedNumber } from '../language/picked-number.ts';
import { understandControl } from '../understanding/index.ts';
import { handOf } from './visit/hand.ts';
import { nextStep } from './visit/visit-form.ts';

/**
 * Does the message agree to the open confirmation? By number, by its label, or by agreeing words and words of the
 * matter. Undefined: it is about something else, and nothing is done.
 */
export function agreementTo(c: Conversation, matter: Proposal = {}): boolean | undefined {
  const number = pickedNumber(c.text, 2);
  if (number !== undefined) return number === 0;
  const [yes, no] = c.chat.offered ?? [];
  const said = readAgreement(c.text, {
    yes: [...(matter.yes ?? []), ...(yes === undefined ? [] : [yes])],
    no: [...(matter.no ?? []), ...(no === undefined ? [] : [no])],
  });
  return said === undefined ? undefined : said === 'yes';
}

const takesBack = /^(?:撤销|撤回|不问了|不办了)[了吧。.！!]*$/u;

/** 撤销 at a question that was only asked takes back the question, not what was answered before it. */
export function withdrawn(c: Conversation): boolean {
  if (!takesBack.test(c.text)) return false;
  const hand = handOf(c);
  c.open(undefined);
  const inVisit = hand !== undefined && c.state.phase !== 'idle' && c.state.phase !== 'paused';
  c.say(inVisit ? `好，这个不办了。\n${nextStep(c, hand)}` : '好，这个不办了。');
  return true;
}

/** Orders that may be given although something waits to be confirmed. */
const leaving: readonly string[] = [
  'pause',
  'resume',
  'nextHousehold',
  'switchHousehold',
  'notHome',
  'refused',
  'moved',
  'deceased',
  'human',
  'help',
  'restart',
  'edit',
  'sensitive',
];

/**
 * Neither a yes nor a no nor an order to an open confirmation: it stays open and is asked again; nothing of the
 * message is stored.
 */
export function putAgain(c: Conversation): boolean {
  const { open, put } = c.chat;
  if (open?.is !== 'confirm' || put === undefined || c.overheard || open.what === 'correctLast') return false;
  const order = understandControl(c.text)?.action;
  if (order !== undefined && leaving.includes(order)) return false;
  c.say(`这句先不记，先定这个：\n${put}`);
  return true;
}
