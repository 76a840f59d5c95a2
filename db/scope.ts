import type { Scope } from '../conversations/access/scope.ts';

/**
 * The statements that begin a transaction within a scope, as one message. The settings are local to the
 * transaction and read by the row-level policies (migrations/0001_access.sql). What isn't a plain list (the
 * villages of a township, of one's assignments, the areas of a department) is looked up on the way.
 */
export function beginIn(scope: Scope, readOnly = false): string {
  const own = [
    ...scope.townships,
    ...(scope.department === null ? [] : [scope.department.code, scope.department.name]),
  ];
  return [
    readOnly ? 'begin read only' : 'begin',
    `set local ruhu.county = ${text(scope.county)}`,
    `set local ruhu.staff = ${text(scope.staff ?? '')}`,
    `set local ruhu.units = ${text(own.map(listed).join(','))}`,
    villages(scope),
    areas(scope),
  ].join('; ');
}

/** As `beginIn`, for the program's own statements that check each row's scope themselves. */
export function beginAt(county: string, villages: readonly string[] | '*'): string {
  const list = villages === '*' ? '*' : villages.map(listed).join(',');
  return `begin; set local ruhu.county = ${text(county)}; set local ruhu.villages = ${text(list)}`;
}

function villages(scope: Scope): string {
  if (scope.all) return "set local ruhu.villages = '*'";
  const sources = scope.villages.map((code) => `select ${text(listed(code))}`);
  if (scope.townships.length > 0) {
    const parents = scope.townships.map(text).join(', ');
    sources.push(
      `select code from unit where county = ${text(scope.county)} and parent in (${parents}) and kind = 'village'`,
    );
  }
  if (scope.assigned && scope.staff !== null) {
    const today = "(now() at time zone 'Asia/Shanghai')::date";
    sources.push(
      `select village from assignment where county = ${text(scope.county)} and staff_id = ${text(scope.staff)} and (until is null or until >= ${today})`,
    );
  }
  if (sources.length === scope.villages.length)
    return `set local ruhu.villages = ${text(scope.villages.map(listed).join(','))}`;
  return `select set_config('ruhu.villages', coalesce((select string_agg(code, ',') from (${sources.join(' union ')}) v(code)), ''), true)`;
}

function areas(scope: Scope): string {
  if (scope.department === null) return "set local ruhu.areas = ''";
  // 0 is no area: a department without areas still sees the problems that concern it.
  const own = `select array_to_string(areas, ',') from unit where county = ${text(scope.county)} and code = ${text(scope.department.code)}`;
  return `select set_config('ruhu.areas', coalesce(nullif((${own}), ''), '0'), true)`;
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
