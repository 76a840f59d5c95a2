import { firstCampaign } from '../../conversations/campaigns/all.ts';
import { WrongUsage } from './failure.ts';

/** A day of the first campaign, for showing how one is written. */
export const exampleDay = firstCampaign.settings.end;

/** A time given on the command line. Throws in plain words when it isn't one. */
export function timeOf(iso: string | undefined): Date | undefined {
  if (iso === undefined) return undefined;
  const time = new Date(iso);
  if (Number.isNaN(time.getTime()))
    throw new WrongUsage(`--now 要写成 ${exampleDay}T17:40:00+08:00 这样，“${iso}”看不懂`);
  return time;
}
