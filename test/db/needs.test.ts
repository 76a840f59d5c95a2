import { beforeAll, describe, expect, it } from 'vitest';
import { scopeOf, wholeCounty } from '../../conversations/access/scope.ts';
import { householdId, type UnitCode, visitId } from '../../conversations/contract/ids.ts';
import type { Need, Needs } from '../../conversations/contract/needs.ts';
import { answerNeed } from '../../db/answering/needs.ts';
import { read } from '../../db/base/transaction.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { county, householdBy, type Person, type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { december, saved, take, visitOf } from '../support/turns.ts';

const { database } = await testDatabase();
let seeded: SeededCounty;

beforeAll(async () => {
  seeded = await seedCounty(database);
});

async function asks<N extends Need>(person: Person, need: N): Promise<Needs[N['need']]['out']> {
  const speaker = await read(database, wholeCounty(county), (db) =>
    findSpeaker(db, { id: seeded.staff[person] }),
  );
  if (speaker === null) throw new Error('nobody');
  return read(database, scopeOf(county, speaker), (db) =>
    answerNeed(db, { speaker, at: december(10) }, need),
  );
}

const find = async (person: Person, words: string) => {
  const found = await asks(person, { need: 'findHouseholds', args: { words, limit: 10 } });
  return found.map((h) => `${h.headName} ${h.villageName}${h.group}`);
};

describe('finding a household', () => {
  it.each([
    ['by name, the village’s own before others', '张三', ['张三 刘园村2组', '章三 刘园村10组']],
    ['by a part of the name', '建国', ['欧阳建国 刘园村3组']],
    ['by a name that sounds alike', '里斯', ['李四 刘园村2组']],
    ['by pinyin', 'zhangsan', ['张三 刘园村2组', '章三 刘园村10组']],
    ['by initials', 'oyjg', ['欧阳建国 刘园村3组']],
    ['by its code', '2100003', ['李四 刘园村2组']],
    ['by the last digits of the code', '003', ['李四 刘园村2组']],
  ])('%s', async (_, words, expected) => {
    expect(await find('helper', words)).toEqual(expect.arrayContaining(expected));
    expect((await find('helper', words))[0]).toBe(expected[0]);
  });

  it('finds one by name and group, however the group is written', async () => {
    for (const group of ['2组', '二组', '第2组']) {
      const found = await asks('helper', {
        need: 'findHouseholds',
        args: { words: 'zhangsan', group, limit: 9 },
      });
      expect(found.map((h) => h.headName)).toEqual(['张三']);
    }
  });

  it('finds nothing beyond one’s scope, and nothing for nothing', async () => {
    expect(await find('helper', '陈二')).toEqual([]);
    expect(await find('neighbour', '李四')).toEqual([]);
    expect(await find('helper', '   ')).toEqual([]);
    expect(await find('helper', "'; drop table household; --")).toEqual([]);
  });

  it('finds namesakes of all villages for a township', async () => {
    expect(await find('cadre', '张三')).toEqual(['张三 刘园村2组', '张三 王典村1组', '章三 刘园村10组']);
  });

  it('shows a partner from the county the village of his household, and no other', async () => {
    expect(await find('partner', '张三')).toEqual(['张三 王典村1组']);
  });
});

describe('a helper’s own queue', () => {
  const queue = async (after?: string) => {
    const args = {
      limit: 2,
      ...(after === undefined ? {} : { after: householdBy(after, seeded) }),
    };
    return (await asks('helper', { need: 'nextHouseholds', args })).map((h) => h.code);
  };

  it('goes by group number and address', async () => {
    expect(await queue()).toEqual(['2100001', '2100003']);
    // From behind a household on, and round to the beginning.
    expect(await queue('2100003')).toEqual(['2100002', '2100001']);
  });

  it('puts drafts first and drops what is done', async () => {
    expect(await asks('helper', { need: 'halfDone', args: { limit: 5 } })).toEqual({ total: 0, first: [] });
    const draft = visitOf(seeded.households.get('2100002'), seeded.staff.helper, {
      population: { is: 'unsure' },
    });
    const done = visitOf(
      seeded.households.get('2100001'),
      seeded.staff.helper,
      {},
      { status: 'submitted', outcome: 'answered', submittedAt: december(10) },
    );
    await take(database, seeded.staff.helper, { text: '', changes: saved(draft) });
    await take(database, seeded.staff.helper, { text: '', changes: saved(done) });
    expect(await queue()).toEqual(['2100002', '2100003']);
    // From behind the first door on: the neighbours before what is half done.
    expect(await queue('2100001')).toEqual(['2100003', '2100002']);
    expect(await asks('helper', { need: 'halfDone', args: { limit: 5 } })).toMatchObject({
      total: 1,
      first: [{ code: '2100002' }],
    });
    expect(await asks('colleague', { need: 'halfDone', args: { limit: 5 } })).toMatchObject({ total: 0 });
    expect(await asks('helper', { need: 'ownProgress', args: {} })).toEqual({
      total: 3,
      done: 1,
      drafts: 1,
      toVerify: 1,
    });
  });

  it('is the whole village for a helper without assignments', async () => {
    expect(await asks('colleague', { need: 'ownProgress', args: {} })).toMatchObject({ total: 4 });
  });
});

