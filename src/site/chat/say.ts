import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { RateLimiter } from '../../channels/rate-limit.ts';
import { saidSchema, wireMessage } from '../../channels/web/message.ts';
import type { WebPerson } from '../../channels/web/people.ts';
import { MAX_PHOTO_BYTES, type PreparePhoto } from '../../channels/web/photo-port.ts';
import type { WebChannel, WebSaid } from '../../channels/web/web-channel.ts';
import { HttpFault } from '../../http/fault-response.ts';
import type { VisitorVariables } from '../../http/visitor.ts';
import { chatNamed } from './visitor-chats.ts';

interface SayOptions {
  channel: WebChannel;
  limiter: RateLimiter;
  preparePhoto: PreparePhoto;
}

const KB = 1024;
/** When to try a photo again that came amid too many. */
const BUSY_SECONDS = 20;
const photoSchema = saidSchema
  .pick({ id: true, chat: true })
  .extend({ photo: z.instanceof(Blob), at: z.coerce.number().int().positive().optional() });
const recallSchema = saidSchema.pick({ id: true, chat: true });

/**
 * `POST /messages` and `POST /photos`: both answer `{messages}`, what was said and the replies behind it.
 * `POST /recall` takes one's own message back.
 */
export function sayRoutes({ channel, limiter, preparePhoto }: SayOptions): Hono<VisitorVariables> {
  const routes = new Hono<VisitorVariables>();

  const answer = async (c: Context<VisitorVariables>, visitor: WebPerson, said: WebSaid) => {
    if (!channel.ready()) throw new HttpFault('unavailable');
    const messages = await channel.say(visitor, said);
    return c.json({ messages: messages.map((message) => wireMessage(message, visitor.staffId)) });
  };

  routes.post('/messages', limitBody(128 * KB), async (c) => {
    const visitor = c.get('visitor');
    pace(limiter, visitor);
    const read = saidSchema.safeParse(await c.req.json().catch(() => null));
    if (!read.success) throw new HttpFault('badRequest');
    const { id, chat, at, text, quote, label } = read.data;
    const content = {
      type: 'text' as const,
      text,
      ...(quote === undefined ? {} : { quote }),
      ...(label === undefined ? {} : { label }),
    };
    return answer(c, visitor, { id, content, ...(at === undefined ? {} : { at }), ...inRoom(visitor, chat) });
  });

  routes.post('/photos', limitBody(MAX_PHOTO_BYTES + 64 * KB), async (c) => {
    const visitor = c.get('visitor');
    pace(limiter, visitor);
    const read = photoSchema.safeParse(await c.req.parseBody().catch(() => null));
    if (!read.success) throw new HttpFault('badRequest');
    const room = inRoom(visitor, read.data.chat);
    const sent = new Uint8Array(await read.data.photo.arrayBuffer());
    const photo = await preparePhoto(sent, visitor.staffId);
    if (photo.is === 'refused')
      throw photo.why === 'busy' ? new HttpFault('tooMany', '', BUSY_SECONDS) : new HttpFault(photo.why);
    const { at } = read.data;
    return answer(c, visitor, {
      id: read.data.id,
      ...(at === undefined ? {} : { at }),
      content: { type: 'image', data: photo.data, mime: photo.mime },
      ...room,
    });
  });

  routes.post('/recall', limitBody(4 * KB), async (c) => {
    const visitor = c.get('visitor');
    pace(limiter, visitor);
    const read = recallSchema.safeParse(await c.req.json().catch(() => null));
    if (!read.success) throw new HttpFault('badRequest');
    const { key } = chatNamed(visitor, read.data.chat);
    if (!(await channel.recall(visitor, key, read.data.id))) throw new HttpFault('notFound');
    return c.body(null, 204);
  });

  return routes;
}

function inRoom(visitor: WebPerson, chat: string): Pick<WebSaid, 'room'> {
  const { room } = chatNamed(visitor, chat);
  return room === undefined ? {} : { room };
}

function pace(limiter: RateLimiter, visitor: WebPerson): void {
  const wait = limiter.take(visitor.staffId);
  if (wait > 0) throw new HttpFault('tooMany', '', Math.ceil(wait / 1000));
}

function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new HttpFault('tooLarge');
    },
  });
}
