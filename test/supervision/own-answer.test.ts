import Excel from '@protobi/exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { normalCode } from '../../conversations/dialogues/binding/code.ts';
import { read, write } from '../../db/base/transaction.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { householdsForSlips, issueOpinionCodes } from '../../db/supervision/opinion-codes.ts';
import { makeDocument } from '../../src/documents-made/make-document.ts';
import { hasher } from '../../src/setting/keys.ts';
import { Visitor } from '../http/visitor.ts';
import { rowsOf, submitted } from '../problems/chat.ts';
import { placeOver } from '../problems/place.ts';
import { county, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { realChat } from '../support/real-chat.ts';

const { database } = await testDatabase();
let chat: Awaited<ReturnType<typeof realChat>>;
const hashOf = hasher({ bytes: new Uint8Array(32).fill(7), from: 'made' }, 'code');
const everything = wholeCounty(county);

beforeAll(async () => {
  chat = await realChat(database);
  for (const code of ['2100001', '2100002']) await submitted(database, chat.seeded, code, []);
});
afterAll(() => chat.server.close());

async function codeOn(household: string, code: string, days = 14): Promise<string> {
  const id = chat.seeded.households.get(household);
  if (id === undefined) throw new Error(`no household ${household}`);
  const at = new Date();
  await write(database, everything, (tx) =>
    issueOpinionCodes(tx, [{ household: id, hash: hashOf(normalCode(code)) }], {
      by: null,
      at,
      expiresAt: new Date(at.getTime() + days * 86_400_000),
    }),
  );
  return code;
}

const answer = (visitor: Visitor, fields: Record<string, string>) => visitor.post('/myd', fields);
const opinions = () =>
  rowsOf<{ source: string; answers: object; household_id: string }>(
    database,
    'select source, answers, household_id from opinion',
  );

describe('a household that answers by itself', () => {
  it('finds two questions and no name, and its code works once', async () => {
    const visitor = new Visitor(chat.web.app);
    const page = await (await visitor.fetch('/myd')).text();
    expect(page).toContain('对驻村工作队满意吗');
    expect(page).toContain('对村里路、电、卫生这些满意吗');
    expect(page).not.toContain('张三');
    const code = await codeOn('2100001', '8K3F-2M7Q');
    const said = { code: '8k3f 2m7q', satisfiedTeam: 'no', satisfiedBasics: 'yes' };
    expect(await (await answer(visitor, said)).text()).toContain('收到了');
    const again = await answer(new Visitor(chat.web.app), { ...said, code });
    expect(again.status).toBe(403);
    expect(await again.text()).toContain('已经用过了');
    expect(await opinions()).toMatchObject([
      { source: 'household', answers: { satisfiedTeam: { is: 'known', v: false } } },
    ]);
  });

  it('is told what is wrong: nothing ticked, too late, a newer slip', async () => {
    const visitor = new Visitor(chat.web.app);
    const old = await codeOn('2100002', '7K3F-2M7Q', -1);
    expect(await (await answer(visitor, { code: old })).text()).toContain('至少答一个');
    expect(await (await answer(visitor, { code: old, satisfiedTeam: 'yes' })).text()).toContain('过期');
    const first = await codeOn('2100002', '6K3F-2M7Q');
    await codeOn('2100002', '5K3F-2M7Q');
    const older = await answer(visitor, { code: first, satisfiedTeam: 'yes' });
    expect(older.status).toBe(403);
    expect(await older.text()).toContain('又印了新的');
    expect(await opinions()).toHaveLength(1);
  });

  it('five wrong codes close the page to this browser for an hour, the right one too, and to no other', async () => {
    const visitor = new Visitor(chat.web.app);
    for (let i = 0; i < 5; i += 1)
      expect(
        await (await answer(visitor, { code: `2222-222${i + 3}`, satisfiedTeam: 'yes' })).text(),
      ).toContain('码不对');
    const good = { code: '5K3F-2M7Q', satisfiedTeam: 'yes' };
    expect(await (await answer(visitor, good)).text()).toContain('过一个小时');
    expect((await answer(new Visitor(chat.web.app), good)).status).toBe(200);
  });
});

describe('slips', () => {
  it('are a sheet of codes for visited households that have not answered, each look logged', async () => {
    await submitted(database, chat.seeded, '2100003', []);
    const place = placeOver(database);
    const request = {
      kind: 'opinionSlips',
      args: { unit: units.liuyuan, most: '300' },
      fileName: '刘园村满意度码.xlsx',
    };
    const asker = async (who: 'cadre' | 'helper') => ({
      speaker: await speakerOf(chat.seeded.staff[who]),
      chat: { key: 'test' },
    });
    expect(await makeDocument(place, { document: request }, await asker('helper'))).toBeUndefined();
    const made = await makeDocument(place, { document: request }, await asker('cadre'));
    if (made?.type !== 'file') throw new Error('no sheet');
    const text = await textOf(made.data);
    expect(text.match(/李四/gu)).toHaveLength(1);
    expect(text).toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}/u);
    const logged = await rowsOf<{ what: string }>(
      database,
      `select what from access_log where what = '印满意度码'`,
    );
    expect(logged).toHaveLength(1);
    const [kept] = await rowsOf<{ n: number }>(
      database,
      `select count(*)::int as n from opinion_code where used = 'no' and code_hash !~ '-'`,
    );
    expect(kept?.n).toBe(1);
  });
});

it('nobody prints slips for households he visited himself: it is his work that they judge', async () => {
  const slipsBy = (by: 'cadre' | 'helper') =>
    read(database, everything, (db) =>
      householdsForSlips(db, { unit: units.liuyuan, most: 9, seed: 'test', by: chat.seeded.staff[by] }),
    );
  expect(await slipsBy('cadre')).not.toEqual([]);
  expect(await slipsBy('helper')).toEqual([]);
});

function speakerOf(id: (typeof chat.seeded.staff)['cadre']) {
  return read(database, everything, (db) => findSpeaker(db, { id }));
}

/** All cells of the first sheet. */
async function textOf(data: Uint8Array): Promise<string> {
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(Uint8Array.from(data).buffer);
  const cells: string[] = [];
  workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => void cells.push(cell.text)));
  return cells.join(' ');
}
