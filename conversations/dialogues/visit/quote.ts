import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Question } from '../../form/question.ts';
import { questionOf } from '../../form/questionnaire.ts';
import { householdQuestionnaire } from '../../household/questionnaire.ts';
import { maskName } from '../../language/masking.ts';
import { hintOf } from '../../understanding/hints.ts';
import { understandAnswer } from '../../understanding/index.ts';
import { openAgain } from '../help.ts';
import { echoLines } from './apply.ts';
import { doubtText } from './doubts.ts';
import { type Hand, handOf, inHand, type Patch, write } from './hand.ts';
import { heading, nameSaid } from './question-text.ts';
import { readAnswer } from './read-answer.ts';
import { readFor, takeSlots } from './take.ts';

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
  const quoted = quotedOf(quote);
  if (quoted === undefined) return false;
  const current = handOf(c);
  if (current !== undefined && names(quoted, current) && c.state.phase !== 'idle') {
    yield* readAnswer(c, current, quoted.question?.key, c.text);
    return true;
  }
  const hand = current !== undefined && names(quoted, current) ? current : yield* handQuoted(c, quoted);
  if (hand === undefined)
    c.say(`这条是回${quoted.head}那户的，我对不上了。请回“排查 ${quoted.head}”打开那户再说。${openAgain(c)}`);
  else answerInPassing(c, hand, quoted.question?.key);
  return true;
}

/** 【张三·3组】家里几口人？ → the head, the group, and the question whose words stand there. */
function quotedOf(quote: string): Quoted | undefined {
  const found = /【(?<head>[^】·]{1,16})(?:·(?<group>[^】]{1,12}))?】/u.exec(quote);
  const head = found?.groups?.['head'];
  if (found === null || head === undefined) return undefined;
  const said = quote.slice(found.index + found[0].length);
  const questions = householdQuestionnaire.questions;
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
  return ownHand(c, yield* ask('openHousehold', { id: only.id, questionnaire: householdQuestionnaire.id }));
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
  const name = heading(c, hand.household);
  const { patch, doubt } = patchSaid(hand, c.text, key);
  if (Object.keys(patch).length === 0) {
    const asked = doubt ?? '没看懂这条。';
    c.say(
      `${name}${asked}\n长按那条再回一次，或回“排查 ${nameSaid(c, hand.household)}”打开那户。${openAgain(c)}`,
    );
    return;
  }
  const next = write(c, hand, patch);
  // The undo of the visit in hand must not reach into another household.
  c.patch({ undo: c.session.dialogue.undo, trail: c.session.dialogue.trail });
  c.say(`${name}${echoLines(c, next, patch, hand.visit.answers).join('')}${openAgain(c)}`);
}

function patchSaid(hand: Hand, text: string, key: string | undefined): { patch: Patch; doubt?: string } {
  const reading = readFor(hand, text, key);
  const { control } = reading;
  if (key !== undefined && control?.action === 'unsure') return { patch: { [key]: { is: 'unsure' } } };
  const target = control?.action === 'edit' ? editTarget(control.target, key) : undefined;
  const question = target === undefined ? undefined : questionOf(hand.list, target);
  const slots =
    question === undefined
      ? control?.action === 'edit'
        ? readFor(hand, control.value ?? '', key).slots
        : reading.slots
      : [
          {
            key: question.key,
            understood: understandAnswer(control?.value ?? '', hintOf(question)),
            words: control?.value ?? '',
          },
        ];
  const taken = takeSlots(hand, slots, { key, correcting: true });
  const [doubted] = Object.entries(taken.doubts);
  const about = doubted === undefined ? undefined : questionOf(hand.list, doubted[0]);
  const said = about === undefined || doubted === undefined ? taken.odd?.why : doubtText(about, doubted[1]);
  return { patch: taken.patch, ...(said === undefined ? {} : { doubt: said }) };
}

function editTarget(target: string | undefined, key: string | undefined): string | undefined {
  return target === undefined || target === 'current' || target === 'previous' ? key : target;
}
