import { roleLabels } from '../access/policy.ts';
import { isOfRoom } from '../access/scope.ts';
import { campaignOf } from '../campaigns/all.ts';
import type { Command, FlowHandler } from '../contract/command.ts';
import { Conversation, type Outside } from '../contract/conversation.ts';
import type { Event } from '../contract/event.ts';
import { type Asking, ask } from '../contract/needs.ts';
import { numberOffered } from '../contract/offered.ts';
import type { Session } from '../contract/session.ts';
import type { Prompt } from '../contract/state.ts';
import type { Turn } from '../contract/turn.ts';
import { bySound } from '../inquiry/work/by-sound.ts';
import { isQuestion } from '../language/question-form.ts';
import { bindDialogue } from './binding/bind.ts';
import { exposedCodes } from './binding/exposed.ts';
import { calledLikeACommand } from './called-like-a-command.ts';
import { commandSaid } from './command-said.ts';
import { dialogueCommands, flows } from './commands.ts';
import { agreementTo, putAgain, withdrawn } from './confirmation.ts';
import { inDanger } from './danger.ts';
import { openAgain } from './help.ts';
import { inquire, type Readiness } from './inquiry/inquire.ts';
import { asksInstead, slotAsks } from './inquiry/slot-asks.ts';
import { type Instead, restated } from './restated.ts';
import { saidTwice } from './said-twice.ts';
import { recalled } from './undo/recalled.ts';
import { undone } from './undo/undo.ts';
import { answerOrHelp } from './visit/answer-or-help.ts';
import { handOf } from './visit/hand.ts';
import { takePhotos } from './visit/photo.ts';
import { confirmForVisit, pickForVisit } from './visit/picks.ts';
import { followQuote } from './visit/quote.ts';
import { eventWords, maxText } from './words-of.ts';

/**
 * One message: session + event → turn. Yields needs while it goes; reads no clock and changes nothing itself.
 * Order: binding, silence in groups, commands, what is open in this chat, the visit in hand, help.
 */
export function* converse(session: Session, event: Event, outside: Outside): Asking<Turn> {
  const text = eventWords(event);
  if (session.speaker === null && event.type === 'recalled')
    return { state: session.dialogue, replies: [], changes: [] };
  if (session.speaker === null) return yield* bindDialogue(session, event, text, outside.hashOf);
  const said = inNumbers(session, text);
  const c = new Conversation(withoutForeignVisit(session), session.speaker, event, said, outside);
  const exposed = yield* exposedCodes(session.chat, text, outside.hashOf);
  if (exposed !== undefined) {
    c.change(exposed.change);
    c.say(exposed.says);
    return c.done();
  }
  if (event.type === 'recalled') {
    yield* recalled(c, event.of);
    return c.done();
  }
  if (!spokenTo(c)) return c.done();
  dropStalePrompt(c);
  if (yield* inDanger(c)) return c.done();
  if (saidTwice(c)) return c.done();
  if (event.type === 'said' && event.text.length > maxText) {
    if (c.overheard) return c.done();
    c.say('这条太长了，我读不完。请分几条说，一条说一户、几句话就行。');
    return c.done();
  }
  if (isUnboundRoom(c)) yield* inUnboundRoom(c);
  else {
    const instead = yield* respond(c, session.visit !== null && c.session.visit === null);
    if (instead !== undefined) return yield* hearInstead(c, instead);
  }
  return c.done();
}

/**
 * Hears other words for a message. What they would change is asked about first; an inquiry is answered at once, and
 * the first line says how the message was understood. Words that lead nowhere are dropped.
 */
