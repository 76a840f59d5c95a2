import { join } from 'node:path';
import { describe } from 'vitest';
import { playChats } from '../binding/play-chats.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();

// The gates of the month, each tried both ways: what passes, and with which words the rest is refused.
describe('a month of the county, through the real receiver', () => {
  playChats(join(import.meta.dirname, 'chats'), database, [
    ['何支书', ['villageCadre'], '103200'],
    ['周主任', ['countyOffice'], '000000'],
    ['吴镇长', ['leader'], '103000'],
  ]);
});
