import { z } from 'zod';
import { isoDate } from '../../conversations/calendar/days.ts';
import { dueDate } from '../../conversations/campaign/settings.ts';
import { dispatchOf } from '../../conversations/campaigns/xiaoxian-2021/dispatch.ts';
import { type Finding, problemCategories } from '../../conversations/contract/finding.ts';
import type { Db } from '../base/transaction.ts';

/** Days until a problem is due, where the county set other ones than the defaults: setting `problemDeadlines`. */
const overrides = z.partialRecord(z.enum(problemCategories), z.number().int().min(1).max(365));

/**
 * The deadlines of problems that open at a moment: within the campaign, as the county set them for the category, else as
 * the campaign's dispatch rules and categories say.
 * @param at milliseconds since 1970
 */
export async function dueDates(
  db: Db,
  at: number,
): Promise<(finding: Pick<Finding, 'key' | 'category' | 'clause'>) => string | null> {
  const [row] = await db.sql<{ end: string | null; days: unknown }[]>`
    select max(value ->> 'end') filter (where key = 'campaign') as end,
      max(value::text) filter (where key = 'problemDeadlines')::jsonb as days
    from setting where county = ${db.scope.county} and key in ('campaign', 'problemDeadlines')`;
  const end = row?.end ?? null;
  // A county's slip in its own deadlines must not stop a visit: the defaults hold then.
  const days = overrides.safeParse(row?.days ?? {});
  return (finding) => {
    if (end === null) return null;
    const own = days.success ? days.data[finding.category] : undefined;
    const byRule = own ?? dispatchOf(finding).days;
    const wanted = byRule === undefined ? {} : { [finding.category]: byRule };
    return dueDate(isoDate(at), finding.category, end, wanted);
  };
}
