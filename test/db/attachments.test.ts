import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { scopeOf, wholeCounty } from '../../conversations/access/scope.ts';
import { attachmentId, visitId } from '../../conversations/contract/ids.ts';
import { read, write } from '../../db/base/transaction.ts';
import { keepPeriods } from '../../db/erasing/keep-periods.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { readAttachment, saveAttachment } from '../../db/visits/attachments.ts';
import { county, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { december, take } from '../support/turns.ts';

const { database } = await testDatabase();

test('photos nothing took up are dropped after their time, those of a household stay', async () => {
  const seeded = await seedCounty(database);
  const all = wholeCounty(county);
  const speaker = await read(database, all, (db) => findSpeaker(db, { id: seeded.staff.helper }));
  const householdId = seeded.households.get('2100001');
  if (speaker === null || householdId === undefined) throw new Error('not seeded');
  const send = async (day: number) => {
    const id = attachmentId.parse(randomUUID());
    const photo = {
      id,
      hash: Buffer.from(id),
      mime: 'image/jpeg',
      data: Buffer.from('…'),
      at: new Date(december(day)),
    };
    await write(database, scopeOf(county, speaker), (tx) => saveAttachment(tx, photo));
    return id;
  };
  const [loose, fresh, kept] = [await send(1), await send(9), await send(1)];
  const to = { visitId: visitId.parse(randomUUID()), householdId, key: 'housingSafe' };
  await take(database, seeded.staff.helper, {
    text: '',
    changes: [{ do: 'attach', attachments: [kept], to }],
  });

  expect(await write(database, all, (tx) => keepPeriods(tx, december(10)))).toMatchObject({ attachment: 1 });
  const left = await Promise.all(
    [loose, fresh, kept].map((id) => read(database, all, (db) => readAttachment(db, id))),
  );
  expect(left.map((photo) => photo !== null)).toEqual([false, true, true]);
});
