import { z } from 'zod';

/** A chat of the built-in page: one person's private one, or a group's. The tail is the external id. */
export type ChatKey = `person:${string}` | `room:${string}`;

type Author = { is: 'bot' } | { is: 'person'; externalId: string; name: string };

export type MessageContent =
  /** `label`: what was tapped, where `text` is only its number. `recalled`: taken back by who said it. */
  | { type: 'text'; text: string; label?: string; quote?: string; confirms?: true; recalled?: true }
  | { type: 'image'; data: Uint8Array; mime: string; name: string }
  | { type: 'file'; data: Uint8Array; name: string };

/** A message to be kept. The same `id` is kept once. */
export interface NewMessage {
  id: string;
  chat: ChatKey;
  /** Milliseconds since 1970. */
  at: number;
  author: Author;
  content: MessageContent;
  /** Names of those it is for, in a group. */
  mention?: readonly string[];
}

/** A kept message; pictures and files are fetched apart. `seq` grows in the order of keeping. */
export interface StoredMessage extends Omit<NewMessage, 'content'> {
  seq: number;
  content:
    | Extract<MessageContent, { type: 'text' }>
    | { type: 'image'; name: string }
    | { type: 'file'; name: string; bytes: number };
}

/** A kept message as the page gets it. */
interface WireMessage {
  seq: number;
  id: string;
  /** `private`, or `room:` and the group's id. */
  chat: string;
  at: number;
  from: { is: 'bot' } | { is: 'me' } | { is: 'other'; name: string };
  text?: string;
  quote?: string;
  label?: string;
  recalled?: true;
  confirms?: true;
  image?: { url: string; name: string };
  file?: { url: string; name: string; bytes: number };
  mention?: readonly string[];
}

/** Longer ones are refused at the door; what the dialogue makes of long ones is its own affair. */
const MAX_TEXT = 20_000;
const MAX_ID = 100;

/** A message typed on the page. `id` is made there, so that sending it again is a redelivery. */
export const saidSchema = z.object({
  // What the page makes; a zero byte, say, can't be stored.
  id: z
    .string()
    .min(8)
    .max(MAX_ID)
    .regex(/^[\w.:-]+$/u),
  chat: z.string().max(200),
  text: z.string().max(MAX_TEXT),
  /** The words on what was tapped. */
  label: z.string().max(200).optional(),
  /** When it was said, where the network came later. */
  at: z.number().int().positive().optional(),
  quote: z.string().max(MAX_TEXT).optional(),
});

/** How the page names a chat, for the person who looks at it. */
function wireChat(chat: ChatKey): string {
  return chat.startsWith('room:') ? chat : 'private';
}

/** A message as the page gets it; `viewer` knows his own by the id his page made. */
export function wireMessage(message: StoredMessage, viewer: string): WireMessage {
  const { author, content } = message;
  const url = `/chat/files/${message.seq}`;
  return {
    seq: message.seq,
    // The page knows its own messages by the id it made.
    id: message.id.startsWith(`${viewer}:`) ? message.id.slice(viewer.length + 1) : message.id,
    chat: wireChat(message.chat),
    at: message.at,
    from:
      author.is === 'bot'
        ? { is: 'bot' }
        : author.externalId === viewer
          ? { is: 'me' }
          : { is: 'other', name: author.name },
    ...(content.type === 'text' ? textOf(content) : {}),
    ...(content.type === 'image' ? { image: { url, name: content.name } } : {}),
    ...(content.type === 'file' ? { file: { url, name: content.name, bytes: content.bytes } } : {}),
    ...(message.mention === undefined ? {} : { mention: message.mention }),
  };
}

function textOf({ type: _, ...text }: Extract<MessageContent, { type: 'text' }>) {
  return text;
}
