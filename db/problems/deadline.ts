import { z } from 'zod';
import { isoDate } from '../../conversations/calendar/days.ts';
import { dueDate } from '../../conversations/campaign/settings.ts';
import { type ProblemCategory, problemCategories } from '../../conversations/contract/finding.ts';
import type { Db } from '../base/transaction.ts';

/** Days until a problem is due, where the county set other ones than the defaults: setting `problemDeadlines`. */
const overrides = z.partialRecord(z.enum(problemCategories), z.number().int().min(1).max(365));

/**
 * The deadlines of problems that open at a moment, by category: within the campaign, as the county set them.
 * @param at milliseconds since 1970
 */
export async function dueDates(db: Db, at: number): Promise<(category: ProblemCategory) => string | null> {
  const [row] = await db.sql<{ end: string | null; days: unknown }[]>`
    select max(value ->> 'end') filter (where key = 'campaign') as end,
      max(value::text) filter (where key = 'problemDeadlines')::jsonb as days
    from setting where county = ${db.scope.county} and key in ('campaign', 'problemDeadlines')`;
  const end = row?.end ?? null;
  // A county's slip in its own deadlines must not stop a visit: the defaults hold then.
  const days = overrides.safeParse(row?.days ?? {});
  return (category) =>
    end === null ? null : dueDate(isoDate(at), category, end, days.success ? days.data : {});
}
