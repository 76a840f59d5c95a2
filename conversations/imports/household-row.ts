import type { HouseholdTag } from '../contract/household.ts';
import type { UnitCode } from '../contract/ids.ts';
import { RowCheck, wrong } from './cell.ts';
import { readContact } from './contact.ts';
import type { HeaderReading, HouseholdField } from './headings.ts';
import { readHouseholdType, type TypeReading } from './household-type.ts';
import { type IdNumber, readIdNumber } from './id-number.ts';
import { headingUnit, populationCell, readIncomePerHead, yesNoCell } from './numbers.ts';
import { readPhone } from './phone.ts';
import { readGroup, readTownship, readVillage } from './place.ts';
import { personName, plainText } from './text.ts';
import type { UnitIndex } from './unit-match.ts';

/** One line of a register, read but not yet joined with the household's other lines. */
export interface RegisterLine {
  row: number;
  sheet?: string;
  code: string | null;
  /** The head, where the line names him; a member's line of the national layout may not. */
  headName: string | null;
  member: { name: string; relation: string; birthYear?: number } | null;
  id: IdNumber | null;
  /** 户属性 with its tags, where the line says it. */
  kind?: TypeReading;
  relocated?: boolean;
  population?: number;
  village: UnitCode;
  township: UnitCode;
  group: string;
  phone: string | null;
  lastYearIncomePerHead?: number;
  helperPhone: string | null;
  /** What another system already says, from this line. */
  insured?: boolean;
  /** 低保, 特困 in columns of their own, a disability certificate: tags of the household. */
  tags: readonly HouseholdTag[];
  dangerousHousing?: boolean;
  safeWater?: boolean;
  extra: Record<string, string>;
}

type LineReading =
  | { is: 'line'; line: RegisterLine; notes: readonly string[] }
  /** `code` is the household that lacks this line now. */
  | { is: 'wrong'; errors: readonly string[]; code: string };

/** A row as the spreadsheet gives it: heading → text. */
export interface TableRow {
  row: number;
  sheet?: string;
  cells: Readonly<Record<string, string>>;
}

const missingHead = '缺户主姓名，请补上';
const missingVillage = '缺行政村，请补上';

/** Reads one line of a register; every error of the line is told at once. */
export function readHouseholdLine(
  source: TableRow,
  header: HeaderReading<HouseholdField>,
  units: UnitIndex,
): LineReading {
  const text = (field: HouseholdField): string | undefined => cellOf(source, header, field);
  const check = new RowCheck();
  const { memberLayout, isHead, name, headName, relation } = readNames(header, text);

  if (headName === '' && isHead) check.errors.push(missingHead);
  if (headName !== '' && !/\p{L}/u.test(headName)) check.errors.push('户主姓名里没有字，请核对是不是串了列');
  if (headName.length > 30) check.errors.push('户主姓名太长，请核对');
  const township = check.take(readTownship(units, text('township'))) ?? null;
  const townshipBad = township === null && plainText(text('township')) !== '';
  // Under an unknown township a village can't be judged: one error is enough.
  const village = townshipBad
    ? undefined
    : check.need(readVillage(units, text('village'), township), missingVillage);
  const id = check.take(readIdNumber(text('idNumber'))) ?? null;
  const type = check.take(readHouseholdType(text('type'), text('monitoredKind')));
  const population = check.spare(populationCell(text('population')));
  const phone = check.spare(readContact(text('phone'))) ?? null;
  const unit = headingUnit(header.fields.get('lastYearIncomePerHead'));
  const income = check.spare(readIncomePerHead(text('lastYearIncomePerHead'), unit));
  const helperPhone = check.take(readPhone(text('helperPhone'), '排查员手机号')) ?? null;
  const relocated = check.spare(yesNoCell(text('relocated'), '易地搬迁'));
  const code = plainText(text('code'));
  if (code.length > 40) check.take(wrong('户编号太长（最多 40 个字），请核对'));
  const group = check.spare(readGroup(text('group'))) ?? '';
  const facts = knownFacts(check, text);

  if (check.errors.length > 0 || village === undefined || village.parent === null) {
    return { is: 'wrong', errors: check.errors, code };
  }
  return {
    is: 'line',
    notes: check.notes,
    line: {
      row: source.row,
      ...(source.sheet === undefined ? {} : { sheet: source.sheet }),
      code: code === '' ? null : code,
      headName: headName === '' ? null : headName,
      member: memberLayout ? { name, relation, ...(id === null ? {} : { birthYear: id.birthYear }) } : null,
      id: isHead ? id : null,
      ...(type === undefined ? {} : { kind: type }),
      ...(relocated === undefined ? {} : { relocated }),
      ...(population === undefined ? {} : { population }),
      village: village.code,
      township: village.parent,
      group,
      phone: isHead ? phone : null,
      ...(income === undefined ? {} : { lastYearIncomePerHead: income }),
      helperPhone,
      ...facts,
      tags: tagsOf(check, text, id),
      extra: {
        ...extraOf(source, header),
        // The register's own words for what it was are kept where an inclusion by chat keeps them.
        ...(type?.oncePoor === true ? { 纳入监测前户属性: 'povertyAlleviated' } : {}),
      },
    },
  };
}

