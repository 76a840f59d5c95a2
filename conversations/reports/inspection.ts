import { fullDayInWords } from '../calendar/days.ts';
import { campaignOf } from '../campaigns/all.ts';
import type { CampaignSettings } from '../contract/session.ts';
import { areaTable } from './areas.ts';
import type { Block, ReportSection } from './block.ts';
import { type Figures, type SentencePart, say, upTo } from './figure.ts';
import type { ReportFacts } from './report-facts.ts';

const text = (parts: readonly SentencePart[]): Block => ({ is: 'text', parts });

/** 一、大排查开展情况 */
export function inspectionSection(facts: ReportFacts, f: Figures, settings: CampaignSettings): ReportSection {
  const isDepartment = facts.unit.kind === 'department';
  const { short, reportFindings: findings } = campaignOf(settings).texts;
  return {
    title: `${short}开展情况`,
    parts: [
      {
        title: '组织实施情况。',
        blocks: [text([...organisation(facts, f, settings), ...mobilised(facts, f)])],
      },
      ...(isDepartment
        ? []
        : [{ title: '入户排查情况。', blocks: [text(visits(facts, f)), unitTable(facts)] }]),
      ...(isDepartment ? [] : [{ title: findings.title, blocks: [text(filled(findings.words, f))] }]),
      ...(isDepartment ? [] : [{ title: '防返贫监测情况。', blocks: [text(leads(facts, f))] }]),
      {
        title: '单位自查情况。',
        blocks: [text(selfChecks(facts, f)), ...(facts.tasks > 0 ? [text(yearTasks(facts, f))] : [])],
      },
      ...(facts.byArea.length === 0 ? [] : [byArea(facts, settings, isDepartment)]),
    ],
  };
}

/** The plan's areas in one table, behind the text's own. */
function byArea(
  facts: ReportFacts,
  settings: CampaignSettings,
  isDepartment: boolean,
): ReportSection['parts'][number] {
  const no = isDepartment ? '表1' : '表2';
  return {
    title: '各方面排查情况。',
    blocks: [
      text([`按方案内容逐项对照，情况见${no}；主要原因和整改措施为责任单位填报。`]),
      areaTable(facts, settings, `${no}　各方面排查、问题、原因和措施`),
    ],
  };
}

/** Meetings and training as they were entered; where nothing was, the sentence says so. */
function mobilised(facts: ReportFacts, f: Figures): SentencePart[] {
  const meetings = facts.meetings > 0 ? say`召开动员、调度会议${f.meetings}` : [];
  const people = facts.trained > 0 ? say`、${f.trained}` : [];
  const trainings = facts.trainings > 0 ? [...say`开展业务培训${f.trainings}`, ...people] : [];
  if (meetings.length + trainings.length === 0)
    return facts.tested > 0
      ? say`动员培训情况尚未登记，业务小测合格${f.tested}。`
      : ['动员培训情况尚未登记。'];
  const between = meetings.length > 0 && trainings.length > 0 ? ['，'] : [];
  const tested = facts.tested > 0 ? say`，业务小测合格${f.tested}` : [];
  return [...meetings, ...between, ...trainings, ...tested, '。'];
}

function organisation(facts: ReportFacts, f: Figures, settings: CampaignSettings): SentencePart[] {
  const since = fullDayInWords(settings.start);
  const { areasInWords } = campaignOf(settings).texts;
  if (facts.unit.kind === 'department')
    return say`自${since}起，对照方案确定的${areasInWords}，对本单位牵头和负责的工作逐条自查，并对全县入户排查反映的本行业问题逐条认领、限时整改。${upTo(facts)}，全县应排查${f.households}，已排查${f.visited}。`;
  return say`自${since}起，组织排查员${f.helpers}，对照方案确定的${areasInWords}，采取进村入户、逐户逐项的方式，对辖区${f.villages}村（社区）的农村户口和易地搬迁群众开展排查${facts.closed + facts.done > 0 ? '，边排查、边整改' : ''}。`;
}

