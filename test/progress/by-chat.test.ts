import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { chatOf, rowsOf, submitted, waterFinding } from '../problems/chat.ts';
import type { SeededCounty } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { type Everybody, seedVillage, visited } from './village.ts';

const { database } = await testDatabase();
const chat = chatOf(database);
let seeded: SeededCounty;
let people: Everybody;

/** Wednesday 15 December 2021, ten in the morning. */
const at = Date.parse('2021-12-15T10:00:00+08:00');
let minute = 0;
const say = (who: StaffId, text: string, room?: string): Promise<string> => {
  minute += 1;
  return chat(who, text, { at: at + minute * 60_000, ...(room === undefined ? {} : { room }) });
};

beforeAll(async () => {
  const made = await seedVillage(database);
  seeded = made;
  people = made.people;
  await submitted(database, seeded, '2100001', [waterFinding]);
  await visited(database, seeded, '2100003', { status: 'draft', outcome: 'notHome' });
  await visited(database, seeded, '2200001', {
    on: '2021-12-14T10:00:00+08:00',
    toVerify: ['allInsured'],
    helper: made.people.partner,
  });
});

describe('进度', () => {
  it('tells a helper what is left of his own and how much a day is enough', async () => {
    expect(await say(people.helper, '进度')).toBe(
      '您名下3户，已查1户（33.3%），今天0户。\n还剩2户：没开始1、不在家1。\n到12月31日还有15个工作日，一天1户就行。回“排查”接着来。',
    );
  });

  it('tells a township cadre about his township, with the problems', async () => {
    expect(await say(people.cadre, '进度')).toBe(
      [
        '龙城镇：已查2/5户（40%）。照近5天每天约0.4户，大约12月23日查完（快则12月18日，慢则1月7日），12月31日前能完，但余地不大；需每天1户。',
        '还剩3户：没开始2、不在家1。待核实1户。',
        '查出问题1个，已销号0个；都在饮水安全方面。',
        '回“进度 各村”看分布，回“为什么”看是哪些户。',
      ].join('\n'),
    );
  });

  it('is understood in many words', async () => {
    for (const words of ['查得怎么样了', '龙城镇进度', '看看进度', '进度 龙城', '今天的进度如何？'])
      expect(await say(people.cadre, words), words).toContain('龙城镇：已查2/5户');
  });

  it('lists townships and villages in the order of the register', async () => {
    expect(await say(people.office, '进度 各镇')).toBe(
      '萧县2/6户（33.3%），按名册顺序：\n龙城镇 40% 2/5\n黄口镇 0% 0/1',
    );
    expect(await say(people.cadre, '进度 各村')).toBe(
      '龙城镇2/5户（40%），按名册顺序：\n刘园村 25% 1/4\n王典村 100% 1/1',
    );
    expect(await say(people.villageCadre, '进度 各组')).toBe('刘园村各组：\n2组 1/2\n3组 0/1\n10组 0/1');
  });

  it('stays within the asker’s reach', async () => {
    expect(await say(people.cadre, '进度 黄口镇')).toContain('黄口镇不在您能看的范围里');
    expect(await say(people.helper, '进度 王典村')).toContain('王典村不在您能看的范围里');
    expect(await say(people.admin, '进度')).toContain('进度由村里、镇里和县里看');
  });

  it('in a group is about the group’s unit', async () => {
    expect(await say(people.cadre, '进度', 'liuyuan')).toContain('刘园村：已查1/4户（25%）');
  });
});

describe('王五还剩几户', () => {
  it('tells who gives out households how far a colleague is, in private', async () => {
    expect(await say(people.villageCadre, '王五名下还剩几户')).toBe(
      '王五（刘园村）名下3户，已查1户，还剩2户：刘园村2组1户、刘园村10组1户。',
    );
    expect(await say(people.villageCadre, '王五查了多少户')).toContain('已查1户');
    expect(await say(people.villageCadre, '赵六还剩几户')).toContain('赵六（刘园村）名下没有户');
    expect(await say(people.villageCadre, '王五还剩几户', 'liuyuan')).toBe(
      '个人的进度不在群里说，请私聊问我。',
    );
    expect(await say(people.helper, '赵六还剩几户')).toContain('同事的进度由村干部和乡镇看');
  });
});

