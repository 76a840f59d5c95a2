import type { LastOrder, OrderKind, UndoNeeds } from '../../conversations/dialogues/undo/needs.ts';
import { eventLabels } from '../../conversations/problems/states.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';

interface Row {
  at: Date;
  kind: OrderKind;
  count: number;
  changed: number;
  /** A problem's event by its key, a lead's in words. */
  event: string | null;
}

/** The asker's newest order that was not taken back, and how much of it somebody changed since. */
export async function lastOrder(
  db: Db,
  { speaker }: Asker,
  { since }: UndoNeeds['lastOrder']['in'],
): Promise<LastOrder | null> {
  if (speaker === null) return null;
  const { sql, scope } = db;
  const [row] = await sql<Row[]>`
    with last as materialized (
      select * from order_log o where o.county = ${scope.county} and o.staff_id = ${speaker.id} and o.undone_at is null
        and o.at = (select max(m.at) from order_log m where m.county = ${scope.county} and m.staff_id = ${speaker.id}
          and m.undone_at is null and m.at >= ${new Date(since)})
    ), things as (
      select l.at, l.kind, l.before ->> 'event' as event, case l.kind
        when 'stepLead' then exists (select 1 from monitoring_lead m where m.county = l.county and m.id = l.subject and m.version = l.version)
        when 'moveProblem' then exists (select 1 from problem p where p.county = l.county and p.id = l.subject and p.version = l.version)
        else exists (select 1 from visit v where v.county = l.county and v.id = l.subject and v.version = l.version) end as same
      from last l where l.kind not in ('assign', 'standIn', 'endStandIn')
      union all
      select l.at, l.kind, null, exists (select 1 from assignment a where a.county = l.county and a.household_id = h.id::uuid
        and a.staff_id = l.subject and a.kind = 'main')
      from last l cross join jsonb_array_elements_text(l.before -> 'households') h(id) where l.kind = 'assign'
      union all
      select l.at, l.kind, null, (l.kind = 'standIn') = exists (select 1 from assignment a where a.county = l.county
        and a.household_id = h.id::uuid and a.kind = 'standIn' and (l.kind = 'endStandIn' or a.staff_id = l.subject))
      from last l cross join jsonb_array_elements_text(l.before -> 'households') h(id) where l.kind in ('standIn', 'endStandIn')
    )
    select at, min(kind) as kind, count(*)::int as count, (count(*) filter (where not same))::int as changed, min(event) as event
    from things group by at`;
  if (row === undefined) return null;
  return {
    at: row.at.getTime(),
    kind: row.kind,
    count: row.count,
    changedSince: row.changed,
    event: row.event === null ? '' : (eventLabels[row.event as keyof typeof eventLabels] ?? row.event),
  };
}
