import type { CampaignSettings, RoomFacts } from '../../conversations/contract/session.ts';
import type { DialogueState } from '../../conversations/contract/state.ts';
import type { Reply } from '../../conversations/contract/turn.ts';
import { holdsToday } from '../base/holds.ts';
import { type HouseholdRow, householdColumns, householdUnits } from '../households/row.ts';
import { type SpeakerRow, speakerColumns } from '../people/speaker-row.ts';
import { type VisitRow, visitColumns } from '../visits/row.ts';

/** One message as the load sees it; everything outside of the platform's ids is looked up. */
export interface Incoming {
  channel: string;
  messageId: string;
  externalId: string;
  name?: string | undefined;
  room?: { externalId: string; name?: string | undefined; mentioned: boolean } | undefined;
  /** Set by the terminal, which trusts its operator. */
  staffId?: string | undefined;
}

export type LoadedRow = VisitRow &
  HouseholdRow &
  SpeakerRow & {
    n: number;
    replies: Reply[] | null;
    account_id: string | null;
    locked_until: Date | null;
    room_id: RoomFacts['id'] | null;
    room_name: string;
    room_unit: RoomFacts['unit'];
    room_unit_name: string | null;
    room_unit_kind: RoomFacts['unitKind'];
    state: DialogueState | null;
    dialogue_version: number | null;
    /** What tells one version of a row from another: the number of the transaction that wrote it. */
    account_row: string | null;
    staff_row: string | null;
    room_row: string | null;
    household_row: string | null;
    settings_version: number | null;
    /** Only where it isn't the version the process knows. */
    settings: CampaignSettings | null;
  };

/**
 * Everything a message needs, for several messages at once. It runs over the whole county, since who speaks is
 * only known here; so it checks itself that the visit lies within the speaker's reach, by the same rule as
 * conversations/access/scope.ts. $1 county, $2 known version of the settings, then one array per field.
 */
export const loadStatement = `
select t.n::int as n, t.replies, t.account_id, t.locked_until,
  ${speakerColumns},
  r.id as room_id, r.name as room_name, ru.code as room_unit, ru.short as room_unit_name, ru.kind as room_unit_kind,
  d.state, d.version as dialogue_version,
  t.account_row, s.xmin::text as staff_row, r.xmin::text as room_row, h.xmin::text as household_row,
  ${visitColumns},
  ${householdColumns},
  c.version as settings_version, case when c.version <> $2::int then c.value end as settings
from (
  -- offset 0 keeps this a step of its own: who speaks is known before his rows are looked up.
  select t.n, t.channel, t.room, i.replies, a.id as account_id, a.locked_until, a.xmin::text as account_row, coalesce(t.staff_id, a.staff_id) as speaker
  from unnest($3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[])
    with ordinality as t(channel, message_id, external_id, staff_id, room, n)
  left join inbox i on i.county = $1 and i.channel = t.channel and i.message_id = t.message_id
  left join account a on a.county = $1 and a.channel = t.channel and a.external_id = t.external_id
  offset 0
) t
left join staff s on s.county = $1 and s.id = t.speaker and s.active
left join unit u on u.county = $1 and u.code = s.unit
left join room r on r.county = $1 and r.channel = t.channel and r.external_id = t.room and r.active
left join unit ru on ru.county = $1 and ru.code = r.unit
left join dialogue d on d.county = $1 and d.staff_id = s.id
left join visit v on v.county = $1 and v.id = d.visit_id and (
  (u.kind = 'village' and v.village = u.code)
  or (s.roles && '{townshipCadre,countyOffice,leader}' and (u.kind = 'county' or (u.kind = 'township' and v.township = u.code)))
  or ('helper' = any (s.roles) and exists (
    select 1 from assignment m where m.county = $1 and m.staff_id = s.id and m.household_id = v.household_id
      and ${holdsToday('m')})))
left join household h on h.county = $1 and h.id = v.household_id
${householdUnits}
left join setting c on c.county = $1 and c.key = 'campaign'`;

/** Parameters of `loadStatement` in their order. */
export function loadParameters(county: string, knownSettings: number, items: readonly Incoming[]): unknown[] {
  return [
    county,
    knownSettings,
    items.map((item) => item.channel),
    items.map((item) => item.messageId),
    items.map((item) => item.externalId),
    items.map((item) => item.staffId ?? null),
    items.map((item) => item.room?.externalId ?? null),
  ];
}

/** Makes the account and the room on their first message. $1 county … $6 room id; both may be there already. */
export const firstContactStatement = `
with met as (
  insert into account (county, id, channel, external_id, display_name, last_seen_at, staff_id, bound_at)
  values ($1, gen_random_uuid(), $2, $3, $4, now(), $5, case when $5::uuid is null then null else now() end)
  on conflict (county, channel, external_id) do update set staff_id = coalesce(excluded.staff_id, account.staff_id)
)
insert into room (county, id, channel, external_id, name)
select $1, gen_random_uuid(), $2, $6::text, coalesce($7::text, '') where $6::text is not null
on conflict (county, channel, external_id) do nothing`;
