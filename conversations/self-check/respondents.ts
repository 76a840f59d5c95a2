import { type Area, areas } from '../campaign/plan.ts';
import { departmentName, leadDepartments } from '../campaign/units.ts';
import type { UnitKind } from '../contract/ids.ts';
import { type CheckLevel, itemsOf } from './items.ts';

/** A unit as far as the self-check is concerned. */
export interface Respondent {
  kind: UnitKind;
  name: string;
}

/** One area a unit answers, at its level. */
export interface Duty {
  area: Area;
  level: CheckLevel;
  /** Leads the area (牵头) or is responsible in it (责任). */
  as: 'lead' | 'responsible';
}

/** Departments with projects of their own, which the plan calls 县相关项目主管部门. */
const projectDepartments: readonly string[] = [
  '县农业农村局',
  '县水利局',
  '县交通局',
  '县发改委',
  '县人社局',
  '县住建局',
  '县教体局',
  '县林业发展中心',
];

/** Which areas a unit has to check itself against, from the plan's lead and responsible units. */
export function dutiesOf(unit: Respondent): readonly Duty[] {
  return areas.flatMap((area): Duty[] => {
    if (unit.kind === 'village')
      return itemsOf(area.no, 'village').length > 0 ? [{ area, level: 'village', as: 'responsible' }] : [];
    if (unit.kind === 'county' || itemsOf(area.no, 'unit').length === 0) return [];
    if (unit.kind === 'township')
      return area.responsible.some((r) => r === '各乡镇' || r === '相关乡镇')
        ? [{ area, level: 'unit', as: 'responsible' }]
        : [];
    if (area.lead.some((l) => names(l, unit.name))) return [{ area, level: 'unit', as: 'lead' }];
    return area.responsible.some((r) => names(r, unit.name))
      ? [{ area, level: 'unit', as: 'responsible' }]
      : [];
  });
}

/** Does what the plan wrote (a department, or a group of them) mean this department? */
function names(written: string, department: string): boolean {
  if (written === '各重点工程牵头部门') return leadDepartments.some((d) => d.name === department);
  if (written === '县直各帮扶单位') return true;
  if (written === '县相关项目主管部门') return projectDepartments.includes(department);
  return departmentName(written) === department;
}

/** The area a person means: 6, 第六, 住房… : by number or by words of its title. */
export function dutyNamed(duties: readonly Duty[], words: string): Duty | undefined {
  const said = words
    .normalize('NFKC')
    .replace(/^第/u, '')
    .replace(/[项方面类、.\s]+$/u, '');
  const number = /^\d{1,2}$/u.test(said) ? Number(said) : chineseArea(said);
  if (number !== undefined) return duties.find((d) => d.area.no === number);
  if (said.length < 2) return undefined;
  const titled = duties.filter((d) => d.area.title.includes(said));
  return titled.length === 1 ? titled[0] : undefined;
}

function chineseArea(said: string): number | undefined {
  const index = [
    '一',
    '二',
    '三',
    '四',
    '五',
    '六',
    '七',
    '八',
    '九',
    '十',
    '十一',
    '十二',
    '十三',
    '十四',
  ].indexOf(said);
  return index < 0 ? undefined : index + 1;
}
