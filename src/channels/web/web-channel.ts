import { maskTyped } from '../../../conversations/language/masking.ts';
import {
  type Capabilities,
  type Channel,
  type Inbound,
  type Outbound,
  type Receive,
  type SendResult,
  unlimited,
} from '../channel.ts';
import { type ChannelLog, reasonOf } from '../channel-log.ts';
import { BOT_NAME } from '../mentions.ts';
import { PersonQueue } from '../person-queue.ts';
import type { ChatStore } from './chat-store.ts';
import { Hub } from './hub.ts';
import type { ChatKey, MessageContent, NewMessage, StoredMessage } from './message.ts';
import { webMessageOf } from './outbound.ts';
import type { ChatPeople, WebPerson, WebRoom } from './people.ts';

interface WebChannelOptions {
  store: ChatStore;
  people: ChatPeople;
  now: () => number;
  log: ChannelLog;
}

/** Something said on the page. */
export interface WebSaid {
  id: string;
  room?: WebRoom;
  /** When it was said, if that was before now: it waited for the network. */
  at?: number;
  content:
    | { type: 'text'; text: string; quote?: string; label?: string }
    | { type: 'image'; data: Uint8Array; mime: string };
}

const RETRY_MS = 5_000;

/** The built-in chat page as a platform of its own: it keeps its messages and shows them to who is in the chat. */
export class WebChannel implements Channel {
  readonly name = 'web';
  readonly capabilities: Capabilities = {
    rooms: true,
    mention: true,
    image: true,
    file: true,
    maxTextBytes: 64 * 1024,
    maxImageBytes: 10 * 1024 * 1024,
    rate: { total: unlimited, perReceiver: unlimited },
  };
  readonly hub = new Hub();
  readonly #options: WebChannelOptions;
  readonly #queue = new PersonQueue();
  #receive: Receive | null = null;

  constructor(options: WebChannelOptions) {
    this.#options = options;
  }

  start(receive: Receive): Promise<void> {
    this.#receive = receive;
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.#receive = null;
    return Promise.resolve();
  }

  ready(): boolean {
    return this.#receive !== null;
  }

  /** Keeps the message where its receiver will find it, whether he is there or not. */
  async send(message: Outbound): Promise<SendResult> {
    try {
      const { to } = message;
      if (to.kind === 'private' && (await this.#options.people.person(to.externalId)) === null)
        return { is: 'refused', why: 'nobody on the roster has this id' };
      await this.#keep([await this.#fromBot(message, keptAs(message.key))]);
      return { is: 'sent' };
    } catch (cause) {
      return { is: 'retry', afterMs: RETRY_MS, why: reasonOf(cause), fault: 'channel' };
    }
  }

  /**
   * Takes in what a person says and gives it back as kept, with the replies behind it; what one person says is
   * taken in order. Saying the same again gives the same. Rejects when it could not be taken in.
   */
  say(person: WebPerson, said: WebSaid): Promise<StoredMessage[]> {
    return this.#queue.run(person.staffId, () => this.#take(person, said));
  }

  async #take(person: WebPerson, said: WebSaid): Promise<StoredMessage[]> {
    if (this.#receive === null) throw new Error('The web channel has not been started.');
    const inbound = inboundOf(person, said, momentOf(said, this.#options.now()));
    const received = await this.#receive(inbound);
    const replies = await Promise.all(
      received.replies.map((reply, i) => this.#fromBot(reply, reply.key ?? `${inbound.messageId}/${i}`)),
    );
    const kept = await this.#keep([ownMessage(person, said, inbound), ...replies]);
    received.sent();
    return kept;
  }

  /**
   * Somebody who is nobody yet tries a binding code at the door. It is read as in every private chat, with the same
   * limits: `device` names the browser, so that wrong tries count. Gives what the bot says of it.
   */
  async tryCode(device: string, code: string): Promise<string> {
    if (this.#receive === null) throw new Error('The web channel has not been started.');
    const received = await this.#receive({
      channel: 'web',
      messageId: `${device}:${crypto.randomUUID()}`,
      at: this.#options.now(),
      from: { externalId: device, name: '' },
      chat: { kind: 'private' },
      content: { type: 'text', text: `绑定 ${code}` },
    });
    received.sent();
    const [reply] = received.replies;
    return reply?.content.type === 'text' ? reply.content.text : '';
  }

  /**
   * Takes one's own message back: nobody sees it any more. What was recorded of it stays until he says so too: the bot
   * tells him, in private. False where it isn't his.
   */
  async recall(person: WebPerson, chat: ChatKey, id: string): Promise<boolean> {
    const of = `${person.staffId}:${id}`;
    const taken = await this.#options.store.recall(chat, of);
    if (taken === null) return false;
    this.hub.wake(new Set([chat]));
    await this.#queue.run(person.staffId, () => this.#tellRecalled(person, of));
    return true;
  }

  async #tellRecalled(person: WebPerson, of: string): Promise<void> {
    if (this.#receive === null) return;
    const messageId = `${of}/recalled`;
    const received = await this.#receive({
      channel: 'web',
      messageId,
      at: this.#options.now(),
      from: { externalId: person.staffId, name: person.name },
      chat: { kind: 'private' },
      content: { type: 'recalled', of },
    });
    await this.#keep(
      await Promise.all(
        received.replies.map((reply, i) => this.#fromBot(reply, reply.key ?? `${messageId}/${i}`)),
      ),
    );
    received.sent();
  }

  async #keep(messages: readonly NewMessage[]): Promise<StoredMessage[]> {
    const kept = await this.#options.store.add(messages);
    this.hub.wake(new Set(kept.map((message) => message.chat)));
    return kept;
  }

  #fromBot(message: Outbound, id: string): Promise<NewMessage> {
    return webMessageOf(message, id, this.#options.now(), async (externalId) => {
      return (await this.#options.people.person(externalId))?.name;
    });
  }
}

