import type { ChatKey, NewMessage, StoredMessage } from './message.ts';

export interface StoredFile {
  data: Uint8Array;
  mime: string;
  name: string;
}

/**
 * What other platforms keep on their servers and this one must keep itself: the messages of its chats, as they
 * were shown. Answers and dialogue states are not here; losing this loses no work.
 */
export interface ChatStore {
  /** Keeps these; one whose id is known stays as it was. Gives all of them as kept, in the order given. */
  add(messages: readonly NewMessage[]): Promise<StoredMessage[]>;
  /** Empties a message and marks it as taken back; null where the chat has none of this id. */
  recall(chat: ChatKey, id: string): Promise<StoredMessage | null>;
  /** The last `limit` messages of a chat before `before`, oldest first. */
  page(chat: ChatKey, before: number | undefined, limit: number): Promise<StoredMessage[]>;
  /** What was kept after `after` in any of these chats, oldest first. */
  since(chats: readonly ChatKey[], after: number, limit: number): Promise<StoredMessage[]>;
  /** The newest `seq`, 0 without messages: where a new listener starts. */
  latest(chats: readonly ChatKey[]): Promise<number>;
  /** The picture or file of a message, if it belongs to one of these chats. */
  file(chats: readonly ChatKey[], seq: number): Promise<StoredFile | null>;
}
