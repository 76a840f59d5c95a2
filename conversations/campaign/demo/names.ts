import type { Chance } from './chance.ts';

const families = [
  '赵',
  '钱',
  '孙',
  '李',
  '周',
  '吴',
  '郑',
  '王',
  '冯',
  '陈',
  '褚',
  '卫',
  '蒋',
  '沈',
  '韩',
  '杨',
  '朱',
  '秦',
  '尤',
  '许',
  '何',
  '吕',
  '施',
  '张',
  '孔',
  '曹',
  '严',
  '华',
  '金',
  '魏',
  '陶',
  '姜',
] as const; // prettier-ignore
const first = ['演', '示', '例', '样', '试', '拟', '仿', '范'] as const;
const second = [
  '春',
  '夏',
  '秋',
  '冬',
  '山',
  '河',
  '田',
  '园',
  '麦',
  '禾',
  '木',
  '石',
  '云',
  '雨',
  '风',
  '月',
  '安',
  '平',
] as const;

/** A made-up name, obviously so: the second character says 演, 示, 例, 样 … */
export function madeUpName(chance: Chance): string {
  return `${chance.pick(families)}${chance.pick(first)}${chance.pick(second)}`;
}
