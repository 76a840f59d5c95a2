import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Prompt } from '../../contract/state.ts';
import { numberOf } from '../../form/answer.ts';
import type { Form, FormPrompt, FormState, FormStep } from '../../form/form.ts';
import type { PersonTold } from '../../form/person.ts';
import { missingQuestions } from '../../form/questionnaire.ts';
import { resumeForm, showAgain, take } from '../../form/step.ts';
import type { Told } from '../../form/told.ts';
import { askLine, choiceLine, doubtText } from '../../form/wording.ts';
import type { HouseholdSubject } from '../../subjects/subject.ts';
import { cardInShort, registerCard, showVisitCard, stillSubmitted } from './cards.ts';
import { guardedIn } from './guarded.ts';
import { type Hand, isFinished, recordAnswers } from './hand.ts';
import { isJustAdded } from './just-added.ts';
import { householdHeading } from './naming.ts';
import { visitReader } from './visit-reader.ts';
import { contactLine, handsIn } from './wording.ts';

/** A visit as a form. */
export function visitFormOf(c: Conversation, hand: Hand): Form<HouseholdSubject> {
  const { household, list, subject } = hand;
  const { members } = household;
  return {
    list,
    subject,
    reader: visitReader(list, household),
    manner: {
      heading: () => householdHeading(c, household),
      ask: askLine,
      choices: choiceLine,
      doubt: (question, doubt) => doubtText(question, doubt, c.inRoom),
      contact: contactLine(c),
      change: campaignOf(c.session.settings).texts.examples.change,
    },
    inGroup: c.inRoom,
    people: members.map(({ no, name, birthYear, relation }) => ({
      no,
      name,
      ...(relation === undefined ? {} : { relation }),
      ...(birthYear === undefined ? {} : { age: subject.year - birthYear }),
    })),
    alone: (answers) => {
      const people = numberOf(answers, 'population') ?? household.population;
      return people === 1 ? headOf(household) : undefined;
    },
    known: [household.headName, ...members.map((m) => m.name)],
    guard: (change) => guardedIn(c, hand, change),
    keeps: ({ action }) =>
      (action === 'confirm' && handsIn(c.text)) || (action === 'undo' && isJustAdded(c, hand)),
  };
}

/** The head among the members, where the register has them one by one. */
function headOf({ headName, members }: Hand['household']): PersonTold {
  const member = members.find(({ name }) => name === headName);
  return member === undefined ? { name: headName } : { no: member.no, name: headName };
}

/** Where the visit stands in this chat. */
export function stateOf(c: Conversation, hand: Hand): FormState {
  const { undo, trail, doubts } = c.state;
  const open = promptOf(c.chat.open, hand);
  return {
    answers: hand.visit.answers,
    misses: c.chat.misses,
    trail,
    doubts,
    ...(open === undefined ? {} : { open }),
    ...(undo?.visitId === hand.visit.id ? { undo: undo.before } : {}),
  };
}

function promptOf(open: Prompt | undefined, hand: Hand): FormPrompt | undefined {
  if (open === undefined || !('visitId' in open) || !('key' in open)) return undefined;
  if (open.visitId !== hand.visit.id) return undefined;
  const { visitId: _, ...prompt } = open;
  return prompt;
}

/** Records what a step changed, opens what it waits for, and gives all that is to be said. */
export function settleVisit(
  c: Conversation,
  hand: Hand,
  step: Extract<FormStep, { is: 'said' }>,
): { hand: Hand; text: string } {
  const { state, changes, reply, next } = step;
  const after = recordAnswers(c, hand, state.answers, changes);
  const before = state.undo;
  c.patch({
    trail: [...state.trail],
    doubts: { ...state.doubts },
    ...(changes.length === 0 || before === undefined ? {} : { undo: { visitId: hand.visit.id, before } }),
  });
  if (next.is === 'finished')
    return {
      hand: after,
      text: `${reply}${isFinished(after.visit) ? stillSubmitted(c, after, changes.length > 0) : cardOf(c, after)}`,
    };
  if (next.is === 'inPrivate') return { hand: after, text: `${reply}${inPrivate(c, after, next.left)}` };
  waitFor(c, after, state);
  return { hand: after, text: reply };
}

