import { createHash, randomUUID } from 'node:crypto';
import { scopeOf } from '../../conversations/access/scope.ts';
import type { Outside } from '../../conversations/contract/conversation.ts';
import type { Event } from '../../conversations/contract/event.ts';
import { idFrom } from '../../conversations/contract/event.ts';
import {
  type AttachmentId,
  attachmentId,
  type CountyCode,
  type StaffId,
} from '../../conversations/contract/ids.ts';
import type { Session } from '../../conversations/contract/session.ts';
import type { Reply, Turn } from '../../conversations/contract/turn.ts';
import { notAnswered, tooManyPhotos } from '../../conversations/dialogues/not-answered.ts';
import type { Database } from '../../db/base/connect.ts';
import { isFault } from '../../db/base/faults.ts';
import { write } from '../../db/base/transaction.ts';
import type { Carried } from '../../db/turn/carriers.ts';
import { withPatience } from '../../db/turn/hot-path.ts';
import { type Incoming, loadSession } from '../../db/turn/session.ts';
import { writeTurn } from '../../db/turn/turn.ts';
import { saveAttachment } from '../../db/visits/attachments.ts';
import type { Address, Inbound, Outbound, Receive, Received } from '../channels/channel.ts';
import { PersonQueue } from '../channels/person-queue.ts';
import type { PreparePhoto } from '../channels/web/photo-port.ts';
import { MadeDocuments } from '../documents-made/made-documents.ts';
import { Readings } from '../second-reader/readings.ts';
import type { SecondReader } from '../second-reader/second-reader.ts';
import type { Log } from '../setting/log.ts';
import type { SentMarks } from './mark-sent.ts';
import { takeTurn } from './take-turn.ts';

interface ReceiverDeps {
  database: Database;
  county: CountyCode;
  outside: Outside;
  log: Log;
  preparePhoto: PreparePhoto;
  /** Makes the picture or spreadsheet a reply asks for, after the commit. */
  makeDocument: (reply: Reply, session: Session) => Promise<Outbound['content'] | undefined>;
  marks: SentMarks;
  /** The county's own model, where one is configured. */
  secondReader?: SecondReader | undefined;
  /** The person behind a terminal, which trusts its operator. */
  staffId?: StaffId;
}

/** Another turn of the same person came in between this often at most; then the message is left to its redelivery. */
const tries = 8;
const maxTextLength = 20_000;

/**
 * What a channel calls for each message: claims it, takes the turn and commits, and only then gives the replies.
 * A redelivered message gets the stored replies. Messages of one person are taken in the order they came.
 */
export function makeReceiver(deps: ReceiverDeps): Receive {
  const queue = new PersonQueue();
  const made = new MadeDocuments();
  const receiving: Receiving = {
    ...deps,
    documentOf: (key, reply, session) => made.once(key, () => deps.makeDocument(reply, session)),
  };
  return (inbound) =>
    queue.run(`${inbound.channel}\n${inbound.from.externalId}`, () => receive(receiving, inbound));
}

interface Receiving extends ReceiverDeps {
  /** The document of a reply; `key` names the reply, whichever delivery of its message asks. */
  documentOf(key: string, reply: Reply, session: Session): Promise<Outbound['content'] | undefined>;
}

async function receive(deps: Receiving, inbound: Inbound): Promise<Received> {
  let carried: Carried | null | undefined;
  // Not given back where nothing was stored: nobody can tell that from an answer that got lost on the way.
  const carry = () => {
    carried ??= deps.marks.carry();
    return carried;
  };
  try {
    return await answer(deps, inbound, carry);
  } finally {
    if (carried != null) deps.marks.settled(carried);
  }
}

async function answer(deps: Receiving, inbound: Inbound, carry: () => Carried | null): Promise<Received> {
  const incoming = incomingOf(inbound, deps.staffId);
  const seed = randomUUID();
  const readings = new Readings(deps.secondReader);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const loaded = await loadSession(deps.database, deps.county, incoming);
    if (loaded.is === 'already') return received(deps, inbound, loaded.replies, loaded.session, 'repeated');
    const { session, versions, damaged } = loaded;
    if (damaged.length > 0)
      deps.log.error({ staff: session.speaker?.id, damaged }, 'parts of a stored dialogue were unreadable');
    const turn = await turnOf({ ...deps, readings }, inbound, session, seed);
    const carried = carry();
    const written = await writeTurn(deps.database, deps.county, {
      message: { channel: inbound.channel, messageId: inbound.messageId, at: inbound.at },
      answerTo: { ...answerTo(inbound) },
      carried,
      session,
      versions,
      turn,
    });
    if (written.is === 'ok') {
      if (carried !== null) deps.marks.settled(carried);
      return received(deps, inbound, turn.replies, session, { carried, committedAt: written.begunAt });
    }
    deps.log.debug({ channel: inbound.channel, attempt }, 'a turn was overtaken and is taken again');
  }
  throw new Error('another turn of the same person came in between every time');
}

/**
 * The turn a message leads to. What goes wrong for good (not a server that is away) is answered once with a kind
 * sentence and changes nothing: nobody waits in silence, and no channel brings the same message for ever.
 */
