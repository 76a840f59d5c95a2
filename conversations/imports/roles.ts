import type { Role } from '../contract/session.ts';
import { blankCell, type Cell, valueCell, wrong } from './cell.ts';
import { plainText, quoted } from './text.ts';

/** What rosters call people, by role. The first word is how an export names the role. */
export const roleWords = {
  helper: [
    '排查员',
    '驻村工作队员',
    '驻村工作队',
    '工作队员',
    '驻村队员',
    '驻村干部',
    '第一书记',
    '驻村第一书记',
    '帮扶责任人',
    '帮扶干部',
    '帮扶联系人',
    '村民小组长',
    '村民组长',
    '组长',
    '小组长',
    '党员',
    '农村党员',
    '网格员',
    '志愿者',
    '信息员',
  ],
  villageCadre: [
    '村干部',
    '乡村干部',
    '乡村基层干部',
    '村基层干部',
    '村两委',
    '村两委干部',
    '社区干部',
    '村书记',
    '村支书',
    '村主任',
    '村委会主任',
    '村党支部书记',
    '村文书',
    '扶贫专干',
  ],
  townshipCadre: [
    '乡镇干部',
    '镇干部',
    '乡干部',
    '镇村干部',
    '乡镇管理员',
    '乡镇专干',
    '乡镇联络员',
    '街道干部',
  ],
  departmentOfficer: [
    '部门',
    '部门干部',
    '部门人员',
    '部门联络员',
    '县直部门',
    '县直单位',
    '行业部门',
    '牵头单位',
    '责任单位',
  ],
  countyOffice: [
    '县办',
    '县乡村振兴局',
    '乡村振兴局',
    '县专班',
    '县级专班',
    '指挥部办公室',
    '县指挥部办公室',
    '县大排查办',
  ],
  leader: ['领导', '县领导', '分管领导', '乡镇领导', '镇领导', '主要领导', '书记', '县长', '镇长', '乡长'],
  inspector: [
    '督查组',
    '督查员',
    '督查组成员',
    '督查组组长',
    '督查人员',
    '督导组',
    '督导员',
    '督导组成员',
    '巡查组',
  ],
  admin: ['管理员', '系统管理员', '县级管理员'],
} as const satisfies Record<Role, readonly string[]>;

const byWord = new Map<string, Role>();
for (const role of Object.keys(roleWords) as Role[]) {
  byWord.set(role.toLowerCase(), role);
  for (const word of roleWords[role]) byWord.set(word, role);
}

/** Reads a 角色 cell; several roles are parted by 、 or a comma. The English role words are accepted too. */
export function readRoles(text: string | undefined): Cell<Role[]> {
  const words = plainText(text)
    .split(/[、,，;；/|+\s]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return blankCell;
  const roles = new Set<Role>();
  for (const word of words) {
    const role = byWord.get(word) ?? byWord.get(word.toLowerCase());
    if (role === undefined) {
      return wrong(
        `角色${quoted(word)}认不出，可填：排查员、村干部、乡镇干部、部门、县办、领导、督查组、管理员`,
      );
    }
    roles.add(role);
  }
  return valueCell([...roles]);
}
