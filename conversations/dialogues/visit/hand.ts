import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Household } from '../../contract/household.ts';
import { isHandedIn, type Visit } from '../../contract/session.ts';
import type { AnswerLogged } from '../../contract/turn.ts';
import { type Answers, isRegistered } from '../../form/answer.ts';
import type { AnswerChange, Patch } from '../../form/form.ts';
import { changesBetween, patched, trailAfter, undoing } from '../../form/patch.ts';
import { upgradeAnswers } from '../../form/upgrade.ts';
import { monitoringFlags } from '../../leads/flags.ts';
import { contradictions } from '../../problems/contradictions.ts';
import { findProblems } from '../../problems/find.ts';
import type { HouseholdForm, HouseholdSubject } from '../../subjects/subject.ts';

/** The visit a person is busy with, together with all that its questions look at. */
export interface Hand {
  visit: Visit;
  household: Household;
  subject: HouseholdSubject & { household: Household };
  list: HouseholdForm;
}

export function inHand(c: Conversation, visit: Visit, household: Household): Hand {
  const list = campaignOf(c.session.settings).householdForm;
  const current =
    visit.questionnaireVersion === list.version
      ? visit
      : { ...visit, answers: upgradeAnswers(visit.answers, list), questionnaireVersion: list.version };
  return {
    visit: current,
    household,
    subject: { household, year: c.session.settings.year, incomeLine: c.session.settings.incomeLine.yuan },
    list,
  };
}

/** The visit this dialogue points to, if the speaker still holds it (it may have been handed over). */
export function handOf(c: Conversation): Hand | undefined {
  const { visit, household } = c.session;
  if (visit === null || household === null || c.state.visitId !== visit.id) return undefined;
  return visit.helper === c.speaker.id ? inHand(c, visit, household) : undefined;
}

/** Answered and handed in; what is changed later goes straight into the ledger. */
export function isFinished(visit: Visit): boolean {
  return isHandedIn(visit.status) && visit.outcome === 'answered';
}

/** Ended without answers: not at home, refused, moved away, deceased, merged. */
export function endedAs(visit: Visit): Exclude<Visit['outcome'], 'answered' | null> | undefined {
  return visit.outcome === null || visit.outcome === 'answered' ? undefined : visit.outcome;
}

/**
 * Records answers that changed: computes the problems anew and logs each change. A submitted visit stays submitted:
 * the ledger shows the latest.
 */
export function recordAnswers(
  c: Conversation,
  hand: Hand,
  answers: Answers,
  changes: readonly AnswerChange[],
  over: Partial<Visit> = {},
): Hand {
  const { visit } = hand;
  if (changes.length === 0 && Object.keys(over).length === 0) return hand;
  const logged = changes.map(
    ({ key, before, after }): AnswerLogged => ({
      visitId: visit.id,
      householdId: visit.householdId,
      question: key,
      before,
      after,
    }),
  );
  if (logged.length > 0) c.change({ do: 'logAnswers', answers: logged });
  const again = logged.length > 0 ? takenUpAgain(visit) : {};
  const next: Hand = { ...hand, visit: { ...visit, ...again, ...over, answers } };
  save(c, next);
  return next;
}

/** Puts answers in that no question asked for, and remembers what stood there. */
export function writeAnswers(c: Conversation, hand: Hand, patch: Patch, over: Partial<Visit> = {}): Hand {
  const before = hand.visit.answers;
  const after = patched(hand.list, hand.subject, before, patch);
  const changes = changesBetween(before, after);
  if (changes.length > 0)
    c.patch({
      undo: { visitId: hand.visit.id, before: undoing(changes) },
      trail: trailAfter(c.state.trail, changes),
      doubts: without(c.state.doubts, Object.keys(patch)),
    });
  return recordAnswers(c, hand, after, changes, over);
}

/** A change puts a returned visit back to work, and what was verified is to be verified anew. */
function takenUpAgain(visit: Visit): Partial<Visit> {
  if (visit.status === 'returned') return { status: 'draft', outcome: null };
  return visit.status === 'verified' ? { status: 'submitted' } : {};
}

/** Stores the visit as it stands; a finished one also reconciles its problems and monitoring flags. */
export function save(c: Conversation, hand: Hand): void {
  const { visit, household } = hand;
  const settings = c.session.settings;
  const finished = isFinished(visit);
  const findings = findProblems(visit.answers, household, settings);
  c.change({
    do: 'saveVisit',
    visit,
    household: { id: household.id, village: household.village, township: household.township },
    problemCount: findings.length,
    toVerify: Object.keys(visit.answers).filter((key) => visit.answers[key]?.is === 'unsure'),
    warnings: finished ? contradictions(visit.answers, household, settings).map((w) => w.key) : [],
  });
  if (visit.status === 'draft') return;
  c.change({
    do: 'reconcile',
    visit: { id: visit.id, householdId: visit.householdId, helper: visit.helper },
    household: { id: household.id, village: household.village, township: household.township },
    findings: finished ? findings : [],
    flags: finished ? monitoringFlags(visit.answers, household, settings) : [],
  });
}

function without<T>(record: Record<string, T>, keys: readonly string[]): Record<string, T> {
  if (!keys.some((key) => key in record)) return record;
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

/** The register's values as answers: the helper said that they are right. Where they come from stays with them. */
export function confirmedAnswers(hand: Hand, shown: (key: string) => boolean = () => true): Patch {
  const filled = Object.entries(hand.visit.answers).flatMap(([key, answer]) => {
    if (answer.is !== 'known' || !isRegistered(answer) || !shown(key)) return [];
    return [[key, { ...answer, confirmed: true as const }] as const];
  });
  return Object.fromEntries(filled);
}
