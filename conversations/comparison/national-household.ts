import { z } from 'zod';
import { householdTypes, monitoredKinds } from '../contract/household.ts';
import type { Cell } from '../imports/cell.ts';
import type { HeaderReading } from '../imports/headings.ts';
import { readHouseholdType } from '../imports/household-type.ts';
import { headingUnit, populationCell, readIncomePerHead, yesNoCell } from '../imports/numbers.ts';
import { isBlankWord, personName, plainText } from '../imports/text.ts';
import type { NationalField } from './national-columns.ts';

/** What the national system says of one person. Absent = its cell is blank. */
const nationalMember = z.object({
  personCode: z.string(),
  name: z.string(),
  relation: z.string(),
  insured: z.boolean().optional(),
  schoolReason: z.string().optional(),
  health: z.string().optional(),
});
export type NationalMember = z.infer<typeof nationalMember>;

/** What the national system says of one household: kept beside ours to be compared. */
export const nationalHousehold = z.object({
  code: z.string(),
  headName: z.string(),
  type: z.enum(householdTypes).optional(),
  monitoredKind: z.enum(monitoredKinds).optional(),
  population: z.number().int().optional(),
  /** Whole yuan. */
  netIncomePerHead: z.number().int().optional(),
  unsafeHousing: z.boolean().optional(),
  safeWater: z.boolean().optional(),
  members: z.array(nationalMember),
  /** Whose value was found right, by field, once somebody looked into a conflict. */
  settled: z.record(z.string(), z.enum(['ours', 'theirs'])).default({}),
});
export type NationalHousehold = z.infer<typeof nationalHousehold>;

/** One row read: the person and what the row says of the household, or what is wrong with it. */
export type NationalRow =
  | {
      is: 'row';
      code: string;
      idNumber: string;
      isHead: boolean;
      member: NationalMember;
      household: Partial<NationalHousehold>;
    }
  | { is: 'wrong'; errors: string[] };

/** Reads a row of the export. Blank cells say nothing; a cell that can't be read is an error of its row. */
export function readNationalRow(
  cells: Record<string, string>,
  header: HeaderReading<NationalField>,
): NationalRow {
  const text = (field: NationalField): string => plainText(cells[header.fields.get(field) ?? '']);
  const errors: string[] = [];
  const take = <T>(cell: Cell<T>): T | undefined => {
    if (cell.is === 'wrong') errors.push(cell.why);
    return cell.is === 'value' ? cell.value : undefined;
  };
  const code = text('code');
  const name = personName(text('name'));
  if (code === '') errors.push('户编号是空的，请核对');
  if (name === '') errors.push('姓名是空的，请核对');
  const type = take(readHouseholdType(text('householdType'), text('monitoredKind')));
  const household: Partial<NationalHousehold> = defined({
    type: type?.type,
    monitoredKind: type?.monitoredKind,
    population: take(populationCell(text('population'))),
    netIncomePerHead: take(
      readIncomePerHead(text('netIncomePerHead'), headingUnit(header.fields.get('netIncomePerHead'))),
    ),
    unsafeHousing: take(yesNoCell(text('unsafeHousing'), '是否危房户')),
    safeWater: take(yesNoCell(text('safeWater'), '是否解决安全饮用水')),
  });
  const member: NationalMember = {
    personCode: text('personCode'),
    name,
    relation: text('relation'),
    ...defined({
      insured: insuredBy(take, text),
      schoolReason: isBlankWord(text('schoolReason')) ? undefined : text('schoolReason'),
      health: isBlankWord(text('health')) ? undefined : text('health'),
    }),
  };
  if (errors.length > 0) return { is: 'wrong', errors };
  return {
    is: 'row',
    code,
    idNumber: text('idNumber'),
    isHead: /^(?:户主|本人|本人或户主)$/u.test(member.relation),
    member,
    household,
  };
}

/** Either scheme will do. */
function insuredBy(
  take: (cell: Cell<boolean>) => boolean | undefined,
  text: (field: NationalField) => string,
): boolean | undefined {
  const resident = take(yesNoCell(text('insured'), '是否参加城乡居民基本医疗保险'));
  const employee = take(yesNoCell(text('employeeInsured'), '是否参加城镇职工基本医疗保险'));
  return resident === true || employee === true ? true : (resident ?? employee);
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined)) as Defined<T>;
}

/** Puts the persons of a household together; the head's row speaks for the household, others fill what it leaves blank. */
export function gatherHousehold(
  code: string,
  rows: readonly Extract<NationalRow, { is: 'row' }>[],
): NationalHousehold {
  const ordered = [...rows].sort((a, b) => Number(b.isHead) - Number(a.isHead));
  const household: Partial<NationalHousehold> = {};
  for (const row of ordered.toReversed()) Object.assign(household, row.household);
  return {
    ...household,
    code,
    headName: (ordered[0]?.isHead ? ordered[0].member.name : undefined) ?? rows[0]?.member.name ?? '',
    members: rows.map((row) => row.member),
    settled: {},
  };
}
