import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import type { Inbound } from '../channel.ts';

/** Values stay text (MsgId has more digits than a number holds) and entities stay closed. */
const parser = new XMLParser({
  parseTagValue: false,
  processEntities: false,
  ignoreAttributes: true,
  trimValues: false,
});

const envelope = z.object({ xml: z.looseObject({ Encrypt: z.string().min(1) }) });

const field = z.string().default('');
const plain = z.object({
  xml: z.looseObject({
    ToUserName: z.string().optional(),
    AgentID: z.coerce.number().optional(),
    FromUserName: z.string().min(1).max(100),
    CreateTime: z.coerce.number().int(),
    MsgType: z.string(),
    MsgId: z.string().optional(),
    Content: field,
    MediaId: field,
    Event: field,
    EventKey: field,
    TaskId: field,
  }),
});
export type AppMessage = z.infer<typeof plain>['xml'];

function parse(xml: string): unknown {
  // A document type is the one door to entity tricks, and no callback of the platform has one.
  if (/<!DOCTYPE/iu.test(xml)) throw new SyntaxError('XML with a document type');
  return parser.parse(xml);
}

/** The encrypted content of a callback's body. */
export function encryptedOf(xml: string): string {
  return envelope.parse(parse(xml)).xml.Encrypt;
}

/** Reads a decrypted message of the app; throws where it is none. */
export function readAppMessage(xml: string): AppMessage {
  return plain.parse(parse(xml)).xml;
}

/** Was it sent to this app? One and the same corp, token and key may serve another app's callbacks; what names nobody is taken. */
export function isFor(
  message: AppMessage,
  { corpId, agentId }: { corpId: string; agentId: number },
): boolean {
  return (message.ToUserName ?? corpId) === corpId && (message.AgentID ?? agentId) === agentId;
}

/** Members are named without regard to case: WXID and wxid are one person. */
export function memberId(userId: string): string {
  return userId.toLowerCase();
}

async function hashed(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest).subarray(0, 16), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/**
 * The id by which a redelivery is known. Messages have one; events do not, and their sender and second alone
 * lose real events (two clicks within one second), so all of an event's fields count.
 */
export async function messageIdOf(message: AppMessage): Promise<string> {
  if (message.MsgId) return `app:${message.MsgId}`;
  const fields = Object.entries(message).sort(([a], [b]) => (a < b ? -1 : 1));
  return `app:event:${message.FromUserName}:${message.CreateTime}:${await hashed(JSON.stringify(fields))}`.slice(
    0,
    200,
  );
}

const UNREADABLE = {
  voice: 'voice',
  video: 'video',
  shortvideo: 'video',
  location: 'location',
  link: 'link',
  file: 'file',
} as const satisfies Record<string, Extract<Inbound['content'], { type: 'unreadable' }>['what']>;

function isUnreadable(type: string): type is keyof typeof UNREADABLE {
  return Object.hasOwn(UNREADABLE, type);
}

/** Events by which a member says something: a menu entry or a card's button. All others (entering, location) are noise. */
const PRESSING: ReadonlySet<string> = new Set(['click', 'template_card_event']);

/** A photo that can't be fetched, not at the second try either, is said to be unreadable: better than silence. */
export async function photo(fetched: () => Promise<Uint8Array>): Promise<Inbound['content']> {
  const data = await fetched().catch(() => fetched().catch(() => null));
  return data === null ? { type: 'unreadable', what: 'file' } : { type: 'image', data };
}

/** What a message says, or null for an event that wants no answer. A photo is fetched through `download`. */
export async function contentOf(
  message: AppMessage,
  download: (mediaId: string) => Promise<Uint8Array>,
): Promise<Inbound['content'] | null> {
  const type = message.MsgType;
  if (type === 'text') return { type: 'text', text: message.Content };
  if (type === 'image') return photo(() => download(message.MediaId));
  if (isUnreadable(type)) return { type: 'unreadable', what: UNREADABLE[type] };
  if (type === 'event' && PRESSING.has(message.Event.toLowerCase()) && message.EventKey !== '') {
    return { type: 'pressed', button: message.EventKey.slice(0, 200) };
  }
  return null;
}