function* hearInstead(c: Conversation, instead: Instead): Asking<Turn> {
  const again = new Conversation(c.session, c.speaker, c.event, instead.text, c.outside);
  if (instead.sure) again.open(undefined);
  const heard = (yield* tryCommands(again, dialogueCommands)) || (yield* inquire(again, 'idle'));
  const turn = again.done();
  const [first, ...more] = turn.replies;
  if (!heard || again.notRead || first === undefined) {
    if (!c.replied) yield* answerOrHelp(c);
    return c.done();
  }
  if (!instead.sure && turn.changes.some(({ do: what }) => what !== 'logAccess')) {
    c.open({ is: 'confirm', what: restatedOrder, payload: { text: instead.text } });
    c.say(`是要“${instead.text}”吗？\n1.是 2.不是`);
    return c.done();
  }
  const said = { ...first, text: `按“${instead.text}”理解：\n${first.text}` };
  return instead.sure ? turn : { ...turn, replies: [said, ...more] };
}

/** An order as a second reader understood it, waiting for a yes. */
const restatedOrder = 'restated';

/** A label that was offered here and is typed in words is what its number is. */
function inNumbers({ chat, dialogue }: Session, text: string): string {
  const number = numberOffered(text, dialogue.chats[chat.key]?.offered ?? []);
  return number === undefined ? text : String(number);
}

/** In a group the visit in hand is spoken of only where its household is of the group's unit. */
function withoutForeignVisit(session: Session): Session {
  const { chat, household } = session;
  if (chat.kind !== 'room' || household === null || isOfRoom(chat.room, household)) return session;
  return { ...session, visit: null, household: null };
}

function isUnboundRoom(c: Conversation): boolean {
  const { chat } = c.session;
  return chat.kind === 'room' && chat.room.unit === null;
}

/** Nobody knows whose group it is: it hears what shows nobody, and how it is bound. */
function* inUnboundRoom(c: Conversation): Asking<void> {
  if (c.overheard) return;
  if (commandSaid(dialogueCommands, c.text)?.command.inRoom === 'open')
    yield* tryCommands(c, dialogueCommands);
  else
    c.say(
      '本群还没绑定单位，户、问题和进度都不在这里说。请先绑定本群：村、镇干部在群里@我说“绑定本群”；您的事可以私聊我。',
    );
}

/** In a group the bot acts when mentioned, or when its last question to this person there is open. */
function spokenTo(c: Conversation): boolean {
  const { open } = c.chat;
  return !c.overheard || (open !== undefined && c.event.type !== 'unreadable' && !isStale(c, open));
}

/**
 * A prompt of one chat is over when the person has gone on elsewhere: another visit is in hand, or the question
 * was answered in another chat. What is said next isn't meant for it.
 */
function isStale(c: Conversation, open: Prompt): boolean {
  if (!('visitId' in open)) return false;
  const { visit } = c.session;
  if (visit?.id !== open.visitId || c.state.phase === 'idle') return true;
  if (open.is !== 'question') return false;
  const last = c.state.asked.at(-1);
  return visit.answers[open.key]?.is === 'known' && last?.key !== open.key;
}

function dropStalePrompt(c: Conversation): void {
  if (c.chat.open !== undefined && isStale(c, c.chat.open)) c.open(undefined);
}

/** @param elsewhere the visit in hand is of a household that this group may not hear of */
function* respond(c: Conversation, elsewhere: boolean): Asking<Instead | undefined> {
  const open = c.chat.open;
  const agreed = open?.is === 'confirm' && open.what === restatedOrder ? agreementTo(c) : undefined;
  if (agreed === true && open?.is === 'confirm') return { text: open.payload['text'] ?? '', sure: true };
  if (agreed === false) {
    c.open(undefined);
    c.say('好，没办。换个说法再说一遍，回“帮助”看用法。');
    return undefined;
  }
  const answered = yield* answeredHere(c, elsewhere);
  if (answered && !c.notRead) return undefined;
  const instead = readinessOf(c) === 'idle' ? yield* restated(c) : undefined;
  if (instead === undefined && !answered) yield* answerOrHelp(c);
  return instead;
}

