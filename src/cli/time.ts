import { WrongUsage } from './failure.ts';

/** A time given on the command line. Throws in plain words when it isn't one. */
export function timeOf(iso: string | undefined): Date | undefined {
  if (iso === undefined) return undefined;
  const time = new Date(iso);
  if (Number.isNaN(time.getTime()))
    throw new WrongUsage(`--now 要写成 2021-12-15T17:40:00+08:00 这样，“${iso}”看不懂`);
  return time;
}
