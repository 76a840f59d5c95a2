import type { Outcome } from '../../engine/session.ts';
import { ledgerOutcomes } from '../../household/outcomes.ts';
import type { Conversation } from '../conversation.ts';
import { type Asking, ask } from '../needs.ts';
import { type Hand, save } from './hand.ts';
import { heading, nextStep } from './prompts.ts';
import { briefLabel } from './start.ts';

type Ending = Exclude<Outcome, 'answered'>;

/** Nobody at home: the household stays on the list and comes up again another day. */
export function* recordNotHome(c: Conversation, hand: Hand): Asking<void> {
  save(c, { ...hand, visit: { ...hand.visit, status: 'draft', outcome: 'notHome' } });
  yield* leave(c, `${heading(c, hand.household)}记下：不在家。这户还在名单上，过后再去。`, hand);
}

/** An outcome that ends the visit is confirmed first: it takes the household off the list. */
export function askOutcome(c: Conversation, hand: Hand, outcome: Ending): void {
  c.open({ is: 'confirm', what: 'outcome', payload: { visit: hand.visit.id, outcome } });
  c.say(`${heading(c, hand.household)}${ledgerOutcomes[outcome].confirm}\n1.是 2.不是`);
}

export function* recordOutcome(c: Conversation, hand: Hand, outcome: Ending, said: boolean): Asking<void> {
  if (!said) {
    c.say(`好，接着排查。\n${nextStep(c, hand)}`);
    return;
  }
  const ended = ledgerOutcomes[outcome].again
    ? ({ status: 'draft', outcome } as const)
    : ({ status: 'submitted', outcome, submittedAt: c.at } as const);
  save(c, { ...hand, visit: { ...hand.visit, ...ended } });
  yield* leave(c, `${heading(c, hand.household)}${ledgerOutcomes[outcome].recorded}`, hand);
}

function* leave(c: Conversation, told: string, hand: Hand): Asking<void> {
  c.open(undefined);
  c.patch({ phase: 'idle' });
  const next = yield* ask('nextHouseholds', { limit: 1, after: hand.household.id });
  const first = next[0];
  c.say(first === undefined ? told : `${told}\n下一户：${briefLabel(c, first)}，回“下一户”开始。`);
}
