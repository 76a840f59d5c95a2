import { describe, expect, it } from 'vitest';
import { sayMoment } from '../../conversations/calendar/workdays.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import {
  agendaAt,
  isQuiet,
  jobNames,
  nextBeginning,
  runKey,
  startingSettings,
} from '../../conversations/pushes/schedule.ts';
import { at, campaign } from '../pushes/county.ts';

const settings = startingSettings(xiaoxian2021.official);
const none = new Set<string>();
const dueAt = (now: number, done: ReadonlySet<string> = none, course = campaign) =>
  agendaAt(now, settings, course, done).due.map((d) => `${runKey(d)}${d.deadlinesOnly ? ' deadlines' : ''}`);

describe('what is due', () => {
  it('follows the clock of Shanghai through a working day', () => {
    expect(dueAt(at('07:41'))).toEqual(['eveningDigest/2021-12-14']);
    const caughtUp = new Set(['eveningDigest/2021-12-14']);
    expect(dueAt(at('07:41'), caughtUp)).toEqual([]);
    expect(dueAt(at('07:42'), caughtUp)).toEqual(['morning/2021-12-15']);
    expect(dueAt(at('08:06'), caughtUp)).toEqual(['morning/2021-12-15', 'villageNote/2021-12-15']);
    expect(dueAt(at('14:00'))).toEqual([]);
    expect(dueAt(at('17:40'))).toEqual(['townshipSummary/2021-12-15']);
    expect(dueAt(at('19:12'))).toEqual(['townshipSummary/2021-12-15', 'eveningDigest/2021-12-15']);
  });

  it('does not depend on where the machine stands', () => {
    expect(dueAt(Date.parse('2021-12-15T17:40:00+08:00'))).toEqual(['townshipSummary/2021-12-15']);
    expect(dueAt(Date.parse('2021-12-15T09:40:00Z'))).toEqual(['townshipSummary/2021-12-15']);
    expect(dueAt(Date.parse('2021-12-15T04:40:00-05:00'))).toEqual(['townshipSummary/2021-12-15']);
  });

  it('does a run once, however often the tick comes', () => {
    expect(dueAt(at('17:40'), new Set(['townshipSummary/2021-12-15']))).toEqual([]);
  });

  it('catches up what was missed while still useful, and no later', () => {
    expect(dueAt(at('09:50'))).toEqual(['morning/2021-12-15', 'villageNote/2021-12-15']);
    expect(dueAt(at('11:50'))).toEqual(['villageNote/2021-12-15']);
    expect(dueAt(at('12:30'))).toEqual([]);
  });

  it('has missed nothing before the schedule first ran', () => {
    const since = (day: string) => agendaAt(at('07:45'), settings, campaign, none, day).due.map(runKey);
    expect(since('2021-12-15')).toEqual(['morning/2021-12-15']);
    expect(since('2021-12-14')).toEqual(['eveningDigest/2021-12-14', 'morning/2021-12-15']);
  });

  it('keeps the quiet hours: a digest missed at night comes in the morning', () => {
    expect(dueAt(at('21:00'))).toEqual([]);
    expect(dueAt(at('03:00', '2021-12-16'))).toEqual([]);
    expect(dueAt(at('07:31', '2021-12-16'))).toEqual(['eveningDigest/2021-12-15']);
    expect(dueAt(at('08:30', '2021-12-16'))).not.toContain('eveningDigest/2021-12-15');
    for (const clock of ['20:30', '23:59', '00:00', '07:29']) expect(isQuiet(at(clock), settings)).toBe(true);
    for (const clock of ['20:29', '07:30', '12:00']) expect(isQuiet(at(clock), settings)).toBe(false);
  });

  it('rests on Sundays and holidays, but for deadlines', () => {
    expect(dueAt(at('08:30', '2021-12-19'), new Set(['eveningDigest/2021-12-18']))).toEqual([
      'morning/2021-12-19 deadlines',
    ]);
    expect(dueAt(at('17:40', '2021-12-19'))).toEqual([]);
  });

  it('goes on across the end of the year', () => {
    const longer = { ...campaign, end: '2022-01-07' };
    expect(dueAt(at('19:30', '2021-12-31'), none, longer)).toEqual([
      'townshipSummary/2021-12-31',
      'eveningDigest/2021-12-31',
    ]);
    expect(dueAt(at('07:45', '2022-01-01'), none, longer)).toEqual([
      'eveningDigest/2021-12-31',
      'morning/2022-01-01 deadlines',
    ]);
    expect(dueAt(at('17:40', '2022-01-04'), none, longer)).toEqual(['townshipSummary/2022-01-04']);
    expect(dueAt(Date.parse('2021-12-31T23:40:00Z'), none, longer)).toEqual(['eveningDigest/2021-12-31']);
  });

  it('begins with the campaign and afterwards tells deadlines only', () => {
    expect(dueAt(at('08:30', '2021-12-08'))).toEqual([]);
    expect(dueAt(at('08:30', '2022-01-05'))).toEqual(['morning/2022-01-05 deadlines']);
    expect(dueAt(at('17:40', '2022-01-05'))).toEqual([]);
    expect(dueAt(at('08:30', '2022-04-05'))).toEqual([]);
  });

  it('says of everything else why it waits', () => {
    const why = agendaAt(at('17:40'), settings, campaign, new Set(['morning/2021-12-15'])).waiting;
    expect(why.filter((w) => w.date === '2021-12-15')).toEqual([
      { job: 'morning', date: '2021-12-15', why: 'done' },
      { job: 'villageNote', date: '2021-12-15', why: 'late' },
      { job: 'eveningDigest', date: '2021-12-15', why: 'early' },
    ]);
  });
});

describe('the schedule as data', () => {
  it('keeps off the full and half hour, where platforms throttle, and out of the quiet hours', () => {
    for (const name of jobNames) {
      const minute = Number(settings.jobs[name].at.slice(3));
      expect(Math.min(minute % 30, 30 - (minute % 30)), name).toBeGreaterThanOrEqual(5);
      expect(isQuiet(at(settings.jobs[name].at), settings), name).toBe(false);
    }
  });

  it('knows the next beginning, also after the last of the day', () => {
    expect(sayMoment(nextBeginning(at('17:40'), settings))).toBe('12月15日 19:12');
    expect(sayMoment(nextBeginning(at('20:00', '2021-12-31'), settings))).toBe('1月1日 7:42');
    expect(sayMoment(nextBeginning(at('09:00'), settings, 'morning'))).toBe('12月16日 7:42');
  });
});
