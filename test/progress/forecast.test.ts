import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../conversations/calendar/days.ts';
import { isWorkingDay, nthWorkingDay, workingDays } from '../../conversations/calendar/workdays.ts';
import {
  definitions,
  noCounts,
  noHouseholds,
  sayShare,
  share,
} from '../../conversations/progress/definitions.ts';
import { forecast, neededPace, sayForecast } from '../../conversations/progress/forecast.ts';
import { standing } from '../../conversations/progress/overview.ts';
import { paceOf, plannedShare, reasonsBehind } from '../../conversations/progress/pace.ts';
import { progressWords } from '../../conversations/pushes/township-summary.ts';
import { calendar, campaign, counts, days, evening } from '../pushes/county.ts';

const { start, end } = campaign;

describe('the plan day by day (时间倒排)', () => {
  it('spreads what is left over the working days left', () => {
    expect(neededPace(118, '2021-12-15', end, calendar)).toBe(8);
    expect(neededPace(118, '2021-12-31', end, calendar)).toBe(118);
    expect(neededPace(118, '2022-01-03', end, calendar)).toBe(118);
    expect(neededPace(0, '2021-12-15', end, calendar)).toBe(0);
  });

  it('knows where the work should be at the end of a day', () => {
    expect(plannedShare('2021-12-08', start, end, calendar)).toBe(0);
    expect(plannedShare('2021-12-15', start, end, calendar)).toBe(0.3);
    expect(plannedShare('2021-12-12', start, end, calendar)).toBe(
      plannedShare('2021-12-11', start, end, calendar),
    );
    expect(plannedShare('2022-02-01', start, end, calendar)).toBe(1);
  });

  it('calls two villages that differ by a few households the same', () => {
    expect(paceOf({ total: 100, visited: 27 }, 0.3)).toBe('onPace');
    expect(paceOf({ total: 100, visited: 33 }, 0.3)).toBe('onPace');
    expect(paceOf({ total: 100, visited: 20 }, 0.3)).toBe('behind');
    expect(paceOf({ total: 100, visited: 40 }, 0.3)).toBe('ahead');
    expect(paceOf({ total: 100, visited: 0 }, 0.3)).toBe('notStarted');
    expect(paceOf({ total: 100, visited: 0 }, 0)).toBe('onPace');
    expect(paceOf({ total: 0, visited: 0 }, 0.3)).toBe('done');
  });
});

const crews = [170, 5.4, 1.2].flatMap((perDay) =>
  [2, 3, 5].map((measured) => ({ total: Math.round(perDay * 18), perDay, measured })),
);

/** The share of made-up crews that finish within the band; what is left is a quarter slower. Seeded. */
function covered(total: number, perDay: number, measured: number): number {
  let seed = 20_211_215;
  const chance = () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return (seed + 1) / 2 ** 32;
  };
  const scatter = () => Math.sqrt(-2 * Math.log(chance())) * Math.cos(2 * Math.PI * chance());
  let hits = 0;
  let told = 0;
  for (let crew = 0; crew < 250; crew++) {
    let left = total;
    const work = (): number => {
      const pace = perDay * (left < total * 0.6 ? 0.75 : 1) * Math.exp(0.25 * scatter());
      const done = Math.min(Math.max(Math.round(pace + Math.sqrt(pace) * scatter()), 0), left);
      left -= done;
      return done;
    };
    const seen = days(...Array.from({ length: measured }, work));
    const from = nthWorkingDay('2021-12-09', measured + 1, calendar);
    const f = forecast(left, seen, from, '2022-12-31', calendar);
    if (f.is !== 'finishes') continue;
    let more = 0;
    while (left > 0 && more < 360) {
      work();
      more += 1;
    }
    const finished = nthWorkingDay(from, more, calendar);
    told += 1;
    if (finished >= f.earliest && finished <= f.latest) hits += 1;
  }
  return hits / told;
}

