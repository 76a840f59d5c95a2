import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();

import { wholeCounty } from '../../conversations/access/scope.ts';
import { read } from '../../db/transaction.ts';

describe('x', () => {
  it('y', async () => {
    expect(
      await read(database, wholeCounty('341322' as never), (d) => d.sql`select * from unit`),
    ).toHaveLength(0);
  });
});
