import { z } from 'zod';
import { reasonOf } from '../channel-log.ts';
import type { AppConfig, WecomConfig } from './config.ts';
import { encrypt, sign } from './crypto.ts';

/** One thing looked at, as `ruhu doctor` shows it. */
interface WecomFinding {
  what: string;
  is: 'fine' | 'watch' | 'broken';
  says: string;
}

interface WecomExamination {
  publicUrl: string | undefined;
  fetch?: typeof fetch;
  now?: () => number;
}

const TIMEOUT_MS = 8_000;

/** What the console has to be told, by the platform's error code. */
const ADVICE: Readonly<Record<number, string>> = {
  40001: 'WECOM_SECRET 不对，请到应用详情页重新复制',
  40013: 'WECOM_CORP_ID 不对，请到“我的企业”页复制企业ID',
  60020: '本机出口 IP 不在应用的“企业可信IP”里，请在应用详情页加上',
  45009: '调用太频繁，被企业微信暂时限制，过一会再查',
};

const answer = z.object({ errcode: z.number().default(0), errmsg: z.string().default('') });

/** Asks the platform for a token, and our own address, as the platform would, for the answer to its check. */
export async function examineWecom(
  config: WecomConfig | null,
  options: WecomExamination,
): Promise<WecomFinding[]> {
  if (config === null) return [];
  const doFetch = options.fetch ?? fetch;
  const { app, bot, apiBase } = config;
  const findings: WecomFinding[] = [];
  if (app) findings.push(await tokenOf(app, apiBase, doFetch));
  const doors = [
    ...(app ? [{ path: 'app', token: app.token, aesKey: app.aesKey, receiver: app.corpId }] : []),
    ...(bot?.callback ? [{ path: 'bot', ...bot.callback, receiver: '' }] : []),
  ];
  for (const door of doors) findings.push(await callbackOf(door, options));
  return findings;
}

async function tokenOf(app: AppConfig, base: string, doFetch: typeof fetch): Promise<WecomFinding> {
  const what = '企业微信令牌';
  const query = new URLSearchParams({ corpid: app.corpId, corpsecret: app.secret });
  try {
    const response = await doFetch(`${base}/cgi-bin/gettoken?${query}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const { errcode, errmsg } = answer.parse(await response.json());
    if (errcode === 0) return { what, is: 'fine', says: '能取到 access_token' };
    return {
      what,
      is: 'broken',
      says: `${ADVICE[errcode] ?? '企业微信不给令牌'}（${errcode} ${errmsg.slice(0, 80)}）`,
    };
  } catch (thrown) {
    return {
      what,
      is: 'broken',
      says: `连不上 ${base}（${reasonOf(thrown)}）。请查本机能否上外网、防火墙是否放行`,
    };
  }
}

interface Door {
  path: string;
  token: string;
  aesKey: string;
  receiver: string;
}

async function callbackOf(
  door: Door,
  { publicUrl, fetch: doFetch = fetch, now = Date.now }: WecomExamination,
): Promise<WecomFinding> {
  const what = `企业微信回调 /wecom/${door.path}`;
  if (publicUrl === undefined) return { what, is: 'broken', says: '没设 PUBLIC_URL，企业微信找不到本程序' };
  const word = crypto.randomUUID();
  const echostr = await encrypt(door.aesKey, word, door.receiver);
  const timestamp = String(Math.floor(now() / 1000));
  const nonce = word.slice(0, 8);
  const query = new URLSearchParams({
    msg_signature: await sign(door.token, timestamp, nonce, echostr),
    timestamp,
    nonce,
    echostr,
  });
  try {
    const address = new URL(
      `wecom/${door.path}?${query}`,
      publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`,
    );
    const response = await doFetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const said = await response.text();
    if (response.ok && said === word) return { what, is: 'fine', says: `${publicUrl} 能验签、能解密` };
    const advice =
      response.status === 403
        ? '验签不过：运行中的程序和这里的 Token、EncodingAESKey 不一致，改后要重启'
        : '请查反向代理是否把 /wecom 转到本程序';
    return { what, is: 'broken', says: `${publicUrl} 回了 ${response.status}。${advice}` };
  } catch (thrown) {
    return {
      what,
      is: 'broken',
      says: `${publicUrl} 连不上（${reasonOf(thrown)}）。先 ruhu start，再查域名、证书和防火墙`,
    };
  }
}