describe('the forecast', () => {
  const say = (left: number, ...visited: number[]) =>
    sayForecast(forecast(left, days(...visited), '2021-12-16', end, calendar), end);

  it('says a likely day with its band, and whether it will do', () => {
    expect(say(1000, 100, 100, 100, 100, 100)).toBe(
      '照近5天每天约100户，大约12月27日查完（快则12月25日，慢则12月31日），能按时完成',
    );
    expect(say(1200, 100, 100, 100, 100, 100)).toContain('12月31日前能完，但余地不大');
    expect(say(1500, 100, 90, 110, 100, 100)).toContain('12月31日前完成有难度');
    expect(say(2500, 100, 90, 110, 100, 100)).toMatch(/赶不上12月31日，到时约剩1100户$/u);
    expect(say(800, 40, 150, 80, 120, 110)).toMatch(
      /（快则12月2\d日，慢则12月(?:29|30|31)日），能按时完成$/u,
    );
  });

  it('names no date far away: what would be left says more', () => {
    expect(say(9000, 100, 90, 110, 100, 100)).toBe('照近5天每天约100户，12月31日查不完，到时约剩7600户');
    expect(say(30, 0, 1, 0, 0, 1)).toBe('照近5天每天约0.4户，12月31日查不完，到时约剩24户');
  });

  it('is not sure of itself after two quick days', () => {
    const f = forecast(1800, days(600, 610), '2021-12-11', end, calendar);
    expect(f).toMatchObject({ is: 'finishes', verdict: 'inTime' });
    if (f.is !== 'finishes') return;
    expect(workingDays(f.earliest, f.latest, calendar)).toBeGreaterThan(2);
  });

  it('holds about four cases in five when crews vary and what is left is harder', () => {
    for (const { total, perDay, measured } of crews)
      expect(covered(total, perDay, measured), `${total} ${perDay} ${measured}`).toBeGreaterThan(0.75);
  });

  it('says so when the last day has come and gone', () => {
    const f = (from: string) => sayForecast(forecast(40, days(5, 5, 5), from, end, calendar), end);
    expect(f('2022-01-01')).toBe('12月31日已到，还有40户没查');
    expect(f('2021-12-31')).toContain('赶不上12月31日，到时约剩35户');
  });

  it('is honest when it cannot know', () => {
    expect(say(1000, 100)).toBe('刚开始，还看不准哪天能完');
    expect(say(1000, 0, 0, 0)).toBe('近3个工作日没有新增，照此查不完');
    expect(say(0, 100, 100)).toBe('已全部查完');
  });

  it('leaves Sundays out of the pace', () => {
    const withSunday = [
      ...days(100, 100, 100),
      { date: '2021-12-12', visited: 0 },
      { date: '2021-12-13', visited: 100 },
    ];
    expect(sayForecast(forecast(500, withSunday, '2021-12-14', end, calendar), end)).toContain('每天约100户');
  });

  it('counts what was done on a Sunday, and no Sunday among the days ahead', () => {
    const done = [0, 0, 6, 12, 1].map((visited, i) => ({ date: addDays('2021-12-09', i), visited }));
    const f = forecast(100, done, '2021-12-14', end, calendar);
    expect(f).toMatchObject({ perDay: 4.8, days: 4 });
    if (f.is === 'finishes') expect(isWorkingDay(f.on, calendar)).toBe(true);
    const s = standing(counts({ total: 119, visited: 19 }), done, {
      ...evening,
      date: '2021-12-14',
      evening: false,
    });
    expect(s.forecast).toEqual(f);
  });

  it('counts a working day without any visit as a day', () => {
    const s = standing(
      counts({ total: 1000, visited: 300 }),
      [{ date: '2021-12-09', visited: 300 }],
      evening,
    );
    expect(s.forecast).toMatchObject({ is: 'stalled' });
  });

  it('says of a unit that never began that it has not, and not that it stands still', () => {
    const s = standing(counts({ total: 10, untouched: 10 }), [], evening);
    expect(sayForecast(s.forecast, end)).toBe('还没开始');
    const tried = standing(counts({ total: 10, untouched: 9, notHome: 1 }), [], evening);
    expect(sayForecast(tried.forecast, end)).not.toContain('没开始');
  });

  it('says of a unit without households what its picture says', () => {
    expect(progressWords({ counts: noCounts, days: [] }, evening)).toBe(`${noHouseholds}。`);
  });

  it('never puts the earliest day after the likely one, nor that after the latest, and always ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.array(fc.integer({ min: 0, max: 50_000 }), { maxLength: 6 }),
        (left, visited) => {
          const f = forecast(left, days(...visited), '2021-12-16', end, calendar);
          if (f.is !== 'finishes') return;
          expect(f.earliest <= f.on && f.on <= f.latest).toBe(true);
          expect(f.verdict === 'inTime').toBe(f.latest <= end);
        },
      ),
    );
  });

  it('hits a steady crew on the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 500 }), (needed, pace) => {
        const f = forecast(needed * pace, days(pace, pace, pace, pace, pace), '2021-12-16', end, calendar);
        expect(f).toMatchObject({ is: 'finishes', on: nthWorkingDay('2021-12-16', needed, calendar) });
      }),
    );
  });
});

describe('reasons a leader can act on', () => {
  const f = {
    helpers: 90,
    idleHelpers: 0,
    unassigned: 0,
    needed: 500,
    forecast: { is: 'tooEarly' } as const,
  };

  it('names at most two, the heaviest first, and no person', () => {
    const facts = {
      ...f,
      counts: counts({ total: 1000, visited: 100, notHome: 200, returned: 60 }),
      unassigned: 500,
      idleHelpers: 80,
    };
    expect(reasonsBehind(facts)).toEqual(['80名排查员还没开始', '500户还没分到人']);
  });

  it('says standstill before everything else', () => {
    expect(
      reasonsBehind({ ...f, counts: counts({ total: 10 }), forecast: { is: 'stalled', days: 3 } }),
    ).toEqual(['近3天没动']);
  });
});

describe('definitions', () => {
  it('explain every number there is, once', () => {
    expect(definitions.map((d) => d.key).sort()).toEqual(Object.keys(noCounts).sort());
    expect(new Set(definitions.map((d) => d.label)).size).toBe(definitions.length);
  });

  it('say 100% only when everything is done', () => {
    expect(sayShare(999_999, 1_000_000)).toBe('99.9%');
    expect(sayShare(1_000_000, 1_000_000)).toBe('100%');
    expect(sayShare(0, 0)).toBe('100%');
    expect(sayShare(157_600, 394_000)).toBe('40%');
    expect(share({ total: 0, visited: 0 })).toBe(1);
  });
});

describe('the calendar', () => {
  it('counts working days by the county’s own rule', () => {
    expect(workingDays('2021-12-15', '2021-12-31', calendar)).toBe(15);
    expect(workingDays('2021-12-31', '2021-12-15', calendar)).toBe(0);
    const withShift = { restWeekdays: [0, 6], holidays: ['2021-12-20'], workdays: ['2021-12-19'] };
    expect(['2021-12-18', '2021-12-19', '2021-12-20'].map((d) => isWorkingDay(d, withShift))).toEqual([
      false,
      true,
      false,
    ]);
    expect(nthWorkingDay('2021-12-31', 3, calendar)).toBe('2022-01-03');
  });
});
