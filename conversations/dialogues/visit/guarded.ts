import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Answer, type Answers, isRegistered } from '../../form/answer.ts';
import type { AnswerChange, Guarded, GuardedChange } from '../../form/form.ts';
import { monitoringFlags } from '../../leads/flags.ts';
import { findProblems } from '../../problems/find.ts';
import { type Hand, isFinished } from './hand.ts';

/**
 * Which changes of a visit are shown before they are made: any after it was handed in; one that takes away a problem
 * or a lead; and one of a weighty subject. What the message before this one said, and what is asked for right now,
 * may be put right without asking, unless a problem goes or the visit was handed in.
 */
export function guardedIn(c: Conversation, hand: Hand, change: GuardedChange): Guarded | undefined {
  const altered = change.changes.filter(alters);
  if (altered.length === 0) return undefined;
  const finished = isFinished(hand.visit);
  const fresh = ({ key }: AnswerChange) => change.justGiven.includes(key) || key === change.asked;
  const lost = lostBy(c, hand, change.before, change.after);
  const older = altered.filter((one) => !change.justGiven.includes(one.key));
  const weighty = weightyKeys(c);
  const held = finished
    ? altered
    : lost.length > 0
      ? older
      : altered.filter((one) => !fresh(one) && weighty.has(one.key));
  return held.length === 0 ? undefined : { keys: held.map((one) => one.key), lost };
}

/** Another value in the place of one somebody gave; what the register said, 不清楚 and 跳过 are no answers yet. */
function alters({ before, after }: AnswerChange): boolean {
  if (before?.is !== 'known' || isRegistered(before)) return false;
  return after === null || whatIs(after) !== whatIs(before);
}

function whatIs(answer: Answer): string {
  return answer.is === 'known' ? JSON.stringify([answer.v, answer.who, answer.persons]) : answer.is;
}

function lostBy(c: Conversation, hand: Hand, before: Answers, after: Answers): string[] {
  const { settings } = c.session;
  const problems = (answers: Answers) =>
    findProblems(answers, hand.household, settings).map((f) => [f.key, `问题“${f.description}”`] as const);
  const leads = (answers: Answers) =>
    monitoringFlags(answers, hand.household, settings).map((f) => [f.key, `监测线索“${f.reason}”`] as const);
  return [problems, leads].flatMap((list) => {
    const left = new Set(list(after).map(([key]) => key));
    return list(before).flatMap(([key, told]) => (left.has(key) ? [] : [told]));
  });
}

function weightyKeys(c: Conversation): ReadonlySet<string> {
  const { householdSections } = campaignOf(c.session.settings);
  return new Set(
    householdSections.flatMap((section) =>
      section.weighty === true ? section.questions.map((q) => q.key) : [],
    ),
  );
}
