import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { readRoles } from '../../conversations/imports/roles.ts';
import { write } from '../../db/base/transaction.ts';
import { saveStaff, staffIdsByPhone } from '../../db/people/staff.ts';
import { chatOf, morning, rowsOf, submitted, waterFinding } from '../problems/chat.ts';
import { county, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const say = chatOf(database);
let inspector: StaffId;
let cadre: StaffId;

const standing = () =>
  rowsOf(
    database,
    `
      select (select jsonb_agg(jsonb_build_array(id, status, version) order by id) from visit where county = '${county}') as visits,
        (select jsonb_agg(jsonb_build_array(no, status, responsible_unit) order by no) from problem where county = '${county}') as problems,
        (select jsonb_agg(jsonb_build_array(household_id, staff_id, kind) order by household_id, staff_id) from assignment where county = '${county}') as assignments`,
  );

beforeAll(async () => {
  const seeded = await seedCounty(database);
  cadre = seeded.staff.cadre;
  const ids = await write(database, wholeCounty(county), async (tx) => {
    await saveStaff(tx, [
      { name: '严督查', phone: '13800000017', roles: ['inspector'], unit: units.county, duty: '督查组成员' },
    ]);
    return staffIdsByPhone(tx);
  });
  inspector = ids.get('13800000017') as StaffId;
  await submitted(database, seeded, '2100001', [waterFinding]);
});

describe('督查组', () => {
  it('is called so in a roster', () => {
    expect(readRoles('督查组')).toMatchObject({ value: ['inspector'] });
    expect(readRoles('督查组成员')).toMatchObject({ value: ['inspector'] });
  });

  it('sees the county, a household and its problems', async () => {
    expect(await say(inspector, '进度')).toContain('已查1/6户');
    expect(await say(inspector, '查 张三')).toContain('张三（龙城镇刘园村');
    expect(await say(inspector, '问题')).toContain('1');
  });

  it('draws households at random and asks one again', async () => {
    expect(await say(inspector, '抽查 抽取 50%')).toMatch(/抽.*1户/su);
    expect(await say(inspector, '抽查 张三')).toContain('张三');
    await say(inspector, '停');
  });

  it('writes an order to hurry and sees whose delays are traced', async () => {
    const late = morning(30);
    expect(await say(inspector, '督办 龙城镇', { at: late })).toContain('问题逾期未整改1个');
    expect(await say(inspector, '1', { at: late })).toContain('督办单第1号');
    expect(await say(inspector, '责任倒追', { at: late })).toMatch(/倒追清单/u);
  });

  it('changes no visit, no problem’s state and no assignment', async () => {
    const before = await standing();
    for (const words of [
      '排查 张三',
      '审核通过 张三',
      '退回 张三 没问收入',
      '问题 1 销号',
      '销号 1',
      '问题 1 已整改',
      '交办 1 刘园村',
      '分户',
      '李四负责 3组',
      '我负责 3组',
    ]) {
      await say(inspector, words, { at: morning(31) });
      await say(inspector, '1', { at: morning(31) });
    }
    expect(await standing()).toEqual(before);
    // The same words do change something when a township's cadre says them.
    await say(cadre, '审核通过 张三', { at: morning(31) });
    await say(cadre, '1', { at: morning(31) });
    expect(await standing()).not.toEqual(before);
  });
});
