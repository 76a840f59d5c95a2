import { randomUUID } from 'node:crypto';
import { isoDate } from '../../conversations/calendar/days.ts';
import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { dueDate } from '../../conversations/campaign/deadlines.ts';
import type { ListKind } from '../../conversations/campaign/list-kind.ts';
import type { HouseholdId, UnitCode } from '../../conversations/contract/ids.ts';
import { problemId } from '../../conversations/contract/ids.ts';
import { stepDue } from '../../conversations/leads/clock.ts';
import { classify } from '../../conversations/problems/matters.ts';
import type { Actor } from '../base/actor.ts';
import { stated } from '../base/fact.ts';
import { jsonText } from '../base/json.ts';
import type { Tx } from '../base/transaction.ts';
import { campaignHere, readCampaign } from '../campaign/settings.ts';
import { isLive } from '../facts/leads.ts';
import { isCounted } from '../facts/problems.ts';
import { openProblem } from '../problems/write.ts';

/** A matched row that is to become something. */
export interface Becoming {
  id: string;
  kind: string;
  person: string;
  words: string;
  category: string;
  householdId: HouseholdId | null;
  headName: string | null;
  village: UnitCode | null;
  township: UnitCode | null;
}

/** Rows become problems or leads; each row then names its own. A household's problem or lead that says the same already is the row's too. */
export async function becomeOf(
  tx: Tx,
  by: Actor,
  rows: readonly Becoming[],
  what: 'problem' | 'lead',
): Promise<void> {
  const campaign = await campaignHere(tx);
  for (const row of rows) {
    const kind = campaign.listKinds.find(({ id }) => id === row.kind);
    if (kind === undefined) continue;
    if (what === 'problem') await becomeProblem(tx, by, row, kind, campaign);
    else await becomeLead(tx, by, row, kind);
  }
}

/** 医保局名单：女儿张小丽未缴费: the row in a line, with the person where that isn't the head. */
function sentence({ person, headName, words }: Becoming, kind: ListKind): string {
  const who = person === headName ? '' : person;
  return `${kind.name}：${who}${words}`;
}

async function becomeProblem(
  tx: Tx,
  by: Actor,
  row: Becoming,
  kind: ListKind,
  campaign: Campaign,
): Promise<void> {
  const { county } = tx.scope;
  const key = kind.finding ?? `listed:${row.id}`;
  const [known] = await tx.sql<{ id: string }[]>`
    select id from problem p where p.county = ${county} and p.household_id = ${row.householdId} and p.key = ${key}
      and ${stated(tx, isCounted())} limit 1`;
  const id = known?.id ?? randomUUID();
  if (known === undefined) {
    const matter =
      kind.becomes === 'problem' ? classify(campaign, `${row.category} ${row.words}`) : undefined;
    const { category, clause } = matter ?? kind;
    const settings = await readCampaign(tx);
    if (settings === null) return;
    await openProblem(tx, by, {
      do: 'openProblem',
      attachments: [],
      problem: {
        id: problemId.parse(id),
        source: kind.source,
        key,
        category,
        clause,
        description: sentence(row, kind).slice(0, 500),
        leadUnit: campaign.leadUnitsOf(clause)[0] ?? '',
        householdId: row.householdId,
        village: row.village,
        township: row.township,
        responsibleUnit: row.township,
        due: dueDate(campaign, settings, category, isoDate(by.at)),
      },
    });
  }
  await tx.sql`update outside_row set problem_id = ${id} where county = ${county} and id = ${row.id}`;
}

async function becomeLead(tx: Tx, by: Actor, row: Becoming, kind: ListKind): Promise<void> {
  const { county } = tx.scope;
  if (row.householdId === null || row.village === null || row.township === null) return;
  const at = new Date(by.at);
  const reason = { key: `listed:${row.id}`, clause: kind.clause, reason: sentence(row, kind) };
  const due = stepDue({ flaggedAt: by.at, source: 'list', record: {} }, 'flagged', isoDate(by.at));
  await tx.sql`
    with live as materialized (
      select id, reasons from monitoring_lead where county = ${county} and household_id = ${row.householdId} and ${stated(tx, isLive())}
    ), joined as (
      update monitoring_lead l set reasons = l.reasons || ${jsonText([reason])}::text::jsonb, version = l.version + 1 from live
      where l.county = ${county} and l.id = live.id returning l.id, live.reasons as before
    ), flagged as (
      insert into monitoring_lead (county, id, household_id, village, township, source, reasons, stage, flagged_at, stage_at, stage_due)
      select ${county}, gen_random_uuid(), ${row.householdId}::uuid, ${row.village}, ${row.township}, 'list', ${jsonText([reason])}::text::jsonb,
        'flagged', ${at}::timestamptz, ${at}::timestamptz, ${due}::date where not exists (select 1 from live)
      returning id
    ), named as (
      update outside_row r set lead_id = coalesce((select id from joined), (select id from flagged))
      where r.county = ${county} and r.id = ${row.id}
    )
    insert into monitoring_lead_event (county, lead_id, village, kind, before, after, staff_id, at)
    select ${county}, id, ${row.village}, kind, before, after, ${by.staff}::uuid, ${at}::timestamptz from (
      select id, 'restated' as kind, jsonb_build_object('reasons', before) as before, jsonb_build_object('added', ${jsonText(reason)}::text::jsonb) as after from joined
      union all
      select id, 'flagged', null, jsonb_build_object('stage', 'flagged') from flagged
    ) event`;
}