describe('the rows behind a number', () => {
  it('为什么 after 进度 lists the households, 为什么 不在家 those', async () => {
    await say(people.villageCadre, '进度');
    expect(await say(people.villageCadre, '为什么')).toBe(
      '刘园村还没查的3户：\n2组 李四：不在家（王五）\n3组 欧阳建国：没开始\n10组 章三：没开始',
    );
    expect(await say(people.villageCadre, '为什么 不在家')).toBe(
      '刘园村不在家1户：\n2组 李四：不在家（王五）',
    );
    expect(await say(people.villageCadre, '为什么 已排查')).toContain(
      '2组 张三：已提交，问题1个（王五 12月10日）',
    );
    expect(await say(people.leader, '为什么')).toContain('先问一个数');
  });

  it('at the county goes down by townships, not through thousands of names', async () => {
    await say(people.office, '进度');
    expect(await say(people.office, '为什么')).toBe(
      '萧县还没查的4户，按名册顺序：\n1.龙城镇3户、2.黄口镇1户\n回号数看是哪些户。',
    );
    expect(await say(people.office, '1')).toBe(
      '龙城镇还没查的3户，按名册顺序：\n1.刘园村3户\n回号数看是哪些户。',
    );
    expect(await say(people.office, '1')).toContain('刘园村还没查的3户：\n2组 李四：不在家');
    await say(people.office, '进度');
    expect(await say(people.office, '为什么 待核实')).toBe(
      '萧县待核实1户：\n龙城镇王典村1组 张三：已提交，有待核实（冯一 12月14日）',
    );
  });

  it('为什么 after 进度 各镇 goes down to the households as well', async () => {
    await say(people.office, '进度 各镇');
    expect(await say(people.office, '为什么')).toContain('1.龙城镇3户、2.黄口镇1户');
  });

  it('a number is followed to the rows that it counts, and asked about when it counts several', async () => {
    await say(people.villageCadre, '进度');
    expect(await say(people.villageCadre, '这3户是谁')).toContain('刘园村还没查的3户：\n2组 李四');
    await say(people.cadre, '进度');
    expect(await say(people.cadre, '为啥是2户')).toContain('2户的有：');
    expect(await say(people.cadre, '为啥是5户')).toContain('现在没有5户这个数了');
  });

  it('masks names in a group', async () => {
    expect(await say(people.villageCadre, '未排查', 'liuyuan')).toBe(
      '刘园村还没查的3户：\n2组 李*：不在家\n3组 欧**国：没开始\n10组 章*：没开始',
    );
  });

  it('回 更多 goes on, 表格 sends the whole as a spreadsheet in private', async () => {
    expect(await say(people.villageCadre, '未排查 刘园村2组')).toContain('刘园村2组还没查的1户');
    expect(await say(people.villageCadre, '更多')).toBe('后面没有了。');
    await say(people.villageCadre, '未排查');
    expect(await say(people.villageCadre, '表格')).toBe(
      '刘园村还没查的名单，含个人信息，请勿转发。\n---\n[file]',
    );
  });
});

describe('问题', () => {
  it('sums them up and lists them, most urgent first', async () => {
    expect(await say(people.villageCadre, '问题')).toMatch(
      /^查出问题1个，已销号0个；都在饮水安全方面。\n刘园村没销号的问题1个：\n\d+号 刘园村2组张三 饮水：水量不够（县水利局，5天后到期）$/u,
    );
    expect(await say(people.cadre, '问题 逾期')).toBe('龙城镇没有逾期的问题。');
    expect(await say(people.cadre, '问题 饮水')).toContain('龙城镇饮水安全没销号的问题1个');
    expect(await say(people.cadre, '问题', 'longcheng')).toMatch(/刘园村 饮水安全问题（5天后到期）/u);
  });
});

