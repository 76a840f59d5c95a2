import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import * as independent from '@wecom/crypto';

export interface Door {
  token: string;
  aesKey: string;
  receiver: string;
}

/** 43 letters and digits that stand for 32 bytes, as the console makes them. */
export function newAesKey(): string {
  for (;;) {
    const key = randomBytes(32).toString('base64').slice(0, 43);
    if (!/[+/]/u.test(key)) return key;
  }
}

/** How the bot's server is reached: its fetch in process, or over the network. */
export type Reach = (request: Request) => Response | Promise<Response>;

let nonce = 0;

/** The signature and query of one call, made with the independent package. */
function signed(door: Door, encrypted: string): URLSearchParams {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const once = `n${nonce++}`;
  const signature = independent.getSignature(door.token, timestamp, once, encrypted);
  return new URLSearchParams({ msg_signature: signature, timestamp, nonce: once });
}

export function verification(door: Door, address: string, word: string): Request {
  const echostr = independent.encrypt(door.aesKey, word, door.receiver);
  const query = signed(door, echostr);
  query.set('echostr', echostr);
  return new Request(`${address}?${query}`);
}

export interface AppSaid {
  from: string;
  id: string;
  text?: string;
  mediaId?: string;
  event?: { name: string; key: string };
  at?: number;
}

/** The XML of one message of a member to the app, as documented. */
export function appXml(corpId: string, agentId: number, said: AppSaid): string {
  const fields = [
    `<ToUserName><![CDATA[${corpId}]]></ToUserName>`,
    `<FromUserName><![CDATA[${said.from}]]></FromUserName>`,
    `<CreateTime>${said.at ?? 1_700_000_000}</CreateTime>`,
    `<AgentID>${agentId}</AgentID>`,
  ];
  if (said.event) {
    fields.push('<MsgType><![CDATA[event]]></MsgType>');
    fields.push(
      `<Event><![CDATA[${said.event.name}]]></Event><EventKey><![CDATA[${said.event.key}]]></EventKey>`,
    );
  } else if (said.mediaId) {
    fields.push(`<MsgType><![CDATA[image]]></MsgType><MediaId><![CDATA[${said.mediaId}]]></MediaId>`);
    fields.push(`<PicUrl><![CDATA[http://example.invalid/p.jpg]]></PicUrl><MsgId>${said.id}</MsgId>`);
  } else {
    fields.push(
      `<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${said.text ?? ''}]]></Content><MsgId>${said.id}</MsgId>`,
    );
  }
  return `<xml>${fields.join('')}</xml>`;
}

export function appCall(door: Door, address: string, xml: string): Request {
  const encrypted = independent.encrypt(door.aesKey, xml, door.receiver);
  const body = `<xml><ToUserName><![CDATA[${door.receiver}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt><AgentID><![CDATA[218]]></AgentID></xml>`;
  return new Request(`${address}?${signed(door, encrypted)}`, { method: 'POST', body });
}

export function botCall(door: Door, address: string, message: unknown): Request {
  const encrypt = independent.encrypt(door.aesKey, JSON.stringify(message), door.receiver);
  const headers = { 'content-type': 'application/json' };
  return new Request(`${address}?${signed(door, encrypt)}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ encrypt }),
  });
}

/** Opens the bot's passive answer; null where it answered with nothing. */
export async function passiveAnswer(door: Door, response: Response): Promise<Record<string, unknown> | null> {
  const text = await response.text();
  if (text === '') return null;
  const { encrypt, msgsignature, timestamp, nonce: once } = JSON.parse(text);
  if (independent.getSignature(door.token, String(timestamp), once, encrypt) !== msgsignature)
    throw new Error('bad signature');
  return JSON.parse(independent.decrypt(door.aesKey, encrypt).message);
}

/**
 * Delivers as the platform does: whatever isn't answered with 200 within the limit is delivered again, three
 * times in all. Every attempt is encrypted and signed anew.
 */
export async function deliver(
  reach: Reach,
  make: () => Request,
): Promise<{ attempts: number; last: Response }> {
  for (let attempts = 1; ; attempts++) {
    const last = await reach(make());
    if (last.status === 200 || attempts === 3) return { attempts, last };
  }
}

/** A picture as the bot's platform serves it: AES-256-CBC under `key`, padded to 32 bytes. */
export function sealedPicture(key: string, data: Uint8Array): Buffer {
  const raw = Buffer.from(`${key}=`, 'base64');
  const size = 32 - (data.length % 32);
  const cipher = createCipheriv('aes-256-cbc', raw, raw.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([data, Buffer.alloc(size, size)])), cipher.final()]);
}

export const freshId = () => randomUUID().replaceAll('-', '');
