import { addDays, isoDate, readDay } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Period } from '../../inquiry/inquiry.ts';
import type { DaysSaid } from '../../inquiry/reading.ts';

interface DayOfMonth {
  month?: number;
  day: number;
}

/** Monday of the week that a day lies in. */
function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * Days the words mean. A day without a month or a week is the latest one that isn't to come.
 * @param ahead something is due then: a week or a month is meant to its end
 */
export function periodMeant(c: Conversation, said: DaysSaid | undefined, ahead: boolean): Period | undefined {
  if (said === undefined) return undefined;
  const today = isoDate(c.at);
  switch (said.is) {
    case 'date':
      return spanOf(c, said, ahead);
    case 'weekday': {
      const monday = addDays(mondayOf(today), 7 * (said.weeks ?? 0));
      const day = addDays(monday, said.weekday - 1);
      const meant = said.weeks === undefined && day > today && !ahead ? addDays(day, -7) : day;
      return { from: meant, to: meant, said: said.said };
    }
    case 'span': {
      const from = periodMeant(c, said.from, ahead);
      const to = periodMeant(c, said.to, ahead);
      if (from === undefined || to === undefined) return undefined;
      return from.from <= to.to
        ? { from: from.from, to: to.to, said: said.said }
        : { from: to.from, to: from.to, said: said.said };
    }
    case 'month':
      return monthOf(today, said, ahead);
    case 'days': {
      if (!Number.isNaN(said.from))
        return { from: addDays(today, said.from), to: addDays(today, said.to), said: said.said };
      const monday = mondayOf(addDays(today, said.to));
      return {
        from: monday,
        to: said.to === 0 && !ahead ? today : addDays(monday, 6),
        said: said.said,
      };
    }
  }
}

/** Days: more than any campaign has. */
const longBefore = 3_660;

function spanOf(c: Conversation, said: Extract<DaysSaid, { is: 'date' }>, ahead: boolean): Period {
  const today = isoDate(c.at);
  const nearest = ahead ? nextDay : latestDay;
  const from = nearest(today, said);
  if (said.before === true) {
    // Problems of self-checks are older than the campaign's first day: what is before a day has no beginning.
    return { from: ahead ? today : addDays(from, -longBefore), to: from, said: `到${said.said}` };
  }
  return {
    from,
    to: said.since === true ? today : from,
    said: `${said.said}${said.since === true ? '以来' : ''}`,
  };
}

function monthOf(
  today: string,
  { months, said }: Extract<DaysSaid, { is: 'month' }>,
  ahead: boolean,
): Period {
  const month = Number(today.slice(5, 7)) - 1 + months;
  const year = Number(today.slice(0, 4)) + Math.floor(month / 12);
  const first = `${year}-${two((((month % 12) + 12) % 12) + 1)}-01`;
  const next = month + 1;
  const following = `${Number(today.slice(0, 4)) + Math.floor(next / 12)}-${two((((next % 12) + 12) % 12) + 1)}-01`;
  return { from: first, to: months === 0 && !ahead ? today : addDays(following, -1), said };
}

/** The first such day that isn't over. */
function nextDay(today: string, { month, day }: DayOfMonth): string {
  const said = month === undefined ? `${day}日` : `${month}月${day}日`;
  return readDay(said, today) ?? today;
}

function latestDay(today: string, { month, day }: DayOfMonth): string {
  const year = Number(today.slice(0, 4));
  const thisMonth = Number(today.slice(5, 7));
  const candidates =
    month === undefined
      ? [
          `${today.slice(0, 8)}${two(day)}`,
          `${thisMonth === 1 ? year - 1 : year}-${two(thisMonth === 1 ? 12 : thisMonth - 1)}-${two(day)}`,
        ]
      : [`${year}-${two(month)}-${two(day)}`, `${year - 1}-${two(month)}-${two(day)}`];
  return candidates.find((date) => date <= today) ?? candidates[0] ?? today;
}
