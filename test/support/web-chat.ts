import { staffId } from '../../conversations/contract/ids.ts';
import type { Receive } from '../../src/channels/channel.ts';
import { silentLog } from '../../src/channels/channel-log.ts';
import { RateLimiter } from '../../src/channels/rate-limit.ts';
import type { ChatStore, StoredFile } from '../../src/channels/web/chat-store.ts';
import type { NewMessage, StoredMessage } from '../../src/channels/web/message.ts';
import type { ChatPeople, WebPerson } from '../../src/channels/web/people.ts';
import { WebChannel } from '../../src/channels/web/web-channel.ts';
import { assetsFromDisk } from '../../src/http/node-assets.ts';
import { Sessions } from '../../src/http/session.ts';
import { preparePhoto } from '../../src/photos/photo.ts';
import { type AppOptions, createApp } from '../../src/site/app.ts';

/** The page's messages in memory, under the same rules as in the database. */
export function storeInMemory(): ChatStore & { all: StoredMessage[] } {
  const all: StoredMessage[] = [];
  const files = new Map<number, StoredFile>();
  const keep = (message: NewMessage): StoredMessage => {
    const known = all.find((one) => one.id === message.id);
    if (known !== undefined) return known;
    const seq = all.length + 1;
    const { content, ...rest } = message;
    if (content.type !== 'text') {
      const mime = content.type === 'image' ? content.mime : 'application/octet-stream';
      files.set(seq, { data: content.data, mime, name: content.name });
    }
    const shown =
      content.type === 'text'
        ? content
        : content.type === 'image'
          ? { type: 'image' as const, name: content.name }
          : { type: 'file' as const, name: content.name, bytes: content.data.length };
    const kept = { ...rest, seq, content: shown };
    all.push(kept);
    return kept;
  };
  return {
    all,
    add: async (messages) => messages.map(keep),
    recall: async (chat, id) => {
      const found = all.find((one) => one.chat === chat && one.id === id);
      if (found === undefined) return null;
      found.content = { type: 'text', text: '', recalled: true };
      return found;
    },
    page: async (chat, before = Number.POSITIVE_INFINITY, limit) =>
      all.filter((one) => one.chat === chat && one.seq < before).slice(-limit),
    since: async (chats, after, limit) =>
      all.filter((one) => chats.includes(one.chat) && one.seq > after).slice(0, limit),
    latest: async (chats) => all.findLast((one) => chats.includes(one.chat))?.seq ?? 0,
    file: async (chats, seq) => {
      const owner = all.find((one) => one.seq === seq);
      return owner !== undefined && chats.includes(owner.chat) ? (files.get(seq) ?? null) : null;
    },
  };
}

const room = { externalId: 'lizhuang', name: '李庄村排查群' };

/** A helper, his colleague and the village cadre in one group, and a leader who is in none. */
export const people: readonly WebPerson[] = [
  person(1, '王秀兰', ['helper'], '李庄村', [room]),
  person(2, '赵志强', ['helper'], '李庄村', [room]),
  person(3, '李建国', ['villageCadre'], '李庄村', [room]),
  person(4, '陈明', ['townshipCadre'], '龙城镇', []),
  person(5, '周敏', ['leader'], '演示县', []),
];

function person(
  n: number,
  name: string,
  roles: WebPerson['roles'],
  unitName: string,
  rooms: WebPerson['rooms'],
): WebPerson {
  const id = staffId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
  return {
    staffId: id,
    name,
    roles,
    unitName,
    unitKind: unitName.endsWith('县') ? 'county' : 'village',
    rooms,
  };
}

/** The whole HTTP side over memory, with a bot that answers as told. */
export function chatApp(options: {
  receive: Receive;
  mode?: 'real' | 'demo' | 'rehearsal';
  now?: () => number;
  burst?: number;
  publicUrl?: string;
  events?: AppOptions['web']['events'];
}) {
  const { mode = 'demo', now = Date.now } = options;
  const claimed = new Set<string>();
  const bound: string[] = [];
  const open = new Set<string>();
  const roster: ChatPeople = {
    mode: async () => mode,
    personas: async () => (mode === 'real' ? [] : people),
    person: async (id) => people.find((one) => one.staffId === id) ?? null,
    visitor: async ({ id, staff }) =>
      open.has(id) ? (people.find((one) => one.staffId === staff) ?? null) : null,
    beginSession: async ({ id }) => {
      open.add(id);
    },
    noteReading: async () => {},
    sessionsOf: async () => [],
    endSessions: async (_, id) => {
      if (id === undefined) open.clear();
      else open.delete(id);
    },
    bind: async (id) => {
      bound.push(id);
    },
    boundAtTheDoor: async () => null,
    claimTicket: async (id) => !claimed.has(id) && claimed.add(id) !== undefined,
  };
  const store = storeInMemory();
  const channel = new WebChannel({ store, people: roster, now, log: silentLog });
  const sessions = new Sessions(new Uint8Array(32).fill(7), now);
  const limiter = new RateLimiter({ burst: options.burst ?? 1000, everyMs: 1000 }, now);
  const { events = { lookEveryMs: 10_000, maxStreamMs: 600_000 } } = options;
  const appOptions: AppOptions = {
    version: '0.0.0-test',
    health: async () => ({ database: { reachable: true }, channels: { web: channel.ready() } }),
    assets: assetsFromDisk(),
    log: silentLog,
    publicUrl: options.publicUrl,
    web: { channel, store, people: roster, sessions, limiter, preparePhoto, now, log: silentLog, events },
  };
  const app = createApp(appOptions);
  return {
    app,
    options: appOptions,
    channel,
    store,
    sessions,
    bound,
    start: () => channel.start(options.receive),
  };
}
