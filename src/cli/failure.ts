import { DatabaseProblem, type ProblemName } from '../../db/problems.ts';
import { ConfigError } from '../config.ts';

/** The command was called wrongly; the message says how it is called. Exit code 2. */
export class WrongUsage extends Error {}

/** What to do about the database, by what is wrong with it. */
export const databaseAdvice: Partial<Readonly<Record<ProblemName, string>>> = {
  unreachable: '数据库连不上。请查数据库是否启动、DATABASE_URL 的地址和端口、防火墙',
  wrongLogin: '数据库不让登录。请查 DATABASE_URL 里的用户、密码、库名',
  migration: '数据库的表建不好或版本太旧（要 PostgreSQL 15 以上）',
  roles: '数据库用户的权限不够。请用能建角色的用户跑一次，或照 README 先建好 ruhu_app 角色',
  full: '数据库所在的磁盘满了，请先清理',
  notSetUp: '这个县还没有设置大排查活动，先跑一次 ruhu start 或 ruhu import',
};

/** One line for people, several only where several settings are wrong; the stack stays inside. */
export function failureLine(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const line =
    message.split('\n').find((part) => part.trim() !== '') ?? '出错了，详情请设 LOG_LEVEL=debug 再试';
  const advice = error instanceof DatabaseProblem ? databaseAdvice[error.is] : undefined;
  return advice === undefined ? line : `${advice}（${line}）`;
}

export function isUsage(error: unknown): boolean {
  return error instanceof ConfigError || error instanceof WrongUsage;
}
