import type { Person } from '../support/county.ts';

const rest = '都参保 家里没有病人 没有上学的孩子 房子安全 没别的问题';

/** What three helpers say: numbers answer whatever question stands open, so one turn too many shows in the ledger. */
export const talks: Partial<Record<Person, readonly string[]>> = {
  helper: [
    '排查',
    '对',
    `一年5万 打工 稳定 吃水没问题 ${rest}`,
    '2',
    '2',
    '提交',
    '下一户',
    '对',
    '一年3万6 种地 不稳定',
    `吃水有问题 水量不够 ${rest}`,
    '2',
    '2',
    '收入改成4万',
    '提交',
    '进度',
  ],
  colleague: ['排查 欧阳建国', '2', '帮助', `一年1万2 低保 稳定 吃水没问题 ${rest}`, '2', '2', '提交'],
  neighbour: [
    '排查',
    '5口人',
    '上一题',
    '6',
    `8万 打工 稳定 吃水没问题 ${rest}`,
    '2',
    '2',
    '查 张三',
    '提交',
  ],
};

export interface Message {
  from: string;
  id: string;
  text: string;
  at: number;
}

/** The talks as messages, each with its id and second. */
export const messages: readonly (readonly Message[])[] = Object.entries(talks).map(([from, said], person) =>
  said.map((text, n) => ({
    from,
    text,
    id: `${person}${String(n).padStart(3, '0')}`,
    at: 1_639_100_000 + person * 7 + n * 90,
  })),
);
