import { expect, it } from 'vitest';
import { write } from '../../db/base/transaction.ts';
import { saveStaff } from '../../db/people/staff.ts';
import { chatOf, rowsOf } from '../problems/chat.ts';
import { units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { everything, seedVillage } from './village.ts';

const { database } = await testDatabase();
const { people } = await seedVillage(database);
const chat = chatOf(database);
const at = Date.parse('2021-12-15T10:00:00+08:00');
const say = (text: string) => chat(people.villageCadre, text, { at });

await write(database, everything, (tx) =>
  saveStaff(
    tx,
    ['13800001234', '13800005678'].map((phone) => ({
      name: '马同名',
      phone,
      roles: ['helper' as const],
      unit: units.liuyuan,
      duty: null,
    })),
  ),
);

const holder = async () => {
  const [row] = await rowsOf<{ phone: string }>(
    database,
    `select s.phone from assignment a join household h on h.id = a.household_id join staff s on s.id = a.staff_id
     where h.grp = '10组' and h.village = '${units.liuyuan}' and a.kind = 'main'`,
  );
  return row?.phone.slice(-4);
};

it('two helpers of one name are told apart by the end of their numbers, to pick by number', async () => {
  const [question = '', ...choices] = (await say('把10组交给马同名')).split('\n');
  expect(question).toBe('有2位马同名，是哪一位？');
  expect(choices.map((line) => line.slice(2)).sort()).toEqual([
    '马同名（刘园村，手机尾号****1234）',
    '马同名（刘园村，手机尾号****5678）',
  ]);
  const wanted = choices.findIndex((line) => line.includes('5678')) + 1;
  expect(await say(String(wanted))).toBe('好，刘园村10组1户交给马同名了。');
  expect(await holder()).toBe('5678');
});

it('the end of the number may be said with the name at once, wherever a helper is named', async () => {
  expect(await say('把10组交给马同名1234')).toBe('好，刘园村10组1户交给马同名了。');
  expect(await holder()).toBe('1234');
  expect(await say('10组马同名5678负责')).toBe('好，刘园村10组1户交给马同名了。');
  expect(await say('赵六顶替马同名5678 3天')).toContain('赵六顶替马同名到12月17日');
  expect(await say('马同名5678销假')).toContain('还由马同名负责');
  expect(await say('把马同名5678的户交给王五')).toContain('交给王五了');
  expect(await holder()).toBe('0001');
});

it('no number is shown in a group', async () => {
  const told = await chat(people.villageCadre, '把10组交给马同名', { at, room: 'liuyuan' });
  expect(told).toContain('私聊');
  expect(told).not.toMatch(/1234|5678/u);
});
