import { z } from 'zod';
import { mayBeApiBase } from './addresses.ts';

const WECOM_API = 'https://qyapi.weixin.qq.com';
const WECOM_BOT_LINK = 'wss://openws.work.weixin.qq.com';

/** A self-built app: private chat with every member it is visible to. */
export interface AppConfig {
  corpId: string;
  agentId: number;
  secret: string;
  token: string;
  aesKey: string;
}

/** 智能机器人: answers where it is mentioned, and in private. */
interface BotConfig {
  /** Its name in groups, taken off the front of a mention. */
  name: string | null;
  callback: { token: string; aesKey: string } | null;
  link: { botId: string; secret: string; url: string } | null;
}

export interface WecomConfig {
  apiBase: string;
  app: AppConfig | null;
  bot: BotConfig | null;
  /** Webhook keys of group robots by the room's external id. A key is a secret. */
  robots: ReadonlyMap<string, string>;
}

const blank = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
  z.string().trim().optional(),
);

const aesKeyMessage = '应为 43 位字母或数字（企业微信后台“接收消息”页的 EncodingAESKey），请重新复制';
const aesKey = (value: string) => /^[A-Za-z0-9]{43}$/u.test(value);

/** `群标识=key` or `群标识=webhook 地址`, one per line or separated by commas or semicolons. */
function readRobots(text: string): Map<string, string> | null {
  const robots = new Map<string, string>();
  for (const entry of text.split(/[\n,;，；]+/u)) {
    if (entry.trim() === '') continue;
    const at = entry.indexOf('=');
    const room = entry.slice(0, at).trim();
    const key = entry
      .slice(at + 1)
      .trim()
      .replace(/^.*[?&]key=/u, '');
    if (at < 1 || room === '' || !/^[\w-]{8,}$/u.test(key)) return null;
    robots.set(room, key);
  }
  return robots;
}

/** The variables of one feature, which only work together: all of them, or none. */
function together<K extends string>(
  env: Partial<Record<K, string | undefined>>,
  keys: readonly K[],
): 'all' | 'none' | K[] {
  const missing = keys.filter((key) => env[key] === undefined);
  if (missing.length === 0) return 'all';
  return missing.length === keys.length ? 'none' : missing;
}

const appKeys = ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_AES_KEY'] as const;
const botCallbackKeys = ['WECOM_BOT_TOKEN', 'WECOM_BOT_AES_KEY'] as const;
const botLinkKeys = ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'] as const;
const groups = [
  { keys: appKeys, name: '企业微信自建应用' },
  { keys: botCallbackKeys, name: '智能机器人（接收消息地址方式）' },
  { keys: botLinkKeys, name: '智能机器人（长连接方式）' },
] as const;

const raw = z.object({
  WECOM_CORP_ID: blank,
  WECOM_AGENT_ID: blank,
  WECOM_SECRET: blank,
  WECOM_TOKEN: blank,
  WECOM_AES_KEY: blank,
  WECOM_ROBOTS: blank,
  WECOM_BOT_TOKEN: blank,
  WECOM_BOT_AES_KEY: blank,
  WECOM_BOT_ID: blank,
  WECOM_BOT_SECRET: blank,
  WECOM_BOT_NAME: blank,
  WECOM_BOT_LINK: blank,
  WECOM_API_BASE: blank,
});
type Raw = z.infer<typeof raw>;

function appOf(env: Raw): AppConfig | null {
  const { WECOM_CORP_ID: corpId, WECOM_SECRET: secret, WECOM_TOKEN: token, WECOM_AES_KEY: key } = env;
  if (!corpId || !secret || !token || !key || !env.WECOM_AGENT_ID) return null;
  return { corpId, agentId: Number(env.WECOM_AGENT_ID), secret, token, aesKey: key };
}

function botOf(env: Raw): BotConfig | null {
  const {
    WECOM_BOT_TOKEN: token,
    WECOM_BOT_AES_KEY: key,
    WECOM_BOT_ID: botId,
    WECOM_BOT_SECRET: secret,
  } = env;
  const callback = token && key ? { token, aesKey: key } : null;
  const link = botId && secret ? { botId, secret, url: env.WECOM_BOT_LINK ?? WECOM_BOT_LINK } : null;
  return callback || link ? { name: env.WECOM_BOT_NAME ?? null, callback, link } : null;
}

/** The WeCom group of the environment: null where nothing of it is set. */
export const wecomEnv = raw.transform((env, ctx): WecomConfig | null => {
  const complain = (path: keyof Raw, message: string) => {
    ctx.addIssue({ code: 'custom', path: [path], message });
  };
  for (const { keys, name } of groups) {
    const state = together(env, keys);
    if (typeof state === 'string') continue;
    for (const key of state)
      complain(key, `没有填写。${name}的 ${keys.length} 项要一起填：${keys.join('、')}`);
  }
  for (const key of ['WECOM_AES_KEY', 'WECOM_BOT_AES_KEY'] as const) {
    if (env[key] !== undefined && !aesKey(env[key])) complain(key, aesKeyMessage);
  }
  if (env.WECOM_AGENT_ID !== undefined && !/^\d+$/u.test(env.WECOM_AGENT_ID)) {
    complain('WECOM_AGENT_ID', '应为数字（应用详情页的 AgentId）');
  }
  for (const key of ['WECOM_API_BASE', 'WECOM_BOT_LINK'] as const) {
    if (env[key] !== undefined && !URL.canParse(env[key])) complain(key, '不是完整的网址');
  }
  const base = env.WECOM_API_BASE;
  if (base !== undefined && URL.canParse(base) && !mayBeApiBase(base))
    complain('WECOM_API_BASE', '要用 https（密钥要发到那里），本机除外');
  const robots = readRobots(env.WECOM_ROBOTS ?? '');
  if (robots === null) {
    complain('WECOM_ROBOTS', '写法应为“群标识=机器人webhook地址”，多个群用逗号或换行隔开');
    return z.NEVER;
  }
  const app = appOf(env);
  const bot = botOf(env);
  if (!app && !bot && robots.size === 0) return null;
  return { apiBase: (env.WECOM_API_BASE ?? WECOM_API).replace(/\/+$/u, ''), app, bot, robots };
});