/** All roads but the last: false where nobody made anything of the message. */
function* answeredHere(c: Conversation, elsewhere: boolean): Asking<boolean> {
  const { event } = c;
  if (event.type === 'unreadable') {
    unreadable(c, event.what);
    return true;
  }
  if (event.type === 'said' && event.photos !== undefined && event.photos.length > 0) {
    if (yield* photosOfOthers(c)) return true;
    if (elsewhere) visitIsElsewhere(c);
    else yield* takePhotos(c, event.photos);
    return true;
  }
  if (c.text === '') return false;
  if (event.type === 'said' && event.quote !== undefined && (yield* followQuote(c, event.quote))) return true;
  const open = c.chat.open;
  if (open !== undefined && (yield* atPrompt(c, open))) return true;
  if (yield* undone(c)) return true;
  if (/\s/u.test(c.text) && (yield* mistyped(c))) return true;
  if (yield* calledLikeACommand(c)) return true;
  if (yield* tryCommands(c, dialogueCommands)) return true;
  if (putAgain(c)) return true;
  if (elsewhere && c.state.phase !== 'idle') {
    visitIsElsewhere(c);
    return true;
  }
  if (yield* mistyped(c)) return true;
  return !c.overheard && ((yield* inquire(c, readinessOf(c))) || (yield* askedMeanwhile(c)));
}

/** Of one's own work, and no answer of a household: 我有几户, 我今天干了几家. */
const ownWork = /^(?:我|俺|咱)(?!家|们家|老|爸|妈|儿)/u;

/**
 * Somebody asks of his own work in the middle of a visit: it is answered and the open question put again. Tried aside
 * first, so that words which lead nowhere are still the visit's.
 */
function* askedMeanwhile(c: Conversation): Asking<boolean> {
  if (c.inRoom || readinessOf(c) === 'idle' || !ownWork.test(c.text) || !isQuestion(c.text)) return false;
  const aside = new Conversation(c.session, c.speaker, c.event, c.text, c.outside);
  const heard = yield* inquire(aside, 'idle');
  const { replies, changes } = aside.done();
  const [first] = replies;
  if (!heard || aside.notRead || first === undefined) return false;
  if (changes.some(({ do: what }) => what !== 'logAccess')) return false;
  for (const change of changes) c.change(change);
  const again = openAgain(c);
  c.say(first.text.endsWith(again) ? first.text : `${first.text}${again}`);
  return true;
}

function visitIsElsewhere(c: Conversation): void {
  if (!c.overheard) c.say('您手上的这户不在本群的范围里，请私聊我接着说。');
}

/** Beside an open question only what asks beyond doubt is taken for a question to the data. */
function readinessOf(c: Conversation): Readiness {
  const busy = handOf(c) !== undefined && c.state.phase !== 'idle' && c.state.phase !== 'paused';
  // A list to pick from waits for a number, which was looked for before; anything else is free to be asked.
  return busy || (c.chat.open !== undefined && c.chat.open.is !== 'pick') ? 'answering' : 'idle';
}

/** Between two visits a word that only sounds like a question is one; within a visit it is an answer. */
function* mistyped(c: Conversation): Asking<boolean> {
  const inHand = handOf(c);
  if (c.overheard || (inHand !== undefined && c.state.phase !== 'idle')) return false;
  const meant = bySound(c.text);
  // A village may be called as a word sounds.
  const [first = ''] = c.text.split(/\s+/u);
  if (meant !== undefined && first !== c.text && (yield* ask('unitsNamed', { words: first })).length > 0)
    return false;
  return meant !== undefined && (yield* tryCommands(c, dialogueCommands, meant));
}

/** The first command that the words are; false when they are none. */
function* tryCommands(c: Conversation, among: readonly Command[], text = c.text): Asking<boolean> {
  const said = commandSaid(among, text);
  if (said === undefined) return false;
  const { command, args } = said;
  if (readinessOf(c) === 'idle' && slotAsks(campaignOf(c.session.settings), text, args)) return false;
  const may = command.roles === undefined || c.speaker.roles.some((r) => command.roles?.includes(r));
  if (!may && readinessOf(c) === 'idle' && asksInstead(campaignOf(c.session.settings), text)) return false;
  if (!may && command.roles !== undefined)
    c.say(`此项由${command.roles.map((r) => roleLabels[r]).join('、')}办理。回“帮助”看您能做什么。`);
  else yield* command.run(c, args);
  return true;
}

