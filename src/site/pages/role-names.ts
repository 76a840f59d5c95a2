import type { Role } from '../../../conversations/contract/session.ts';

/** What a role is called on the pages. */
export const roleNames: Readonly<Record<Role, string>> = {
  helper: '排查员',
  villageCadre: '村干部',
  townshipCadre: '乡镇干部',
  departmentOfficer: '部门干部',
  countyOffice: '县指挥部办公室',
  leader: '领导',
  inspector: '督查组',
  admin: '管理员',
};

/** The role a person is known by: the one that reaches furthest. */
export function mainRole(roles: readonly Role[]): string {
  const order: readonly Role[] = [
    'leader',
    'admin',
    'inspector',
    'countyOffice',
    'departmentOfficer',
    'townshipCadre',
    'villageCadre',
    'helper',
  ];
  const found = order.find((role) => roles.includes(role));
  return found === undefined ? '' : roleNames[found];
}
