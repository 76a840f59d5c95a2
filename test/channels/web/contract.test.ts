import type { StaffId } from '../../../conversations/contract/ids.ts';
import { silentLog } from '../../../src/channels/channel-log.ts';
import { BOT_NAME } from '../../../src/channels/mentions.ts';
import type { ChatPeople, WebPerson } from '../../../src/channels/web/people.ts';
import { WebChannel, type WebSaid } from '../../../src/channels/web/web-channel.ts';
import { storeInMemory } from '../../support/web-chat.ts';
import { channelContract, type Platform, type Seen } from '../contract.ts';

const person = (name: string): WebPerson => ({
  // The contract calls people by plain names.
  staffId: name as StaffId,
  name,
  roles: ['helper'],
  unitName: '李庄村',
  unitKind: 'village',
  rooms: [],
});

const roster: ChatPeople = {
  mode: async () => 'demo',
  personas: async () => [],
  person: async (id) => (['zhang', 'li'].includes(id) ? person(id) : null),
  visitor: async ({ staff }) => person(staff),
  beginSession: async () => {},
  noteReading: async () => {},
  sessionsOf: async () => [],
  endSessions: async () => {},
  bind: async () => {},
  boundAtTheDoor: async () => null,
  claimTicket: async () => true,
};

function page(): Platform {
  const store = storeInMemory();
  const channel = new WebChannel({ store, people: roster, now: Date.now, log: silentLog });
  let count = 0;
  // A page that gets no answer keeps what was said and says it again later.
  const say = (from: string, said: WebSaid) => channel.say(person(from), said).catch(() => []);
  return {
    channel,
    say: async (from, text, place) => {
      count += 1;
      const said: WebSaid = {
        id: `page-${count}`,
        content: { type: 'text', text: place?.mention === true ? `@${BOT_NAME} ${text}` : text },
        ...(place === undefined ? {} : { room: { externalId: place.room, name: '龙城镇群' } }),
      };
      await say(from, said);
      return { again: async () => void (await say(from, said)) };
    },
    photo: async (from, data) =>
      void (await say(from, { id: 'page-photo', content: { type: 'image', data, mime: 'image/png' } })),
    seen: () =>
      store.all
        .filter(({ author }) => author.is === 'bot')
        .map(({ chat, content }): Seen => {
          const kind = chat.startsWith('room:') ? 'room' : 'private';
          const to = { kind, externalId: chat.slice(chat.indexOf(':') + 1) } as const;
          return { to, content: content.type === 'text' ? content : { type: content.type } };
        }),
    close: () => channel.stop(),
  };
}

channelContract(
  'the web page',
  { rooms: 'all', photos: true, pictures: true, redelivers: true, strangers: true },
  async () => page(),
);
