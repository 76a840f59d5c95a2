import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { read, write } from '../../db/base/transaction.ts';
import { newsSince } from '../../db/pushes/lists.ts';
import { county, type SeededCounty, seedCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { chatOf, morning, roofFinding, rowsOf, submitted } from './chat.ts';

const { database } = await testDatabase();
const say = chatOf(database);
let people: SeededCounty['staff'];
let seeded: SeededCounty;
let no = 0;

const one = async (query: string) => (await rowsOf<Record<string, unknown>>(database, query))[0];
const ledger = async (code: string) =>
  (
    await rowsOf<{ safe: boolean | null; answers: Record<string, unknown> }>(
      database,
      `select housing_safe as safe, answers from visit where household_id = '${seeded.households.get(code)}'`,
    )
  )[0];

beforeAll(async () => {
  seeded = await seedCounty(database);
  people = seeded.staff;
  await submitted(database, seeded, '2100001', [{ ...roofFinding, key: 'unsafeHousing' }]);
  no = Number((await one('select no from problem'))?.['no']);
});

describe('a house that isn’t safe, from the finding to the strike-off', () => {
  it('what is under way is noted as progress, whatever verb it comes with', async () => {
    expect(await say(people.helper, `整改 ${no} 正在联系住建局`)).toBe(
      `${no}号【张三·2组】住房：屋顶漏雨：已记进展。办完后再回“整改 ${no} 完成 做了什么”，带张照片。`,
    );
    expect(await say(people.helper, `整改 ${no} 已安排鉴定`)).toContain('已记进展');
    expect(await one(`select status from problem where no = ${no}`)).toEqual({ status: 'inProgress' });
    expect(await say(people.cadre, `销号 ${no}`)).toContain('还没报整改完成');
  });

  it('cause and measure stand on its card', async () => {
    expect(await say(people.helper, `原因 ${no} 屋面老化`)).toContain('原因已记');
    expect(await say(people.helper, `措施 ${no} 更换屋面瓦`)).toContain('整改措施已记');
    const card = await say(people.cadre, `问题 ${no}`);
    expect(card).toContain('原因：屋面老化');
    expect(card).toContain('措施：更换屋面瓦');
  });

  it('words alone are refused, then a photo alone, then a look by who rectified it', async () => {
    expect(await say(people.helper, `整改 ${no} 完成 已换瓦`)).toContain('报完成了');
    expect(await say(people.cadre, `销号 ${no}`)).toBe(
      `${no}号：住房安全问题销号需鉴定结果、竣工或搬离照片，请先补：跟在“整改 ${no}”后面发。`,
    );
    expect(await say(people.helper, `整改 ${no} 竣工照片`, { photo: true })).toContain('照片也补进去了');
    expect(await say(people.cadre, `销号 ${no}`)).toContain('到户看过。看过回“复核');
    expect(await say(people.helper, `复核 ${no}`)).toContain('是您整改的，到户复核得换个人');
  });

  it('a look that finds it unsolved sends it back to who rectified', async () => {
    expect(await say(people.colleague, `复核 ${no}`)).toContain(
      '1.原房已加固或鉴定为安全 2.人已搬到安全住房 3.还没解决',
    );
    expect(await say(people.colleague, '3')).toContain('已退回整改');
    expect(await one(`select status from problem where no = ${no}`)).toEqual({ status: 'inProgress' });
    expect(await say(people.helper, `整改完成 ${no} 东屋也换了瓦`, { photo: true })).toContain('报完成了');
    expect(await say(people.cadre, `销号 ${no}`)).toContain('到户看过');
  });

  it('the strike-off writes the ledger, also by a department that sees no visits; nothing else changes', async () => {
    await say(people.colleague, `复核 ${no} 看过东屋西屋`);
    expect(await say(people.colleague, '1')).toContain('复核已记（原房已加固或鉴定为安全，看过东屋西屋）');
    const before = await ledger('2100001');
    expect(before?.safe).toBeNull();
    expect(await say(people.officer, `销号 ${no}`)).toContain('台账已同步更新');
    const after = await ledger('2100001');
    expect(after?.safe).toBe(true);
    expect({ ...after?.answers, housingSafe: undefined }).toEqual({
      ...before?.answers,
      housingSafe: undefined,
    });
    expect(
      await one(`select question, after, channel from answer where question = 'housingSafe'`),
    ).toMatchObject({ question: 'housingSafe', after: { is: 'known', v: true } });
  });

  it('撤销 of a strike-off takes the ledger’s answer back as well', async () => {
    expect(await say(people.officer, '撤销')).toContain('撤销了：刚才的');
    expect((await ledger('2100001'))?.safe).toBeNull();
    expect(await one(`select status from problem where no = ${no}`)).toEqual({ status: 'done' });
    expect(await say(people.officer, `销号 ${no}`)).toContain('台账已同步更新');
    expect((await ledger('2100001'))?.safe).toBe(true);
  });

  it('重开 puts back what stood in the ledger, and the earlier proof counts no more', async () => {
    expect(await say(people.cadre, `重开 ${no} 又漏了`)).toContain('台账已恢复');
    expect((await ledger('2100001'))?.safe).toBeNull();
    await say(people.helper, `整改 ${no} 完成 又补了瓦`);
    expect(await say(people.cadre, `销号 ${no}`)).toContain('请先补');
  });
});

describe('what takes long', () => {
  it('is listed with its plan and next day, neither overdue nor done', async () => {
    expect(await say(people.helper, `长期 ${no} 列入明年危改，3月31日再看`)).not.toContain('列入长期整改（');
    expect(await say(people.cadre, `长期 ${no} 列入明年危房改造计划，3月31日再看`)).toContain(
      '列入长期整改（列入明年危房改造计划），2022年3月31日再看',
    );
    const late = { at: morning(31) };
    expect(await say(people.cadre, '问题', late)).toContain('长期整改，3月31日再看');
    expect(await say(people.cadre, '问题 逾期', late)).not.toContain(`${no}号`);
    expect(await say(people.helper, `整改 ${no} 鉴定为C级`, late)).toContain('已记进展');
    expect(await one(`select status from problem where no = ${no}`)).toEqual({ status: 'longTerm' });
    expect(await say(people.helper, `整改 ${no} 完成 新房建成入住`, { ...late, photo: true })).toContain(
      '报完成了',
    );
  });
});

it('on its day a long-term problem comes to the unit that has it, once', async () => {
  await write(
    database,
    wholeCounty(county),
    (tx) => tx.sql`
      update problem set status = 'longTerm', next_look = '2022-03-31', responsible_unit = '341322100000' where no = ${no}`,
  );
  const looked = (since: string, today: string) =>
    read(database, wholeCounty(county), async (db) =>
      (await newsSince(db, since, today)).filter((n) => n.what === 'toLook'),
    );
  expect(await looked('2022-03-30', '2022-03-31')).toEqual([{ no, unit: '341322100000', what: 'toLook' }]);
  expect(await looked('2022-03-31', '2022-04-01')).toEqual([]);
});
