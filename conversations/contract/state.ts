import { z } from 'zod';
import { answerSchema, answerValue } from '../form/answer.ts';
import { formMemory, patch } from '../form/form.ts';
import { doubtSchema, option } from '../form/told.ts';
import { visitId } from './ids.ts';

/** One line of a numbered list the person may pick from. */
const pickItem = z.object({ id: z.string(), label: z.string() });

/** A list to pick from names a whole township's villages at most; what is stored can be read back. */
export const maxPickItems = 60;

/** What the bot last asked in a chat: it decides how the next message there is read. */
const prompt = z.discriminatedUnion('is', [
  /** The card with what the register knows, waiting for 对 or for answers. */
  z.object({ is: z.literal('card'), visitId }),
  /** A question of the visit. */
  z.object({ is: z.literal('question'), visitId, key: z.string() }),
  /** A doubt about an answer: concrete options to choose from. */
  z.object({
    is: z.literal('options'),
    visitId,
    key: z.string(),
    options: z.array(option),
    note: z.string().optional(),
  }),
  /** An odd value that wants a reason (or a correction). */
  z.object({ is: z.literal('reason'), visitId, key: z.string(), value: answerValue }),
  /** Which member an answer is about. */
  z.object({ is: z.literal('who'), visitId, key: z.string(), facet: z.string().optional() }),
  /** A change of what stands, shown before it is made; `lost`: what goes with it. */
  z.object({ is: z.literal('change'), visitId, key: z.string(), patch, lost: z.array(z.string()) }),
  /** The summary card, waiting for 提交 or a number. */
  z.object({ is: z.literal('summary'), visitId }),
  /** A numbered list; `goal` says what the pick is for. */
  z.object({
    is: z.literal('pick'),
    goal: z.string(),
    items: z.array(pickItem).max(maxPickItems),
    more: z.string().optional(),
  }),
  /** A yes/no about something that can't be undone lightly; `payload` belongs to the dialogue that asked. */
  z.object({
    is: z.literal('confirm'),
    what: z.string(),
    payload: z.record(z.string(), z.string()).default({}),
  }),
  /** Another form than a visit being answered: which, whose, and where it stands. */
  z.object({ is: z.literal('form'), form: z.string(), id: z.string(), memory: formMemory }),
  /** A step of another dialogue (problem, self-check, lead, bind): `flow` names it, `step` its own place. */
  z.object({
    is: z.literal('flow'),
    flow: z.string(),
    step: z.string(),
    data: z.record(z.string(), z.string()).default({}),
  }),
]);
export type Prompt = z.infer<typeof prompt>;

/** A visit that was asked about lately and its latest question: a late or quoted answer finds its household here. */
const asked = z.object({ visitId, head: z.string(), key: z.string() });

/** One chat of a person: what is open there. */
const chatState = z.object({
  open: prompt.optional(),
  /** Misunderstandings in a row; after two the bot offers a way out. */
  misses: z.number().int().default(0),
  /** Rows behind the last number shown, for 为什么, and the rest of a long list, for 更多. */
  last: z
    .object({ query: z.string(), args: z.record(z.string(), z.string()), offset: z.number().int() })
    .optional(),
  /** The numbered answers the last message offered: typed in words, they are what their numbers are. */
  offered: z.array(z.string()).max(24).optional(),
  /** A confirmation as it was put: said again to whatever is neither a yes nor a no. */
  put: z.string().max(600).optional(),
  /** The bare number said last here, with the words on it where it was tapped. */
  number: z.string().max(220).optional(),
  at: z.number().default(0),
});
export type ChatState = z.infer<typeof chatState>;

/** A person's whole dialogue, over all chats. Version it: people answer slowly. */
export const dialogueState = z.object({
  v: z.literal(1),
  /** The visit in progress (or the last one, for corrections after submission). */
  visitId: visitId.optional(),
  /** The visit whose whole card was shown: it isn't sent again after each change. */
  card: visitId.optional(),
  phase: z.enum(['idle', 'asking', 'summary', 'paused']).default('idle'),
  chats: z.record(z.string(), chatState).default({}),
  /** One entry a visit, the latest last. */
  asked: z.array(asked).max(12).default([]),
  /** Keys answered in this visit, in the order they were spoken about: 上一题 walks back along it. */
  trail: z.array(z.string()).max(120).default([]),
  /** What stood there before the last message changed it: 撤销 puts it back. */
  undo: z.object({ visitId, before: z.record(z.string(), answerSchema.nullable()) }).optional(),
  /** Doubts not yet cleared up, by question: asked with concrete options when their turn comes. */
  doubts: z.record(z.string(), doubtSchema).default({}),
});
export type DialogueState = z.infer<typeof dialogueState>;

export const emptyDialogue: DialogueState = {
  v: 1,
  phase: 'idle',
  chats: {},
  asked: [],
  trail: [],
  doubts: {},
};

/** At most this many chats are remembered per person; the one quiet longest is forgotten. */
export const maxChats = 8;

/**
 * A stored dialogue as it can be gone on with. Where a part of it is not what it should be (a bug of an older
 * version, a hand in the database), that part alone starts anew: nobody is locked out of his chat for good.
 */
export function restoreDialogue(stored: unknown): { state: DialogueState; damaged: readonly string[] } {
  const whole = dialogueState.safeParse(stored);
  if (whole.success) return { state: whole.data, damaged: [] };
  const damaged = [...new Set(whole.error.issues.map(({ path }) => String(path[0] ?? 'all')))];
  const parts = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  const sound = Object.fromEntries(parts.filter(([part]) => !damaged.includes(part)));
  const rest = dialogueState.safeParse({ ...sound, v: 1 });
  return { state: rest.success ? rest.data : emptyDialogue, damaged };
}
