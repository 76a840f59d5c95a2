import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { write } from '../../db/base/transaction.ts';
import { noteExport } from '../../src/exports/note-export.ts';
import { operatorName } from '../../src/setting/operator.ts';
import { chatOf, morning, rowsOf, submitted, waterFinding } from '../problems/chat.ts';
import { placeOver } from '../problems/place.ts';
import { everything, seedVillage, visited } from '../progress/village.ts';
import { county, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const place = placeOver(database, { DATA_DIR: mkdtempSync(join(tmpdir(), 'ruhu-looks-')) });
const chat = chatOf(database, place);
let people: Awaited<ReturnType<typeof seedVillage>>['people'];
let minute = 0;

const say = (who: StaffId, text: string): Promise<string> => {
  minute += 1;
  return chat(who, text, { at: morning(15) + minute * 60_000 });
};

/** What was noted while something was asked: who, what, and of which household or village. */
async function notedBy(work: () => Promise<unknown>): Promise<{ what: string; who: string | null }[]> {
  const [before] = await rowsOf<{ id: number }>(
    database,
    'select coalesce(max(id), 0)::int as id from access_log',
  );
  await work();
  return [
    ...(await rowsOf<{ what: string; who: string | null }>(
      database,
      `select l.what, coalesce(h.head_name, l.village) as who from access_log l left join household h on h.county = l.county and h.id = l.household_id
       where l.id > ${before?.id ?? 0} order by l.id`,
    )),
  ];
}

beforeAll(async () => {
  const seeded = await seedVillage(database);
  people = seeded.people;
  const low = [{ key: 'lowIncome', clause: '5.1', reason: '年人均纯收入低于6000元' }] as const;
  await submitted(database, seeded, '2100001', [waterFinding], low);
  await visited(database, seeded, '2100003', { on: '2021-12-14T10:00:00+08:00' });
});

describe('every look is noted, whichever words brought it about', () => {
  it.each([
    ['线索', '张三'],
    ['线索 1', '张三'],
    ['线索 张三', '张三'],
    ['整改', '张三'],
    ['整改 张三', '张三'],
    ['交办 1 王五', '张三'],
    ['抽查', '张三'],
    ['查 李四', '李四'],
    ['核实 李四', '李四'],
  ] as const)('%s', async (words, who) => {
    if (words === '抽查') {
      // One of the two each time.
      await say(people.cadre, '抽查 抽取 50%');
      await say(people.cadre, '抽查 抽取 50%');
    }
    const noted = await notedBy(() => say(people.cadre, words));
    expect(noted.map((look) => look.who)).toContain(who);
  });

  it('once, where the dialogue has noted it in its own words', async () => {
    const noted = await notedBy(() => say(people.cadre, '未排查 刘园村'));
    expect(new Set(noted.map(({ who }) => who)).size).toBe(noted.length);
  });

  it('报告 附件: a line for each village of the unit, which 谁看过 shows for every household there', async () => {
    const noted = await notedBy(() => say(people.cadre, '报告 附件'));
    expect(
      noted
        .filter(({ what }) => what === '报告附件')
        .map(({ who }) => who)
        .sort(),
    ).toEqual([units.liuyuan, units.wangdian].sort());
    expect(await say(people.cadre, '谁看过 欧阳建国')).toContain('周八（龙城镇）报告附件');
  });

  it('the command line’s exports, under the name of who is logged in at the machine', async () => {
    const taken = { what: '台账', unit: null, rows: 6, at: morning(16) };
    const noted = await notedBy(() => noteExport({ database, county }, taken));
    expect(noted.map(({ who }) => who).sort()).toEqual(
      [units.liuyuan, units.wangdian, units.zhangzhuang].sort(),
    );
    expect(await say(people.cadre, '谁看过 欧阳建国')).toContain(operatorName());
    const [event] = await rowsOf<{ kind: string; by_operator: string }>(
      database,
      'select kind, by_operator from security_event order by id desc limit 1',
    );
    expect(event).toEqual({ kind: 'exported', by_operator: operatorName() });
  });
});

it('the log of looks and the security log can’t be changed afterwards', async () => {
  for (const statement of ['update access_log set what = $1', 'delete from security_event where kind = $1'])
    await expect(write(database, everything, (tx) => tx.sql.unsafe(statement, ['x']))).rejects.toMatchObject({
      is: 'forbidden',
    });
});
