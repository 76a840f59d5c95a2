import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { read } from '../../db/base/transaction.ts';
import { WorkList } from '../../src/desk/work-list.ts';
import { readConfig } from '../../src/setting/config.ts';
import { county, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const { staff } = await seedCounty(database);
const key = { bytes: Buffer.alloc(32, 7), from: 'environment' } as const;
const place = { database, county, key, config: readConfig({}) };
const minute = 60_000;
let now = Date.parse('2021-12-15T09:00:00+08:00');
/** Two processes at one database. */
const [one, other] = [0, 1].map(() => new WorkList<{ read: number }>(place, () => now));
if (one === undefined || other === undefined) throw new Error('two');

const words = '户主姓名,行政村\n测甲,刘园村\n'.repeat(20_000);
const upload = (owner: StaffId = staff.office) =>
  one.begin(owner, '看导入农户会改什么', async (folder) => {
    const file = join(folder, '名册.csv');
    await writeFile(file, words);
    return { result: { read: 20_000 }, file };
  });
const rows = (statement: string) =>
  read(database, wholeCounty(county), (db) => db.sql.unsafe<Record<string, unknown>[]>(statement));

it('an uploaded file is taken on by whichever process is asked, and lies sealed until then', async () => {
  const id = await upload();
  await expect
    .poll(async () => (await other.of(id, staff.office))?.state.is, { timeout: 20_000 })
    .toBe('done');
  expect(await other.of(id, staff.office)).toMatchObject({
    title: '看导入农户会改什么',
    state: { is: 'done', result: { read: 20_000 }, fileName: '名册.csv' },
  });
  const parts: Uint8Array[] = [];
  for await (const part of other.file(id)) parts.push(part);
  expect(parts.length).toBeGreaterThan(1);
  expect(Buffer.concat(parts).toString()).toBe(words);
  const stored = await rows('select data from desk_file');
  for (const { data } of stored) expect(Buffer.from(data as Uint8Array).includes('测甲')).toBe(false);
  expect(await other.of(id, staff.helper)).toBeUndefined();
  await other.forget(id);
  expect(await rows('select 1 from desk_file')).toEqual([]);
  expect(await one.of(id, staff.office)).toBeUndefined();
});

it('what nobody took on is gone after an hour, with its file', async () => {
  const id = await upload();
  await expect.poll(async () => (await one.of(id, staff.office))?.state.is, { timeout: 20_000 }).toBe('done');
  now += 61 * minute;
  expect(await one.of(id, staff.office)).toBeUndefined();
  await other.forget(await other.begin(staff.office, '空表', async () => ({ result: { read: 0 } })));
  expect(await rows('select 1 from desk_work union all select 1 from desk_file')).toEqual([]);
});

it('who waits for a process that died is told so, and others are not kept waiting by it', async () => {
  const never = () => new Promise<never>(() => undefined);
  const ids = [
    await one.begin(staff.office, '导入农户', never),
    await one.begin(staff.office, '导出台账', never),
  ];
  await expect(other.begin(staff.office, '导入群', never)).rejects.toThrow();
  expect((await other.of(ids[0] ?? '', staff.office))?.state).toEqual({ is: 'running' });
  now += 2 * minute;
  expect((await other.of(ids[0] ?? '', staff.office))?.state).toMatchObject({
    is: 'failed',
    words: expect.stringContaining('服务停了'),
  });
  const id = await other.begin(staff.office, '导入群', async () => ({ result: { read: 1 } }));
  expect((await other.of(id, staff.office))?.state.is).toBe('done');
});

it('a work that fails says so in words', async () => {
  const id = await one.begin(staff.office, '导入群', () => Promise.reject(new Error('secret inside')));
  expect((await one.of(id, staff.office))?.state).toEqual({
    is: 'failed',
    words: '没做成，系统出了错。请稍后再试，还不行请找管理员看日志。',
  });
});