/** A reply that was left behind comes from the outbox under its message's id: the one that was kept already. */
function keptAs(key: string | undefined): string {
  return key?.replace(/^reply\/web\//u, '') ?? crypto.randomUUID();
}

/** What waits on a phone is erased after two days; nothing was said later than now. */
const WAITED_MS = 48 * 3_600_000;

function momentOf({ at }: WebSaid, now: number): number {
  return at === undefined || at > now || at < now - WAITED_MS ? now : at;
}

function inboundOf(person: WebPerson, said: WebSaid, at: number): Inbound {
  const { content, room } = said;
  const mention = `@${BOT_NAME}`;
  const text = content.type === 'text' ? content.text : '';
  return {
    channel: 'web',
    // The page makes the id; with the person in front nobody can claim another's.
    messageId: `${person.staffId}:${said.id}`,
    at,
    from: { externalId: person.staffId, name: person.name },
    chat:
      room === undefined
        ? { kind: 'private' }
        : { kind: 'room', externalId: room.externalId, name: room.name, mentioned: text.includes(mention) },
    content:
      content.type === 'image'
        ? { type: 'image', data: content.data }
        : {
            type: 'text',
            text: text.replaceAll(mention, ' ').trim(),
            ...(content.quote === undefined ? {} : { quote: content.quote }),
            ...(content.label === undefined ? {} : { label: content.label }),
          },
  };
}

/** The bot says it kept no number: then none is kept here either, and none shown to a group. */
function masked(content: Extract<WebSaid['content'], { type: 'text' }>): MessageContent {
  return {
    type: 'text',
    text: maskTyped(content.text),
    ...(content.quote === undefined ? {} : { quote: maskTyped(content.quote) }),
    ...(content.label === undefined ? {} : { label: maskTyped(content.label) }),
  };
}

function ownMessage(person: WebPerson, { room, content }: WebSaid, inbound: Inbound): NewMessage {
  const chat: ChatKey = room === undefined ? `person:${person.staffId}` : `room:${room.externalId}`;
  const shown: MessageContent = content.type === 'image' ? { ...content, name: '照片' } : masked(content);
  return {
    id: inbound.messageId,
    chat,
    at: inbound.at,
    author: { is: 'person', externalId: person.staffId, name: person.name },
    content: shown,
  };
}
