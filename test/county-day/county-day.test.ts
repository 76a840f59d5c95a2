import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { clauseCoverage } from '../../conversations/self-check/clause-coverage.ts';
import { read } from '../../db/base/transaction.ts';
import { unitByCode } from '../../db/places/units.ts';
import { runArchive } from '../../src/cli/archive.ts';
import { runReport } from '../../src/cli/report.ts';
import { exportProblems } from '../../src/exports/export-problems.ts';
import { chatOf } from '../problems/chat.ts';
import { placeOver } from '../problems/place.ts';
import { docxText, unzip } from '../reports/docx.ts';
import { testDatabase } from '../support/database.ts';
import { county, makeCounty, type Person, township } from './people.ts';
import { visit } from './robot.ts';

const { database } = await testDatabase();
const place = placeOver(database, {}, county);
const say = chatOf(database, place);
let staff: Record<Person, StaffId>;
let folder: string;

/** The clock of the day: each message is twenty seconds after the last one. */
let clock = Date.parse('2021-12-13T09:00:00+08:00');
const on = (date: string, time = '09:00'): void => {
  clock = Date.parse(`${date}T${time}:00+08:00`);
};
const tell = (who: Person, words: string, extra: { photo?: boolean } = {}): Promise<string> => {
  clock += 20_000;
  return say(staff[who], words, { at: clock, ...extra });
};
/** Somebody who rectified nothing looks at the household; what was found is chosen. */
async function lookedAt(no: number, outcome = '1', who: Person = 'helper'): Promise<void> {
  expect(await tell(who, `复核 ${no}`)).toContain('到户看了');
  expect(await tell(who, outcome)).toContain('可以销号了');
}

const by = (who: Person) => (words: string) => tell(who, words);

interface ProblemRow {
  no: number;
  head: string | null;
  clause: string;
  status: string;
}
const ledger = (): Promise<readonly ProblemRow[]> =>
  read(database, wholeCounty(county), async (db) => [
    ...(await db.sql<ProblemRow[]>`
      select p.no, h.head_name as head, p.clause, p.status from problem p left join household h on h.county = p.county and h.id = p.household_id
      where p.county = ${county} order by p.no`),
  ]);
