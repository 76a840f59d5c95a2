import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import { write } from '../../db/base/transaction.ts';
import { saveHouseholds } from '../../db/households/households.ts';
import { personRows } from '../../src/exports/person-rows.ts';
import { chatOf, rowsOf } from '../problems/chat.ts';
import { county, registerHousehold, type SeededCounty, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const say = chatOf(database);
let people: SeededCounty['staff'];

const members = [
  { no: 1, name: '钱大顺', relation: '户主', birthYear: 1970 },
  { no: 2, name: '孙桂花', relation: '配偶', birthYear: 1972 },
  { no: 3, name: '钱小军', relation: '长子', birthYear: 2000 },
];

beforeAll(async () => {
  people = (await seedCounty(database)).staff;
  await write(database, wholeCounty(county), (tx) =>
    saveHouseholds(
      tx,
      [
        registerHousehold({
          code: '2100090',
          headName: '钱大顺',
          members,
          population: 3,
          helper: people.helper,
        }),
        registerHousehold({
          code: '2100091',
          headName: '钱大庆',
          members,
          population: 3,
          helper: people.helper,
        }),
      ],
      'register',
    ),
  );
});

/** A visit in which everything is fine but what is said of insurance; handed in. */
async function visited(name: string, ...insurance: string[]): Promise<string> {
  await say(people.helper, `排查 ${name}`);
  await say(
    people.helper,
    '3口人 一年6万 打工 稳定 没大病慢病 没适龄孩子 房子安全 水没问题 没别的问题 没困难 没有老人住危房',
  );
  for (const words of insurance) await say(people.helper, words);
  await say(people.helper, '没有');
  return say(people.helper, '提交');
}

async function answersOf(code: string): Promise<Answers> {
  const [row] = await rowsOf<{ answers: Answers }>(
    database,
    `select v.answers from visit v join household h on h.county = v.county and h.id = v.household_id where h.code = '${code}'`,
  );
  if (row === undefined) throw new Error(`no visit of ${code}`);
  return row.answers;
}

describe('persons told of in a visit', () => {
  it('are kept one by one: who is a soldier is no problem, who forgot is one', async () => {
    expect(await visited('钱大顺', '钱小军没交，当兵')).toMatch(/没有问题|没发现问题|没有发现问题/u);
    expect((await answersOf('2100090'))['allInsured']).toMatchObject({
      v: false,
      who: '钱小军',
      persons: [{ no: 3, name: '钱小军', told: { why: '参军' } }],
    });
    expect(await visited('钱大庆', '没交全', '3号忘了交，儿媳妇外地交了')).toContain(
      '有家庭成员没参加医保（钱小军：漏缴、儿媳妇：外地已参保）',
    );
  });

  it('stand in the household’s sheet: those of the register and those added, each with what was told', async () => {
    const answers = await answersOf('2100091');
    expect(personRows(xiaoxian2021, { members, headName: '钱大庆' }, { answers })).toEqual([
      ['钱大顺', '户主', '1970', ''],
      ['孙桂花', '配偶', '1972', ''],
      ['钱小军', '长子', '2000', '有人没参（原因：漏缴）'],
      ['儿媳妇', '入户时说的', '', '有人没参（原因：外地已参保）'],
    ]);
  });

  it('are counted as persons, not as households', async () => {
    expect(await say(people.office, '全县没参保的有几人')).toMatch(/：3人/u);
    expect(await say(people.office, '全县没参保的有几户')).toMatch(/：2户/u);
    expect(await say(people.office, '全县没参保的参军的有几人')).toMatch(/原因参军[\s\S]*：1人/u);
    expect(await say(people.office, '全县漏缴的有几户')).toMatch(/原因漏缴[\s\S]*：1户/u);
  });

  it('go with the answer when everybody turns out to be insured', async () => {
    await say(people.helper, '排查 钱大庆');
    await say(people.helper, '参保改成都参保');
    await say(people.helper, '1');
    expect((await answersOf('2100091'))['allInsured']).toEqual({ is: 'known', v: true });
  });
});
