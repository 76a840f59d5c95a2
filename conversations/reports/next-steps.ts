import { dayInWords } from '../calendar/days.ts';
import type { CampaignSettings } from '../contract/session.ts';
import type { Block, ReportSection } from './block.ts';
import { type Figures, type SentencePart, say } from './figure.ts';
import type { ReportFacts } from './report-facts.ts';

interface Step {
  title: string;
  parts: SentencePart[];
}

/** 三、下一步工作安排: what the figures leave to be done, and nothing that is done already. */
export function nextStepsSection(facts: ReportFacts, f: Figures, settings: CampaignSettings): ReportSection {
  const steps = [
    visiting(facts, f, settings),
    rectifying(facts, f),
    monitoring(facts, f),
    clarifying(facts),
    selfChecking(facts, f),
    archiving(facts),
  ];
  return {
    title: '下一步工作安排',
    parts: steps.flatMap((step) =>
      step === undefined
        ? []
        : [{ title: step.title, blocks: [{ is: 'text', parts: step.parts } satisfies Block] }],
    ),
  };
}

function visiting(facts: ReportFacts, f: Figures, settings: CampaignSettings): Step | undefined {
  if (facts.unit.kind === 'department' || facts.households <= facts.visited) return undefined;
  const away = facts.notHome > 0 ? '，外出家庭通过电话、返乡时段补查' : '';
  return {
    title: '倒排时间完成入户排查。',
    parts: say`对剩余${f.left}按村排出日程、落实到人${away}，确保${dayInWords(settings.end)}前不漏一户。`,
  };
}

function rectifying(facts: ReportFacts, f: Figures): Step | undefined {
  if (facts.done + facts.open + facts.longTerm === 0) return undefined;
  const late = facts.overdue > 0 ? say`；对逾期的${f.overdue}逐条查明原因，落实责任倒追` : [];
  const waiting = facts.done > 0 ? say`；对已完成待核的${f.done}尽快现场核实、对账销号` : [];
  return {
    title: '盯紧问题整改销号。',
    parts: [
      ...say`对未销号的${f.unsettled}问题，盯人、盯事、盯结果，按期整改到位`,
      ...late,
      ...waiting,
      '。',
    ],
  };
}

/** What the ledger still lacks before it can be called complete. */
function clarifying(facts: ReportFacts): Step | undefined {
  const lacking = [
    ...(facts.inCharge < facts.problems ? ['责任人'] : []),
    ...(facts.tasked < facts.problems ? ['整改措施'] : []),
    ...(facts.caused < facts.problems ? ['原因分析'] : []),
  ];
  if (facts.problems === 0 || lacking.length === 0) return undefined;
  return {
    title: '逐条明确整改任务。',
    parts: [`对台账中还没写明${lacking.join('、')}的问题逐条补齐，限时整改到位。`],
  };
}

function monitoring(facts: ReportFacts, f: Figures): Step | undefined {
  if (facts.unit.kind === 'department') return undefined;
  if (facts.leadsOpen === 0 && facts.leadsIncluded === 0) return undefined;
  const open = facts.leadsOpen > 0 ? say`对在办的${f.leadsOpen}线索按程序和时限办结` : [];
  const included = facts.leadsIncluded > 0 ? say`对新纳入的${f.leadsIncluded}落实帮扶责任人和帮扶措施` : [];
  const between = open.length > 0 && included.length > 0 ? ['，'] : [];
  return { title: '做好监测帮扶。', parts: [...open, ...between, ...included, '，做到应纳尽纳、应帮尽帮。'] };
}

function selfChecking(facts: ReportFacts, f: Figures): Step | undefined {
  const own = facts.sheetsDue - facts.sheetsSubmitted;
  const villages = facts.villageSheetsDue - facts.villageSheetsSubmitted;
  if (own <= 0 && villages <= 0) return undefined;
  return {
    title: '补齐自查内容。',
    parts: [
      ...say`${facts.unit.kind === 'county' ? '各乡镇、县直单位' : '本级'}已自查${f.sheetsSubmitted}，应自查${f.sheetsDue}`,
      ...(villages > 0
        ? say`；各村（社区）已自查${f.villageSheetsSubmitted}，应自查${f.villageSheetsDue}`
        : []),
      '，抓紧补齐。',
    ],
  };
}

function archiving(facts: ReportFacts): Step {
  const what =
    facts.unit.kind === 'department' ? '行业政策落实资料和问题整改资料' : '入户排查、问题整改、监测帮扶资料';
  return {
    title: '整理档案、巩固成果。',
    parts: [
      `把${what}整理归档，做到账账相符、账实相符；对反复出现的问题举一反三，健全长效机制，保持主要帮扶政策总体稳定。`,
    ],
  };
}
