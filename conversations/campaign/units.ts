import { type UnitCode, unitCode } from '../contract/ids.ts';
import type { ClauseId } from '../form/keys.ts';
import { areaOf, areas } from './plan.ts';

/** A department of the county as the roster and the problem ledger name it. */
export interface Department {
  code: UnitCode;
  name: string;
}

/** Names in the plan that stand for a group of units rather than for one department. */
const groups: ReadonlySet<string> = new Set([
  '各重点工程牵头部门',
  '县直各帮扶单位',
  '各乡镇',
  '相关乡镇',
  '县相关项目主管部门',
]);

/** The office that runs the campaign; it takes what no department leads by itself. */
export const coordinator = '县乡村振兴局';

/** 医保局 and 县医保局 are one department: the plan drops the 县 in places. */
export function departmentName(written: string): string | undefined {
  if (groups.has(written)) return undefined;
  return written.startsWith('县') ? written : `县${written}`;
}

/** Departments have no official code: theirs is made of the name. Throws where the name makes no code. */
export function departmentCode(name: string): UnitCode {
  return unitCode.parse(`d:${name}`);
}

/** Every department the plan names as lead or responsible, in the plan's order, each once. */
export const departments: readonly Department[] = [
  ...new Set(
    areas.flatMap((a) => [...a.lead, ...a.responsible]).flatMap((unit) => departmentName(unit) ?? []),
  ),
].map((name) => ({ code: departmentCode(name), name }));

/** Departments that lead an area: they file a self-inspection report of their own. */
export const leadDepartments: readonly Department[] = departments.filter((d) =>
  areas.some((a) => a.lead.some((unit) => departmentName(unit) === d.name)),
);

const education = ['县教体局'];
const insurance = ['县医保局'];
const health = ['县卫健委'];
const housing = ['县住建局'];
const water = ['县水利局'];
const organisation = ['县委组织部'];
const finance = ['县财政局（县地方金融监督管理局）'];
const safeguards = [...education, ...insurance, ...health, ...housing, ...water];

/** Where an area has several leads, or a group as its lead, the clause itself says whose business it is. */
const narrowed: Partial<Record<ClauseId, readonly string[]>> = {
  '1.3': [coordinator, ...organisation],
  '2.2': [...safeguards, '县民政局'],
  '2.3': ['县农业农村局', '县人社局'],
  '3.2': ['县民政局'],
  '3.3': ['县发改委'],
  '3.4': ['县人社局'],
  '3.5': ['县农业农村局'],
  '3.6': [...finance, coordinator],
  '5.4': education,
  '5.5': education,
  '5.6': insurance,
  '5.7': insurance,
  '5.8': health,
  '5.9': insurance,
  '5.10': insurance,
  '5.11': housing,
  '5.12': housing,
  '5.13': water,
  '6.8': organisation,
  '6.9': organisation,
  '6.11': organisation,
  '11.6': organisation,
  '14.3': organisation,
};

/**
 * Lead units of a clause by department name, the first one answering for it. Narrower than the area's list
 * where that names five departments for thirteen clauses; groups resolve to the coordinating office.
 */
export function leadUnitsOf(clause: ClauseId): readonly string[] {
  const own = narrowed[clause];
  if (own !== undefined) return own;
  const named = (areaOf(clause)?.lead ?? []).flatMap((unit) => departmentName(unit) ?? []);
  return named.length > 0 ? named : [coordinator];
}
