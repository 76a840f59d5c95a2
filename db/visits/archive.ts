import { and, eq, inArray } from 'drizzle-orm';
import type { LeadStage } from '../../conversations/leads/lead.ts';
import { stated } from '../base/fact.ts';
import type { Db } from '../base/transaction.ts';
import { isLead } from '../facts/leads.ts';
import { type ProblemWithHistory, streamProblems } from '../problems/ledger.ts';
import { problem } from '../problems/table.ts';
import { attachment } from './attachment-table.ts';

/** A photo of a household: what it is about, without its bytes. */
export interface PhotoLine {
  id: string;
  householdId: string;
  mime: string;
  /** Key of the question it was sent to. */
  question: string | null;
  problemNo: number | null;
  at: Date;
}

/** What belongs to some households' files beside their visits. */
export interface ArchiveParts {
  problems: Map<string, ProblemWithHistory[]>;
  photos: Map<string, PhotoLine[]>;
  leads: Map<string, ArchivedLead[]>;
  reviews: Map<string, Review>;
}

export interface ArchivedLead {
  householdId: string;
  no: number;
  stage: LeadStage;
  history: readonly { kind: string; at: string; name: string | null; words: string | null }[];
}

/** Who looked at a household's visit after it was handed in. */
export interface Review {
  householdId: string;
  returnedAt: Date | null;
  returnedBy: string | null;
  returnReason: string | null;
  verifiedAt: Date | null;
  verifiedBy: string | null;
  spotChecks: readonly { at: string; by: string | null; result: 'same' | 'differs' }[];
}

/** Problems with their history, photos and leads of some households, by household. */
export async function readArchiveParts(
  db: Db,
  households: readonly string[],
  questionnaire: string,
): Promise<ArchiveParts> {
  const problems: ProblemWithHistory[] = [];
  for await (const some of streamProblems(db, { households })) problems.push(...some);
  const ids = [...households];
  const photos = await photosOf(db, ids);
  const leads = await db.sql<ArchivedLead[]>`
    select l.household_id as "householdId", l.no, l.stage,
      coalesce((select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at, 'name', s.name, 'words', e.words) order by e.id)
        from monitoring_lead_event e left join staff s on s.county = e.county and s.id = e.staff_id
        where e.county = l.county and e.lead_id = l.id), '[]'::jsonb) as history
    from monitoring_lead l
    where l.county = ${db.scope.county} and l.household_id = any (${ids}::uuid[]) and ${stated(db, isLead())} order by l.no`;
  const reviews = await reviewsOf(db, ids, questionnaire);
  return {
    problems: grouped(problems, (p) => p.problem.household?.id ?? ''),
    photos: grouped(photos, (p) => p.householdId),
    leads: grouped(leads, (l) => l.householdId),
    reviews: new Map(reviews.map((review) => [review.householdId, review])),
  };
}

/** The photos of some households, in the order they came. */
async function photosOf(db: Db, households: readonly string[]): Promise<PhotoLine[]> {
  const { id, householdId, mime, question, at } = attachment;
  const rows = await db.orm
    .select({ id, householdId, mime, question, problemNo: problem.no, at })
    .from(attachment)
    .leftJoin(problem, and(eq(problem.county, attachment.county), eq(problem.id, attachment.problemId)))
    .where(and(eq(attachment.county, db.scope.county), inArray(householdId, [...households])))
    .orderBy(at, id);
  return rows.flatMap((row) => (row.householdId === null ? [] : [{ ...row, householdId: row.householdId }]));
}

async function reviewsOf(db: Db, households: string[], questionnaire: string): Promise<Review[]> {
  return [
    ...(await db.sql<Review[]>`
      select v.household_id as "householdId", v.returned_at as "returnedAt", r.name as "returnedBy", v.return_reason as "returnReason",
        v.verified_at as "verifiedAt", w.name as "verifiedBy",
        coalesce((select jsonb_agg(jsonb_build_object('at', k.done_at, 'by', s.name,
            'result', case when k.differences = '[]'::jsonb then 'same' else 'differs' end) order by k.done_at)
          from spot_check k left join staff s on s.county = k.county and s.id = k.done_by
          where k.county = v.county and k.household_id = v.household_id and k.status = 'done'), '[]'::jsonb) as "spotChecks"
      from visit v left join staff r on r.county = v.county and r.id = v.returned_by
      left join staff w on w.county = v.county and w.id = v.verified_by
      where v.county = ${db.scope.county} and v.household_id = any (${households}::uuid[]) and v.questionnaire = ${questionnaire}`),
  ];
}

function grouped<T>(rows: Iterable<T>, keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
