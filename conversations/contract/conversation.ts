import type { Event } from './event.ts';
import { idFrom } from './event.ts';
import { labelsOffered } from './offered.ts';
import type { Session, Speaker } from './session.ts';
import { type ChatState, type DialogueState, maxChats, maxPickItems, type Prompt } from './state.ts';
import type { Change, Reply, Turn } from './turn.ts';

/** What a turn needs from outside beside facts: a keyed one-way hash (hex), because the shell has the key. */
export interface Outside {
  hashOf(text: string): string;
}

/**
 * One turn being put together: what was loaded, what was said, and the state, replies and changes so far.
 * The only mutable thing of a turn; it lives for one call and `done()` hands out the plain result.
 */
export class Conversation {
  readonly session: Session;
  readonly event: Event;
  readonly speaker: Speaker;
  /** The words said, trimmed and bounded; empty for a photo without words. */
  readonly text: string;
  readonly outside: Outside;
  /** The reply says no more than that the words weren't understood. */
  notRead = false;
  #state: DialogueState;
  #chat: ChatState;
  readonly #replies: Reply[] = [];
  readonly #changes: Change[] = [];
  #ids = 0;

  constructor(session: Session, speaker: Speaker, event: Event, text: string, outside: Outside) {
    this.outside = outside;
    this.session = session;
    this.speaker = speaker;
    this.event = event;
    this.text = text;
    this.#state = session.dialogue;
    this.#chat = session.dialogue.chats[session.chat.key] ?? { misses: 0, at: event.at };
  }

  get state(): DialogueState {
    return this.#state;
  }

  get chat(): ChatState {
    return this.#chat;
  }

  get at(): number {
    return this.event.at;
  }

  get inRoom(): boolean {
    return this.session.chat.kind === 'room';
  }

  /** Said in a group to nobody in particular: it may answer the bot's question or be small talk. */
  get overheard(): boolean {
    const { chat } = this.session;
    return chat.kind === 'room' && !chat.mentioned;
  }

  get replied(): boolean {
    return this.#replies.length > 0;
  }

  /** The next fresh id, derived from the event so that a repeat of the turn gives the same. */
  freshId(): string {
    this.#ids += 1;
    return idFrom(this.event.seed, this.#ids);
  }

  say(text: string, extra: Omit<Reply, 'text'> = {}): void {
    this.#replies.push({ text, ...extra });
  }

  /** A line in front of what was said last. */
  sayBefore(line: string): void {
    const last = this.#replies.pop();
    if (last !== undefined) this.#replies.push({ ...last, text: `${line}\n${last.text}` });
  }

  /** Adds a change; a visit or sheet saved (and reconciled) twice in one turn is written once, as it stands at last. */
  change(change: Change): void {
    const same = this.#changes.findIndex((before) => isSameThing(before, change));
    if (same >= 0) this.#changes.splice(same, 1);
    this.#changes.push(change);
  }

  patch(next: Partial<DialogueState>): void {
    this.#state = { ...this.#state, ...next };
  }

  /** What this chat waits for from now on; undefined = nothing. Only another question starts with no misses. */
  open(asked: Prompt | undefined): void {
    const { open, ...rest } = this.#chat;
    const prompt = asked?.is === 'pick' ? { ...asked, items: asked.items.slice(0, maxPickItems) } : asked;
    const misses = prompt !== undefined && isSameQuestion(open, prompt) ? rest.misses : 0;
    this.#chat = prompt === undefined ? { ...rest, misses } : { ...rest, misses, open: prompt };
  }

  /** Waits for this, with the misunderstandings counted so far: for a machine that counts them itself. */
  keep(prompt: Prompt | undefined, misses: number): void {
    const { open: _, ...rest } = this.#chat;
    this.#chat = prompt === undefined ? { ...rest, misses } : { ...rest, misses, open: prompt };
  }

  /** The bare number that was said, undefined where it was something else. */
  noteNumber(number: string | undefined): void {
    const { number: _, ...rest } = this.#chat;
    this.#chat = number === undefined ? rest : { ...rest, number };
  }

  missed(): number {
    this.#chat = { ...this.#chat, misses: this.#chat.misses + 1 };
    return this.#chat.misses;
  }

  remember(last: ChatState['last']): void {
    const { last: _, ...rest } = this.#chat;
    this.#chat = last === undefined ? rest : { ...rest, last };
  }

  #markedReplies(): Reply[] {
    const last = this.#replies.at(-1);
    if (last === undefined || this.#chat.open?.is !== 'confirm') return this.#replies;
    return [...this.#replies.slice(0, -1), { ...last, confirms: true }];
  }

  done(): Turn {
    const chat = { ...withOffer(this.#chat, this.#replies.at(-1)?.text), at: this.event.at };
    const chats = { ...this.#state.chats, [this.session.chat.key]: chat };
    return {
      state: { ...this.#state, chats: forgetOldest(chats) },
      replies: this.#markedReplies(),
      changes: this.#changes,
    };
  }
}

/** What the reply offers is remembered with what it waits for; a silent turn leaves both. */
function withOffer(chat: ChatState, reply: string | undefined): ChatState {
  if (reply === undefined) return chat;
  const { offered: _, put: __, ...rest } = chat;
  const { open } = rest;
  if (open === undefined || !typedInWords.has(open.is)) return rest;
  const offered = labelsOffered(reply);
  return {
    ...rest,
    ...(offered.length === 0 ? {} : { offered }),
    ...(open.is === 'confirm' ? { put: reply.split('\n').slice(-mostPut).join('\n').slice(0, 600) } : {}),
  };
}

/** Prompts whose numbered answers may be typed; a card numbers what was answered, a list has its items. */
const typedInWords: ReadonlySet<Prompt['is']> = new Set([
  'question',
  'options',
  'who',
  'change',
  'confirm',
  'flow',
  'form',
]);

/** Lines of a confirmation: what it is about and its answers. */
const mostPut = 2;

function isSameQuestion(a: Prompt | undefined, b: Prompt): boolean {
  return a !== undefined && 'key' in a && 'key' in b && a.key === b.key && a.visitId === b.visitId;
}

function isSameThing(a: Change, b: Change): boolean {
  const saves = a.do === 'saveVisit' && b.do === 'saveVisit' && a.visit.id === b.visit.id;
  const sheets = a.do === 'saveSheet' && b.do === 'saveSheet' && a.sheet.id === b.sheet.id;
  return saves || sheets || (a.do === 'reconcile' && b.do === 'reconcile' && a.visit.id === b.visit.id);
}

function forgetOldest(chats: Record<string, ChatState>): Record<string, ChatState> {
  const entries = Object.entries(chats);
  if (entries.length <= maxChats) return chats;
  return Object.fromEntries(entries.sort(([, a], [, b]) => b.at - a.at).slice(0, maxChats));
}