const taking = dialogueCommands.filter((command) => command.takesPhotos === true);

/** Photos that belong to another dialogue than the visit: by the words beside them, or by what is open here. */
function* photosOfOthers(c: Conversation): Asking<boolean> {
  if (c.text !== '' && (yield* tryCommands(c, taking))) return true;
  const open = c.chat.open;
  if (open?.is !== 'flow' && open?.is !== 'form') return false;
  const flow = flowOf(open);
  return flow?.takesPhotos === true && (yield* resumeFlow(c, flow, open));
}

/** Prompts whose next message is read before any command: lists, confirmations, other dialogues' steps. */
function* atPrompt(c: Conversation, open: Prompt): Asking<boolean> {
  if ((open.is === 'confirm' || open.is === 'pick') && withdrawn(c)) return true;
  if (open.is === 'pick') return (yield* pickForVisit(c, open)) || (yield* flowPick(c, open));
  if (open.is === 'confirm') return (yield* confirmForVisit(c, open)) || (yield* flowConfirm(c, open));
  if (open.is !== 'flow' && open.is !== 'form') return false;
  const flow = flowOf(open);
  if (flow === undefined) return false;
  if (flow.owns?.(c.text) !== true && dialogueCommands.some((command) => command.match(c.text) !== undefined))
    return false;
  if (open.is === 'form' && !c.overheard && (yield* inquire(c, 'answering'))) return true;
  return yield* resumeFlow(c, flow, open);
}

type OpenFlow = Extract<Prompt, { is: 'flow' | 'form' }>;

function flowOf(open: OpenFlow): FlowHandler | undefined {
  const name = open.is === 'form' ? open.form : open.flow;
  return flows.find((f) => f.flow === name || f.forms?.includes(name) === true);
}

/** A form that is open is answered by the dialogue that runs it, as its step `form`. */
function* resumeFlow(c: Conversation, flow: FlowHandler, open: OpenFlow): Asking<boolean> {
  const [step, data] =
    open.is === 'form'
      ? (['form', { form: open.form, id: open.id }] as const)
      : ([open.step, open.data] as const);
  return (yield* flow.resume(c, step, data)) !== false;
}

/** Lists and confirmations of other dialogues are named `flow/step`. */
function* flowPick(c: Conversation, open: Extract<Prompt, { is: 'pick' }>): Asking<boolean> {
  const [name, step = ''] = open.goal.split('/');
  const flow = flows.find((f) => f.flow === name);
  const number = /^\d{1,2}$/u.exec(c.text.normalize('NFKC'))?.[0];
  const item = number === undefined ? undefined : open.items[Number(number) - 1];
  if (flow === undefined || item === undefined) return false;
  yield* flow.resume(c, step, { id: item.id });
  return true;
}

function* flowConfirm(c: Conversation, open: Extract<Prompt, { is: 'confirm' }>): Asking<boolean> {
  const [name, step = ''] = open.what.split('/');
  const flow = flows.find((f) => f.flow === name);
  const agreed = agreementTo(c);
  if (flow === undefined || agreed === undefined) return false;
  yield* flow.resume(c, step, { ...open.payload, agreed: agreed ? 'yes' : 'no' });
  return true;
}

const unreadables: Readonly<Record<string, string>> = {
  voice: '语音我听不了，麻烦打字，或者长按语音转成文字再发。',
  video: '视频我看不了，拍张照片或打字告诉我。',
  file: '文件我打不开，照片或文字都行。',
  location: '位置我看不了，打字告诉我。',
  sticker: '收到。',
  link: '链接我打不开，打字告诉我。',
};

function unreadable(c: Conversation, what: string): void {
  c.say(`${unreadables[what] ?? '这个我看不了，打字告诉我。'}${openAgain(c)}`);
}
