import { join } from 'node:path';
import { describe } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { playChats } from './play-chats.ts';

const { database } = await testDatabase();

describe('binding, as chats through the real receiver', () => {
  playChats(join(import.meta.dirname, 'chats'), database);
});
