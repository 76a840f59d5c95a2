import type { InquiryMark, InquiryToken } from './mark.ts';
import type { DaysSaid } from './reading.ts';
import type { Draft } from './settle.ts';
import { pick } from './subject-of.ts';

type DayMark = Extract<InquiryMark, { is: 'time' | 'date' | 'weekday' | 'month' }>;

/** The day before everything: up to a day means from here on. */
const fromTheBeginning = -10_000;

function daysOf(mark: DayMark): DaysSaid {
  switch (mark.is) {
    case 'time':
      return { is: 'days', from: mark.from, to: mark.to, said: mark.said };
    case 'date':
      return {
        is: 'date',
        ...(mark.month === undefined ? {} : { month: mark.month }),
        day: mark.day,
        said: mark.said,
      };
    case 'weekday':
      return {
        is: 'weekday',
        weekday: mark.weekday,
        ...(mark.weeks === undefined ? {} : { weeks: mark.weeks }),
        said: mark.said,
      };
    case 'month':
      return { is: 'month', months: mark.months, said: mark.said };
  }
}

/**
 * Days that a sentence names. Behind 到 they are an end: 到今晚 is all there is, 到昨天 all until then, 10号到12号 a
 * span; a second time named is what the first is compared with.
 */
export function takeDays(d: Draft, mark: DayMark, before: InquiryToken | undefined): true {
  const days = daysOf(mark);
  const isEnd = before !== undefined && pick(before, 'until') !== undefined;
  const { period } = d;
  if (isEnd && period !== undefined) {
    const said = `${period.said}${days.is === 'date' ? '至' : '到'}${days.said}`;
    d.period = { is: 'span', from: period, to: days, said };
  } else if (isEnd && period === undefined && days.is === 'days') {
    if (days.to !== 0) d.period = { ...days, from: fromTheBeginning, said: `到${days.said}` };
    d.upTo = true;
  } else if (isEnd && period === undefined && days.is === 'date') d.period = { ...days, before: true };
  else if (period === undefined) d.period = days;
  else if (d.against !== undefined && d.against.said !== days.said) eachDay(d, days);
  else if (period.said !== days.said) d.against = days;
  return true;
}

/** 前天、昨天、今天各多少: three days and more are told day by day. */
function eachDay(d: Draft, days: DaysSaid): void {
  const all = [d.period, d.against, days].filter((one) => one?.is === 'days');
  if (all.length < 3) return;
  d.period = {
    is: 'days',
    from: Math.min(...all.map((one) => one.from)),
    to: Math.max(...all.map((one) => one.to)),
    said: all.map((one) => one.said).join('、'),
  };
  delete d.against;
  delete d.each;
  d.by = 'day';
}

/** Marks that only turn days round: 12月10日以来, 15号之前. */
export function turnDays(d: Draft, is: 'since' | 'before'): true {
  if (d.period?.is === 'date') d.period = { ...d.period, [is]: true };
  return true;
}

/** 跟昨天比: today beside it; 比上周 this week. */
const now: Readonly<Record<string, DaysSaid>> = {
  昨天: { is: 'days', from: 0, to: 0, said: '今天' },
  前天: { is: 'days', from: 0, to: 0, said: '今天' },
  上周: { is: 'days', from: Number.NaN, to: 0, said: '本周' },
  上月: { is: 'month', months: 0, said: '本月' },
};

/** Where one time is compared with, what stands against it is the present one. A 比 that found no two times is returned. */
export function settleDays(d: Draft, tokens: readonly InquiryToken[]): string[] {
  const compares = tokens.filter((t) => pick(t, 'against') !== undefined);
  if (compares.length === 0 || d.against !== undefined || d.places !== undefined) return [];
  const present = d.period === undefined ? undefined : now[d.period.said];
  // 哪个村快, 比比看: told by who speaks of paces.
  if (present === undefined)
    return compares.filter((t) => t.text === '比' || t.text === '比起').map((t) => t.text);
  if (d.period !== undefined) d.against = d.period;
  d.period = present;
  d.asks = true;
  return [];
}
