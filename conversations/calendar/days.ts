/** Dates are kept as ISO dates in Asia/Shanghai, which has had no daylight saving since 1991. */
const shanghai = 8 * 3_600_000;

/** The calendar date in Asia/Shanghai of a moment (milliseconds since 1970). */
export function isoDate(at: number): string {
  return new Date(at + shanghai).toISOString().slice(0, 10);
}

/** The last moment of an ISO date in Asia/Shanghai, in milliseconds since 1970. */
export function endOfDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) - shanghai + 86_400_000 - 1;
}

/** Whole days from one ISO date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** 12月10日 */
export function dayInWords(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** 2021年12月10日 */
export function fullDayInWords(date: string): string {
  return `${date.slice(0, 4)}年${dayInWords(date)}`;
}

/**
 * A day as people say it: 12月20日, 12.20, 12-20, 20号, 20日, 今天, 明天, 后天, 3天内. The year and month are the
 * next ones that make it not lie before `today`. Undefined when it says no day.
 */
export function readDay(text: string, today: string): string | undefined {
  const said = text.normalize('NFKC').trim();
  const relative: Record<string, number> = { 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2, 大后天: 3 };
  const offset = relative[said] ?? numberIn(/^(\d{1,2})天(?:内|以内|之内|后)$/u.exec(said)?.[1]);
  if (offset !== undefined) return addDays(today, offset);
  const iso = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/u.exec(said);
  if (iso !== null) return validDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const monthDay = /^(\d{1,2})[-./月](\d{1,2})[日号]?$/u.exec(said);
  const year = Number(today.slice(0, 4));
  if (monthDay !== null)
    return notBefore(
      today,
      [0, 1].map((y) => validDate(year + y, Number(monthDay[1]), Number(monthDay[2]))),
    );
  const day = numberIn(/^(\d{1,2})[日号]$/u.exec(said)?.[1]);
  if (day === undefined) return undefined;
  const month = Number(today.slice(5, 7));
  return notBefore(
    today,
    [0, 1, 2].map((m) => validDate(year + Math.floor((month - 1 + m) / 12), ((month - 1 + m) % 12) + 1, day)),
  );
}

/** ISO date plus whole days. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function numberIn(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function validDate(year: number, month: number, day: number): string | undefined {
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? undefined : written;
}

function notBefore(today: string, dates: readonly (string | undefined)[]): string | undefined {
  return dates.find((d) => d !== undefined && d >= today);
}
