import { Hono } from 'hono';
import { z } from 'zod';
import type { ChatStore } from '../../channels/web/chat-store.ts';
import { wireMessage } from '../../channels/web/message.ts';
import type { ChatPeople } from '../../channels/web/people.ts';
import { HttpFault } from '../../http/fault-response.ts';
import type { VisitorVariables } from '../../http/visitor.ts';
import { chatNamed, chatsOf } from './visitor-chats.ts';

const PAGE = 40;
const historyQuery = z.object({
  chat: z.string().max(200),
  before: z.coerce.number().int().positive().optional(),
});
const sinceQuery = z.object({ after: z.coerce.number().int().nonnegative() });

/** `GET /history`, `/since` and `/files/:seq`: what was said before, what is new, pictures and files. */
export function readRoutes(
  store: ChatStore,
  people: Pick<ChatPeople, 'noteReading'>,
): Hono<VisitorVariables> {
  const routes = new Hono<VisitorVariables>();
  routes.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });

  routes.get('/history', async (c) => {
    const visitor = c.get('visitor');
    const query = historyQuery.safeParse(c.req.query());
    if (!query.success) throw new HttpFault('badRequest');
    const { key } = chatNamed(visitor, query.data.chat);
    const [messages, latest] = await Promise.all([
      store.page(key, query.data.before, PAGE),
      store.latest(chatsOf(visitor)),
    ]);
    if (messages.length > 0) await people.noteReading(visitor.staffId, '聊天记录');
    const wire = messages.map((message) => wireMessage(message, visitor.staffId));
    return c.json({ messages: wire, more: messages.length === PAGE, latest });
  });

  routes.get('/since', async (c) => {
    const visitor = c.get('visitor');
    const query = sinceQuery.safeParse(c.req.query());
    if (!query.success) throw new HttpFault('badRequest');
    const messages = await store.since(chatsOf(visitor), query.data.after, PAGE);
    return c.json({ messages: messages.map((message) => wireMessage(message, visitor.staffId)) });
  });

  routes.get('/files/:seq{[0-9]{1,15}}', async (c) => {
    const file = await store.file(chatsOf(c.get('visitor')), Number(c.req.param('seq')));
    if (file === null) throw new HttpFault('notFound');
    await people.noteReading(c.get('visitor').staffId, `下载 ${file.name}`);
    const shown = file.mime.startsWith('image/') && file.mime !== 'image/svg+xml';
    const name = encodeURIComponent(file.name);
    return c.body(Uint8Array.from(file.data), 200, {
      'content-type': file.mime,
      'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    });
  });

  return routes;
}
