import { z } from 'zod';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { forwardNow } from '../../db/base/forward-clock.ts';
import { read, write } from '../../db/base/transaction.ts';
import {
  putAside,
  settleWaiting,
  takeWaiting,
  type WaitingMessage,
  whoWaits,
} from '../../db/turn/waiting.ts';
import type { Channel, Inbound, Receive } from '../channels/channel.ts';
import { sendReplies } from '../channels/send-replies.ts';
import type { Workplace } from '../setting/workplace.ts';
import type { PeopleLimit, PutAside } from './limit-people.ts';

type Place = Pick<Workplace, 'database' | 'county' | 'log'>;

const stored = z.object({
  at: z.number(),
  from: z.object({ externalId: z.string(), name: z.string().exactOptional() }),
  chat: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('private') }),
    z.object({
      kind: z.literal('room'),
      externalId: z.string(),
      name: z.string().exactOptional(),
      mentioned: z.boolean(),
    }),
  ]),
  content: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('text'),
      text: z.string(),
      quote: z.string().exactOptional(),
      label: z.string().exactOptional(),
    }),
    z.object({ type: z.literal('recalled'), of: z.string() }),
    z.object({ type: z.literal('image'), text: z.string().exactOptional() }),
    z.object({ type: z.literal('pressed'), button: z.string() }),
    z.object({
      type: z.literal('unreadable'),
      what: z.enum(['voice', 'video', 'file', 'location', 'sticker', 'link']),
    }),
  ]),
});

/** Puts messages aside in the database. */
export function asideInDatabase({ database, county }: Place): PutAside {
  return (inbound, person) => {
    const { channel, messageId, at, from, chat, content } = inbound;
    const { data, ...said } = content.type === 'image' ? content : { ...content, data: null };
    const waiting: WaitingMessage = {
      channel,
      messageId,
      person,
      message: { at, from, chat, content: said },
      photo: data,
    };
    return write(database, wholeCounty(county), (tx) => putAside(tx, waiting), 'turn');
  };
}

function inboundOf({ channel, messageId, message, photo }: WaitingMessage): Inbound {
  const { content, from, chat, at } = stored.parse(message);
  const said = content.type === 'image' ? { ...content, data: photo ?? new Uint8Array() } : content;
  return { channel, messageId, at, from, chat, content: said };
}

interface AnswerWaiting {
  place: Place;
  receive: Receive;
  limit: PeopleLimit;
  channels: readonly Channel[];
}

/**
 * Answers messages that were put aside, of each person the oldest, as fast as the limit lets him be answered; the
 * number of messages answered. One that was answered already, by a process that died over it, is only taken off.
 */
export async function answerWaiting({ place, receive, limit, channels }: AnswerWaiting): Promise<number> {
  const { database, county, log } = place;
  const scope = wholeCounty(county);
  const since = limit.beginLooking();
  const waiting = await read(database, scope, whoWaits, 'loop');
  limit.nowWaiting(
    waiting.map(({ person }) => person),
    since,
  );
  const answerOne = async ({
    channel: name,
    person,
  }: {
    channel: string;
    person: string;
  }): Promise<number> => {
    const channel = channels.find((one) => one.name === name);
    if (channel === undefined || !limit.takeWaiting(person)) return 0;
    const taken = await write(database, scope, (tx) => takeWaiting(tx, { channel: name, person }), 'loop');
    if (taken === null) return 0;
    try {
      const received = await receive(inboundOf(taken));
      const takenAt = received.committedAt ?? forwardNow();
      await write(database, scope, (tx) => settleWaiting(tx, taken), 'loop');
      await sendReplies(channel, received, log, { now: forwardNow, takenAt });
      return 1;
    } catch (error) {
      log.error({ err: error, channel: name }, 'a message that was put aside could not be answered yet');
      await write(database, scope, (tx) => settleWaiting(tx, taken, true), 'loop').catch(() => undefined);
      return 0;
    }
  };
  const answered = await Promise.all(waiting.slice(0, atOnce).map(answerOne));
  return answered.reduce((sum, one) => sum + one, 0);
}

/** People answered in one pass. */
const atOnce = 24;
