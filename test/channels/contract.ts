import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Address, Channel, Inbound, Outbound, Receive, Received } from '../../src/channels/channel.ts';
import { byteLength } from '../../src/channels/text-split.ts';

/** What a person or a group sees. */
export interface Seen {
  to: Pick<Address, 'kind' | 'externalId'>;
  content: { type: 'text'; text: string } | { type: 'image' | 'file' };
}

export interface Place {
  room: string;
  mention: boolean;
}

/** The platform behind a channel, as the suite drives it. */
export interface Platform {
  channel: Channel;
  /** A person says something; resolves when the platform is done handing it over. Gives a way to hand it over again. */
  say(from: string, text: string, place?: Place): Promise<{ again(): Promise<void> }>;
  photo(from: string, data: Uint8Array): Promise<void>;
  seen(): Seen[];
  close(): Promise<void>;
}

/** What the platform is able to do; cases beyond that are left out of the suite. */
export interface Abilities {
  /** `all`: the bot hears everything said in a room; `mentions`: only what mentions it. */
  rooms: 'all' | 'mentions' | 'none';
  photos: boolean;
  /** Sends pictures to a person. */
  pictures: boolean;
  redelivers: boolean;
  /** A receiver that doesn't exist is told apart. */
  strangers: boolean;
  /** A reply may be longer than a message sent otherwise, and comes as one. */
  longReplies?: boolean;
}

/** The smallest PNG there is: one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Takes messages in the way the real service does: claims the id, stores the replies, gives them again. */
export class Taker {
  readonly taken: Inbound[] = [];
  readonly marked = new Set<string>();
  readonly #stored = new Map<string, readonly Outbound[]>();
  answer: (inbound: Inbound) => string | null | Promise<string | null> = () => null;

  readonly receive: Receive = async (inbound): Promise<Received> => {
    const sent = () => {
      this.marked.add(inbound.messageId);
    };
    const stored = this.#stored.get(inbound.messageId);
    if (stored) return { replies: stored, repeated: true, sent };
    this.taken.push(inbound);
    const text = await this.answer(inbound);
    const replies: Outbound[] =
      text === null ? [] : [{ to: backTo(inbound), content: { type: 'text', text } }];
    this.#stored.set(inbound.messageId, replies);
    return { replies, sent };
  };

  get texts(): string[] {
    return this.taken.map((one) => (one.content.type === 'text' ? one.content.text : one.content.type));
  }
}

function backTo(inbound: Inbound): Address {
  return inbound.chat.kind === 'room'
    ? { kind: 'room', externalId: inbound.chat.externalId }
    : { kind: 'private', externalId: inbound.from.externalId };
}

/** Waits for something to be so, without a fixed pause. */
export const until = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 40_000, interval: 5 });