function visits(facts: ReportFacts, f: Figures): SentencePart[] {
  const absent = facts.notHome > 0 ? say`暂时不在家的${f.notHome}` : [];
  const unwilling = facts.refused > 0 ? say`不愿接受排查的${f.refused}` : [];
  const away =
    facts.notHome + facts.refused > 0
      ? [...absent, ...(facts.notHome > 0 && facts.refused > 0 ? ['、'] : []), ...unwilling, '，将继续上门。']
      : [];
  const unsure = facts.toVerify > 0 ? say`已排查户中有${f.toVerify}个别情况待核实。` : [];
  const explained =
    facts.explained > 0
      ? say`另有全家搬走、户内无人、已并户的，经核对去向核减${f.explained}，不计入应排查。`
      : [];
  return [
    ...say`应排查${f.households}，${upTo(facts)}已排查${f.visited}，完成${f.visitedShare}。已排查户中，一般农户${f.general}、脱贫户${f.povertyAlleviated}、监测对象${f.monitored}；其中易地搬迁户${f.relocated}。`,
    ...explained,
    ...away,
    ...unsure,
    facts.unit.kind === 'county' ? '各乡镇排查情况见表1。' : '各村（社区）排查情况见表1。',
  ];
}

function unitTable(facts: ReportFacts): Block {
  const of = facts.unit.kind === 'county' ? '乡镇' : '村（社区）';
  const sum = { name: '合计', total: 0, visited: 0, problems: 0, closed: 0 };
  const lines = facts.byUnit.filter((u) => u.total + u.problems > 0);
  for (const line of lines)
    for (const key of ['total', 'visited', 'problems', 'closed'] as const) sum[key] += line[key];
  return {
    is: 'table',
    caption: `表1　各${of}排查和整改情况`,
    head: [of, '应排查（户）', '已排查（户）', '发现问题（个）', '已销号（个）'],
    widths: [28, 18, 18, 18, 18],
    rows: [...lines, sum].map((u) => [
      u.name,
      String(u.total),
      String(u.visited),
      String(u.problems),
      String(u.closed),
    ]),
  };
}

/** The campaign's words with the figures it names in braces; a figure that doesn't exist stays as it is written. */
function filled(words: string, figures: Figures): SentencePart[] {
  return words
    .split(/\{(\w+)\}/u)
    .map((piece, i) => (i % 2 === 1 && piece in figures ? figures[piece as keyof Figures] : piece))
    .filter((part) => part !== '');
}

function leads(facts: ReportFacts, f: Figures): SentencePart[] {
  if (facts.leads === 0) return say`排查中未发现新的监测线索（${f.leads}）。`;
  return say`排查中发现可能符合监测条件的线索${f.leads}。按照入户核实、村民主评议、公示、乡镇初审、县级审定的程序，已纳入监测对象${f.leadsIncluded}，正在办理${f.leadsOpen}${facts.leadsDeclined > 0 ? '，' : ''}`.concat(
    facts.leadsDeclined > 0 ? say`核实后未纳入${f.leadsDeclined}。` : ['。'],
  );
}

/** The year's tasks as they were listed and closed. */
function yearTasks(facts: ReportFacts, f: Figures): SentencePart[] {
  const left = facts.tasks > facts.tasksDone ? '，其余逐项盯办' : '';
  return say`梳理年度任务${f.tasks}，已完成${f.tasksDone}${left}。`;
}

function selfChecks(facts: ReportFacts, f: Figures): SentencePart[] {
  const whose = facts.unit.kind === 'county' ? '各乡镇、县直单位合计' : '本级';
  const own = say`${whose}应自查${f.sheetsDue}方面，已完成${f.sheetsSubmitted}。`;
  const villages =
    facts.villageSheetsDue > 0
      ? say`各村（社区）应自查${f.villageSheetsDue}，已完成${f.villageSheetsSubmitted}。`
      : [];
  const unfinished = facts.sheetsSubmitted < facts.sheetsDue;
  if (facts.sheetsSubmitted === 0)
    return [
      ...say`单位自查尚未完成，${facts.unit.kind === 'county' ? whose : ''}应自查${f.sheetsDue}方面，结果另行补报。`,
      ...villages,
    ];
  const found =
    facts.fromSelfChecks > 0
      ? say`自查发现问题${f.fromSelfChecks}，与入户发现的问题一并列入台账。`
      : unfinished
        ? ['已完成的方面未发现新的问题，其余方面完成后补报。']
        : say`自查未发现新的问题（${f.fromSelfChecks}）。`;
  return [...own, ...villages, ...found];
}