const noOf = async (head: string, clause: string): Promise<number> =>
  (await ledger()).find((p) => p.head === head && p.clause === clause)?.no ?? 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruhu-day-'));
  staff = await makeCounty(database);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a county day by chat', () => {
  it('robot helpers visit: what they are told becomes the ledger and its problems', async () => {
    await visit(
      by('helper'),
      '张大山',
      '4口人 一年8万 在上海打工 稳定 都参保 没有大病慢病 没有上学的孩子 房子安全 吃水没问题',
    );
    await visit(by('helper'), '王秀英', '3口人 一年5万 种地 稳定 没有大病慢病 没有上学的孩子 房子安全', {
      allInsured: '老二没参保',
      who: '老二',
      why: '没钱交',
      waterProblem: '有，水量不够',
      waterTypes: '1',
    });
    await visit(by('helper'), '刘长河', '3口人 一年6万 务工 稳定 都参保 没有大病慢病 房子安全 吃水没问题', {
      netIncomePerHead: '1万2',
      lastYearIncomePerHead: '9800',
    });
    await visit(by('helper'), '陈桂花', '2口人 一年9000 种地 不稳定 都参保', {
      seriousIllness: '老伴尿毒症',
      who: '老伴',
      canAffordCare: '付不起',
      medicalExpense: '3万',
      netIncomePerHead: '没打工 地里9000 没租金 没补贴 成本2600',
    });
    await visit(by('second'), '赵铁柱', '2口人 一年3万 种地 稳定 都参保 没有大病慢病 没有上学的孩子', {
      housingSafe: '不安全，屋顶漏',
      housingAppraised: '没鉴定',
      otherSafeHousing: '没有',
    });
    await visit(by('second'), '孙小丽', '4口人 一年4万 务工 稳定 都参保 没有大病慢病 房子安全 吃水没问题', {
      netIncomePerHead: '7500',
    });
    await tell('second', '排查 周老四');
    expect(await tell('second', '不在家')).toContain('不在家');
    const found = await ledger();
    expect(found.filter((p) => p.head === '王秀英').map((p) => p.clause)).toEqual(
      expect.arrayContaining(['5.6', '5.13']),
    );
    expect(found.filter((p) => p.head === '赵铁柱').map((p) => p.clause)).toContain('5.11');
    expect(found.filter((p) => p.head === '张大山')).toEqual([]);
  });

  it('rectification by two people, with photos; nobody strikes off what he rectified', async () => {
    on('2021-12-14');
    const insurance = await noOf('王秀英', '5.6');
    expect(await tell('chief', `整改 ${insurance} 老二已在村部补缴，票据拍照`, { photo: true })).toContain(
      '报完成了，照片1张',
    );
    expect(await tell('chief', `销号 ${insurance}`)).toContain(
      '此项由乡镇干部、县直部门、县指挥部办公室办理',
    );
    expect(await tell('mayor', `销号 ${insurance}`)).toContain('要由整改人以外的同志到户看过');
    await lookedAt(insurance);
    expect(await tell('mayor', `销号 ${insurance}`)).toContain('已销号');

    const water = await noOf('王秀英', '5.13');
    expect(await tell('mayor', `转办 ${water} 县水利局 主管道水压低`)).toContain('已转县水利局');
    expect(await tell('water', '整改')).toContain(`${water}号`);
    on('2021-12-16');
    expect(await tell('water', `整改 ${water} 已更换加压泵`, { photo: true })).toContain('报完成了');
    expect(await tell('water', `销号 ${water}`)).toContain('销号得换个人');
    expect(await tell('clerk', `退回 ${water} 只有泵的照片，没有入户出水的`)).toContain('已退回');
    expect(await tell('water', `整改 ${water} 完成 补拍户内出水`, { photo: true })).toContain('报完成了');
    await lookedAt(water);
    expect(await tell('clerk', `销号 ${water}`)).toContain('已销号');

    const housing = await noOf('赵铁柱', '5.11');
    expect(await tell('mayor', `交办 ${housing} 王五 12月24日`)).toContain('交给王五');
    expect(await tell('second', `整改 ${housing} 已搬到儿子家，老房封存`)).toContain('有整改照片请直接发来');
    expect(await tell('second', '', { photo: true })).toContain('照片存到');
  });

  it('a problem that nobody’s questions ask for, reported by a cadre with a photo', async () => {
    expect(await tell('chief', '上报 村东头路灯坏了三盏', { photo: true })).toContain('已上报：【柳元村】');
  });

  it('a lead through all steps by chat, and the included household is asked the rest', async () => {
    on('2021-12-14', '15:00');
    const listed = await tell('helper', '线索');
    const no = /线索(\d+)【陈桂花/u.exec(listed)?.[1] ?? '';
    expect(no).not.toBe('');
    expect(await tell('helper', `线索 ${no} 属实 已授权，透析每周三次`)).toContain('待数据比对');
    expect(await tell('mayor', `线索 ${no} 比对通过 车辆、房产、工商无异常`)).toContain('待村级民主评议');
    on('2021-12-15');
    expect(await tell('chief', `线索 ${no} 评议通过，到会31人全部同意，突发严重困难户`)).toContain('待公示');
    const notice = await tell('chief', `线索 ${no} 公示`);
    expect(notice).toContain('户主：陈桂花');
    expect(notice).not.toMatch(/透析|尿毒症|大病/u);
    on('2021-12-21');
    expect(await tell('chief', `线索 ${no} 无异议`)).toContain('待乡镇审核');
    expect(await tell('mayor', `线索 ${no} 同意`)).toContain('待县级审定');
    on('2021-12-22');
    expect(await tell('office', `线索 ${no} 纳入 会议纪要〔2021〕9号`)).toContain('户属性已改');
    const again = await visit(by('helper'), '陈桂花', '', {
      canAffordCare: '付不起',
      who: '老伴',
    });
    expect(again).toContain('已提交');
    const [row] = await read(database, wholeCounty(county), async (db) => [
      ...(await db.sql<{ type: string; kind: string; answers: object }[]>`
        select h.type, h.monitored_kind as kind, v.answers from household h join visit v on v.county = h.county and v.household_id = h.id
        where h.county = ${county} and h.head_name = '陈桂花'`),
    ]);
    expect(row).toMatchObject({ type: 'monitored', kind: 'sudden' });
    expect(Object.keys(row?.answers ?? {})).toEqual(
      expect.arrayContaining(['helperAssigned', 'netIncomePerHead']),
    );
  });

  it('units check themselves; the township’s own problem stands in the same ledger', async () => {
    on('2021-12-23');
    await tell('mayor', '自查 5');
    await tell('mayor', '没有清零，还有危房没改完');
    await tell('mayor', '健全，四项都有文件');
    expect(await tell('mayor', '提交')).toContain('已提交');
    await tell('chief', '自查 4');
    await tell('chief', '18万');
    await tell('chief', '15万');
    expect(await tell('chief', '提交')).toContain('已提交');
    expect((await ledger()).map((p) => p.clause)).toContain('5.2');
    expect(await tell('office', '自查进度')).toContain('闫集镇1/12');
  });

  it('a household is checked by somebody else, and verified', async () => {
    on('2021-12-24');
    expect(await tell('clerk', '抽查 抽取 20%')).toContain('户里抽了');
    expect(await tell('clerk', '核实 张大山')).toContain('已审核通过');
    const house = await noOf('赵铁柱', '5.11');
    await lookedAt(house, '2', 'clerk');
    expect(await tell('clerk', `销号 ${house}`)).toContain('台账已同步更新');
  });

  it('报告 in chat and on the command line: the same numbers, an official document, filed', async () => {
    on('2021-12-25');
    const told = await tell('mayor', '报告');
    expect(told).toMatch(
      /^闫集镇自查报告，截至12月25日：应排查7户，已排查6户（85\.7%）；问题\d+个，已销号3个/u,
    );
    expect(told).toContain('[file]');
    const out = join(folder, '闫集镇自查报告.docx');
    expect(
      await runReport(
        place,
        { unit: '闫集镇', out, asOf: '2021-12-25', now: new Date(clock) },
        () => undefined,
      ),
    ).toBe(0);
    const { text } = await docxText(out);
    for (const words of [
      '萧县乡村振兴局：',
      '一、大排查开展情况',
      '二、问题及整改落实情况',
      '三、下一步工作安排',
      '应排查7户，截至12月25日已排查6户',
      '已纳入监测对象1户',
      '已销号3个',
      '2021年12月25日',
      '统计口径和数据出处',
    ])
      expect(text).toContain(words);
    await tell('mayor', '报送报告');
    expect(await tell('mayor', '1')).toContain('已报送（孙镇长，12月25日');
  });

  it('ruhu export problems and ruhu archive hold all of it', async () => {
    const file = join(folder, 'problems.json');
    await exportProblems({ database, county, file, format: 'json', now: new Date(clock) });
    const rows = JSON.parse(await readFile(file, 'utf8')) as { status: string; closedAt: string | null }[];
    const shown = (await ledger()).filter((p) => p.status !== 'withdrawn' && p.status !== 'merged');
    expect(rows.map((r) => r.status).sort()).toEqual(shown.map((p) => p.status).sort());
    expect(rows.filter((r) => r.status === 'closed' && r.closedAt !== null)).toHaveLength(3);
    const zip = join(folder, '闫集镇.zip');
    expect(await runArchive(place, { unit: '闫集镇', out: zip, now: new Date(clock) }, () => undefined)).toBe(
      0,
    );
    const names = [...(await unzip(zip)).keys()];
    expect(names.filter((n) => n.endsWith('.docx'))).toHaveLength(7);
    expect(names.filter((n) => n.endsWith('.jpg'))).toHaveLength(4);
  });

  it('ruhu plan: 131 of 131 clauses', () => {
    const coverage = clauseCoverage(xiaoxian2021);
    expect(coverage).toHaveLength(131);
    expect(coverage.filter((c) => c.by.length === 0)).toEqual([]);
  });

  it('the township it all happened in is a real one', async () => {
    const found = await read(database, wholeCounty(county), (db) => unitByCode(db, township));
    expect(found?.name).toBe('闫集镇');
  });
});
