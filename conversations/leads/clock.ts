import { addDays, dayInWords, daysBetween, isoDate } from '../calendar/days.ts';
import { noDays, nthWorkingDay, type OfficialDays } from '../calendar/workdays.ts';
import { isOpen, type Lead, type OpenLeadStage, undecidedLeadStages } from './lead.ts';

/** From the lead to the county's decision at most this many days (中农组发〔2021〕7号及各县程序的上限). */
export const wholeDays = 15;

/** Full days the notice hangs in the village; the day it is put up isn't counted. */
export const noticeDays = 5;

/** A household that declares itself: the check within two working days, the whole within twenty. */
const declared = { check: 2, whole: 20 } as const;

/** A help plan with its responsible person within ten days of the decision. */
const planDays = 10;

/**
 * Days for each step from the moment the lead reaches its stage. Those up to the decision stay together within the
 * fifteen; the notice's own five days lie within `published`.
 */
export const stepDays: Readonly<Record<OpenLeadStage, number>> = {
  flagged: 3,
  checked: 2,
  compared: 1,
  reviewed: 1,
  published: noticeDays + 1,
  township: 1,
  county: 1,
  included: 3,
  announced: 3,
  registered: 4,
  easing: 5,
  easingReviewed: 2,
  easingPublished: noticeDays + 1,
  easingTownship: 3,
  easingCounty: 3,
};

/** Working days as offices count them: the week of five days and the official calendar. */
const officeDays = (official: OfficialDays) => ({ restWeekdays: [0, 6], ...official });

/** By when the step after `stage` is due, never later than the whole allows. */
export function stepDue(
  lead: Pick<Lead, 'flaggedAt' | 'source' | 'record'>,
  stage: OpenLeadStage,
  reachedOn: string,
  official: OfficialDays = noDays,
): string {
  if (stage === 'flagged' && lead.source === 'declared')
    return nthWorkingDay(addDays(reachedOn, 1), declared.check, officeDays(official));
  const step = addDays(reachedOn, stepDays[stage]);
  const decided = lead.record.decided;
  if (stage === 'registered' && decided !== undefined) return addDays(decided, planDays);
  if (!undecidedLeadStages.includes(stage)) return step;
  const whole = wholeDue(lead, official);
  return step > whole && reachedOn < whole ? whole : step;
}

/** The day by which the county should have decided. */
function wholeDue({ flaggedAt, source }: Pick<Lead, 'flaggedAt' | 'source'>, official: OfficialDays): string {
  const from = isoDate(flaggedAt);
  if (source === 'declared') return nthWorkingDay(addDays(from, 1), declared.whole, officeDays(official));
  return addDays(from, wholeDays);
}

/** The first of the notice's days: the day after it is put up, so that who reads it counts the same. */
export function noticeStart(publishedFrom: string): string {
  return addDays(publishedFrom, 1);
}

/** The last day of the notice; the next step may be taken from the day after. */
export function noticeEnd(publishedFrom: string): string {
  return addDays(publishedFrom, noticeDays);
}

/** Is the notice still running on this day? */
export function noticeRuns(lead: Pick<Lead, 'publishedFrom'>, today: string): boolean {
  return lead.publishedFrom !== null && today <= noticeEnd(lead.publishedFrom);
}

function isNotice(stage: Lead['stage']): boolean {
  return stage === 'published' || stage === 'easingPublished';
}

/** What the clock says of a lead, for lists and reminders. */
type ClockState =
  | { is: 'waiting'; until: string }
  | { is: 'due'; on: string; daysLeft: number }
  | { is: 'overdue'; on: string; daysOver: number }
  | { is: 'stopped' };

/** How the step's time stands today; a running notice waits for its own end, whatever the step's deadline. */
export function clockOf(lead: Lead, today: string): ClockState {
  if (!isOpen(lead.stage) || lead.stageDue === null) return { is: 'stopped' };
  if (isNotice(lead.stage) && lead.publishedFrom !== null && noticeRuns(lead, today))
    return { is: 'waiting', until: noticeEnd(lead.publishedFrom) };
  const left = daysBetween(today, lead.stageDue);
  return left < 0
    ? { is: 'overdue', on: lead.stageDue, daysOver: -left }
    : { is: 'due', on: lead.stageDue, daysLeft: left };
}

/** The step's time in a few words: 12月20日前, 已超3天. */
export function clockInWords(lead: Lead, today: string): string {
  const clock = clockOf(lead, today);
  switch (clock.is) {
    case 'waiting':
      return `公示到${dayInWords(clock.until)}`;
    case 'due':
      return clock.daysLeft === 0 ? '今天到期' : `${dayInWords(clock.on)}前`;
    case 'overdue':
      return `已超${clock.daysOver}天`;
    case 'stopped':
      return '';
  }
}
