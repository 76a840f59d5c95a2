import type { UnitCode } from '../../conversations/contract/ids.ts';
import type { Needs } from '../../conversations/contract/needs.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import { campaignHere } from '../campaign/settings.ts';
import { unitByCode } from '../places/units.ts';
import { readReportFacts } from './facts.ts';
import type { Reporter } from './facts-of.ts';
import { latestReport } from './read.ts';

type Answer<Name extends keyof Needs> = (
  db: Db,
  asker: Asker,
  args: Needs[Name]['in'],
) => Promise<Needs[Name]['out']>;

const reportBrief: Answer<'reportBrief'> = async (db, _, { unit, asOf }) => {
  const found = await unitByCode(db, unit);
  if (found === null || found.kind === 'village') return null;
  const reporter: Reporter = { code: found.code, short: found.short, kind: found.kind };
  const facts = await readReportFacts(db, reporter, asOf);
  const filed = await latestReport(db, unit);
  return {
    unit: found.code,
    unitName: found.short,
    kind: found.kind,
    households: facts.households,
    visited: facts.visited,
    problems: facts.problems,
    closed: facts.closed,
    overdue: facts.overdue,
    explained: facts.explained,
    sheetsDue: facts.sheetsDue,
    sheetsSubmitted: facts.sheetsSubmitted,
    filed:
      filed === null || filed.filedAt === null
        ? null
        : {
            at: filed.filedAt.getTime(),
            byName: filed.filedByName ?? '',
            asOf: filed.asOf,
            sent: filed.sentAt !== null,
          },
  };
};

/** Townships and the departments that lead an area: they are asked for a report. */
const reportUnits: Answer<'reportUnits'> = async (db) => {
  const { leadDepartments, departmentName } = await campaignHere(db);
  const leads = leadDepartments.map((d) => d.name);
  const rows = await db.sql<
    {
      unit: UnitCode;
      name: string;
      kind: string;
      filedAt: Date | null;
      byName: string | null;
      sent: boolean;
    }[]
  >`
    select u.code as unit, u.short as name, u.kind, r.filed_at as "filedAt", s.name as "byName", coalesce(r.sent_at is not null, false) as sent
    from unit u
    left join lateral (select filed_at, filed_by, sent_at from self_report r
      where r.county = u.county and r.unit = u.code and r.filed_at is not null order by r.filed_at desc limit 1) r on true
    left join staff s on s.county = u.county and s.id = r.filed_by
    where u.county = ${db.scope.county} and u.active and u.kind in ('township', 'department')
    order by u.kind = 'department', u.sort, u.code`;
  return rows
    .filter((row) => row.kind === 'township' || leads.includes(departmentName(row.name) ?? row.name))
    .map((row) => ({
      unit: row.unit,
      unitName: row.name,
      kind: row.kind,
      filedAt: row.filedAt?.getTime() ?? null,
      byName: row.byName,
      sent: row.sent,
    }));
};

/** Answers to what the reports' dialogue asks. */
export const reportNeeds: { [Name in 'reportBrief' | 'reportUnits']: Answer<Name> } = {
  reportBrief,
  reportUnits,
};
