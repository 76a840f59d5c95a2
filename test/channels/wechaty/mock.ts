import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileBox } from 'file-box';
import { types } from 'wechaty-puppet';
import { mock, PuppetMock } from 'wechaty-puppet-mock';
import { WechatyChannel, type WechatyChannelOptions } from '../../../src/channels/wechaty/wechaty.ts';
import { type Platform, type Seen, until } from '../contract.ts';

const BOT_NAME = '入户助手';

/** A made-up WeChat: people, one room, and a puppet that logs in whenever it is started. */
export class MadeUpWechat {
  readonly mocker = new mock.Mocker();
  readonly puppet: PuppetMock;
  readonly bot = this.mocker.createContact({ id: 'bot-self', name: BOT_NAME });
  readonly people = new Map(
    ['zhang', 'li'].map((id) => [id, this.mocker.createContact({ id, name: `${id}家的` })] as const),
  );
  readonly room = this.mocker.createRoom({
    id: 'room@longcheng',
    topic: '龙城镇工作群',
    memberIdList: ['bot-self', 'zhang', 'li'],
  });

  constructor() {
    this.mocker.use(() => {
      if (!this.puppet.isLoggedIn) this.mocker.login(this.bot);
      return () => undefined;
    });
    this.puppet = new PuppetMock({ mocker: this.mocker });
  }

  #person(id: string) {
    const person = this.people.get(id);
    if (!person) throw new Error(`nobody called ${id}`);
    return person;
  }

  /** What some puppets do at a login: the same person has another id, and the old one is nobody. */
  changeId(from: string, id: string): void {
    this.people.set(from, this.mocker.createContact({ ...this.#person(from).payload, id }));
    // The mock has no way to forget somebody.
    (Reflect.get(this.mocker.ContactMock, 'pool') as Map<string, unknown>).delete(from);
    this.mocker.cacheContactPayload.delete(from);
    this.puppet.emit('dirty', { payloadType: types.Dirty.Contact, payloadId: from });
  }

  /** The id of the message that was said last. */
  get lastId(): string {
    return [...this.mocker.cacheMessagePayload.keys()].at(-1) ?? '';
  }

  say(from: string, what: string | Buffer, inRoom = false): string {
    const said = typeof what === 'string' ? what : FileBox.fromBase64(what.toString('base64'), 'photo.png');
    this.#person(from)
      .say(said)
      .to(inRoom ? this.room : this.bot);
    return this.lastId;
  }

  again(messageId: string): void {
    this.puppet.emit('message', { messageId });
  }

  seen(): Seen[] {
    const said = [...this.mocker.cacheMessagePayload.values()].filter(
      ({ talkerId }) => talkerId === this.bot.id,
    );
    return said.map((one) => ({
      to: one.roomId
        ? { kind: 'room', externalId: one.roomId }
        : { kind: 'private', externalId: one.listenerId ?? '' },
      content: one.type === types.Message.Text ? { type: 'text', text: one.text ?? '' } : { type: 'image' },
    }));
  }
}

/** Short enough for a test; a mock answers a ding after a second. */
export const quickLimits = {
  quietMs: 400,
  answerMs: 1_500,
  loginMs: 2_000,
  firstPauseMs: 20,
  longestPauseMs: 200,
};

/** A platform for the contract: the channel as `open` makes it, before the given WeChat. */
export async function platformOf(
  wechat: MadeUpWechat,
  config: ConstructorParameters<typeof WechatyChannel>[0],
  close: () => Promise<void>,
  options: WechatyChannelOptions = {},
): Promise<Platform & { channel: WechatyChannel }> {
  const channel = new WechatyChannel(config, {
    checkMs: 20,
    patience: { first: 5, longest: 20, giveUpAfter: 60_000 },
    limits: quickLimits,
    ...options,
  });
  const start = channel.start.bind(channel);
  channel.start = async (receive) => {
    await start(receive);
    await until(() => {
      if (!channel.ready()) throw new Error('not logged in yet');
    });
  };
  return {
    channel,
    say: async (from, text, place) => {
      const id = wechat.say(from, place?.mention ? `@${BOT_NAME}\u2005${text}` : text, place !== undefined);
      return { again: async () => wechat.again(id) };
    },
    photo: async (from, data) => {
      wechat.say(from, Buffer.from(data));
    },
    seen: () => wechat.seen(),
    close: async () => {
      await channel.stop();
      await close();
    },
  };
}

export async function scratch(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'ruhu-wechaty-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
