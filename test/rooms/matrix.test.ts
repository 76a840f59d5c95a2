import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { commandSaid } from '../../conversations/dialogues/command-said.ts';
import { dialogueCommands } from '../../conversations/dialogues/commands.ts';
import { pinyinOf } from '../../conversations/language/pinyin.ts';
import { write } from '../../db/base/transaction.ts';
import { bindGroup, chatOf, heardByAll, morning, rowsOf, submitted, waterFinding } from '../problems/chat.ts';
import { everything, seedVillage, visited } from '../progress/village.ts';
import { units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const chat = chatOf(database);
let people: Awaited<ReturnType<typeof seedVillage>>['people'];
let minute = 0;

const say = (who: StaffId, text: string, room?: string): Promise<string> => {
  minute += 1;
  return chat(who, text, { at: morning(15) + minute * 60_000, ...(room === undefined ? {} : { room }) });
};

/** The kinds of group there are. Those of a place hear of that place; a department's of its own problems. */
const rooms = {
  unbound: null,
  village: units.liuyuan,
  township: units.longcheng,
  county: units.county,
  department: units.housing,
} as const;
type Room = keyof typeof rooms;

const illness = {
  key: 'seriousIllness',
  category: 'medical',
  clause: '5.8',
  description: '有大病，自付医药费有困难',
  leadUnit: '县卫健委',
  from: ['seriousIllness'],
} as const;

const heads: Record<string, string> = {
  2100001: '姜子恒',
  2100002: '姜自衡',
  2100003: '易小满',
  2200001: '姜子恒',
  3100001: '陈二毛',
};

/** Everything a group must never hear: full names of heads, words of findings, measures, reasons, free reports. */
const neverHeard =
  /姜子恒|易小满|姜自衡|欧阳建国|陈二毛|马小跳|智力残疾|大病|医药费|水量不够|漏雨|接了水管|卧床|收入低于|\d{17}/u;

/** What can be said, by command; `{p}` and `{l}` stand for the number of a problem and a lead of another village. */
const samples: Record<string, readonly string[]> = {
  visit: ['排查', '排查 陈二毛', '排查 易小满'],
  nextHousehold: ['下一户'],
  whoIsNext: ['下一户是谁'],
  ownVisits: ['我的记录'],
  lastVisit: ['上一户'],
  resume: ['继续'],
  review: ['看看'],
  openForCorrection: ['修改 姜子恒', '修改 陈二毛'],
  handOver: ['转给 赵六'],
  addHousehold: ['新增 姜子恒 9组'],
  issueCodes: ['发码 王五'],
  revokeCodes: ['作废码 王五'],
  bindRoom: [],
  leave: [],
  whoAmI: ['我是谁'],
  agreeToCode: ['同意换号', '不同意换号 王五'],
  alreadyBound: ['绑定 8K3F-2M7Q'],
  startRectifying: ['开始整改 {p}', '开始整改 {q}'],
  rectify: ['整改 {p} 姜子恒老伴卧床，接了水管', '整改 {q}', '整改 {r} 大病救助了'],
  rectifyByName: ['整改 姜子恒 已修好', '整改 陈二毛 接了水管'],
  completeRectifying: ['整改完成 {p}', '整改完成 {q} 姜子恒家接了水管'],
  explainProblem: ['原因 {p} 姜子恒老伴有大病', '原因 {q} 姜子恒老伴有大病'],
  setTask: ['措施 {p} 给姜子恒家修屋顶', '措施 {q} 给姜子恒家接了水管'],
  planProblem: ['长期整改 {p} 姜子恒有大病', '长期整改 {q} 姜子恒有大病'],
  lookAtProblem: ['复核 {p} 姜子恒家接了水管', '复核 {q} 姜子恒家接了水管'],
  ownProblems: ['整改'],
  closeProblem: ['销号 {p}', '销号 {q} {r}'],
  sendBackProblem: ['退回 {p} 姜子恒家还在漏雨', '退回 {q} 没修'],
  reopenProblem: ['重开 {p} 姜子恒家又漏雨'],
  mergeProblems: ['合并 {p} {q}'],
  assignProblem: ['交办 {p} 王五', '交办 {q} 王五'],
  transferProblem: ['转办 {p} 县住建局 姜子恒家的', '转办 {q} 县住建局'],
  showProblem: ['问题 {p}', '问题 {q}', '问题 {r}'],
  reportProblem: [
    '上报 刘园村贫困户马小跳智力残疾没人管，低保没办',
    '上报 姜子恒家屋顶漏雨',
    '上报 刘园村东头路灯坏了',
    '上报 刘园村饮水有问题，姜子恒家没水',
  ],
  strikers: ['销号记录'],
  easeLead: ['风险消除 姜子恒 大病治好了'],
  declareLead: ['自主申报 姜子恒 老伴有大病'],
  lead: ['线索 {l}', '线索 {m}', '线索 {l} 属实 有大病'],
  leads: ['线索'],
  leadOf: ['线索 姜子恒', '线索 陈二毛'],
  noteReport: ['报告补充 二 姜子恒家已接水管'],
  holdActivity: ['动员 动员会 1次 12月3日'],
  lists: ['名单'],
  list: ['名单 1'],
  matchListed: ['对上 1 姜子恒'],
  checkListed: ['核查', '核查 姜子恒', '核查 1 属实'],
  askLists: ['医保局的名单还有几户没核'],
  yearTasks: ['短板'],
  addYearTask: ['任务 新增 教育资助发放到位 12月25日'],
  closeYearTask: ['任务 1 完成 已发放'],
  urgingOrders: ['督办单'],
  answerUrging: ['督办回复 1 姜子恒家已经修好'],
  urge: ['督办 龙城镇'],
  traceDelays: ['责任倒追'],
  training: ['培训'],
  trainingTest: ['小测'],
  reportFilings: ['报告情况'],
  report: ['报告', '报告 附件'],
  comparison: ['比对'],
  spotChecks: ['抽查'],
  spotSummary: ['抽查情况'],
  drawSpotChecks: ['抽查 抽取 50%'],
  satisfaction: ['满意率', '刘园村满意率'],
  opinionSlips: ['满意度码 刘园村', '满意度码 刘园村 20户'],
  spotCheck: ['抽查 姜子恒', '抽查 陈二毛'],
  verifyVisit: ['核实 陈二毛', '核实 易小满'],
  returnVisit: ['退回 陈二毛 收入不实', '退回 易小满 收入不实'],
  selfCheckProgress: ['自查进度'],
  selfCheck: ['自查'],
  selfCheckArea: ['自查 6'],
  webPage: ['网页'],
  assign: ['把姜子恒家交给王五', '把陈二毛家交给王五', '把3组交给赵六'],
  takeOn: ['我负责 3组'],
  split: ['分户 刘园村', '分户 张庄村'],
  standIn: ['赵六顶替王五3天'],
  endStandIn: ['王五销假'],
  progress: ['进度', '进度 各镇', '进度 张庄村'],
  unvisited: ['王五还剩几户', '未排查', '未排查 张庄村', '我还剩几户'],
  problems: ['问题', '问题 逾期', '问题 张庄村', '问题 住房'],
  problemsAsked: ['逾期的有哪些'],
  more: ['更多'],
  why: ['为什么', '为什么 有问题户'],
  sheet: ['表格'],
  digest: ['日报', '日报 黄口镇'],
  dashboard: ['看板'],
  definitions: ['口径'],
  receipt: ['减负账'],
  mute: ['免打扰'],
  settings: ['设置'],
  whoLooked: ['谁看过 姜子恒', '谁看过 陈二毛'],
  household: ['查 姜子恒', '查 陈二毛', '查 jzh', '查 2组', '查 张庄村 1组'],
  help: ['帮助'],
  human: ['人工'],
};

/** Not one of the matrix's own words: they change who is who or whose the group is. */
const elsewhereTested = new Set(['bindRoom', 'leave']);

const numbers: Record<string, number> = {};
const filled = (text: string): string => text.replace(/\{(\w)\}/gu, (_, key: string) => String(numbers[key]));

beforeAll(async () => {
  const seeded = await seedVillage(database);
  // The help's own examples speak of 张三: heads of this county are called otherwise.
  for (const [code, name] of Object.entries(heads)) {
    const { full, initials } = pinyinOf(name);
    await write(
      database,
      everything,
      (tx) =>
        tx.sql`update household set head_name = ${name}, head_pinyin = ${full}, head_initials = ${initials} where code = ${code}`,
    );
  }
  people = seeded.people;
  for (const [room, unit] of Object.entries(rooms)) if (unit !== null) await bindGroup(database, room, unit);
  const low = [{ key: 'lowIncome', clause: '5.1', reason: '年人均纯收入低于6000元' }] as const;
  await submitted(database, seeded, '2100001', [waterFinding, illness], low);
  await visited(database, seeded, '2100003', { status: 'draft', outcome: 'notHome' });
  await visited(database, seeded, '3100001', { on: '2021-12-14T10:00:00+08:00' });
  await say(people.villageCadre, '上报 刘园村贫困户马小跳智力残疾没人管，低保没办');
  await write(database, everything, async (tx) => {
    await tx.sql`
      insert into problem (county, id, household_id, village, township, category, clause, key, description, source, lead_unit, opened_at)
      select county, gen_random_uuid(), id, village, township, 'housing', '5.11', 'housing', '陈二毛家屋顶漏雨', 'visit', '县住建局', now()
      from household where code = '3100001'`;
    await tx.sql`
      insert into monitoring_lead (county, id, household_id, village, township, reasons, flagged_at, stage_at)
      select county, gen_random_uuid(), id, village, township, '[{"key":"illness","clause":"6.10","reason":"大病，无力支付"}]', now(), now()
      from household where code = '3100001'`;
  });
  const [there] = await rowsOf<{ no: number }>(database, `select no from problem where key = 'housing'`);
  const [free] = await rowsOf<{ no: number }>(database, `select no from problem where source = 'report'`);
  const [water] = await rowsOf<{ no: number }>(database, `select no from problem where key = 'water'`);
  const leads = await rowsOf<{ no: number; village: string }>(
    database,
    'select no, village from monitoring_lead',
  );
  numbers['p'] = there?.no ?? 0;
  numbers['q'] = water?.no ?? 0;
  numbers['r'] = free?.no ?? 0;
  numbers['l'] = leads.find((l) => l.village === units.zhangzhuang)?.no ?? 0;
  numbers['m'] = leads.find((l) => l.village === units.liuyuan)?.no ?? 0;
});

describe('the matrix', () => {
  it('has words for every command there is', () => {
    expect(Object.keys(samples).sort()).toEqual(dialogueCommands.map(({ name }) => name).sort());
    for (const [name, said] of Object.entries(samples))
      for (const words of said) {
        const found = commandSaid(dialogueCommands, filled(words));
        // Which of two commands about the same words is meant may depend on who asks.
        expect(found?.command.name.replace(/Asked$/u, ''), words).toBe(name.replace(/Asked$/u, ''));
      }
  });

  it('nothing of another village is told or done in a group, by whatever number', async () => {
    const state = async () =>
      rowsOf(database, `select status, responsible_staff, version from problem where no = ${numbers['p']}`);
    const before = await state();
    for (const room of ['village', 'township'] as const)
      for (const words of [
        '问题 {p}',
        '整改 {p} 修好了',
        '销号 {p}',
        '退回 {p} 没修',
        '交办 {p} 王五',
        '转办 {p} 县住建局',
        '线索 {l}',
        '线索 {l} 属实 已授权',
      ])
        expect(await say(people.office, filled(words), room), `${words} in ${room}`).toMatch(
          /^(?:本群的范围里没有\d+号问题，别处的请私聊问我。|没有.*线索|此项由)/u,
        );
    expect(await state()).toEqual(before);
  });

  const askers = ['office', 'cadre', 'villageCadre', 'helper', 'officer', 'leader'] as const;

  describe.each(Object.keys(rooms) as Room[])('in a group of this kind: %s', (room) => {
    it.each(dialogueCommands.map(({ name }) => name).filter((name) => !elsewhereTested.has(name)))(
      'nobody is shown by %s',
      async (name) => {
        const command = dialogueCommands.find((c) => c.name === name);
        for (const asker of askers)
          for (const words of samples[name] ?? []) {
            const told = await say(people[asker], filled(words), room);
            const heard = heardByAll(told);
            const what = `${asker}: ${words} → ${heard}`;
            expect(heard, what).not.toMatch(neverHeard);
            expect(heard, `${what}: nobody is left without an answer`).not.toBe('');
            const allowed =
              command?.roles === undefined || rolesOf[asker].some((r) => command.roles?.includes(r));
            if (command?.inRoom === 'private') expect(heard, what).toBe('这个不在群里说，已私聊回您。');
            else if (room === 'unbound' && command?.inRoom !== 'open')
              expect(heard, what).toContain('请先绑定本群');
            if (room === 'village' && allowed) expect(heard, what).not.toMatch(/陈\*|欧\*{2}国.*王典/u);
          }
      },
    );
  });
});

const rolesOf = {
  office: ['countyOffice'],
  cadre: ['townshipCadre'],
  villageCadre: ['villageCadre'],
  helper: ['helper'],
  officer: ['departmentOfficer'],
  leader: ['leader'],
} as const;
