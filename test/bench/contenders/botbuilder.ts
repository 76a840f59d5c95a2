import {
  ActivityTypes,
  BotAdapter,
  ConversationState,
  type Storage,
  type StoreItems,
  TurnContext,
} from 'botbuilder';
import {
  DialogSet,
  DialogTurnStatus,
  TextPrompt,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import type postgres from 'postgres';
import { pool, type Start } from '../contender.ts';

const questions = 12;

/** botbuilder-dialogs, a waterfall of prompts, state and answers in the same database; what it sends goes nowhere. */
export const start: Start = async (ground) => {
  const sql = pool(ground);
  const state = new ConversationState(storageOn(sql));
  const dialogs = new DialogSet(state.createProperty('dialog'));
  dialogs.add(new TextPrompt('text'));
  const ask = Array.from({ length: questions }, (_, i) => async (step: WaterfallStepContext) => {
    if (i > 0) await log(sql, step, i - 1);
    return step.prompt('text', `第${i + 1}题`);
  });
  const end = async (step: WaterfallStepContext) => {
    await log(sql, step, questions - 1);
    return step.endDialog();
  };
  dialogs.add(new WaterfallDialog('visit', [...ask, end]));
  const adapter = new Nowhere();
  let n = 0;
  return {
    answer: async (person) => {
      n += 1;
      const activity = {
        type: ActivityTypes.Message,
        id: String(n),
        channelId: 'bench',
        text: '4口人',
        serviceUrl: '',
        from: { id: `p${person}`, name: '' },
        recipient: { id: 'bot', name: '' },
        conversation: { id: `c${person}`, isGroup: false, conversationType: '', name: '' },
      };
      const context = new TurnContext(adapter, activity as never);
      const dialog = await dialogs.createContext(context);
      const result = await dialog.continueDialog();
      if (result.status === DialogTurnStatus.empty || result.status === DialogTurnStatus.complete)
        await dialog.beginDialog('visit');
      await state.saveChanges(context);
    },
    close: () => sql.end(),
  };
};

/** Puts an answer into the log, as the ways by hand do. */
async function log(sql: postgres.Sql, step: WaterfallStepContext, question: number): Promise<void> {
  const person = Number(step.context.activity.conversation.id.slice(1));
  await sql`insert into bench.answer (person, question, value)
    values (${person}, ${String(question)}, ${sql.json({ is: 'known', v: String(step.result) })})`;
}

class Nowhere extends BotAdapter {
  override sendActivities(_: TurnContext, activities: unknown[]) {
    return Promise.resolve(activities.map(() => ({ id: '1' })));
  }
  override updateActivity() {
    return Promise.resolve();
  }
  override deleteActivity() {
    return Promise.resolve();
  }
  override continueConversation() {
    return Promise.resolve();
  }
}

function storageOn(sql: postgres.Sql): Storage {
  return {
    read: async (keys) => {
      const rows = await sql<
        { key: string; value: object }[]
      >`select key, value from bench.storage where key = any (${keys})`;
      return Object.fromEntries(rows.map((row) => [row.key, { ...row.value, eTag: '*' }]));
    },
    write: async (changes: StoreItems) => {
      for (const [key, value] of Object.entries(changes)) {
        await sql`insert into bench.storage (key, value) values (${key}, ${sql.json(value)})
          on conflict (key) do update set value = excluded.value, etag = bench.storage.etag + 1`;
      }
    },
    delete: async (keys) => {
      await sql`delete from bench.storage where key = any (${keys})`;
    },
  };
}