/** The whole card once; after a change the changed line has been said, and how it stands now is enough. */
function cardOf(c: Conversation, hand: Hand): string {
  return c.state.card === hand.visit.id ? cardInShort(c, hand) : showVisitCard(c, hand);
}

function waitFor(c: Conversation, hand: Hand, { open, misses }: FormState): void {
  if (open === undefined) return c.keep(c.chat.open, misses);
  if (open.is !== 'note') c.keep({ ...open, visitId: hand.visit.id }, misses);
  if (open.is === 'reason') return;
  const { visit, household } = hand;
  const others = c.state.asked.filter((a) => a.visitId !== visit.id);
  const asked = [...others, { visitId: visit.id, head: household.headName, key: open.key }].slice(-12);
  c.patch({ phase: 'asking', ...(open.is === 'who' ? {} : { asked }) });
}

/** In a group the rest (health, income, schooling) is offered in private; the visit goes on there. */
function inPrivate(c: Conversation, hand: Hand, left: number | undefined): string {
  c.open(undefined);
  c.patch({ phase: 'paused' });
  const name = householdHeading(c, hand.household);
  if (left === undefined) return `${name}这项涉及收入、健康或上学，不在群里说。请私聊我回“继续”，在那儿说。`;
  const rest = left === 0 ? '还有几句' : `还剩${left}项，`;
  return `${name}${rest}涉及收入、健康、上学，不在群里问。请私聊我回“继续”接着答。`;
}

/** What a step says, where it can only say something. */
function told(c: Conversation, hand: Hand, step: FormStep): string {
  return step.is === 'said' ? settleVisit(c, hand, step).text : '';
}

/** Opens the next step of the visit in this chat and returns what to say: a question, a doubt, or the card. */
export function nextStep(c: Conversation, hand: Hand): string {
  return told(c, hand, resumeForm(visitFormOf(c, hand), stateOf(c, hand)));
}

/** Asks this question; `again`: what stands there is shown. */
export function askAbout(c: Conversation, hand: Hand, key: string, again = false): string {
  return told(c, hand, resumeForm(visitFormOf(c, hand), stateOf(c, hand), '', { key, again }));
}

/** Takes what was read elsewhere and goes on; `before`: lines said first. */
export function takeTold(
  c: Conversation,
  hand: Hand,
  read: Told,
  asked: { key?: string | undefined; correcting?: boolean } = {},
  before: readonly string[] = [],
): void {
  c.say(told(c, hand, take(visitFormOf(c, hand), stateOf(c, hand), read, asked, before)));
}

/** Repeats what is open in this chat, in one message. */
export function showOpenAgain(c: Conversation, hand: Hand): string {
  const { open } = c.chat;
  if (open === undefined || !('visitId' in open) || open.visitId !== hand.visit.id) return nextStep(c, hand);
  if (open.is === 'summary') return summaryAgain(c, hand);
  if (open.is === 'card') return cardAgain(c, hand);
  return told(c, hand, showAgain(visitFormOf(c, hand), stateOf(c, hand)));
}

/** The register's card stays open until it is confirmed or answered. */
function cardAgain(c: Conversation, hand: Hand): string {
  const card = registerCard(c, hand);
  return card === undefined ? nextStep(c, hand) : `${householdHeading(c, hand.household)}登记的情况：${card}`;
}

/** The whole card once is enough. */
function summaryAgain(c: Conversation, hand: Hand): string {
  const missing = missingQuestions(hand.list, hand.visit.answers, hand.subject);
  if (missing.length > 0) return nextStep(c, hand);
  return isFinished(hand.visit) ? stillSubmitted(c, hand) : cardInShort(c, hand);
}
