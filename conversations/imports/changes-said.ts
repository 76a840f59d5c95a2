import { roleLabels } from '../access/policy.ts';
import { type Household, typeWithTags } from '../contract/household.ts';
import type { Role } from '../contract/session.ts';

/** A row as the database has it, by column. */
type StoredRow = Readonly<Record<string, unknown>>;

/** One row of a preview, as people read it. */
export interface ChangeSaid {
  is: 'new' | 'changed' | 'gone';
  who: string;
  where: string;
  /** What of a known row would be another. */
  fields: readonly { label: string; from: string; to: string }[];
}

type Say = (row: StoredRow, unitName: (code: string) => string) => string;

const text =
  (column: string): Say =>
  (row) =>
    String(row[column] ?? '');
const unit =
  (column: string): Say =>
  (row, unitName) =>
    unitName(String(row[column] ?? ''));

/** A phone is told apart by its end and isn't shown whole. */
const phone: Say = (row) => (typeof row['phone'] === 'string' ? `尾号${row['phone'].slice(-4)}` : '');

/** What of a row is compared, in the order it is told; columns that no one reads (sound, order, cipher) are not. */
const fields: Readonly<Record<string, readonly (readonly [label: string, say: Say])[]>> = {
  household: [
    ['户主', text('head_name')],
    ['户属性', (row) => typeWithTags(typeOf(row))],
    ['人口', text('population')],
    ['村', unit('village')],
    ['村民组', text('grp')],
    ['电话', phone],
    ['上年人均纯收入', text('last_year_income_per_head')],
    ['成员', (row) => membersSaid(row['members'])],
    ['已知情况', (row) => JSON.stringify(row['known'] ?? {})],
    ['其他列', (row) => JSON.stringify(row['extra'] ?? {})],
  ],
  staff: [
    ['姓名', text('name')],
    ['手机号', phone],
    ['角色', (row) => rolesSaid(row['roles'])],
    ['单位', unit('unit')],
    ['职务', text('duty')],
    ['在名单上', (row) => (row['active'] === false ? '否' : '是')],
  ],
  room: [
    ['群名', text('name')],
    ['单位', unit('unit')],
  ],
  unit: [
    ['名称', text('name')],
    ['上级', unit('parent')],
    ['在用', (row) => (row['active'] === false ? '否' : '是')],
  ],
};

/** Facts that are told as changed without their words: they mean nothing to who reads the preview. */
const untold = ['已知情况', '其他列'];

const names: Readonly<Record<string, { who: Say; where: Say }>> = {
  household: {
    who: text('head_name'),
    where: (row, unitName) => `${unitName(String(row['village']))}${String(row['grp'] ?? '')}`,
  },
  staff: { who: text('name'), where: unit('unit') },
  room: { who: text('name'), where: unit('unit') },
  unit: { who: text('name'), where: unit('parent') },
};

/** A row of a table before and after an import, in words; null where only what no one reads is another. */
export function sayChange(
  table: string,
  { before, after }: { before: StoredRow | null; after: StoredRow | null },
  unitName: (code: string) => string,
): ChangeSaid | null {
  const shown = after ?? before;
  const named = names[table];
  if (shown === null || named === undefined) return null;
  const place = { who: named.who(shown, unitName), where: named.where(shown, unitName) };
  if (before === null) return { is: 'new', ...place, fields: [] };
  if (after === null) return { is: 'gone', ...place, fields: [] };
  const changed = (fields[table] ?? []).flatMap(([label, say]) => {
    const [from, to] = [say(before, unitName), say(after, unitName)];
    if (from === to) return [];
    return untold.includes(label) ? [{ label, from: '', to: '' }] : [{ label, from, to }];
  });
  return changed.length === 0 ? null : { is: 'changed', ...place, fields: changed };
}

function typeOf(row: StoredRow): Parameters<typeof typeWithTags>[0] {
  return {
    type: row['type'] as Household['type'],
    monitoredKind: row['monitored_kind'] as Household['monitoredKind'],
    tags: (row['tags'] ?? []) as Household['tags'],
    oncePoor: false,
  };
}

function membersSaid(members: unknown): string {
  if (!Array.isArray(members)) return '';
  const people = members.map((one: { name?: unknown }) => String(one.name ?? ''));
  return people.length === 0 ? '' : `${people.length}人：${people.join('、')}`;
}

function rolesSaid(roles: unknown): string {
  return Array.isArray(roles) ? roles.map((role) => roleLabels[role as Role]).join('、') : '';
}
