import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Excel from '@protobi/exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { figuresOf } from '../../conversations/reports/figure.ts';
import { composeReport } from '../../conversations/reports/report.ts';
import type { ReportFacts } from '../../conversations/reports/report-facts.ts';
import { read } from '../../db/base/transaction.ts';
import { readCampaign } from '../../db/campaign/settings.ts';
import { readReportFacts } from '../../db/reports/facts.ts';
import { runReport } from '../../src/cli/report.ts';
import { chatOf, morning, roofFinding, rowsOf, submitted, waterFinding } from '../problems/chat.ts';
import { placeOver } from '../problems/place.ts';
import { county, type SeededCounty, seedCounty, units } from '../support/county.ts';
import { testDatabase } from '../support/database.ts';
import { docxText, paragraphs } from './docx.ts';

const { database } = await testDatabase();
const say = chatOf(database);
const place = placeOver(database);
const longcheng = { code: units.longcheng, short: '龙城镇', kind: 'township' as const };
let people: SeededCounty['staff'];
let folder: string;

const facts = (asOf: string): Promise<ReportFacts> =>
  read(database, wholeCounty(county), (db) => readReportFacts(db, longcheng, asOf));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruhu-report-'));
  const seeded = await seedCounty(database);
  people = seeded.staff;
  await submitted(database, seeded, '2100001', [waterFinding, roofFinding]);
  await submitted(database, seeded, '2100002', [waterFinding]);
  await submitted(database, seeded, '2100003', [], [{ key: 'illness', clause: '6.10', reason: '大病' }]);
  const nos = (await rowsOf<{ no: number }>(database, 'select no from problem order by no')).map((r) => r.no);
  await say(people.helper, `整改 ${nos[0]} 已通水`, { at: morning(12), photo: true });
  await say(people.colleague, `复核 ${nos[0]}`, { at: morning(14) });
  await say(people.colleague, '1', { at: morning(14, 1) });
  await say(people.cadre, `销号 ${nos[0]}`, { at: morning(14, 2) });
  await say(people.helper, `整改 ${nos[2]} 已换管`, { at: morning(20) });
  await say(people.cadre, '上报 刘园村路灯坏了', { at: morning(21) });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the figures of a report', () => {
  it('count up to the cut-off day, whatever happened later', async () => {
    expect(await facts('2021-12-11')).toMatchObject({
      visited: 3,
      problems: 3,
      closed: 0,
      done: 0,
      open: 3,
      overdue: 0,
      photos: 0,
    });
    expect(await facts('2021-12-13')).toMatchObject({ closed: 0, done: 1, open: 2, photos: 1 });
    expect(await facts('2021-12-14')).toMatchObject({ closed: 1, done: 0, open: 2 });
    expect(await facts('2021-12-22')).toMatchObject({
      problems: 4,
      closed: 1,
      done: 1,
      open: 2,
      fromReports: 1,
      overdue: 0,
    });
    expect(await facts('2021-12-26')).toMatchObject({
      overdue: 1,
      leads: 1,
      leadsOpen: 1,
      households: 5,
      visited: 3,
      helpers: 1,
    });
  });

  it('a problem struck off and reopened after the cut-off stays struck off in the earlier report', async () => {
    const [row] = await rowsOf<{ no: number }>(database, `select no from problem where status = 'closed'`);
    await say(people.cadre, `重开 ${row?.no} 又停水`, { at: morning(23) });
    expect(await facts('2021-12-22')).toMatchObject({ closed: 1, reopened: 0 });
    expect(await facts('2021-12-24')).toMatchObject({ closed: 0, reopened: 1 });
  });

  it('a lead department counts its areas over the whole county', async () => {
    const housing = { code: units.housing, short: '县住建局', kind: 'department' as const };
    const found = await read(database, wholeCounty(county), (db) =>
      readReportFacts(db, housing, '2021-12-22'),
    );
    expect(found).toMatchObject({ problems: 1, open: 1, households: 6, visited: 3, byUnit: [] });
    expect(found.byCategory.map((c) => c.category)).toEqual(['housing']);
  });
});