describe('handing on', () => {
  const place = (household: string) => ({
    village: units.liuyuan,
    township: units.longcheng,
    household: householdBy(household, seeded),
  });

  it.each([
    ['赵六', 'a helper of the village', ['赵六']],
    ['孙七', 'a helper of another village', []],
    ['吴九', 'a department that has nothing to do with it', []],
    ['冯一', 'a helper from elsewhere whose household it isn’t', []],
  ])('%s, %s: %o', async (words, _, expected) => {
    const visits = await asks('helper', { need: 'findStaff', args: { words, place: place('2100002') } });
    expect(visits.map(({ name }) => name)).toEqual(expected);
    const problems = await asks('helper', {
      need: 'staffNamed',
      args: { words, place: { ...place('2100002'), departments: [] } },
    });
    expect(problems.map(({ name }) => name)).toEqual(expected);
  });

  it('a problem goes to the department that leads it', async () => {
    const found = await asks('cadre', {
      need: 'staffNamed',
      args: { words: '吴九', place: { ...place('2100002'), departments: ['县住建局'] } },
    });
    expect(found.map(({ name }) => name)).toEqual(['吴九']);
  });
});

describe('the rest', () => {
  it('opens a household with its visit and says who has it', async () => {
    const id = householdBy('2100002', seeded);
    const opened = await asks('colleague', {
      need: 'openHousehold',
      args: { id, questionnaire: 'household' },
    });
    expect(opened).toMatchObject({
      household: { headName: '章三' },
      helperName: '王五',
      visit: { status: 'draft' },
    });
    const begun = visitId.parse(opened?.visit?.id);
    expect(await asks('helper', { need: 'openVisit', args: { id: begun } })).toMatchObject({
      helperName: null,
    });
    expect(await asks('neighbour', { need: 'openVisit', args: { id: begun } })).toBeNull();
  });

  it('finds who could go on with a visit, by name, sound or initials: nobody whose scope doesn’t cover it', async () => {
    const place = (village: UnitCode, code: string) => ({
      village,
      township: units.longcheng,
      household: householdId.parse(seeded.households.get(code)),
    });
    const here = place(units.liuyuan, '2100001');
    for (const words of ['赵六', '赵刘', 'zl'])
      expect(await asks('helper', { need: 'findStaff', args: { words, place: here } })).toMatchObject([
        { name: '赵六' },
      ]);
    for (const words of ['孙七', '冯一'])
      expect(await asks('helper', { need: 'findStaff', args: { words, place: here } })).toEqual([]);
    // 冯一 comes from the county and has one household in 王典村.
    const there = place(units.wangdian, '2200001');
    expect(
      await asks('neighbour', { need: 'findStaff', args: { words: '冯一', place: there } }),
    ).toMatchObject([{ name: '冯一' }]);
  });

  it('lists the township’s people to hand codes to, by name or unit', async () => {
    const names = async (words: string) =>
      (await asks('cadre', { need: 'staffToBind', args: { words, limit: 9 } })).staff.map((s) => s.name);
    expect(await names('刘园')).toEqual(['王五', '赵六']);
    expect(await names('孙七')).toEqual(['孙七']);
  });

  it('finds units below one’s own', async () => {
    expect(await asks('cadre', { need: 'findUnits', args: { words: '王典' } })).toEqual([
      { code: units.wangdian, name: '王典村', kind: 'village' },
    ]);
    expect(await asks('cadre', { need: 'findUnits', args: { words: '张庄' } })).toEqual([]);
    expect((await asks('office', { need: 'findUnits', args: { words: '村' } })).length).toBe(3);
  });

  it('knows the villages a person may add households to', async () => {
    expect((await asks('helper', { need: 'speakerVillages', args: {} })).map((v) => v.name)).toEqual([
      '刘园村',
    ]);
    expect((await asks('cadre', { need: 'speakerVillages', args: {} })).map((v) => v.name)).toEqual([
      '刘园村',
      '王典村',
    ]);
  });
});
