import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { surnameCalled } from '../../conversations/dialogues/assignment/called.ts';
import { fairSplit } from '../../conversations/dialogues/assignment/fair-split.ts';
import { assignSaid, takeOnSaid } from '../../conversations/dialogues/assignment/said.ts';
import {
  endStandInSaid,
  standInOn,
  standInSaid,
} from '../../conversations/dialogues/assignment/stand-in-said.ts';
import { write } from '../../db/base/transaction.ts';
import { saveHouseholds } from '../../db/households/households.ts';
import { chatOf, rowsOf } from '../problems/chat.ts';
import { registerHousehold, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { type Everybody, everything, seedVillage, visited } from './village.ts';

const { database } = await testDatabase();
const chat = chatOf(database);
let people: Everybody;
const at = Date.parse('2021-12-15T10:00:00+08:00');
let minute = 0;
const say = (who: StaffId, text: string, when = at): Promise<string> => {
  minute += 1;
  return chat(who, text, { at: when + minute * 60_000 });
};

/** Who looks after which household: 2组 张三 → 王五. */
const assigned = async () =>
  (
    await rowsOf<{ line: string }>(
      database,
      `select h.grp || ' ' || h.head_name || ' → ' || string_agg(s.name || case a.kind when 'standIn' then '（顶替到' || a.until || '）' else '' end, '、' order by a.kind, s.name) as line
       from assignment a join household h on h.id = a.household_id join staff s on s.id = a.staff_id where h.village = '${units.liuyuan}' group by 1, h.grp, h.head_name, h.grp_no, h.sort order by h.grp_no, h.sort`.replace(
        'group by 1, ',
        'group by ',
      ),
    )
  ).map((row) => row.line);

beforeAll(async () => {
  const seeded = await seedVillage(database);
  people = seeded.people;
  await write(database, everything, (tx) =>
    saveHouseholds(
      tx,
      Array.from({ length: 6 }, (_, i) =>
        registerHousehold({
          code: `29000${i}`,
          headName: `新户${'一二三四五六'.charAt(i)}`,
          group: i < 3 ? '4组' : '5组',
          sort: i + 1,
        }),
      ),
      'register',
    ),
  );
  await visited(database, seeded, '2100001', { on: '2021-12-14T10:00:00+08:00' });
});

describe('who looks after which household, by chat', () => {
  it('把4组交给赵六 shows what it moves, and gives the group after a yes and tells him', async () => {
    expect(await say(people.villageCadre, '把4组交给赵六')).toBe(
      '要把刘园村4组3户交给赵六，这样分吗？\n1.是 2.不分',
    );
    expect(await say(people.villageCadre, '是')).toBe('好，刘园村4组3户交给赵六了。');
    expect(await assigned()).toContain('4组 新户一 → 赵六');
    const pushed = await rowsOf<{ text: string }>(
      database,
      `select body ->> 'text' as text from outbox where key like 'assigned:${people.colleague}%'`,
    );
    // 赵六 has no account of his own yet, so nothing is queued; the list is there when he comes.
    expect(pushed).toEqual([]);
    expect(await say(people.colleague, '下一户')).toContain('新户一');
  });

  it('is the village’s and the township’s to say, within their reach', async () => {
    expect(await say(people.helper, '把5组交给王五')).toMatch(/由.*办理。/);
    expect(await say(people.cadre, '把5组交给王五')).toContain('是哪个村');
    expect(await say(people.cadre, '把刘园村5组交给王五')).toContain('这样分吗');
    expect(await say(people.cadre, '1')).toBe('好，刘园村5组3户交给王五了。');
    expect(await say(people.villageCadre, '把王典村1组交给王五')).toContain('您能看的范围里没有“王典村”');
    expect(await say(people.villageCadre, '把9组交给王五')).toBe(
      '刘园村没有9组。有：2组2户、3组1户、4组3户、5组3户、10组1户。',
    );
    expect(await say(people.villageCadre, '把5组交给诸葛亮')).toContain('没找到“诸葛亮”');
  });

  it('我负责 shows what nobody looks after, 我负责3组 takes it on', async () => {
    expect(await say(people.colleague, '我负责')).toBe('刘园村还有1户没人负责：3组1户。回“我负责 3组”认领。');
    expect(await say(people.colleague, '我负责三组')).toBe('好，三组没人管的1户交给您了。');
    expect(await say(people.colleague, '我负责5组')).toContain('5组已经由王五负责');
    expect(await say(people.colleague, '3组我负责')).toBe('3组已经是您负责了。');
    expect(await say(people.colleague, '我负责')).toBe('刘园村的户都有人负责了。');
  });

  it('把王五名下的都交给赵六 hands on what is not yet done', async () => {
    expect(await say(people.villageCadre, '把王五名下的都交给赵六')).toContain('5户交给赵六，这样分吗');
    expect(await say(people.villageCadre, '是')).toBe('好，王五名下还没查的5户交给赵六了。');
    expect((await assigned())[0]).toBe('2组 张三 → 王五');
    expect(await assigned()).toContain('5组 新户四 → 赵六');
  });

  it('撤销 gives back within the hour what was just given, and only once', async () => {
    const mine = async () => (await say(people.helper, '未排查')).split('\n')[0];
    const before = await mine();
    await say(people.villageCadre, '把5组交给王五');
    await say(people.villageCadre, '是');
    expect(await mine()).not.toBe(before);
    expect(await say(people.villageCadre, '撤销')).toContain('撤销了：刚才的分户，3户恢复原样');
    expect(await mine()).toBe(before);
    expect(await say(people.villageCadre, '撤销')).not.toContain('撤销了：刚才的分户，3户');
  });

  it('分户 shows a fair split by group and does it after a yes', async () => {
    expect(await say(people.villageCadre, '分户')).toContain('都分好了');
    const shown = await say(people.villageCadre, '重新分户');
    expect(shown).toBe(
      '刘园村9户，按组就近平分：\n王五：2组、3组、4组2户，共4户（已有1户）\n赵六：4组1户、5组、10组，共5户\n这样分吗？1.是 2.不分',
    );
    expect(await say(people.villageCadre, '2')).toBe('好，没有分。');
    await say(people.villageCadre, '重新分户');
    expect(await say(people.villageCadre, '1')).toBe('分好了，9户都有人负责了，各人已私信通知。');
    expect(await assigned()).toContain('10组 章三 → 赵六');
    expect(await assigned()).toContain('3组 欧阳建国 → 王五');
  });

  it('a stand-in takes over until a day, and gives back', async () => {
    expect(await say(people.villageCadre, '赵六请假3天，王五顶替')).toMatch(
      /^赵六还没查的5户（.*\d+组\d+户.*）由王五顶替到12月17日（含），到期自动还。这样行吗？\n1.是 2.不$/,
    );
    expect(await say(people.villageCadre, '2')).toBe('好，没有换人。');
    await say(people.villageCadre, '赵六请假3天，王五顶替');
    expect(await say(people.villageCadre, '1')).toBe(
      '好，王五顶替赵六到12月17日（含），5户。到期自动还给赵六；提前回来说“赵六销假”。',
    );
    expect(await assigned()).toContain('5组 新户四 → 赵六、王五（顶替到2021-12-17）');
    expect(await say(people.villageCadre, '赵六销假')).toContain('还由赵六负责');
    expect(await assigned()).toContain('5组 新户四 → 赵六');
  });

  it('撤销 takes a stand-in back, and the end of one', async () => {
    const before = await assigned();
    await say(people.villageCadre, '赵六请假3天，王五顶替');
    await say(people.villageCadre, '1');
    expect(await say(people.villageCadre, '撤销')).toContain('撤销了：刚才的顶替，5户恢复原样');
    expect(await assigned()).toEqual(before);
    await say(people.villageCadre, '赵六请假3天，王五顶替');
    await say(people.villageCadre, '1');
    const standing = await assigned();
    await say(people.villageCadre, '赵六销假');
    expect(await say(people.villageCadre, '撤销')).toContain('撤销了：刚才的结束顶替，5户恢复原样');
    expect(await assigned()).toEqual(standing);
    await say(people.villageCadre, '赵六销假');
    expect(await assigned()).toEqual(before);
  });

  it('小王 is the only 王 of the village', async () => {
    await say(people.villageCadre, '小王请假3天让赵六顶上');
    expect(await say(people.villageCadre, '1')).toContain('赵六顶替王五到12月17日');
    expect(await say(people.villageCadre, '王五回来上班了')).toContain('还由王五负责');
  });

  it('an expired stand-in has no queue any more', async () => {
    await say(people.villageCadre, '王五顶替赵六2天');
    await say(people.villageCadre, '1');
    const queue = async (when: string) =>
      (await say(people.helper, '未排查', Date.parse(when))).split('\n')[0];
    expect(await queue('2021-12-16T09:00:00+08:00')).toBe('您名下还没查的9户：');
    await say(people.helper, '进度', Date.parse('2021-12-16T09:00:00+08:00'));
    expect(await say(people.helper, '进度', Date.parse('2021-12-16T09:10:00+08:00'))).toContain('您名下10户');
    expect(await say(people.helper, '进度', Date.parse('2021-12-17T09:10:00+08:00'))).toContain('您名下5户');
  });
});

describe('what is said', () => {
  it.each([
    '把3组给王五',
    '3组给王五',
    '3组归王五',
    '3组交给王五',
    '3组王五负责',
    '王五负责3组',
    '让王五管3组',
    '把3组都分给王五',
  ])('%s gives a group', (text) => {
    expect(assignSaid(text)).toEqual({ is: 'group', place: '', group: '3组', to: '王五' });
  });

  it.each([
    ['王五请假3天让赵六顶上', '2021-12-17'],
    ['王五请假，赵六顶3天', '2021-12-17'],
    ['赵六替王五三天', '2021-12-17'],
    ['王五出差了，让赵六替一周', '2021-12-21'],
    ['王五的户先让赵六代管3天', '2021-12-17'],
    ['赵六顶替王五到12月20日', '2021-12-20'],
    ['王五请了病假赵六顶替', '2021-12-17'],
  ])('%s is a stand-in until %s', (text, until) => {
    expect(standInOn(standInSaid(text) ?? {}, '2021-12-15')).toMatchObject({ of: '王五', by: '赵六', until });
  });

  it('a colleague is called by his surname', () => {
    expect(['小王', '老李', '王主任', '欧阳书记'].map(surnameCalled)).toEqual(['王', '李', '王', '欧阳']);
    expect(['王五', '小王庄', '老'].map(surnameCalled)).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    '把地交给合作社',
    '把钱给了儿子',
    '孩子给爷爷带',
    '爷爷替爸爸参保',
    '儿子回来了',
    '把家里的地给村里种',
    '老大负责照顾老人',
    '爸爸生病了妈妈照顾',
    '奶奶住院了，妈妈代管',
    '三组有人负责',
    '我负责照顾老人',
  ])('%s is an answer, not a hand-over', (text) => {
    expect([assignSaid(text), takeOnSaid(text), standInSaid(text), endStandInSaid(text)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the fair split', () => {
  const helpers = fc.array(fc.record({ load: fc.integer({ min: 0, max: 80 }) }), {
    minLength: 1,
    maxLength: 8,
  });
  const groups = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });
  const households = (sizes: readonly number[]) =>
    sizes.flatMap((n, g) => Array.from({ length: n }, (_, i) => ({ id: `${g}-${i}`, group: `${g + 1}组` })));

  it('gives out every household once, in order, each share in one stretch', () => {
    fc.assert(
      fc.property(groups, helpers, (sizes, people_) => {
        const all = households(sizes);
        expect(fairSplit(all, people_).flatMap((s) => s.households)).toEqual(all.map((h) => h.id));
      }),
    );
  });

  it('leaves nobody with much more than his part, whatever he has already', () => {
    fc.assert(
      fc.property(groups, helpers, (sizes, people_) => {
        const all = households(sizes);
        const shares = fairSplit(all, people_);
        const level = Math.max(...shares.map((s) => s.households.length + s.helper.load));
        for (const share of shares) {
          const mine = share.households.length + share.helper.load;
          // A cut may be moved to a border between groups by a fifth of a share on either side.
          if (share.households.length > 0)
            expect(level - mine).toBeLessThanOrEqual(
              Math.ceil(all.length * 0.4) + 1 + Math.max(...people_.map((p) => p.load)),
            );
        }
      }),
    );
    const even = fairSplit(households([20, 20, 20]), [{ load: 0 }, { load: 0 }, { load: 0 }]);
    expect(even.map((s) => s.households.length)).toEqual([20, 20, 20]);
    const uneven = fairSplit(households([50]), [{ load: 20 }, { load: 0 }, { load: 5 }]);
    expect(uneven.map((s) => s.households.length)).toEqual([5, 25, 20]);
  });
});
