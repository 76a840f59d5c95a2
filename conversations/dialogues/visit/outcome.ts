import { ledgerOutcomes } from '../../campaign/outcomes.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Outcome } from '../../contract/session.ts';
import type { Patch } from '../../form/form.ts';
import { briefLabel } from './brief-label.ts';
import type { Ending } from './endings.ts';
import { type Hand, save, writeAnswers } from './hand.ts';
import { householdHeading } from './naming.ts';
import { remarkKeys } from './remarks.ts';
import { reopened } from './start.ts';
import { nextStep, takeTold, visitFormOf } from './visit-form.ts';

type EndedAs = Exclude<Outcome, 'answered'>;

/** What the bot heard about the household itself: asked about first, unless it only goes on without its head. */
export function hearEnding(c: Conversation, hand: Hand, ending: Ending): void {
  if (ending.is === 'refused') return askOutcome(c, hand, 'refused');
  if (ending.is === 'merged') return askOutcome(c, hand, 'merged', ending.into);
  if (ending.left && ending.sure) return goOnWithoutHead(c, hand, c.text);
  if (ending.left) return askWhoDied(c, hand);
  askOutcome(c, hand, 'deceased');
}

/** Nobody at home: the household stays on the list and comes up again another day. */
export function* recordNotHome(c: Conversation, hand: Hand): Asking<void> {
  save(c, { ...hand, visit: { ...hand.visit, status: 'draft', outcome: 'notHome' } });
  yield* leave(c, `${householdHeading(c, hand.household)}记下：不在家。这户还在名单上，过后再去。`, hand);
}

/** What the two answers to the question before an ending mean. */
const answersTo: Partial<Record<EndedAs, string>> = {
  deceased: '1.家里没人了 2.还有人，接着排查',
};

/** An outcome that ends the visit is confirmed first: it takes the household off the list. */
export function askOutcome(c: Conversation, hand: Hand, outcome: EndedAs, into?: string): void {
  c.open({
    is: 'confirm',
    what: 'outcome',
    payload: { visit: hand.visit.id, outcome, ...(into === undefined ? {} : { into }) },
  });
  const asked =
    outcome === 'deceased'
      ? '户主过世了。家里还有别的人吗？'
      : into === undefined || c.inRoom
        ? ledgerOutcomes[outcome].confirm
        : `这户并到${into}家了，在那户一起排查？`;
  c.say(`${householdHeading(c, hand.household)}${asked}\n${answersTo[outcome] ?? '1.是 2.不是'}`);
}

export function* recordOutcome(
  c: Conversation,
  hand: Hand,
  outcome: EndedAs,
  said: boolean,
  into: string | undefined,
): Asking<void> {
  if (!said && outcome === 'deceased') return goOnWithoutHead(c, hand, c.text);
  if (!said) return c.say(`好，接着排查。\n${nextStep(c, hand)}`);
  const remark: Patch =
    outcome === 'merged' && into !== undefined ? { [remarkKeys.mergedInto]: { is: 'known', v: into } } : {};
  const ended = ledgerOutcomes[outcome].again
    ? ({ status: 'draft', outcome } as const)
    : ({ status: 'submitted', outcome, submittedAt: c.at } as const);
  writeAnswers(c, hand, remark, ended);
  yield* leave(c, `${householdHeading(c, hand.household)}${ledgerOutcomes[outcome].recorded}`, hand);
}

/** 老人走了，还有3口人: was it the head? */
function askWhoDied(c: Conversation, hand: Hand): void {
  c.open({
    is: 'confirm',
    what: 'headDied',
    payload: { visit: hand.visit.id, text: c.text.slice(0, 200) },
  });
  c.say(`${householdHeading(c, hand.household)}过世的是户主吗？\n1.是户主 2.是家里别的人`);
}

/** The head has died and others are left: the visit goes on, and the village learns that the head is to change. */
export function goOnWithoutHead(c: Conversation, hand: Hand, text = ''): void {
  const noted = writeAnswers(c, reopened(hand), {
    [remarkKeys.headChange]: { is: 'known', v: '户主已故，户主待变更' },
  });
  const told = '记下：户主待变更，请村里办户主变更。接着问家里现在的情况。';
  const slots = countsSaid(c, noted, text);
  if (slots.length > 0) takeTold(c, noted, { slots, rest: [] }, {}, [told]);
  else c.say(`${told}\n${nextStep(c, noted)}`);
}

/** How many are left, where it was said in numbers: 还有3口人. */
function countsSaid(c: Conversation, hand: Hand, text: string) {
  if (!/[\d一二两三四五六七八九十](?:[口个]?人|口)/u.test(text)) return [];
  return visitFormOf(c, hand)
    .reader.message(text, hand.visit.answers, undefined)
    .slots.filter((slot) => slot.key === 'population');
}

function* leave(c: Conversation, told: string, hand: Hand): Asking<void> {
  c.open(undefined);
  c.patch({ phase: 'idle' });
  const next = yield* ask('nextHouseholds', { limit: 1, after: hand.household.id });
  const first = next[0];
  c.say(first === undefined ? told : `${told}\n下一户：${briefLabel(c, first)}，回“下一户”开始。`);
}
