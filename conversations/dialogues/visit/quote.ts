import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { inPassing } from '../../form/passing.ts';
import type { Question } from '../../form/question.ts';
import { maskName } from '../../language/masking.ts';
import { openAgain } from '../help.ts';
import { readVisitAnswer } from './answer.ts';
import { type Hand, handOf, inHand, recordAnswers } from './hand.ts';
import { householdHeading, nameSaid } from './naming.ts';
import { visitFormOf } from './visit-form.ts';

/** What a quoted message of the bot speaks of. */
interface Quoted {
  head: string;
  group: string | undefined;
  question: Question | undefined;
}

/**
 * A reply that quotes an older prompt belongs to the household and question it quotes, not to what is open now.
 * Returns false when the quote isn't one of the bot's prompts.
 */
export function* followQuote(c: Conversation, quote: string): Asking<boolean> {
  const quoted = quotedOf(c, quote);
  if (quoted === undefined) return false;
  const current = handOf(c);
  if (current !== undefined && names(quoted, current) && c.state.phase !== 'idle') {
    yield* readVisitAnswer(c, current, quoted.question?.key, c.text);
    return true;
  }
  const hand = current !== undefined && names(quoted, current) ? current : yield* handQuoted(c, quoted);
  if (hand === undefined)
    c.say(`这条是回${quoted.head}那户的，我对不上了。请回“排查 ${quoted.head}”打开那户再说。${openAgain(c)}`);
  else answerInPassing(c, hand, quoted.question?.key);
  return true;
}

/** 【张三·3组】家里几口人？ → the head, the group, and the question whose words stand there. */
function quotedOf(c: Conversation, quote: string): Quoted | undefined {
  const found = /【(?<head>[^】·]{1,16})(?:·(?<group>[^】]{1,12}))?】/u.exec(quote);
  const head = found?.groups?.['head'];
  if (found === null || head === undefined) return undefined;
  const said = quote.slice(found.index + found[0].length);
  const questions = campaignOf(c.session.settings).householdForm.questions;
  const question =
    questions.find((q) => said.includes(q.ask) || (q.verify !== undefined && said.includes(q.verify))) ??
    questions.find(
      (q) => said.startsWith(`${q.title}：`) || said.includes(`${q.title}按哪个`) || said.startsWith(q.title),
    );
  return { head, group: found.groups?.['group'], question };
}

function names({ head, group }: Quoted, { household }: Hand): boolean {
  const named = household.headName === head || maskName(household.headName) === head;
  return named && (group === undefined || household.group === group);
}

/** The visit quoted: one of those asked about lately, else found by the head's name; only the speaker's own. */
function* handQuoted(c: Conversation, quoted: Quoted): Asking<Hand | undefined> {
  const asked = c.state.asked.filter((a) => a.head === quoted.head || maskName(a.head) === quoted.head);
  for (const visitId of new Set(asked.map((a) => a.visitId)).values()) {
    const hand = ownHand(c, yield* ask('openVisit', { id: visitId }));
    if (hand !== undefined && names(quoted, hand)) return hand;
  }
  if (quoted.head.includes('*')) return undefined;
  const found = yield* ask('findHouseholds', { words: quoted.head, limit: 9 });
  const [only, ...more] = found.filter(
    (h) => h.headName === quoted.head && (quoted.group === undefined || h.group === quoted.group),
  );
  if (only === undefined || more.length > 0) return undefined;
  return ownHand(
    c,
    yield* ask('openHousehold', {
      id: only.id,
      questionnaire: campaignOf(c.session.settings).householdForm.id,
    }),
  );
}

type Opened = Parameters<typeof inHand>[2];

function ownHand(
  c: Conversation,
  opened: { visit: Parameters<typeof inHand>[1] | null; household: Opened } | null,
): Hand | undefined {
  if (opened === null || opened.visit === null || opened.visit.helper !== c.speaker.id) return undefined;
  return inHand(c, opened.visit, opened.household);
}

/** Answers an old prompt of another household; what is open in this chat stays open. */
function answerInPassing(c: Conversation, hand: Hand, key: string | undefined): void {
  const name = householdHeading(c, hand.household);
  const said = inPassing(visitFormOf(c, hand), hand.visit.answers, c.text, key);
  if (said.is === 'unclear')
    return c.say(
      `${name}${said.why ?? '没看懂这条。'}\n长按那条再回一次，或回“排查 ${nameSaid(c, hand.household)}”打开那户。${openAgain(c)}`,
    );
  recordAnswers(c, hand, said.answers, said.changes);
  c.say(`${name}${said.told}${openAgain(c)}`);
}
