import { createHash } from 'node:crypto';
import type { Content, Outbound, SendResult } from '../channel.ts';
import { splitText } from '../text-split.ts';
import { post } from './api.ts';
import { sendResultOf } from './app-send.ts';
import { asMarkdown, type BotMessage, roomOf } from './bot-message.ts';
import { bytesToBase64 } from './crypto.ts';

/** One reply of the bot may hold so many bytes of text and so many pictures. */
const MAX_STREAM_BYTES = 20_000;
const MAX_PICTURES = 10;

/** A call to a response address is tried again this often, as nothing else reaches the same chat. */
const TRIES = 3;

function textOf(content: Content): string[] {
  if (content.type !== 'text') return [];
  return [content.markdown ?? asMarkdown(content.text)];
}

/** Replies by the way they go. */
export interface Parted {
  /** Said in the message's own chat, in the answer to it. */
  here: readonly Outbound[];
  /** What the answer must not hold (private words to somebody who spoke in a group) or cannot (files). */
  apart: readonly Outbound[];
}

/** Tells what the answer to a message may hold: everybody in its chat reads it. */
export function partedOf(message: BotMessage, replies: readonly Outbound[]): Parted {
  const room = roomOf(message);
  const inThisChat = ({ to }: Outbound) =>
    room === null ? to.kind === 'private' : to.kind === 'room' && to.externalId === room;
  const fits = (reply: Outbound) => inThisChat(reply) && reply.content.type !== 'file';
  return { here: replies.filter(fits), apart: replies.filter((reply) => !fits(reply)) };
}

/**
 * All replies to one message as one text: the platform allows one answer per message. What is beyond its
 * limit can't be said in that answer and is cut off at a sentence; no reply of ours comes near it.
 */
export function joined(replies: readonly Outbound[]): string {
  const whole = replies.flatMap((reply) => textOf(reply.content)).join('\n\n');
  return splitText(whole, MAX_STREAM_BYTES)[0] ?? '';
}

/** Pictures fit a callback's own answer only. */
export function hasPicture(replies: readonly Outbound[]): boolean {
  return replies.some((reply) => reply.content.type === 'image');
}

/** The pictures of a finished stream, inside the message itself. */
export function picturesOf(replies: readonly Outbound[]) {
  return replies
    .flatMap((reply) => (reply.content.type === 'image' ? [reply.content.data] : []))
    .slice(0, MAX_PICTURES)
    .map((data) => ({
      msgtype: 'image' as const,
      image: { base64: bytesToBase64(data), md5: createHash('md5').update(data).digest('hex') },
    }));
}

/** A finished stream message: how the bot answers in the same breath. */
export function streamOf(id: string, replies: readonly Outbound[]) {
  const pictures = picturesOf(replies);
  return {
    msgtype: 'stream' as const,
    stream: {
      id,
      finish: true,
      content: joined(replies),
      ...(pictures.length > 0 ? { msg_item: pictures } : {}),
    },
  };
}

/** Answers through a message's own address, which takes one call within an hour. */
export async function answerAt(
  url: string,
  replies: readonly Outbound[],
  doFetch: typeof fetch,
): Promise<SendResult> {
  const body = { msgtype: 'markdown', markdown: { content: joined(replies) } };
  let result: SendResult = { is: 'retry', afterMs: 0, why: 'not tried' };
  for (let n = 0; n < TRIES && result.is === 'retry'; n++)
    result = sendResultOf(await post(doFetch, url, body));
  return result;
}
