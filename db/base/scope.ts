import type { RoomScope, Scope } from '../../conversations/access/scope.ts';
import type { CampaignId } from '../../conversations/contract/ids.ts';
import { stated } from './fact.ts';
import { holdsToday } from './holds.ts';
import type { Sql } from './lines.ts';

type RoomPlace = Exclude<RoomScope, 'nowhere'>;

/**
 * Begins a transaction within a scope; sent in one go with what follows, so it needn't be waited for before. The
 * settings are local to the transaction and read by the row-level policies (migrations/0001_access.sql). What
 * isn't a plain list (the campaign, villages of a township, households of one's assignments, areas of a department) is looked
 * up on the way.
 */
export function beginIn(sql: Sql, scope: Scope, readOnly = false): Promise<unknown> {
  const { department } = scope;
  const own = [
    ...scope.townships,
    ...(department === null ? [] : [department.code, department.code.replace(/^d:/u, ''), department.name]),
  ];
  const lookUp =
    isPlace(scope.room) ||
    (!scope.all && (scope.townships.length > 0 || (scope.assigned && scope.staff !== null)));
  const begin = [
    readOnly ? 'begin read only' : 'begin',
    `set local ruhu.county = ${text(scope.county)}`,
    ...(scope.campaign === undefined ? [] : [`set local ruhu.campaign = ${text(scope.campaign)}`]),
    `set local ruhu.staff = ${text(scope.staff ?? '')}`,
    ...(isProgram(scope) ? ['set local ruhu.program = yes'] : []),
    `set local ruhu.units = ${text(own.map(listed).join(','))}`,
    ...(department === null ? [`set local ruhu.areas = ''`] : []),
    ...(lookUp ? [] : [`set local ruhu.villages = ${text(plainVillages(scope))}`]),
    ...(scope.room === 'nowhere' ? ['set local ruhu.room = nowhere'] : []),
  ];
  const sent: Promise<unknown>[] = [sql.unsafe(begin.join('; ')).execute()];
  if (scope.campaign === undefined) sent.push(setCampaign(sql, scope.county).execute());
  if (lookUp) sent.push(setVillages(sql, scope).execute());
  if (department !== null) sent.push(setAreas(sql, scope.county, department.code).execute());
  return Promise.all(sent);
}

/** The campaign the county is in, as its settings say; none before it was set up. */
function setCampaign(sql: Sql, county: string) {
  return sql`select set_config('ruhu.campaign', coalesce((
    select value ->> 'id' from setting where county = ${county} and key = 'campaign'), ''), true)`;
}

function isPlace(room: Scope['room']): room is RoomPlace {
  return room !== undefined && room !== 'nowhere';
}

function plainVillages(scope: Scope): string {
  if (scope.room === 'nowhere') return '';
  return scope.all ? '*' : scope.villages.map(listed).join(',');
}

function setVillages(sql: Sql, scope: Scope) {
  return isPlace(scope.room) ? setRoom(sql, scope, scope.room) : setOwn(sql, scope);
}

/**
 * The villages of the scope that lie in the group's unit; and for rows that name none (a township's problem, a
 * department's) the unit itself, by code and name.
 */
function setRoom(sql: Sql, scope: Scope, room: RoomPlace) {
  const { county } = scope;
  const inside = sql`select code as village from unit where county = ${county} and kind = 'village' and (code = ${room.unit} or parent = ${room.unit})`;
  return sql`select
    set_config('ruhu.villages', coalesce((select string_agg(village, ',') from (
      ${inside} ${scope.all ? sql`` : sql`intersect (${ownVillages(sql, scope)})`}) v), ''), true),
    set_config('ruhu.households', coalesce((select string_agg(household_id::text, ',') from (${ownHouseholds(sql, scope)}) h
      where village in (${inside})), ''), true),
    set_config('ruhu.room', concat_ws(',', ${room.unit}::text, nullif(${listed(room.name)}, ''), (select string_agg(village, ',') from (${inside}) i)), true)`;
}

function setOwn(sql: Sql, scope: Scope) {
  return sql`select
    set_config('ruhu.villages', coalesce((select string_agg(village, ',') from (${ownVillages(sql, scope)}) v), ''), true),
    set_config('ruhu.households', coalesce((select string_agg(household_id::text, ',') from (${ownHouseholds(sql, scope)}) h), ''), true)`;
}

function ownVillages(sql: Sql, { county, townships, villages }: Scope) {
  return sql`
      select unnest(${[...villages]}::text[]) as village
      union select code from unit where county = ${county} and parent = any (${[...townships]}::text[]) and kind = 'village'
`;
}

/** Households of one's assignments elsewhere: one sees these, and not the villages they lie in. */
function ownHouseholds(sql: Sql, { county, staff, villages, assigned }: Scope) {
  return sql`
      select a.household_id, a.village from assignment a where a.county = ${county} and a.staff_id = ${assigned ? staff : null}
        and ${stated({ sql }, holdsToday())} and a.village <> all (${[...villages]}::text[])`;
}

/** 0 is no area: a department without areas still sees the problems that concern it. */
function setAreas(sql: Sql, county: string, code: string) {
  return sql`select set_config('ruhu.areas', coalesce(nullif((
    select array_to_string(areas, ',') from unit where county = ${county} and code = ${code}), ''), '0'), true)`;
}

/**
 * Runs statements of the program's own inside a person's transaction: they read or write conversations, codes or the
 * queue by keys they check themselves. What is sent on the same line meanwhile runs so too.
 */
export async function asProgram<T>(
  { sql, scope }: { sql: Sql; scope: Scope },
  work: () => Promise<T>,
): Promise<T> {
  if (isProgram(scope) || asProgramNow.has(sql)) return work();
  asProgramNow.add(sql);
  const begun = sql`select set_config('ruhu.program', 'yes', true)`.execute();
  // Its failure is the work's too.
  begun.catch(() => undefined);
  try {
    return await work();
  } finally {
    asProgramNow.delete(sql);
    await sql`select set_config('ruhu.program', '', true)`.execute().catch(() => undefined);
  }
}

const asProgramNow = new WeakSet<Sql>();

/** The program itself at work on the whole county, for nobody in particular. */
function isProgram(scope: Scope): boolean {
  return scope.all && scope.staff === null;
}

/** The statement that begins as `beginIn` does, for the program's own statements that check each row's scope themselves. */
export function beginAt(
  county: string,
  campaign: CampaignId | null,
  villages: readonly string[] | '*',
): string {
  const list = villages === '*' ? '*' : villages.map(listed).join(',');
  return `begin; set local ruhu.county = ${text(county)}; set local ruhu.campaign = ${text(campaign ?? '')}; set local ruhu.villages = ${text(list)}; set local ruhu.areas = ''; set local ruhu.program = yes`;
}

/** A string constant. Backslashes mean nothing (standard_conforming_strings), so doubling quotes is enough. */
function text(value: string): string {
  if (value.includes('\0')) throw new Error('A scope holds a zero byte.');
  return `'${value.replaceAll("'", "''")}'`;
}

/** An element of a comma list: one with a comma would become two. */
function listed(value: string): string {
  if (value.includes(',')) throw new Error('A unit of a scope holds a comma.');
  return value;
}
