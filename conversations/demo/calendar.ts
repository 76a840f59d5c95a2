import { addDays, daysBetween, isoDate } from '../calendar/days.ts';
import type { CampaignSettings } from '../contract/session.ts';

/** The demo is looked at on this day of its campaign, counted from 1. */
const dayOfCampaign = 8;

/**
 * The ordered campaign moved so that `asOf` lies on its eighth day; length and deadlines keep their distances.
 * @param asOf milliseconds since 1970
 */
export function demoCampaign(ordered: CampaignSettings, asOf: number): CampaignSettings {
  const start = addDays(isoDate(asOf), 1 - dayOfCampaign);
  const shift = daysBetween(ordered.start, start);
  return {
    ...ordered,
    year: Number(start.slice(0, 4)),
    start,
    end: addDays(ordered.end, shift),
    reportDeadline: addDays(ordered.reportDeadline, shift),
  };
}