async function turnOf(
  deps: ReceiverDeps & { readings: Readings },
  inbound: Inbound,
  session: Session,
  seed: string,
): Promise<Turn> {
  try {
    return await takeTurn(deps, session, await eventOf(deps, inbound, session, seed));
  } catch (error) {
    if (isFault(error, 'unreachable')) throw error;
    if (error instanceof TooManyPhotos)
      return { state: session.dialogue, replies: [{ text: tooManyPhotos }], changes: [] };
    deps.log.error({ err: error, channel: inbound.channel }, 'a message could not be answered');
    return { state: session.dialogue, replies: [{ text: notAnswered }], changes: [] };
  }
}

function incomingOf(inbound: Inbound, staff: StaffId | undefined): Incoming {
  const { chat } = inbound;
  return {
    channel: inbound.channel,
    messageId: inbound.messageId,
    externalId: inbound.from.externalId,
    name: inbound.from.name,
    room:
      chat.kind === 'room'
        ? { externalId: chat.externalId, name: chat.name, mentioned: chat.mentioned }
        : undefined,
    staffId: staff,
  };
}

async function eventOf(deps: ReceiverDeps, inbound: Inbound, session: Session, seed: string): Promise<Event> {
  const base = { id: inbound.messageId.slice(0, 200), at: inbound.at, seed };
  const { content } = inbound;
  switch (content.type) {
    case 'text':
      return {
        type: 'said',
        ...base,
        text: content.text.slice(0, maxTextLength),
        ...(content.quote === undefined ? {} : { quote: content.quote.slice(0, 500) }),
        ...(content.label === undefined ? {} : { label: content.label.slice(0, 200) }),
      };
    case 'recalled':
      return { type: 'recalled', ...base, of: content.of.slice(0, 200) };
    case 'pressed':
      return { type: 'pressed', ...base, button: content.button.slice(0, 200) };
    case 'unreadable':
      return { type: 'unreadable', ...base, what: content.what };
    case 'image': {
      // What people show each other in a group is none of the bot's business.
      if (!isForBot(session)) return { type: 'unreadable', ...base, what: 'file' };
      const photo = await keep(deps, session, content.data, base);
      if (photo === undefined) return { type: 'unreadable', ...base, what: 'file' };
      return { type: 'said', ...base, text: content.text ?? '', photos: [photo] };
    }
  }
}

/** A photo that came amid too many: it isn't kept, and that is said. */
class TooManyPhotos extends Error {}

function isForBot({ chat, dialogue }: Session): boolean {
  return chat.kind === 'private' || chat.mentioned || dialogue.chats[chat.key]?.open !== undefined;
}

/** Stores a photo under an id that follows from the message, so that a second try stores nothing new. */
async function keep(
  deps: ReceiverDeps,
  session: Session,
  data: Uint8Array,
  { seed, at }: { seed: string; at: number },
): Promise<AttachmentId | undefined> {
  const { speaker } = session;
  if (speaker === null) return undefined;
  const prepared = await deps.preparePhoto(data, speaker.id);
  if (prepared.is === 'refused' && prepared.why === 'busy') throw new TooManyPhotos();
  if (prepared.is === 'refused') return undefined;
  const id = attachmentId.parse(idFrom(seed, 4096));
  const hash = createHash('sha256').update(prepared.data).digest();
  const photo = { id, hash, mime: prepared.mime, data: prepared.data, at: new Date(at) };
  return withPatience(deps.database, () =>
    write(deps.database, scopeOf(deps.county, speaker), (tx) => saveAttachment(tx, photo), 'turn'),
  );
}

/** Where the answer goes: the same chat; in a group the asker is mentioned. */
export function answerTo(inbound: Inbound): Address {
  if (inbound.chat.kind === 'private') return { kind: 'private', externalId: inbound.from.externalId };
  return { kind: 'room', externalId: inbound.chat.externalId, mention: [inbound.from.externalId] };
}

async function received(
  deps: Receiving,
  inbound: Inbound,
  replies: readonly Reply[],
  session: Session,
  stored: { carried: Carried | null; committedAt: number } | 'repeated',
): Promise<Received> {
  const repeated = stored === 'repeated';
  const outbound: Outbound[] = [];
  for (const [n, reply] of replies.entries())
    outbound.push(...(await outboundOf(deps, inbound, reply, n, session)));
  const { channel, messageId } = inbound;
  const sent = () => deps.marks.sent({ channel, messageId }, repeated ? null : stored.carried);
  if (replies.length === 0 && !repeated) sent();
  return {
    replies: outbound,
    sent,
    ...(repeated ? { repeated: true } : { committedAt: stored.committedAt }),
  };
}

async function outboundOf(
  deps: Receiving,
  inbound: Inbound,
  reply: Reply,
  n: number,
  session: Session,
): Promise<Outbound[]> {
  const to: Address =
    reply.privately === true ? { kind: 'private', externalId: inbound.from.externalId } : answerTo(inbound);
  const key = `${inbound.messageId}/${n}`;
  const confirms = reply.confirms === true ? { confirms: true as const } : {};
  const text: Outbound = { to, content: { type: 'text', text: reply.text, ...confirms }, key };
  if (reply.document === undefined) return [text];
  const content = await deps.documentOf(
    `${inbound.channel}\n${inbound.from.externalId}\n${key}`,
    reply,
    session,
  );
  return content === undefined ? [text] : [text, { to, content, key: `${key}/document` }];
}
