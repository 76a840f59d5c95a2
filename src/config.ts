import { z } from 'zod';
import { countyCode } from '../conversations/engine/ids.ts';

/** An environment variable left empty counts as not set. */
const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

const base64Key = z
  .string()
  .regex(/^[A-Za-z0-9+/_-]{43}=?$/u, 'RUHU_KEY 应是 32 字节的 base64（可用 openssl rand -base64 32 生成）');

const schema = z.object({
  DATABASE_URL: optional.pipe(
    z.url({ protocol: /^postgres(ql)?$/u, error: 'DATABASE_URL 应以 postgres:// 开头' }).optional(),
  ),
  DATA_DIR: optional.default('./data'),
  HOST: optional.default('127.0.0.1'),
  PORT: optional
    .default('8787')
    .transform(Number)
    .pipe(z.number({ error: 'PORT 应是端口号，如 8787' }).int().min(0).max(65_535)),
  PUBLIC_URL: optional.pipe(
    z.url({ error: 'PUBLIC_URL 应是完整网址，如 https://ruhu.example.gov.cn' }).optional(),
  ),
  RUHU_KEY: optional.pipe(base64Key.optional()),
  RUHU_COUNTY: optional.default('341322').pipe(countyCode),
  SMTP_URL: optional.pipe(
    z.url({ protocol: /^smtps?$/u, error: 'SMTP_URL 应写成 smtps://用户:密码@服务器:端口' }).optional(),
  ),
  REPORT_MAIL_TO: optional.pipe(z.email({ error: 'REPORT_MAIL_TO 应是收报告的邮箱' }).optional()),
  REPORT_MAIL_FROM: optional.pipe(z.email({ error: 'REPORT_MAIL_FROM 应是发件邮箱' }).optional()),
  LOG_LEVEL: optional.default('warn').pipe(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])),
});

export interface Config {
  databaseUrl: string | undefined;
  dataDir: string;
  host: string;
  port: number;
  publicUrl: string | undefined;
  key: string | undefined;
  county: z.infer<typeof countyCode>;
  logLevel: string;
  /** Where filed reports are sent; undefined = nowhere. */
  mail: { url: string; from: string; to: string } | undefined;
}

/** The environment was not usable; `message` says in Chinese which variable and what to do. */
export class ConfigError extends Error {}

/** Reads the environment once. Throws ConfigError naming every variable that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(env);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((i) => `${i.path.join('.')}：${i.message}`).join('\n'));
  const e = parsed.data;
  return {
    databaseUrl: e.DATABASE_URL,
    dataDir: e.DATA_DIR,
    host: e.HOST,
    port: e.PORT,
    publicUrl: e.PUBLIC_URL,
    key: e.RUHU_KEY,
    county: e.RUHU_COUNTY,
    logLevel: e.LOG_LEVEL,
    mail: mailOf(e),
  };
}

/** A mailbox is configured whole or not at all. */
function mailOf(e: z.infer<typeof schema>): Config['mail'] {
  const { SMTP_URL: url, REPORT_MAIL_FROM: from, REPORT_MAIL_TO: to } = e;
  if (url === undefined && from === undefined && to === undefined) return undefined;
  if (url === undefined || from === undefined || to === undefined)
    throw new ConfigError(
      '发报告的邮箱没填全：SMTP_URL、REPORT_MAIL_FROM、REPORT_MAIL_TO 要么都填，要么都不填',
    );
  return { url, from, to };
}
