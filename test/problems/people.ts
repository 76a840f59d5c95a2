import { householdId, problemId, staffId, unitCode } from '../../conversations/contract/ids.ts';
import type { Role, Speaker } from '../../conversations/contract/session.ts';
import type { Problem } from '../../conversations/problems/problem.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const township = { id: unitCode.parse('341322100000'), name: '龙城镇' };
export const otherTownship = { id: unitCode.parse('341322101000'), name: '黄口镇' };
export const village = { id: unitCode.parse('341322100201'), name: '张庄村' };

export function someone(n: number, name: string, roles: Role[], unit: { id: string; name: string }): Speaker {
  const kind = unit.id.startsWith('d:')
    ? 'department'
    : unit.id.endsWith('000000')
      ? 'county'
      : unit.id.endsWith('000')
        ? 'township'
        : 'village';
  return {
    id: staffId.parse(id(n)),
    name,
    roles,
    unit: unitCode.parse(unit.id),
    unitKind: kind,
    unitName: unit.name,
    muted: false,
  };
}

export const wangWu = someone(1, '王五', ['helper'], village);
export const liSi = someone(2, '李四', ['townshipCadre'], township);
export const zhaoLiu = someone(3, '赵六', ['townshipCadre'], township);
export const water = someone(4, '钱七', ['departmentOfficer'], { id: 'd:县水利局', name: '县水利局' });
export const insurance = someone(5, '孙八', ['departmentOfficer'], { id: 'd:县医保局', name: '县医保局' });
export const stranger = someone(6, '周九', ['townshipCadre'], otherTownship);
export const county = someone(7, '吴十', ['countyOffice'], { id: '341322000000', name: '萧县' });

export const at = Date.parse('2021-12-10T09:05:00+08:00');

export function waterProblem(over: Partial<Problem> = {}): Problem {
  return {
    id: problemId.parse(id(100)),
    no: 12,
    version: 1,
    status: 'assigned',
    source: 'visit',
    category: 'water',
    clause: '5.13',
    key: 'unsafeWater',
    description: '水量不够',
    household: { id: householdId.parse(id(200)), headName: '张三', group: '3组' },
    village,
    township,
    leadUnit: '县水利局',
    responsibleUnit: township,
    responsiblePerson: { id: wangWu.id, name: wangWu.name },
    assisting: [],
    manner: 'byDate',
    cause: '',
    task: '',
    due: '2021-12-20',
    nextLook: null,
    openedAt: at,
    closedAt: null,
    foundBy: wangWu.id,
    rectifiers: [],
    measure: '',
    photos: 0,
    proofs: 0,
    look: null,
    last: null,
    ...over,
  };
}