describe('what the report says', () => {
  it('has the plan’s three parts, and every figure of the text is listed with its source', async () => {
    const settings = await read(database, wholeCounty(county), readCampaign);
    if (settings === null) throw new Error('no campaign');
    const report = composeReport(await facts('2021-12-22'), settings, '2021-12-22');
    const headings = report.blocks.flatMap((b) => (b.is === 'heading' && b.level === 1 ? [b.text] : []));
    expect(headings).toEqual(['一、大排查开展情况', '二、问题及整改落实情况', '三、下一步工作安排']);
    const inText = report.blocks.flatMap((b) =>
      b.is === 'text' ? b.parts.filter((p) => typeof p !== 'string') : [],
    );
    expect(new Set(report.figures.map((f) => f.key))).toEqual(new Set(inText.map((f) => f.key)));
    for (const figure of report.figures) expect(figure.means.length).toBeGreaterThan(4);
    // An office that works it out again in a spreadsheet gets the same.
    const shares = report.figures.filter(({ text }) => text.endsWith('%'));
    expect(shares.length).toBeGreaterThan(0);
    for (const { means } of shares) expect(means).toContain('四舍五入');
  });

  it('claims nothing the data doesn’t show: no measure, no cause, no person, no self-check, no meeting', async () => {
    const settings = await read(database, wholeCounty(county), readCampaign);
    if (settings === null) throw new Error('no campaign');
    const said = (f: ReportFacts) =>
      composeReport(f, settings, '2021-12-22')
        .blocks.flatMap((b) =>
          b.is === 'text' ? b.parts.map((p) => (typeof p === 'string' ? p : p.text)) : [],
        )
        .join('');
    const bare = await facts('2021-12-22');
    for (const words of [
      '责任人尚未明确，整改措施尚未明确，原因尚未分析',
      '单位自查尚未完成，应自查12个方面，结果另行补报',
      '动员培训情况尚未登记',
    ])
      expect(said(bare)).toContain(words);
    expect(said(bare)).not.toContain('自查未发现');
    const done = { ...bare, tasked: 4, caused: 1, inCharge: 4, sheetsSubmitted: 12, fromSelfChecks: 0 };
    expect(said(done)).toContain('责任人全部明确，整改措施逐条明确，已分析原因1个');
    expect(said(done)).toContain('自查未发现新的问题（0个）');
    expect(said({ ...done, sheetsSubmitted: 3 })).toContain('其余方面完成后补报');
    expect(said({ ...bare, problems: 0, closed: 0, done: 0, open: 0, byCategory: [] })).not.toContain(
      '已全部整改销号',
    );
  });

  it('the office is named in full and never writes to itself', async () => {
    const settings = await read(database, wholeCounty(county), readCampaign);
    if (settings === null) throw new Error('no campaign');
    const of = async (name: string) => {
      const report = composeReport(
        { ...(await facts('2021-12-22')), unit: { code: `d:${name}`, name, kind: 'department' } },
        settings,
        '2021-12-22',
      );
      return [report.office, report.addressee];
    };
    expect(await of('县教体局')).toEqual(['萧县教育体育局', '萧县乡村振兴局：']);
    expect(await of('县乡村振兴局')).toEqual(['萧县乡村振兴局', '萧县乡村振兴工作指挥部：']);
  });

  it('speaks of the plan’s fourteen areas with figures, causes and measures as they were told', async () => {
    const found = await facts('2021-12-22');
    expect(found.byArea.map((a) => a.area)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(found.byArea[4]).toMatchObject({
      rates: [{ label: '全部参保', asked: 3, good: 3 }],
      sheet: 'due',
      problems: 3,
      closed: 1,
      causes: [],
    });
  });

  it('no digit stands in a sentence that is no figure, a date or a number of the plan', async () => {
    const settings = await read(database, wholeCounty(county), readCampaign);
    if (settings === null) throw new Error('no campaign');
    const report = composeReport(await facts('2021-12-22'), settings, '2021-12-22');
    const plain = report.blocks.flatMap((b) =>
      b.is === 'text' ? b.parts.filter((p): p is string => typeof p === 'string') : [],
    );
    const left = plain
      .join('')
      .replace(/\d+年|\d+月\d+日|14个方面|表\d|附件\d|(?:一是|二是|三是|四是|五是)[^。]*/gu, '');
    expect(left.match(/\d+/gu)).toBeNull();
  });
});

describe('ruhu report', () => {
  const lines: string[] = [];

  it('writes the document and its attachments beside it', async () => {
    const code = await runReport(
      place,
      {
        unit: '龙城镇',
        out: join(folder, '报告.docx'),
        asOf: '2021-12-22',
        now: new Date('2021-12-22T10:00:00+08:00'),
      },
      (l) => lines.push(l),
    );
    expect(code).toBe(0);
    expect(lines[0]).toBe('龙城镇自查报告，截至12月22日：已排查3/5户，问题4个，已销号1个');
    expect((await readdir(folder)).sort()).toEqual([
      '报告 附件1 问题整改台账.xlsx',
      '报告 附件2 入户排查台账.xlsx',
      '报告 附件3 单位自查情况表.xlsx',
      '报告.docx',
    ]);
  });

  it('the document holds the fonts, margins, grid and page numbers of GB/T 9704', async () => {
    const { document, footer, text } = await docxText(join(folder, '报告.docx'));
    expect(document).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
    expect(document).toMatch(/<w:docGrid[^>]*w:type="linesAndChars"/u);
    expect(document).toMatch(/<w:docGrid[^>]*w:linePitch="580"/u);
    for (const font of ['仿宋_GB2312', '黑体', '楷体_GB2312', '方正小标宋简体'])
      expect(document).toContain(`w:eastAsia="${font}"`);
    expect(footer).toContain('— ');
    expect(text).toContain('萧县乡村振兴局：');
    expect(text).toContain('2021年12月22日');
    expect(text).toContain('附件：1. 问题整改台账');
  });

  it('every figure of the text can be counted again from the attachments', async () => {
    const problems = await sheetRows(join(folder, '报告 附件1 问题整改台账.xlsx'), '编号');
    const households = await sheetRows(join(folder, '报告 附件2 入户排查台账.xlsx'), '户编号');
    const visited = households.filter((h) => h['提交日期'] !== '');
    const f = figuresOf(await facts('2021-12-22'), xiaoxian2021.ledgerColumns);
    const count = (n: number, key: keyof typeof f) =>
      expect(f[key].text, key).toMatch(new RegExp(`^${n}\\D`, 'u'));
    count(problems.length, 'problems');
    count(problems.filter((p) => p['进度'] === '已销号').length, 'closed');
    count(problems.filter((p) => p['进度'] === '已完成待核').length, 'done');
    count(problems.filter((p) => ['未启动', '已交办', '整改中'].includes(String(p['进度']))).length, 'open');
    count(problems.filter((p) => p['是否逾期'] === '是').length, 'overdue');
    count(problems.filter((p) => p['来源'] === '干部上报').length, 'fromReports');
    count(
      problems.reduce((sum, p) => sum + Number(p['佐证照片（张）']), 0),
      'photos',
    );
    count(new Set(problems.map((p) => p['户主']).filter((h) => h !== '')).size, 'problemHouseholds');
    count(households.length, 'households');
    count(visited.length, 'visited');
    count(visited.filter((h) => h['户属性'] === '一般农户').length, 'general');
    count(visited.filter((h) => h['家庭成员是否全部参加新农合'] === '是').length, 'insured');
  });

  it('the text and the tables of the document agree with the figures', async () => {
    const said = (await paragraphs(join(folder, '报告.docx'))).join('\n');
    expect(said).toContain('应排查5户，截至12月22日已排查3户，完成60%');
    expect(said).toContain('共发现问题4个，涉及农户2户');
    expect(said).toContain('已销号1个，销号率25%；已完成待核1个；整改中0个，已交办0个，未启动2个');
  });

  it('a department has no household ledger, a village no report', async () => {
    await runReport(
      place,
      { unit: '县住建局', out: join(folder, 'd.docx'), asOf: '2021-12-22', now: new Date() },
      () => undefined,
    );
    expect((await readdir(folder)).filter((f) => f.startsWith('d'))).toEqual([
      'd 附件1 问题整改台账.xlsx',
      'd 附件2 单位自查情况表.xlsx',
      'd.docx',
    ]);
    await expect(
      runReport(place, { unit: '刘园村', out: join(folder, 'v.docx'), now: new Date() }, () => undefined),
    ).rejects.toThrow('由乡镇、牵头单位和县里出');
  });

  it('wrong arguments are told and nothing is written', async () => {
    const told: string[] = [];
    expect(
      await runReport(place, { unit: '龙城镇', out: join(folder, 'x.pdf'), now: new Date() }, (l) =>
        told.push(l),
      ),
    ).toBe(2);
    expect(
      await runReport(
        place,
        { unit: '龙城镇', out: join(folder, 'x.docx'), asOf: '2021-02-30', now: new Date() },
        (l) => told.push(l),
      ),
    ).toBe(2);
    expect(told).toHaveLength(2);
  });
});

describe('what people add to a report', () => {
  it('meetings and training, a paragraph that stays, and a cause and measure from the ledger', async () => {
    expect(await say(people.cadre, '动员 动员会 1次 80人 12月3日', { at: morning(22) })).toBe(
      '已登记：12月3日动员会1次，80人。写进自查报告。',
    );
    expect(await say(people.cadre, '动员 培训 2期 120人 12月5日', { at: morning(22) })).toContain(
      '业务培训2期',
    );
    expect(await say(people.cadre, '动员', { at: morning(22) })).toContain('开了什么会');
    expect(await say(people.cadre, '报告补充 二 已协调供水公司抢修。', { at: morning(22) })).toContain(
      '已补进“问题及整改落实情况”',
    );
    const open = (
      await rowsOf<{ no: number }>(
        database,
        `select no from problem where status = 'open' order by no limit 1`,
      )
    )[0];
    await say(people.cadre, `原因 ${open?.no} 管网老化`, { at: morning(22) });
    await say(people.cadre, `措施 ${open?.no} 更换主管`, { at: morning(22) });
    await runReport(
      place,
      {
        unit: '龙城镇',
        out: join(folder, '红头.docx'),
        asOf: '2021-12-22',
        redHead: true,
        now: new Date('2021-12-22T10:00:00+08:00'),
      },
      () => undefined,
    );
    const said = (await paragraphs(join(folder, '红头.docx'))).join('\n');
    expect(said).toContain('召开动员、调度会议1次，开展业务培训2期、120人次。');
    expect(said).toContain('补充说明。\n已协调供水公司抢修。');
    expect(said).toContain('管网老化');
    expect(said).toContain('更换主管');
    expect(said).toContain('签发人：');
    expect(said).toContain('抄送：');
    const plain = (await paragraphs(join(folder, '报告.docx'))).join('\n');
    expect(plain).not.toContain('人民政府文件');
    expect(plain).not.toContain('签发人');
  });
});

describe('报告 by chat', () => {
  it('tells the numbers and hands out the document', async () => {
    const told = await say(people.cadre, '报告 12月22日', { at: morning(22) });
    expect(told).toContain(
      '龙城镇自查报告，截至12月22日：应排查5户，已排查3户（60%）；问题4个，已销号1个（25%），逾期0个；自查0/12项。',
    );
    expect(told).toContain('12月27日截止');
    expect(told).toContain('[file]');
  });

  it('is filed with who and when after a yes, and shows it afterwards', async () => {
    expect(await say(people.office, '报告情况', { at: morning(26) })).toContain('还没报：龙城镇');
    expect(await say(people.cadre, '报送报告', { at: morning(26) })).toContain('1.确认 2.暂不');
    expect(await say(people.cadre, '2', { at: morning(26) })).toContain('先不报');
    await say(people.cadre, '报送报告', { at: morning(26) });
    expect(await say(people.cadre, '1', { at: morning(26) })).toContain('已报送（周八，12月26日9:00');
    expect(await say(people.cadre, '报告', { at: morning(26) })).toContain('由周八报送');
    expect(await say(people.office, '报告情况', { at: morning(26) })).not.toContain('还没报：龙城镇');
    const [row] = await rowsOf<{ figures: { problems: number } }>(
      database,
      `select figures from self_report where filed_at is not null`,
    );
    expect(row?.figures.problems).toBe(4);
  });

  it('the county asks for a township’s, a helper for none, a township for no other’s', async () => {
    expect(await say(people.office, '报告 龙城镇', { at: morning(26) })).toContain('龙城镇自查报告');
    expect(await say(people.helper, '报告')).toMatch(/由.*办理。/);
    expect(await say(people.cadre, '报告 黄口镇')).toContain('不在您的范围内');
  });
});

/** Rows of a sheet by heading; the heading row is the one that begins with `first`. */
async function sheetRows(file: string, first: string): Promise<Record<string, string | number>[]> {
  const book = new Excel.Workbook();
  await book.xlsx.readFile(file);
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    const values = row.values as unknown[];
    rows.push(values.slice(1).map((v) => String(v ?? '')));
  });
  const at = rows.findIndex((r) => r[0] === first);
  const upper = rows[at] ?? [];
  const isTwoRows = rows[at + 1]?.[0] === first;
  const headings = (isTwoRows ? rows[at + 1] : upper) ?? [];
  return rows
    .slice(at + (isTwoRows ? 2 : 1))
    .map((r) => Object.fromEntries(headings.map((h, i) => [h, r[i] ?? ''])));
}