describe('查', () => {
  it('shows state, helper, when, problems', async () => {
    expect(await say(people.villageCadre, '查 张三')).toMatch(
      /^张三（龙城镇刘园村2组，一般农户）：已排查，王五 12月10日提交，待审核；由王五负责。\n问题1个：\d+号饮水安全（未启动，5天后到期）。$/u,
    );
    expect(await say(people.villageCadre, '查 李四')).toBe(
      '李四（龙城镇刘园村2组，一般农户）：去过（不在家），王五，还要再去；由王五负责。',
    );
  });

  it('finds by initials, sound, code and group, and asks which of several', async () => {
    expect(await say(people.villageCadre, '查 oyjg')).toContain('欧阳建国（龙城镇刘园村3组');
    expect(await say(people.villageCadre, '查 2100002')).toContain('章三（龙城镇刘园村10组');
    expect(await say(people.cadre, '查 张三')).toBe(
      '找到2户，回号数：\n1.张三（龙城镇刘园村2组）\n2.张三（龙城镇王典村1组）',
    );
    expect(await say(people.cadre, '2')).toContain(
      '张三（龙城镇王典村1组，一般农户）：已排查，冯一 12月14日提交',
    );
    expect(await say(people.cadre, '查 刘园村 张三')).toContain('刘园村2组');
    expect(await say(people.villageCadre, '查 二组')).toBe(
      '刘园村二组全部2户：\n2组 张三：已提交，问题1个（王五 12月10日）\n2组 李四：不在家（王五）',
    );
    expect(await say(people.villageCadre, '查 孙悟空')).toContain('没找到“孙悟空”');
  });

  it('says little in a group', async () => {
    expect(await say(people.villageCadre, '查 李四', 'liuyuan')).toBe(
      '李*（龙城镇刘园村2组）：去过（不在家），还要再去。详细的请私聊问我。',
    );
  });

  it('keeps out of reach what is out of reach, an admin included', async () => {
    expect(await say(people.neighbour, '查 李四')).toContain('没找到“李四”');
    expect(await say(people.admin, '查 李四')).toMatch(/由.*办理。/);
  });

  it('is written down, and 谁看过 tells the township', async () => {
    const looks = await rowsOf<{ n: number }>(
      database,
      `select count(*)::int as n from access_log where staff_id = '${people.villageCadre}' and household_id = '${seeded.households.get('2100003')}'`,
    );
    expect(looks[0]?.n).toBeGreaterThanOrEqual(3);
    const told = await say(people.cadre, '谁看过 李四');
    expect(told).toMatch(
      /^看过李四家信息的有\d+次：[\s\S]*\n12月15日 \d+:\d\d 钱主任（刘园村）(?:查询|查找|名单)/u,
    );
    expect(await say(people.helper, '谁看过 李四')).toMatch(/由.*办理。/);
  });
});

describe('in the middle of a visit', () => {
  it('a question is answered and the open one shown again', async () => {
    await say(people.colleague, '排查 欧阳建国');
    const told = await say(people.colleague, '进度');
    expect(told).toContain('您名下4户，已查1户');
    expect(told).toMatch(/\n接着：【欧阳建国·3组】家里几口人？/u);
  });
});

describe('减负账 and mute', () => {
  it('shows a person his own receipt', async () => {
    expect(await say(people.helper, '减负账')).toMatch(/^减负账：近7天没有主动给您发过消息。省下的：/u);
    expect(await say(people.cadre, '减负账')).toContain('龙城镇减负账（近7天）');
  });

  it('免打扰 and 恢复提醒', async () => {
    expect(await say(people.helper, '免打扰')).toContain('只在到期的时候提醒您');
    expect(await rowsOf(database, `select muted from staff where id = '${people.helper}'`)).toEqual([
      { muted: true },
    ]);
    expect(await say(people.helper, '恢复提醒')).toContain('恢复每天早上的提醒');
  });
});

describe('设置', () => {
  it('is the county office’s, asks before it changes, and counts at once', async () => {
    expect(await say(people.cadre, '设置')).toMatch(/由.*办理。/);
    expect(await say(people.office, '设置')).toContain('萧县大排查：12月9日到12月31日');
    expect(await say(people.office, '设置 截止 1月5日')).toBe(
      '排查截止改到1月5日，全县马上生效。确定吗？1.确定 2.不改',
    );
    expect(await say(people.office, '1')).toBe('好，排查截止改到1月5日。');
    expect(await say(people.office, '设置')).toContain('12月9日到1月5日');
    expect(await say(people.office, '设置 休息 双休')).toContain('休息日改为周日、周六');
    expect(await say(people.office, '2')).toBe('好，没有改。');
    expect(await say(people.office, '设置 收入线 三块')).toContain('没看懂要改什么');
    expect(await say(people.office, '设置 截止 12月31日')).toContain('排查截止改到12月31日');
    await say(people.office, '1');
  });
});
