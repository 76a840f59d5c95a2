import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Lead, type LeadEvent, type LeadStage, leadEventLabel } from '../../conversations/leads/lead.ts';
import { leadRecord } from '../../conversations/leads/lead-record.ts';
import type { DueLead } from '../../conversations/pushes/facts.ts';
import { stated } from '../base/fact.ts';
import type { Db, Fragment } from '../base/transaction.ts';
import { isLead, isOnItsWay } from '../facts/leads.ts';
import { monitoringLead } from './table.ts';

// Reading monitoring leads; steps are written in db/leads/write.ts.

interface LeadRow {
  id: Lead['id'];
  no: number;
  version: number;
  stage: LeadStage;
  source: Lead['source'];
  monitored_kind: Lead['kind'];
  record: unknown;
  household_id: Lead['household']['id'];
  head_name: string;
  grp: string;
  type: Lead['household']['type'];
  population: number | null;
  village: Lead['village']['id'];
  village_name: string | null;
  township: Lead['township']['id'];
  township_name: string | null;
  reasons: Lead['reasons'];
  flagged_at: Date;
  stage_due: string | null;
  published_from: string | null;
  declined_reason: string | null;
  history:
    | {
        kind: string;
        at: string;
        by: NonNullable<LeadEvent['by']>['id'] | null;
        name: string | null;
        words: string | null;
      }[]
    | null;
}

const columns = ({
  sql,
}: Pick<
  Db,
  'sql'
>) => sql`l.id, l.no, l.version, l.stage, l.source, l.monitored_kind, l.record, l.household_id, h.head_name, h.grp, h.type,
  coalesce(v.population, h.population) as population, l.village, lv.short as village_name, l.township, lt.short as township_name,
  l.reasons, l.flagged_at, l.stage_due, l.published_from, l.declined_reason,
  (select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at, 'by', e.staff_id, 'name', s.name, 'words', e.words) order by e.id)
    from monitoring_lead_event e left join staff s on s.county = e.county and s.id = e.staff_id
    where e.county = l.county and e.lead_id = l.id) as history`;

const joins = ({
  sql,
}: Pick<Db, 'sql'>) => sql`join household h on h.county = l.county and h.id = l.household_id
  left join visit v on v.county = l.county and v.id = l.visit_id
  left join unit lv on lv.county = l.county and lv.code = l.village
  left join unit lt on lt.county = l.county and lt.code = l.township`;

function leadOf(row: LeadRow): Lead {
  return {
    id: row.id,
    no: row.no,
    version: row.version,
    stage: row.stage,
    source: row.source,
    kind: row.monitored_kind,
    record: leadRecord.parse(row.record),
    household: {
      id: row.household_id,
      headName: row.head_name,
      group: row.grp,
      type: row.type,
      population: row.population,
    },
    village: { id: row.village, name: row.village_name ?? '' },
    township: { id: row.township, name: row.township_name ?? '' },
    reasons: row.reasons,
    flaggedAt: row.flagged_at.getTime(),
    stageDue: row.stage_due,
    publishedFrom: row.published_from,
    declinedReason: row.declined_reason,
    history: (row.history ?? []).map((e) => ({
      kind: leadEventLabel(e.kind),
      at: Date.parse(e.at),
      by: e.by === null ? null : { id: e.by, name: e.name ?? '' },
      words: e.words ?? '',
    })),
  };
}

async function select(db: Db, where: Fragment, order: Fragment, limit: number, offset = 0): Promise<Lead[]> {
  const rows = await db.sql<LeadRow[]>`
    select ${columns(db)} from monitoring_lead l ${joins(db)}
    where l.county = ${db.scope.county} and ${where} order by ${order} limit ${limit} offset ${offset}`;
  return rows.map(leadOf);
}

/** The lead with the short number, or null where there is none within the scope. */
export async function leadByNo(db: Db, no: number): Promise<Lead | null> {
  const [found] = await select(db, db.sql`l.no = ${no}`, db.sql`l.no`, 1);
  return found ?? null;
}

/** Leads of households whose head has this very name, the latest first, nine at most; withdrawn ones left out. */
export function leadsOfHead(db: Db, headName: string): Promise<Lead[]> {
  return select(db, db.sql`h.head_name = ${headName} and ${stated(db, isLead())}`, db.sql`l.no desc`, 9);
}

/** Leads on their way, the step that is due first on top. */
export async function openLeads(
  db: Db,
  limit: number,
  offset: number,
): Promise<{ leads: Lead[]; total: number }> {
  const leads = await select(
    db,
    stated(db, isOnItsWay),
    db.sql`l.stage_due nulls first, l.no`,
    limit,
    offset,
  );
  const l = alias(monitoringLead, 'l');
  const [count] = await db.orm
    .select({ total: sql<number>`count(*)::int` })
    .from(l)
    .where(and(eq(l.county, db.scope.county), sql.raw(isOnItsWay)));
  return { leads, total: count?.total ?? 0 };
}

/** All leads but withdrawn ones, of one unit's households or of the county, streamed by number. */
export async function* streamLeads(db: Db, of: { unit?: string }): AsyncGenerator<Lead[]> {
  const { sql } = db;
  const rows = sql<LeadRow[]>`
    select ${columns({ sql })} from monitoring_lead l ${joins({ sql })}
    where l.county = ${db.scope.county} and ${stated(db, isLead())}
      ${of.unit === undefined ? sql`` : sql`and (l.village = ${of.unit} or l.township = ${of.unit})`}
    order by l.no`;
  for await (const some of rows.cursor(500)) yield some.map(leadOf);
}

/** Leads whose next step is overdue or due by the day after `date`, for the morning's reminders. */
export async function pressingLeads(db: Db, date: string): Promise<DueLead[]> {
  const rows = await db.sql<DueLead[]>`
    select l.no, l.stage, h.head_name as "headName", l.village, v.short as "villageName", l.township, l.stage_due as due, t.helper
    from monitoring_lead l join household h on h.county = l.county and h.id = l.household_id
    left join unit v on v.county = l.county and v.code = l.village
    left join visit t on t.county = l.county and t.id = l.visit_id
    where l.county = ${db.scope.county} and ${stated(db, isOnItsWay)} and l.stage_due <= ${date}::date + 1
    order by l.stage_due, l.no`;
  return [...rows];
}
