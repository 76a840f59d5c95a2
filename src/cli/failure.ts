import { DatabaseFault, type FaultName } from '../../db/base/faults.ts';
import { ConfigError } from '../setting/config.ts';

/** The command was called wrongly; the message says how it is called. Exit code 2. */
export class WrongUsage extends Error {}

/** What to do about the database, by what is wrong with it. */
const databaseAdvice: Partial<Readonly<Record<FaultName, string>>> = {
  unreachable: '数据库连不上。请查数据库是否启动、DATABASE_URL 的地址和端口、防火墙',
  wrongLogin: '数据库不让登录。请查 DATABASE_URL 里的用户、密码、库名',
  migration: '数据库的表建不好或版本太旧（要 PostgreSQL 15 以上）',
  roles: '数据库用户的权限不够。请用能建角色的用户跑一次，或照 docs/operations.zh-CN.md 先建好 ruhu_app 角色',
  bypasses:
    '程序在库里的用户能绕开行级权限，谁都会看到全部，所以不启动。DATABASE_URL 请换普通用户；中间有 pgbouncer 的，别让它忽略 role',
  refusedSettings:
    '数据库（或中间的 pgbouncer）不接受程序的会话参数。pgbouncer 要 1.21 以上、事务模式，按 docs/operations.zh-CN.md 填 ignore_startup_parameters',
  blind:
    '这个数据库用户看不全所有行（行级权限），做出来会缺行，没有做。请在 RUHU_BACKUP_URL 填超级用户或带 BYPASSRLS 的用户',
  full: '数据库所在的磁盘满了，请先清理',
  notSetUp: '这个县还没有设置活动，先跑一次 ruhu start 或 ruhu import',
};

/** Their advice says all that people can do; of the English behind it only the code is of use. */
const saysAll: readonly FaultName[] = ['unreachable', 'wrongLogin', 'full', 'notSetUp'];

/** What the operating system refused, by its code. */
const systemAdvice: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `找不到文件或文件夹：${path}`,
  EEXIST: (path) => `已经有同名的文件：${path}。请换一个名字（或改 DATA_DIR），或先把它移开`,
  EACCES: (path) => `没有权限读写：${path}`,
  EPERM: (path) => `没有权限读写：${path}`,
  EISDIR: (path) => `这是文件夹，不是文件${path === '' ? '' : `：${path}`}`,
  ENOTDIR: (path) => `路径里有一段不是文件夹：${path}`,
  EROFS: (path) => `这个盘是只读的，写不进去：${path}`,
  EMFILE: () => '打开的文件太多了。请调大 ulimit -n（至少 1024）再启动',
  ENFILE: () => '这台机器打开的文件太多了，请关掉一些程序再启动',
  EDQUOT: () => '磁盘配额用完了，请先清理',
  ENOSPC: () => '磁盘满了，请先清理',
  EADDRINUSE: () => '端口被别的程序占着。请换一个 PORT，或先停掉已经在运行的 ruhu',
  EADDRNOTAVAIL: () => 'HOST 不是本机的地址，请用 127.0.0.1',
};

/** One line for people, several only where several settings are wrong; the stack stays inside. */
export function failureLine(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const system = ofSystem(error);
  if (system !== undefined) return system;
  const told = ownWords(error);
  const line = told.split('\n').find((part) => part.trim() !== '') ?? '出错了，请设 LOG_LEVEL=debug 再试一次';
  const crowded = told.includes('53300')
    ? '数据库的连接数用完了。请调大 max_connections，或少开几个 ruhu、前面放 pgbouncer'
    : undefined;
  if (error instanceof DatabaseFault && crowded === undefined && saysAll.includes(error.is)) {
    const code = /\b(?:E[A-Z]{3,}|[0-9][0-9A-Z]{4})\b/u.exec(`${told} ${codeOf(error)}`)?.[0];
    return `${databaseAdvice[error.is]}${code === undefined ? '' : `（${code}）`}`;
  }
  const advice = crowded ?? (error instanceof DatabaseFault ? databaseAdvice[error.is] : undefined);
  return advice === undefined ? line : `${advice}（${line}）`;
}

/** The code of what is behind an error: ECONNREFUSED, 28P01. */
function codeOf(error: Error): string {
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

/** What was thrown within a transaction and isn't the database's own is wrapped in a fault of it. */
function ownWords(error: unknown): string {
  const wrapped = error instanceof DatabaseFault && error.is === 'unexpected' ? error.cause : undefined;
  const cause = wrapped instanceof Error && !('code' in wrapped) ? wrapped : error;
  return cause instanceof Error ? cause.message : String(cause);
}

/** What the operating system refused, however often it was wrapped on its way here. */
function ofSystem(error: unknown): string | undefined {
  let cause = error;
  for (let depth = 0; depth < 4 && cause instanceof Error && !('code' in cause); depth += 1)
    cause = cause.cause;
  if (!(cause instanceof Error) || !('code' in cause)) return undefined;
  // A file is written beside its place first; people know it by its own name.
  const path = 'path' in cause ? String(cause.path).replace(/\.part$/, '') : '';
  return systemAdvice[String(cause.code)]?.(path);
}

/** Whether the user has to call it differently (exit code 2) rather than try again (1). */
export function isUsage(error: unknown): boolean {
  return error instanceof ConfigError || error instanceof WrongUsage;
}
