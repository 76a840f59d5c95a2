import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { isRegistered, withoutDetails } from '../../form/answer.ts';
import { showAnswer } from '../../form/show-answer.ts';
import { findProblems } from '../../problems/find.ts';
import { type Hand, isFinished } from './hand.ts';
import { householdHeading, mayBeSaid } from './naming.ts';
import { summaryCard } from './summary.ts';

/** The card; `whole`: with every answer, else only what needs a look. */
export function showVisitCard(c: Conversation, hand: Hand, whole = false): string {
  c.open({ is: 'summary', visitId: hand.visit.id });
  c.patch({ phase: 'summary', card: hand.visit.id });
  return summaryCard({
    household: hand.household,
    answers: hand.visit.answers,
    settings: c.session.settings,
    masked: c.inRoom,
    submitted: isFinished(hand.visit),
    folded: !whole,
  });
}

/** The card was shown before: whether there are problems, and how to go on. */
export function cardInShort(c: Conversation, hand: Hand): string {
  c.open({ is: 'summary', visitId: hand.visit.id });
  c.patch({ phase: 'summary' });
  const count = findProblems(hand.visit.answers, hand.household, c.session.settings).length;
  const found = count === 0 ? '没发现问题' : `问题${count}个`;
  return `${householdHeading(c, hand.household)}都答完了，${found}。核对无误回“提交”；要看全部回“修改”。`;
}

/** After a correction of a submitted visit: nothing to submit again, the ledger has it already. */
export function stillSubmitted(c: Conversation, hand: Hand, changed = true): string {
  c.open(undefined);
  c.patch({ phase: 'idle' });
  if (!changed) return `${householdHeading(c, hand.household)}台账没有变动。回“下一户”继续。`;
  const count = findProblems(hand.visit.answers, hand.household, c.session.settings).length;
  return `${householdHeading(c, hand.household)}台账已更新${count === 0 ? '，没有问题' : `，问题${count}个`}。回“下一户”继续。`;
}

/** The card with what the register says: 对 confirms it all, and only the rest is asked. */
export function registerCard(c: Conversation, hand: Hand): string | undefined {
  const shown = hand.list.questions.flatMap((q) => {
    const answer = hand.visit.answers[q.key];
    const filled = isRegistered(answer) && mayBeSaid(c, q);
    return filled ? [`${q.title}：${showAnswer(q, c.inRoom ? withoutDetails(answer) : answer)}`] : [];
  });
  if (shown.length === 0) return undefined;
  c.open({ is: 'card', visitId: hand.visit.id });
  c.patch({ phase: 'asking' });
  // In a group nobody is invited to tell the income.
  const example = campaignOf(c.session.settings).texts.examples.atOnce;
  const atOnce = c.inRoom ? '' : `；也可以一口气说完，如“${example}”`;
  return `${shown.join('；')}\n对就回“对”，不对直接说${atOnce}`;
}
