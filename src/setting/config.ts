import { z } from 'zod';
import { firstCampaign } from '../../conversations/campaigns/all.ts';
import { countyCode } from '../../conversations/contract/ids.ts';
import { type CipherKind, cipherKinds } from '../../db/base/cipher.ts';
import { isDatabaseUrl } from '../../db/base/hosts.ts';
import { configurable, type PlatformConfigs } from '../channels/platforms.ts';

/** An environment variable left empty counts as not set. */
/** The county of the first campaign, where none is set. */
export const usualCounty = firstCampaign.units?.county.code ?? '';

const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

const base64Key = z
  .string()
  .regex(/^[A-Za-z0-9+/_-]{43}=?$/u, '应是 32 字节的 base64（用 openssl rand -base64 32 生成，整行复制）');

const port = '应是端口号，1 到 65535 之间，如 8787';
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const databaseUrl = optional.pipe(
  z
    .string()
    .refine(isDatabaseUrl, {
      error: '应写成 postgres://用户:密码@服务器:5432/库名；密码里的 @ : / # 要写成 %40 %3A %2F %23',
    })
    .optional(),
);

const schema = z.object({
  DATABASE_URL: databaseUrl,
  DATABASE_STANDBY_URL: databaseUrl,
  DATA_DIR: optional.default('./data'),
  HOST: optional.default('127.0.0.1').pipe(z.string().regex(/^[\w.:-]+$/u, '应是本机的地址，如 127.0.0.1')),
  PORT: optional
    .default('8787')
    .pipe(z.string().regex(/^\d{1,5}$/u, port))
    .transform(Number)
    .pipe(z.number().max(65_535, port)),
  PUBLIC_URL: optional.pipe(
    z.url({ protocol: /^https?$/u, error: '应是完整网址，如 https://ruhu.example.gov.cn' }).optional(),
  ),
  METRICS_TOKEN: optional.pipe(
    z
      .string()
      .regex(/^[\w.~+/-]{16,200}$/u, '至少 16 个字母、数字')
      .optional(),
  ),
  RUHU_KEY: optional.pipe(base64Key.optional()),
  RUHU_NEW_KEY: optional.pipe(base64Key.optional()),
  RUHU_BACKUP_KEY: optional.pipe(base64Key.optional()),
  RUHU_BACKUP_URL: databaseUrl,
  RUHU_CIPHER: optional.default('aes').pipe(z.enum(cipherKinds, '填 aes 或 sm（国密 SM4/SM3）')),
  RUHU_COUNTY: optional
    .default(usualCounty)
    .pipe(z.string().regex(/^\d{6}$/u, `应是县的 6 位代码，如 ${usualCounty}`))
    .pipe(countyCode),
  SECOND_READER_URL: optional.pipe(
    z.url({ protocol: /^https?$/u, error: '应是大模型接口的网址，如 http://10.0.0.5:8000/v1' }).optional(),
  ),
  SECOND_READER_MODEL: optional.pipe(z.string().max(200).optional()),
  SECOND_READER_KEY: optional.pipe(z.string().min(8, '至少 8 个字符').max(500).optional()),
  SECOND_READER_DAILY: optional.default('2000').pipe(
    z
      .string()
      .regex(/^\d{1,6}$/u, '应是一天最多问几次，如 2000')
      .transform(Number),
  ),
  SMTP_URL: optional.pipe(
    z.url({ protocol: /^smtps?$/u, error: '应写成 smtps://用户:密码@服务器:465' }).optional(),
  ),
  REPORT_MAIL_TO: optional.pipe(z.email({ error: '应是收报告的邮箱，如 bgs@example.gov.cn' }).optional()),
  REPORT_MAIL_FROM: optional.pipe(z.email({ error: '应是发件的邮箱，如 ruhu@example.gov.cn' }).optional()),
  LOG_LEVEL: optional.default('warn').pipe(z.enum(levels, { error: `只能是 ${levels.join('、')}` })),
});

type Core = z.infer<typeof schema>;