/**
 * Who the line is about. In the national layout each member has a line: 姓名 is then the member's, and the head's
 * name may stand in a column of its own or only on his own line.
 */
function readNames(
  header: HeaderReading<HouseholdField>,
  text: (field: HouseholdField) => string | undefined,
) {
  const memberLayout = header.fields.has('relation');
  const relation = plainText(text('relation'));
  const separate = header.fields.has('memberName');
  const name = personName(text(memberLayout && separate ? 'memberName' : 'headName'));
  const headCell = memberLayout && !separate ? '' : personName(text('headName'));
  const unsaid = relation === '' && (headCell === '' || headCell === name);
  const isHead = !memberLayout || unsaid || /^(本人|户主|本人或户主)$/.test(relation);
  return { memberLayout, relation, name, isHead, headName: headCell || (isHead ? name : '') };
}

function tagsOf(
  check: RowCheck,
  text: (field: HouseholdField) => string | undefined,
  id: IdNumber | null,
): HouseholdTag[] {
  return [
    ...(id?.disability === true ? (['disabled'] as const) : []),
    ...(check.spare(yesNoCell(text('subsistence'), '是否享受低保')) === true
      ? (['subsistence'] as const)
      : []),
    ...(check.spare(yesNoCell(text('destitute'), '是否特困供养')) === true ? (['destitute'] as const) : []),
  ];
}

function knownFacts(check: RowCheck, text: (field: HouseholdField) => string | undefined) {
  const resident = check.spare(yesNoCell(text('insured'), '是否参加医保'));
  const employee = check.spare(yesNoCell(text('employeeInsured'), '是否参加城镇职工基本医疗保险'));
  // Either scheme will do.
  const insured = resident === true || employee === true ? true : (resident ?? employee);
  const dangerousHousing = check.spare(yesNoCell(text('dangerousHousing'), '是否危房户'));
  const safeWater = check.spare(yesNoCell(text('safeWater'), '是否解决安全饮用水'));
  return {
    ...(insured === undefined ? {} : { insured }),
    ...(dangerousHousing === undefined ? {} : { dangerousHousing }),
    ...(safeWater === undefined ? {} : { safeWater }),
  };
}

/** The text under the heading that means the field, if the file has it. */
export function cellOf<F extends string>(
  source: TableRow,
  header: HeaderReading<F>,
  field: F,
): string | undefined {
  const heading = header.fields.get(field);
  return heading === undefined ? undefined : source.cells[heading];
}

/** Cells under headings that mean nothing to us, kept as they are. */
export function extraOf<F extends string>(
  source: TableRow,
  header: HeaderReading<F>,
): Record<string, string> {
  const extra: Record<string, string> = {};
  for (const heading of header.unknown) {
    const text = plainText(source.cells[heading]).slice(0, 200);
    if (text !== '') extra[heading] = text;
  }
  return extra;
}
