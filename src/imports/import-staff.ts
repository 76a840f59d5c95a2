import { knownDepartments, newDepartment } from '../../conversations/imports/department-names.ts';
import { requiredColumns, type StaffField, staffColumns } from '../../conversations/imports/headings.ts';
import { cellOf } from '../../conversations/imports/household-row.ts';
import { readStaffRow, type StaffEntry } from '../../conversations/imports/staff-row.ts';
import type { UnitFacts } from '../../conversations/imports/unit-match.ts';
import type { Tx } from '../../db/base/transaction.ts';
import { removeFromRoster } from '../../db/people/roster.ts';
import { activeStaff, changePhone, saveStaff } from '../../db/people/staff.ts';
import { listUnits, saveUnits, type Unit } from '../../db/places/units.ts';
import { type ImportKind, type ImportRequest, importFile } from './import-file.ts';
import type { ImportLog, ImportReport } from './import-report.ts';

/** Puts a staff roster in. The phone number names the person. */
export function importStaff(request: ImportRequest): Promise<ImportReport> {
  return importFile(request, staffKind(request));
}

const staffKind = ({ complete = false, newPhones = false, now }: ImportRequest): ImportKind<StaffField> => ({
  kind: 'staff',
  columns: staffColumns,
  required: requiredColumns.staff,
  begin: async (tx, units, log) => {
    const people = new Map<string, StaffEntry>();
    const before = await listUnits(tx);
    const county = before.find((unit) => unit.kind === 'county')?.name ?? '';
    const fresh = new Map(knownDepartments(county).map((unit) => [unit.code, unit]));
    for (const unit of fresh.values()) units.add(unit);
    return {
      row: async (row, header) => {
        const written = cellOf(row, header, 'unit') ?? '';
        const shaped = newDepartment(written, county);
        if (shaped !== undefined && units.any(written, null).is === 'none') {
          units.add(shaped);
          fresh.set(shaped.code, shaped);
        }
        const reading = readStaffRow(row, header, units);
        const errors = reading.is === 'wrong' ? reading.errors : kept(people, reading.entry);
        for (const text of errors) log.error({ row: row.row, sheet: row.sheet, text });
      },
      endSheet: async () => undefined,
      end: async () => {
        await renumbered(tx, people, newPhones, log);
        if (!log.willStore) return;
        const list = [...people.values()].map((p) => ({ ...p, duty: p.title === '' ? null : p.title }));
        await saveNewDepartments(tx, before, list, fresh, log);
        log.add(await saveStaff(tx, list));
        await leavers(tx, new Set(people.keys()), complete, now, log);
      },
    };
  },
});

/**
 * Somebody of the same name in the same unit whose number isn't in the file any more has most likely a new one. It is
 * the person's only with `newPhones`: his households, accounts and work stay his. Otherwise it is told, since else
 * there would be two of him.
 */
async function renumbered(
  tx: Tx,
  people: Map<string, StaffEntry>,
  newPhones: boolean,
  log: ImportLog,
): Promise<void> {
  const active = await activeStaff(tx);
  const known = new Set(active.map(({ phone }) => phone));
  const named = new Set(people.keys());
  for (const entry of [...people.values()]) {
    if (known.has(entry.phone)) continue;
    const before = active.filter(
      (one) =>
        one.name === entry.name && one.unit === entry.unit && one.phone !== null && !named.has(one.phone),
    );
    const [same] = before;
    if (same?.phone == null || before.length > 1) continue;
    const tail = same.phone.slice(-4);
    if (!newPhones) {
      log.error({
        row: entry.row,
        text: `名单里同单位已有同名的人，手机尾号 ${tail}：是他换了号，加 --new-phones 再导入，户和记录都跟着走；是另一个人，把尾号 ${tail} 那位也列进表里`,
      });
      people.delete(entry.phone);
      continue;
    }
    await changePhone(tx, same.id, entry.phone);
    log.note({ row: entry.row, text: `换了手机号（原尾号 ${tail}），还是原来那个人` });
  }
}

const mostNamed = 10;

/** Who is on the roster and not in the file: told, and with a file said to be complete taken off. */
async function leavers(
  tx: Tx,
  phones: ReadonlySet<string>,
  complete: boolean,
  now: Date,
  log: ImportLog,
): Promise<void> {
  const gone = (await activeStaff(tx)).filter(({ phone }) => phone === null || !phones.has(phone));
  if (gone.length === 0) return;
  const names = gone.slice(0, mostNamed).map(({ name, unitName }) => `${name}（${unitName}）`);
  const who = `${names.join('、')}${gone.length > mostNamed ? '等' : ''}`;
  if (!complete)
    return log.remark(
      `名单上有、这份表里没有的 ${gone.length} 人照旧能用：${who}。已经离开的，加 --complete 再导一次（整份名单才能加）`,
    );
  for (const { id } of gone) await removeFromRoster(tx, null, id, now);
  log.remark(`这份表里没有的 ${gone.length} 人已移出名单：${who}。号、绑定码、网页登录都停了，排查过的都在`);
}

/** Departments that the roster names and the register doesn't have yet: put in, and told, so that a slip is seen. */
async function saveNewDepartments(
  tx: Tx,
  before: readonly Unit[],
  people: readonly StaffEntry[],
  fresh: ReadonlyMap<string, UnitFacts>,
  log: ImportLog,
): Promise<void> {
  const there = new Set<string>(before.map((unit) => unit.code));
  const parent = before.find((unit) => unit.kind === 'county')?.code ?? null;
  const added = new Map<string, Unit>();
  for (const person of people) {
    const unit = fresh.get(person.unit);
    if (unit === undefined || there.has(person.unit)) continue;
    const sort = before.filter((u) => u.kind === 'department').length + added.size + 1;
    if (!added.has(unit.code)) added.set(unit.code, { ...unit, short: unit.name, parent, sort });
    log.note({ row: person.row, text: `新增县直单位“${unit.name}”，写错了请改名册重新导入` });
  }
  if (added.size > 0) await saveUnits(tx, [...added.values()]);
}

/** One person with two duties has two lines: the roles add up. Otherwise a number twice is a slip. */
function kept(people: Map<string, StaffEntry>, entry: StaffEntry): string[] {
  const before = people.get(entry.phone);
  if (before !== undefined && (before.name !== entry.name || before.unit !== entry.unit)) {
    return [`手机号与第 ${before.row} 行重复，姓名或单位却不同，请核对`];
  }
  const roles = before === undefined ? entry.roles : [...new Set([...before.roles, ...entry.roles])];
  people.set(entry.phone, { ...entry, roles, row: before?.row ?? entry.row });
  return [];
}
