import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
} from '@grammyjs/conversations';
import { Bot, type Context, type Middleware } from 'grammy';
import type postgres from 'postgres';
import { pool, type Start } from '../contender.ts';

type BotContext = ConversationFlavor<Context>;

const questions = 12;

/** grammY with @grammyjs/conversations, state and answers in the same database; what it sends goes nowhere. */
export const start: Start = async (ground) => {
  const sql = pool(ground);
  const bot = new Bot<BotContext>('1:bench', {
    botInfo: { id: 1, is_bot: true, first_name: 'bench', username: 'bench_bot' } as never,
  });
  bot.api.config.use(swallow);
  bot.use(conversations<BotContext, Context>({ storage: { type: 'key', adapter: storageOn(sql) } }));
  bot.use(createConversation(visitOn(sql), { id: 'visit', plugins: [quiet] }));
  bot.on('message', (ctx) => ctx.conversation.enter('visit'));
  let update = 0;
  const answer = async (person: number): Promise<void> => {
    update += 1;
    const chat = { id: person + 1, type: 'private', first_name: 'x' };
    const message = {
      message_id: update,
      date: 0,
      chat,
      from: { id: person + 1, is_bot: false, first_name: 'x' },
      text: '4口人',
    };
    await bot.handleUpdate({ update_id: update, message } as never);
  };
  const stored = async (): Promise<boolean> => {
    const rows = await sql`select 1 from bench.storage where key like 'grammy%' limit 1`;
    return rows.length > 0;
  };
  return {
    answer,
    settle: async () => {
      // A conversation that just ended holds nothing; the next word begins another.
      if (!(await stored())) await answer(0);
      if (!(await stored())) throw new Error('grammY stored nothing of its conversations.');
    },
    close: () => sql.end(),
  };
};

/** Answers every call to the platform as if it had been made. */
const swallow = (): Promise<never> =>
  Promise.resolve({
    ok: true,
    result: { message_id: 1, date: 0, chat: { id: 1, type: 'private' } },
  } as never);

/** Inside a conversation the calls go their own way: they are swallowed there too. */
const quiet: Middleware<Context> = (ctx, next) => {
  ctx.api.config.use(swallow);
  return next();
};

/** A dozen questions; each answer is put into the log as the ways by hand do, once and not at every replay. */
function visitOn(sql: postgres.Sql) {
  return async (conversation: Conversation<BotContext, Context>, ctx: Context): Promise<void> => {
    for (let i = 0; i < questions; i += 1) {
      await ctx.reply(`第${i + 1}题`);
      const said = await conversation.waitFor('message:text');
      const { text, chat } = said.message;
      await conversation.external(async () => {
        await sql`insert into bench.answer (person, question, value) values (${chat.id - 1}, ${String(i)}, ${sql.json({ is: 'known', v: text })})`;
      });
    }
    await ctx.reply('已提交');
  };
}

function storageOn(sql: postgres.Sql) {
  const name = (key: string) => `grammy ${key}`;
  return {
    read: async (key: string) => {
      const [row] = await sql`select value from bench.storage where key = ${name(key)}`;
      return row?.['value'];
    },
    write: async (key: string, value: unknown) => {
      await sql`insert into bench.storage (key, value) values (${name(key)}, ${sql.json(value as never)})
        on conflict (key) do update set value = excluded.value`;
    },
    delete: async (key: string) => {
      await sql`delete from bench.storage where key = ${name(key)}`;
    },
  };
}
