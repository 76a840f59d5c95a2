import { beforeAll, describe, expect, it } from 'vitest';
import { type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { bindGroup, chatOf, morning, roofFinding, rowsOf, submitted, waterFinding } from './chat.ts';

const { database } = await testDatabase();
const say = chatOf(database);
let people: SeededCounty['staff'];
let seeded: SeededCounty;

const noOf = async (key: string, code: string): Promise<number> => {
  const [row] = await rowsOf<{ no: number }>(
    database,
    `select no from problem where key = '${key}' and household_id = '${seeded.households.get(code)}' order by no desc`,
  );
  return row?.no ?? 0;
};
const statusOf = async (no: number) =>
  (await rowsOf<{ status: string }>(database, `select status from problem where no = ${no}`))[0]?.status;

/** Somebody who didn't rectify it looks at the household: words are no proof (schooling, care, housing, water). */
async function lookedAt(no: number): Promise<void> {
  expect(await say(people.colleague, `复核 ${no}`, { photo: true })).toContain('1.已解决 2.还没解决');
  expect(await say(people.colleague, '1')).toContain('可以销号了');
}

beforeAll(async () => {
  seeded = await seedCounty(database);
  people = seeded.staff;
  await bindGroup(database, '刘园村群', units.liuyuan);
});

describe('rectification by chat', () => {
  it('a new problem has its unit, assisting department and deadline; the finder is not responsible', async () => {
    await submitted(database, seeded, '2100001', [waterFinding, roofFinding]);
    const rows = await rowsOf(
      database,
      `select key, responsible_unit, responsible_staff, assisting, due from problem order by key desc`,
    );
    expect(rows).toEqual([
      {
        key: 'water',
        responsible_unit: '341322100000',
        responsible_staff: null,
        assisting: ['县水利局'],
        due: '2021-12-20',
      },
      {
        key: 'housing',
        responsible_unit: '341322100000',
        responsible_staff: null,
        assisting: ['县住建局'],
        due: '2021-12-25',
      },
    ]);
    expect(await say(people.helper, '整改')).toContain('没有待整改的问题');
    expect(await say(people.cadre, '整改')).toContain('水量不够');
  });

  it('整改 with words, a photo after it, 销号 by somebody else, and the history in full', async () => {
    const no = await noOf('water', '2100001');
    expect(await say(people.helper, `整改 ${no} 已装自来水`)).toBe(
      `${no}号【张三·2组】饮水：水量不够：报完成了，等核实销号。有整改照片请直接发来。`,
    );
    expect(await say(people.helper, '', { photo: true })).toBe(`照片存到${no}号了（共1张）。`);
    expect(await say(people.helper, '', { photo: true })).toContain('共2张');
    expect(await say(people.helper, `销号 ${no}`)).toContain('此项由乡镇干部、县直部门、县指挥部办公室办理');
    expect(await say(people.cadre, `销号 ${no}`)).toContain('要由整改人以外的同志到户看过');
    await lookedAt(no);
    expect(await say(people.cadre, `销号 ${no}`)).toBe(
      `${no}号【张三·2组】饮水：水量不够：已销号（整改：已装自来水，照片3张）。`,
    );
    expect(await say(people.cadre, `销号 ${no}`)).toContain('已经由周八于');
    const card = await say(people.cadre, `问题 ${no}`);
    for (const word of ['王五发现', '王五报完成：已装自来水', '王五补佐证：照片1张', '周八销号'])
      expect(card).toContain(word);
    const photos = await rowsOf(
      database,
      `select village, household_id from attachment where problem_id is not null`,
    );
    expect(photos).toEqual(
      Array(3).fill({ village: '341322100201', household_id: seeded.households.get('2100001') }),
    );
  });

  it('a photo with the words in one message', async () => {
    const no = await noOf('housing', '2100001');
    expect(await say(people.helper, `整改${no}已修屋顶`, { photo: true })).toContain('报完成了，照片1张');
    expect(await statusOf(no)).toBe('done');
  });

  it('退回 asks for the reason, tells who rectified, and 整改 again', async () => {
    const no = await noOf('housing', '2100001');
    expect(await say(people.cadre, `退回 ${no}`)).toContain('为什么退');
    expect(await say(people.cadre, '照片不清')).toContain('已退回，原因：照片不清');
    const pushed = await rowsOf<{ body: { text: string } }>(
      database,
      `select body from outbox where key like 'problem:sentBack:%'`,
    );
    expect(pushed.map((p) => p.body.text)).toEqual([expect.stringContaining('被周八退回：照片不清')]);
    expect(await say(people.helper, `整改 ${no}`)).toContain('做了什么');
    expect(await say(people.helper, '换了瓦，重拍了照片', { photo: true })).toContain('报完成了');
    await lookedAt(no);
    expect(await say(people.cadre, `销号${no}号`)).toContain('已销号');
  });

  it('重开 with a reason brings it back to the one responsible', async () => {
    const no = await noOf('housing', '2100001');
    expect(await say(people.cadre, `重开 ${no} 又漏了`)).toContain('已重开');
    expect(await statusOf(no)).toBe('assigned');
  });

  it('交办 and 转办, each told to whom it goes', async () => {
    const no = await noOf('housing', '2100001');
    expect(await say(people.cadre, `交办 ${no} 赵六 12月22日`)).toContain('交给赵六，12月22日前办好');
    expect(await say(people.officer, '整改')).toContain('没有待整改');
    expect(await say(people.cadre, `转办 ${no} 住建局 要做鉴定`)).toContain('已转县住建局');
    expect(await say(people.officer, '整改')).toContain('屋顶漏雨');
    expect(await say(people.officer, `整改 ${no} 已鉴定为B级`)).toContain('报完成了');
    expect(await say(people.officer, `销号 ${no}`)).toContain('是您整改的，销号得换个人');
    expect(await say(people.cadre, `销号 ${no}`)).toContain('鉴定结果、竣工或搬离照片');
    await lookedAt(no);
    expect(await say(people.cadre, `销号 ${no}`)).toContain('已销号');
  });

  it('the rectifier of a township may not strike off either', async () => {
    await submitted(database, seeded, '2100003', [waterFinding]);
    const no = await noOf('water', '2100003');
    expect(await say(people.cadre, `整改 ${no} 已通水`)).toContain('报完成了');
    expect(await say(people.cadre, `销号 ${no}`)).toContain('销号得换个人');
    await lookedAt(no);
    expect(await say(people.office, `销号 ${no}`)).toContain('已销号');
  });

  it('several numbers in one go, each by itself', async () => {
    await submitted(database, seeded, '2100002', [waterFinding, roofFinding]);
    const [a, b] = [await noOf('water', '2100002'), await noOf('housing', '2100002')];
    await say(people.helper, `整改 ${a} 好了`);
    await lookedAt(a);
    const told = await say(people.cadre, `销号 ${a}、${b} 99999`);
    expect(told).toContain(`${a}号【章三·10组】饮水：水量不够：已销号`);
    expect(told).toContain(`${b}号还没报整改完成`);
    expect(told).toContain('没有99999号问题');
  });

  it('整改 by the head’s name', async () => {
    expect(await say(people.helper, '整改 章三 屋顶换了')).toContain('报完成了');
    expect(await say(people.helper, '整改 章三 屋顶换了')).toContain('早已报完成');
  });

  it('others don’t see it: a neighbour village gets no word of it', async () => {
    const no = await noOf('housing', '2100002');
    expect(await say(people.neighbour, `整改 ${no} 好了`)).toContain('不在您的范围内');
    expect(await say(people.neighbour, `问题 ${no}`)).toContain('不在您的范围内');
  });

  it('a group hears its number, village and kind: neither whose it is nor what was written', async () => {
    const no = await noOf('housing', '2100002');
    const told = await say(people.helper, `问题 ${no}`, { room: '刘园村群' });
    expect(told).toMatch(
      new RegExp(`^${no}号【刘园村】住房安全问题：\\S+，照片\\d张。详情请私聊问我“问题 ${no}”。$`, 'u'),
    );
  });
});

describe('a problem reported freely', () => {
  it('with its place, matter, lead unit and deadline; a photo follows', async () => {
    const told = await say(people.cadre, '上报 王典村东头路灯坏了');
    expect(told).toContain(
      '已上报：【王典村】王典村东头路灯坏了（路、灯、电、环境等村里设施，牵头县乡村振兴局，12月20日前）',
    );
    expect(await say(people.cadre, '', { photo: true })).toContain('照片附上了');
    const [row] = await rowsOf<{ no: number }>(
      database,
      `select no, village, source, status from problem where source = 'report'`,
    );
    expect(row).toMatchObject({ village: '341322100202', source: 'report', status: 'open' });
    expect(await say(people.neighbour, `整改 ${row?.no} 换了新灯`, { photo: true })).toContain('报完成了');
  });

  it('asks what kind it is when the words don’t tell, and leaves after two misses', async () => {
    expect(await say(people.helper, '上报 村口有人占地堆东西')).toContain('算哪一类');
    expect(await say(people.helper, '其他')).toContain('已上报：【刘园村】');
    await say(people.helper, '上报 村口又有人占地堆东西');
    expect(await say(people.helper, '啊？')).toContain('号数');
    expect(await say(people.helper, '不知道')).toContain('先不上报了');
  });

  it('of one household, when its name is said', async () => {
    expect(await say(people.helper, '上报 李四家水管冻裂了停水')).toContain('已上报：【李四】');
    expect(
      await noOf(
        String(
          (
            await rowsOf<{ key: string }>(
              database,
              `select key from problem where description like '李四家%'`,
            )
          )[0]?.key,
        ),
        '2100003',
      ),
    ).toBeGreaterThan(0);
  });

  it('duplicates are merged into the lowest number', async () => {
    await say(people.helper, '上报 李四家水管冻裂又停水了');
    const rows = await rowsOf<{ no: number }>(
      database,
      `select no from problem where description like '李四家%' order by no`,
    );
    const [first, second] = rows.map((r) => r.no);
    expect(await say(people.cadre, `合并 ${second} ${first}`)).toContain(`已并入${first}号`);
    expect(await say(people.helper, `整改 ${second} 修好了`)).toContain(`已合并（并入${first}号）`);
  });
});

describe('two people on one problem', () => {
  it('at the same moment: one moves it, the other is told what happened, nothing is overwritten', async () => {
    for (let round = 0; round < 6; round += 1) {
      await say(people.helper, '上报 刘园村广场坏了', { at: morning(11, round) });
      const [row] = await rowsOf<{ no: number }>(database, `select max(no)::int as no from problem`);
      const no = row?.no ?? 0;
      await say(people.helper, `整改 ${no} 修好了`, { at: morning(12, round) });
      const [a, b] = await Promise.all([
        say(people.cadre, `销号 ${no}`, { at: morning(13, round) }),
        say(people.office, `退回 ${no} 看不清`, { at: morning(13, round) }),
      ]);
      const closed = a?.includes('已销号') === true && a.includes('整改：');
      expect(closed ? b : a).toMatch(closed ? /已经由周八于12月13日.*销号/u : /还没报整改完成|整改中/u);
      expect(await statusOf(no)).toBe(closed ? 'closed' : 'inProgress');
      const events = await rowsOf(
        database,
        `select e.kind from problem_event e join problem p on p.id = e.problem_id where p.no = ${no} and e.kind in ('closed', 'sentBack')`,
      );
      expect(events).toHaveLength(1);
    }
  });
});

it('who struck off what', async () => {
  expect(await say(people.cadre, '销号记录')).toMatch(/周八（龙城镇）\d+个/u);
});

describe('in a group', () => {
  it('what is said after a photo was asked for, and not to the bot, is left alone', async () => {
    await say(people.helper, '上报 刘园村东头桥栏杆断了', { room: '刘园村群' });
    expect(await say(people.helper, '好的收到', { room: '刘园村群', aside: true })).toBe('');
    expect(await say(people.helper, '大家注意安全', { room: '刘园村群', aside: true })).toBe('');
  });

  it('striking off repeats nothing that was said of the household', async () => {
    await submitted(database, seeded, '2100004', [{ ...waterFinding, key: 'water2' }]);
    const no = await noOf('water2', '2100004');
    await say(people.helper, `整改 ${no} 张三老伴卧床，帮接了水管`);
    await lookedAt(no);
    expect(await say(people.cadre, `销号 ${no}`, { room: '刘园村群' })).not.toContain('卧床');
  });
});

it('words of an answer are no report: 反映过, 上报过了', async () => {
  expect(await say(people.colleague, '上报过了没人管')).not.toContain('已上报');
  expect(await say(people.colleague, '反映路灯不亮')).not.toContain('已上报');
});