/** What the environment says, each platform by its name (null = not configured). */
export interface Config extends PlatformConfigs {
  databaseUrl: string | undefined;
  /** A standby, for exports. */
  standbyUrl: string | undefined;
  dataDir: string;
  host: string;
  port: number;
  publicUrl: string | undefined;
  /** What a reader of /metrics has to bring. */
  metricsToken: string | undefined;
  /** What ID numbers are sealed with from now on; all kinds are opened. */
  cipher: CipherKind;
  key: string | undefined;
  /** For `ruhu rotate-key` only. */
  newKey: string | undefined;
  /** Seals what `ruhu backup` writes. */
  backupKey: string | undefined;
  /** A database user who sees every row, where the one of DATABASE_URL doesn't: for `ruhu backup`. */
  backupUrl: string | undefined;
  county: z.infer<typeof countyCode>;
  logLevel: string;
  /** The county's own model as a second reader; undefined = off. `daily`: questions a day at most. */
  secondReader: { url: string; model: string; key: string | undefined; daily: number } | undefined;
  /** Where filed reports are sent; undefined = nowhere. */
  mail: { url: string; from: string; to: string } | undefined;
}

/** Every variable the program reads; each is explained in .env.example. */
export const environmentVariables: readonly string[] = [
  ...new Set([...Object.keys(schema.shape), ...configurable.flatMap(({ env }) => env.variables)]),
];

/** One variable that is wrong, and what to do. */
interface ConfigIssue {
  name: string;
  says: string;
}

/** The environment was not usable; `message` says in Chinese which variables and what to do, one a line. */
export class ConfigError extends Error {
  readonly issues: readonly ConfigIssue[];

  constructor(issues: readonly ConfigIssue[] | string) {
    const list = typeof issues === 'string' ? [] : issues;
    super(typeof issues === 'string' ? issues : list.map(({ name, says }) => `${name}：${says}`).join('\n'));
    this.issues = list;
  }
}

/** Reads the environment once, all channels' groups included. Throws ConfigError naming every variable that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const core = schema.safeParse(env);
  const parts = configurable.map((platform) => ({ ...platform, read: platform.env.schema.safeParse(env) }));
  const issues = [core, ...parts.map(({ read }) => read)]
    .flatMap((part) => part.error?.issues ?? [])
    .map(issueOf);
  if (core.success) issues.push(...missingForMail(core.data));
  if (!core.success || issues.length > 0) throw new ConfigError(issues);
  const e = core.data;
  return {
    databaseUrl: e.DATABASE_URL,
    standbyUrl: e.DATABASE_STANDBY_URL,
    dataDir: e.DATA_DIR,
    host: e.HOST,
    port: e.PORT,
    publicUrl: e.PUBLIC_URL,
    metricsToken: e.METRICS_TOKEN,
    key: e.RUHU_KEY,
    newKey: e.RUHU_NEW_KEY,
    backupKey: e.RUHU_BACKUP_KEY,
    backupUrl: e.RUHU_BACKUP_URL,
    cipher: e.RUHU_CIPHER,
    county: e.RUHU_COUNTY,
    logLevel: e.LOG_LEVEL,
    secondReader:
      e.SECOND_READER_URL === undefined
        ? undefined
        : {
            url: e.SECOND_READER_URL,
            model: e.SECOND_READER_MODEL ?? 'default',
            key: e.SECOND_READER_KEY,
            daily: e.SECOND_READER_DAILY,
          },
    mail: mailOf(e),
    // Each platform's schema gave what PlatformConfigs says of its name.
    ...(Object.fromEntries(parts.map(({ name, read }) => [name, read.data ?? null])) as PlatformConfigs),
  };
}

function issueOf({ path, message }: { path: readonly PropertyKey[]; message: string }): ConfigIssue {
  return { name: path.join('.'), says: message };
}

const mailKeys = ['SMTP_URL', 'REPORT_MAIL_FROM', 'REPORT_MAIL_TO'] as const;

/** A mailbox is configured whole or not at all. */
function missingForMail(e: Core): ConfigIssue[] {
  const missing = mailKeys.filter((key) => e[key] === undefined);
  if (missing.length === mailKeys.length) return [];
  return missing.map((name) => ({
    name,
    says: `没有填写。发报告的邮箱 3 项要一起填：${mailKeys.join('、')}`,
  }));
}

function mailOf({ SMTP_URL: url, REPORT_MAIL_FROM: from, REPORT_MAIL_TO: to }: Core): Config['mail'] {
  return url === undefined || from === undefined || to === undefined ? undefined : { url, from, to };
}
