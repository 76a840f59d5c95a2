import { z } from 'zod';
import { addDays, isoDate } from '../calendar/days.ts';
import {
  isWorkingDay,
  minuteOf,
  momentOf,
  noDays,
  type OfficialDays,
  shanghaiMinute,
  workCalendar,
} from '../calendar/workdays.ts';
import type { CampaignSettings } from '../contract/session.ts';

/**
 * What is sent by itself. Each job makes at most one message per person or room and day:
 * morning: to each helper, cadre and officer, everything for the day merged into one; deadlines come here too
 * villageNote, townshipSummary: to the groups of villages and townships
 * eveningDigest: to leaders and the county office, and to the county's own group
 */
export const jobNames = ['morning', 'villageNote', 'townshipSummary', 'eveningDigest'] as const;
export type JobName = (typeof jobNames)[number];

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);

const job = z.object({
  /** Time of day in Asia/Shanghai. Never on the full or half hour: platforms throttle there. */
  at: clock,
  /** A tick missed then is still worth catching up for so long. */
  usefulForMinutes: z
    .number()
    .int()
    .min(5)
    .max(20 * 60),
});

/** The schedule and the burden rules: the county's data, kept beside the campaign's settings. */
export const pushSettings = z.object({
  calendar: workCalendar,
  quiet: z.object({ from: clock, to: clock }),
  jobs: z.object({ morning: job, villageNote: job, townshipSummary: job, eveningDigest: job }),
  /** Pushes per day beyond what was asked for; deadlines don't count. */
  budget: z.object({ room: z.number().int().min(0), person: z.number().int().min(0) }),
});
export type PushSettings = z.infer<typeof pushSettings>;

/** What a county starts from; Sundays rest. */
const defaultPushSettings: PushSettings = {
  calendar: { restWeekdays: [0], holidays: [], workdays: [] },
  quiet: { from: '20:30', to: '07:30' },
  jobs: {
    morning: { at: '07:42', usefulForMinutes: 4 * 60 },
    villageNote: { at: '08:06', usefulForMinutes: 4 * 60 },
    townshipSummary: { at: '17:36', usefulForMinutes: 170 },
    eveningDigest: { at: '19:12', usefulForMinutes: 13 * 60 + 15 },
  },
  budget: { room: 1, person: 2 },
};

/** What a county starts from in the years whose official calendar its campaign knows. */
export function startingSettings(official: OfficialDays = noDays): PushSettings {
  return { ...defaultPushSettings, calendar: { ...defaultPushSettings.calendar, ...official } };
}

/** One run of a job: `date` is the day it is for, also when it is caught up the next morning. */
export interface Due {
  job: JobName;
  date: string;
  /** A day of rest or after the campaign: only deadlines may disturb. */
  deadlinesOnly: boolean;
}

export type Waiting = {
  job: JobName;
  date: string;
  why: 'early' | 'late' | 'quiet' | 'rest' | 'done' | 'over';
};

interface Agenda {
  due: Due[];
  waiting: Waiting[];
}

/** Names one run of a job: morning/2021-12-15. */
export function runKey(run: Pick<Due, 'job' | 'date'>): string {
  return `${run.job}/${run.date}`;
}

/** Rectification goes on after the last visit: deadlines are told for so many days more. */
const afterwardsDays = 60;

/**
 * What is due at a moment. Looks at today and yesterday, so that a run missed while the machine was down is
 * caught up while still useful, and no further back. Pure: the same moment and history give the same agenda.
 * @param done keys of the runs that were made already (see runKey)
 * @param since the day the schedule first ran: nothing can have been missed before
 */
export function agendaAt(
  now: number,
  settings: PushSettings,
  campaign: Pick<CampaignSettings, 'start' | 'end'>,
  done: ReadonlySet<string>,
  since = campaign.start,
): Agenda {
  const agenda: Agenda = { due: [], waiting: [] };
  const today = isoDate(now);
  for (const date of [addDays(today, -1), today].filter((day) => day >= since)) {
    for (const name of jobNames) {
      const verdict = verdictOn({ job: name, date }, now, settings, campaign, done);
      if (typeof verdict === 'string') agenda.waiting.push({ job: name, date, why: verdict });
      else agenda.due.push(verdict);
    }
  }
  return agenda;
}

function verdictOn(
  run: { job: JobName; date: string },
  now: number,
  settings: PushSettings,
  campaign: Pick<CampaignSettings, 'start' | 'end'>,
  done: ReadonlySet<string>,
): Due | Waiting['why'] {
  const { at, usefulForMinutes } = settings.jobs[run.job];
  const begins = momentOf(run.date, minuteOf(at));
  if (done.has(runKey(run))) return 'done';
  if (run.date < campaign.start || run.date > addDays(campaign.end, afterwardsDays)) return 'over';
  const deadlinesOnly = run.date > campaign.end || !isWorkingDay(run.date, settings.calendar);
  if (deadlinesOnly && run.job !== 'morning') return run.date > campaign.end ? 'over' : 'rest';
  if (now < begins) return 'early';
  if (now >= begins + usefulForMinutes * 60_000) return 'late';
  return isQuiet(now, settings) ? 'quiet' : { ...run, deadlinesOnly };
}

/** Quiet hours reach over midnight: 20:30–07:30. */
export function isQuiet(at: number, { quiet }: Pick<PushSettings, 'quiet'>): boolean {
  const minute = shanghaiMinute(at);
  const from = minuteOf(quiet.from);
  const to = minuteOf(quiet.to);
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** The next moment at which a job begins, for telling people and for moving a rehearsal's clock. */
export function nextBeginning(now: number, settings: PushSettings, only?: JobName): number {
  const today = isoDate(now);
  const times = jobNames
    .filter((name) => only === undefined || name === only)
    .flatMap((name) =>
      [today, addDays(today, 1)].map((date) => momentOf(date, minuteOf(settings.jobs[name].at))),
    );
  return Math.min(...times.filter((at) => at > now));
}
