import type { Role } from '../contract/session.ts';

/** One line on what to try as each kind of person, said beside the choice of whom to be. The first role that fits counts. */
const tries: readonly (readonly [role: Role, words: string])[] = [
  ['admin', '点左上角的三道杠进“管理”，看渠道、群和绑定情况'],
  ['countyOffice', '发“进度”看全县快慢，再发“自查报告”拿一份公文'],
  ['inspector', '发“抽查 抽取”随机抽户，再发“倒追”看该督办谁'],
  ['leader', '发“日报”要一张全县的图，左上角三道杠里的“看板”是实时的'],
  ['departmentOfficer', '发“自查”逐条过一遍，或发“问题”看归口的问题'],
  ['townshipCadre', '发“进度 各村”看快慢，发“问题”看哪些等着核实销号'],
  ['villageCadre', '发“还有谁没查”，再发“问题”看要整改的'],
  ['helper', '发“排查”开始入户，可以一句话说几件事'],
  ['helper', '点左上角进村里的群，@助手问“进度”'],
  ['helper', '排查到一半说“转给”加同事姓名，看怎么交接'],
];

/** What a person in these roles may try first, the n-th of his kind something else; empty when there is nothing. */
export function tryFirst(roles: readonly Role[], nth = 0): string {
  const his = tries.filter(([role]) => roles.includes(role));
  const [first] = his;
  const same = his.filter(([role]) => role === first?.[0]);
  return same[nth % Math.max(1, same.length)]?.[1] ?? '';
}
