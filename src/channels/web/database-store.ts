import { stranger, wholeCounty } from '../../../conversations/access/scope.ts';
import { type CountyCode, staffId } from '../../../conversations/contract/ids.ts';
import type { Database } from '../../../db/base/connect.ts';
import { read, write } from '../../../db/base/transaction.ts';
import {
  keepWebMessages,
  latestWebMessage,
  recallWebMessage,
  type WebMessageEntry,
  type WebMessageRow,
  webMessageFile,
  webMessagePage,
  webMessagesSince,
} from '../../../db/web/messages.ts';
import type { ChatStore } from './chat-store.ts';
import type { ChatKey, NewMessage, StoredMessage } from './message.ts';

/** The chats in the database. Who reads is seen from his private chat among them; the database holds him to it. */
export function storeInDatabase(database: Database, county: CountyCode): ChatStore {
  const scopeFor = (chats: readonly ChatKey[]) => {
    const own = chats.find((chat) => chat.startsWith('person:'));
    const person = staffId.safeParse(own?.slice('person:'.length));
    return { ...stranger(county), staff: person.success ? person.data : null };
  };
  return {
    add: async (messages) => {
      const kept = await write(database, wholeCounty(county), (tx) =>
        keepWebMessages(tx, messages.map(entryOf)),
      );
      return kept.map(storedOf);
    },
    recall: async (chat, id) => {
      const row = await write(database, wholeCounty(county), (tx) => recallWebMessage(tx, chat, id));
      return row === null ? null : storedOf(row);
    },
    page: async (chat, before, limit) => {
      const rows = await read(database, scopeFor([chat]), (db) => webMessagePage(db, chat, before, limit));
      return rows.map(storedOf);
    },
    since: async (chats, after, limit) => {
      const rows = await read(database, scopeFor(chats), (db) => webMessagesSince(db, chats, after, limit));
      return rows.map(storedOf);
    },
    latest: (chats) => read(database, scopeFor(chats), (db) => latestWebMessage(db, chats)),
    file: (chats, seq) => read(database, scopeFor(chats), (db) => webMessageFile(db, chats, seq)),
  };
}

function entryOf({ id, chat, at, author, content, mention }: NewMessage): WebMessageEntry {
  const by = author.is === 'bot' ? null : { staffId: author.externalId, name: author.name };
  const base = { id, chat, at: new Date(at), author: by, mention: mention ?? null };
  switch (content.type) {
    case 'text':
      return { ...base, content, file: null };
    case 'image': {
      const { name, mime, data } = content;
      return { ...base, content: { type: 'image', name }, file: { mime, data } };
    }
    case 'file': {
      const { name, data } = content;
      const shown = { type: 'file' as const, name, bytes: data.length };
      return { ...base, content: shown, file: { mime: 'application/octet-stream', data } };
    }
  }
}

function storedOf({ author, at, mention, chat, ...rest }: WebMessageRow): StoredMessage {
  return {
    ...rest,
    // Only chats that the page made are kept.
    chat: chat as ChatKey,
    at: at.getTime(),
    author: author === null ? { is: 'bot' } : { is: 'person', externalId: author.staffId, name: author.name },
    ...(mention === null ? {} : { mention }),
  };
}
