import { categoryLabels } from '../problems/states.ts';
import type { Block, ReportSection } from './block.ts';
import { type Figures, type SentencePart, say, upTo } from './figure.ts';
import type { CategoryLine, ReportFacts } from './report-facts.ts';

const text = (parts: readonly SentencePart[]): Block => ({ is: 'text', parts });

/** 二、问题及整改落实情况 */
export function rectificationSection(facts: ReportFacts, f: Figures): ReportSection {
  const tables: Block[] = facts.problems === 0 ? [] : [categoryTable(facts)];
  return {
    title: '问题及整改落实情况',
    parts: [
      { title: '问题总体情况。', blocks: [text(overall(facts, f)), ...tables] },
      { title: '整改落实情况。', blocks: [text(rectified(facts, f))] },
      { title: '尚未整改到位的问题。', blocks: [text(unsettled(facts))] },
    ],
  };
}

function tableNo(facts: ReportFacts): string {
  const before = facts.byArea.length > 0 ? 1 : 0;
  return `表${(facts.unit.kind === 'department' ? 1 : 2) + before}`;
}

function overall(facts: ReportFacts, f: Figures): SentencePart[] {
  if (facts.problems === 0) return say`${upTo(facts)}，排查和自查均未发现问题（${f.problems}）。`;
  return say`${upTo(facts)}，共发现问题${f.problems}，涉及农户${f.problemHouseholds}。按来源分，入户排查${f.fromVisits}、单位自查${f.fromSelfChecks}、干部上报和抽查${f.fromReports}。分类情况见${tableNo(facts)}。`;
}

const columns = [
  'problems',
  'notStarted',
  'assigned',
  'inProgress',
  'longTerm',
  'done',
  'closed',
  'overdue',
] as const;
const nothing: CategoryLine = {
  category: 'other',
  problems: 0,
  notStarted: 0,
  assigned: 0,
  inProgress: 0,
  longTerm: 0,
  done: 0,
  closed: 0,
  open: 0,
  overdue: 0,
};

function categoryTable(facts: ReportFacts): Block {
  const sum: CategoryLine = { ...nothing };
  for (const line of facts.byCategory) for (const key of columns) sum[key] += line[key];
  const row = (name: string, c: CategoryLine) => [name, ...columns.map((key) => String(c[key]))];
  return {
    is: 'table',
    caption: `${tableNo(facts)}　问题分类和整改情况（单位：个）`,
    head: ['问题类别', '发现', '未启动', '已交办', '整改中', '长期', '待核', '已销号', '逾期'],
    widths: [22, 10, 10, 10, 10, 9, 9, 10, 10],
    rows: [...facts.byCategory.map((c) => row(categoryLabels[c.category], c)), row('合计', sum)],
  };
}

function rectified(facts: ReportFacts, f: Figures): SentencePart[] {
  if (facts.problems === 0) return ['坚持边排查边整改，后续发现的问题将逐条建账、限时销号。'];
  const reopened = facts.reopened > 0 ? say`对整改不实的，销号后重开${f.reopened}。` : [];
  return [
    ...say`发现的问题全部列入台账，逐条有责任单位和时限，整改人与销号人分开`,
    ...clarified(facts, f),
    ...(facts.photos > 0 ? say`，留存佐证照片${f.photos}` : []),
    ...say`。${upTo(facts)}，已销号${f.closed}，销号率${f.closedShare}；已完成待核${f.done}；整改中${f.inProgress}，已交办${f.assigned}，未启动${f.notStarted}`,
    ...(facts.longTerm > 0 ? say`；长期整改${f.longTerm}，均有计划和再看日期` : []),
    ...(facts.overdue > 0 ? say`；其中逾期${f.overdue}` : []),
    '。',
    ...reopened,
  ];
}

/** How many have a person in charge, a measure and a cause: none is said where nobody said any. */
function clarified(facts: ReportFacts, f: Figures): SentencePart[] {
  const person =
    facts.inCharge === facts.problems
      ? ['，责任人全部明确']
      : facts.inCharge === 0
        ? ['，责任人尚未明确']
        : say`，已明确责任人${f.inCharge}`;
  const task =
    facts.tasked === 0
      ? ['，整改措施尚未明确']
      : facts.tasked === facts.problems
        ? ['，整改措施逐条明确']
        : say`，已明确整改措施${f.tasked}`;
  const cause = facts.caused === 0 ? ['，原因尚未分析'] : say`，已分析原因${f.caused}`;
  return [...person, ...task, ...cause];
}

const ordinals = ['一是', '二是', '三是', '四是', '五是'];

/** The categories that have most left, as the plan's reports put it: 一是… 二是… */
function unsettled(facts: ReportFacts): SentencePart[] {
  const left = facts.byCategory
    .map((c) => ({ ...c, unsettled: c.open + c.done + c.longTerm }))
    .filter((c) => c.unsettled > 0)
    .sort((a, b) => b.unsettled - a.unsettled)
    .slice(0, ordinals.length);
  if (left.length === 0)
    return facts.problems === 0 ? ['截至目前没有尚未整改到位的问题。'] : ['发现的问题已全部整改销号。'];
  const lines = left.map((c, i) => {
    const late = c.overdue > 0 ? `，其中逾期${c.overdue}个` : '';
    return `${ordinals[i]}${categoryLabels[c.category]}方面，发现${c.problems}个，尚有${c.unsettled}个未销号${late}`;
  });
  return [`${lines.join('；')}。逐条情况见附件1。`];
}