export function channelContract(name: string, can: Abilities, open: () => Promise<Platform>): void {
  describe(`${name} keeps the contract of a channel`, () => {
    let platform: Platform;
    let taker: Taker;

    beforeEach(async () => {
      platform = await open();
      taker = new Taker();
      await platform.channel.start(taker.receive);
    });
    afterEach(() => platform.close());

    const textsTo = (kind: Address['kind'], id: string) =>
      platform
        .seen()
        .filter(({ to }) => to.kind === kind && to.externalId === id)
        .flatMap(({ content }) => (content.type === 'text' ? [content.text] : []));

    it('brings in what a person says in private, and takes the answer back', async () => {
      taker.answer = () => '这户几口人？';
      await platform.say('zhang', '排查');
      await until(() => expect(textsTo('private', 'zhang')).toEqual(['这户几口人？']));
      expect(taker.taken).toMatchObject([
        {
          channel: platform.channel.name,
          chat: { kind: 'private' },
          content: { type: 'text', text: '排查' },
        },
      ]);
      expect(taker.taken[0]?.from.externalId).toBe('zhang');
      expect(taker.taken[0]?.at).toBeGreaterThan(1_600_000_000_000);
      await until(() => expect(taker.marked.size).toBe(1));
    });

    it('says nothing where there is no reply', async () => {
      await platform.say('zhang', '好的');
      await until(() => expect(taker.texts).toEqual(['好的']));
      expect(platform.seen()).toEqual([]);
    });

    if (can.rooms !== 'none') {
      it('knows in a room that it was mentioned, and takes the mention out of the text', async () => {
        taker.answer = () => '龙城镇已走访 12 户。';
        await platform.say('zhang', '进度', { room: 'room@longcheng', mention: true });
        await until(() => expect(textsTo('room', 'room@longcheng')).toEqual(['龙城镇已走访 12 户。']));
        expect(taker.taken).toMatchObject([
          {
            from: { externalId: 'zhang' },
            chat: { kind: 'room', externalId: 'room@longcheng', mentioned: true },
            content: { type: 'text', text: '进度' },
          },
        ]);
      });
    }

    if (can.rooms === 'all') {
      it('knows in a room that it was not mentioned', async () => {
        await platform.say('zhang', '今天谁去李庄？', { room: 'room@longcheng', mention: false });
        await until(() => expect(taker.taken).toMatchObject([{ chat: { kind: 'room', mentioned: false } }]));
        expect(taker.texts).toEqual(['今天谁去李庄？']);
      });
    }

    if (can.photos) {
      it('brings in a photo, byte for byte', async () => {
        await platform.photo('zhang', pixel);
        await until(() => expect(taker.taken.map((one) => one.content.type)).toEqual(['image']));
        const content = taker.taken[0]?.content;
        expect(content?.type === 'image' && Buffer.from(content.data).equals(pixel)).toBe(true);
      });
    }

    if (can.pictures) {
      it('sends a picture', async () => {
        const content = { type: 'image', data: pixel, mime: 'image/png', name: 'jindu.png' } as const;
        expect(
          await platform.channel.send({ to: { kind: 'private', externalId: 'zhang' }, content }),
        ).toEqual({ is: 'sent' });
        await until(() =>
          expect(platform.seen()).toMatchObject([
            { to: { externalId: 'zhang' }, content: { type: 'image' } },
          ]),
        );
      });
    }

    it('delivers all of a long reply, cut at a sentence where the platform can’t take it whole', async () => {
      const limit = platform.channel.capabilities.maxTextBytes;
      const sentence = `${'李庄村第三组还有未走访的户，'.repeat(4)}请今天走访。`;
      const long = sentence.repeat(Math.ceil(Math.min(limit, 20_000) / byteLength(sentence)) + 1);
      taker.answer = () => long;
      await platform.say('zhang', '未排查');
      await until(() => expect(textsTo('private', 'zhang').join('')).toBe(long));
      for (const text of textsTo('private', 'zhang')) {
        expect(byteLength(text)).toBeLessThanOrEqual(can.longReplies ? Number.POSITIVE_INFINITY : limit);
        expect(text.endsWith('。')).toBe(true);
      }
    });

    it('says of a message that went out that it was sent', async () => {
      const to = { kind: 'private', externalId: 'zhang' } as const;
      expect(await platform.channel.send({ to, content: { type: 'text', text: '今天还剩 3 户。' } })).toEqual(
        { is: 'sent' },
      );
      await until(() => expect(textsTo('private', 'zhang')).toEqual(['今天还剩 3 户。']));
    });

    if (can.strangers) {
      it('says of a receiver who is not there that it was refused', async () => {
        const to = { kind: 'private', externalId: 'nobody-at-all' } as const;
        const result = await platform.channel.send({ to, content: { type: 'text', text: '在吗？' } });
        expect(result.is).toBe('refused');
      });
    }

    if (can.redelivers) {
      it('gives a redelivered message the same id and does not answer twice', async () => {
        taker.answer = () => '记下了。';
        const { again } = await platform.say('zhang', '4口人');
        await until(() => expect(taker.marked.size).toBe(1));
        await again();
        await again();
        await platform.say('zhang', '下一句');
        await until(() => expect(textsTo('private', 'zhang')).toEqual(['记下了。', '记下了。']));
        expect(taker.texts).toEqual(['4口人', '下一句']);
        expect(new Set(taker.taken.map((one) => one.messageId)).size).toBe(2);
      });
    }

    it('keeps the order of one person’s messages, also when the first takes long', async () => {
      const said = Array.from({ length: 8 }, (_, n) => `第 ${n + 1} 句`);
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      taker.answer = async ({ content }) => {
        if (content.type === 'text' && content.text === said[0]) await held;
        return content.type === 'text' ? `答：${content.text}` : null;
      };
      const handed = said.map((text) => platform.say('zhang', text));
      await until(() => expect(taker.texts).toEqual([said[0]]));
      release();
      await Promise.all(handed);
      await until(() => expect(textsTo('private', 'zhang')).toEqual(said.map((text) => `答：${text}`)));
    });

    it('lets nobody wait for somebody else', async () => {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      taker.answer = async ({ from }) => {
        if (from.externalId === 'zhang') await held;
        return `好的，${from.externalId}`;
      };
      const slow = platform.say('zhang', '排查');
      await until(() => expect(taker.texts).toEqual(['排查']));
      await platform.say('li', '排查');
      await until(() => expect(textsTo('private', 'li')).toEqual(['好的，li']));
      expect(textsTo('private', 'zhang')).toEqual([]);
      release();
      await slow;
      await until(() => expect(textsTo('private', 'zhang')).toEqual(['好的，zhang']));
    });

    it('lives on after a message that could not be taken in', async () => {
      let failures = 0;
      taker.answer = ({ content }) => {
        if (content.type === 'text' && content.text === '坏') {
          failures++;
          throw new Error('the database is away');
        }
        return '收到。';
      };
      await platform.say('zhang', '坏');
      await until(() => expect(failures).toBeGreaterThan(0));
      await platform.say('li', '好');
      await until(() => expect(textsTo('private', 'li')).toEqual(['收到。']));
    });

    it('hears nothing after it was stopped, and hears again after it was started again', async () => {
      await platform.say('zhang', '第一句');
      await until(() => expect(taker.texts).toEqual(['第一句']));
      await platform.channel.stop();
      await platform.say('zhang', '停了以后').catch(() => undefined);
      await platform.channel.start(taker.receive);
      await platform.say('zhang', '又开了');
      await until(() => expect(taker.texts).toContain('又开了'));
      expect(taker.texts.at(0)).toBe('第一句');
      expect(taker.texts).not.toContain('停了以后');
    });
  });
}
