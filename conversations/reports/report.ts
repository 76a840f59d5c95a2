import { dayInWords, fullDayInWords } from '../calendar/days.ts';
import { coordinator } from '../campaign/units.ts';
import type { CampaignSettings } from '../contract/session.ts';
import type { Block, Section } from './block.ts';
import { type Figure, figuresOf, type Part, say } from './figure.ts';
import { inspectionSection } from './inspection.ts';
import { nextStepsSection } from './next-steps.ts';
import { rectificationSection } from './rectification.ts';
import type { ReportFacts } from './report-facts.ts';

/** A self-inspection report before it becomes a file. */
export interface Report {
  /** The office as on the letterhead: 龙城镇人民政府. */
  office: string;
  /** Lines of the title, each a whole word or more. */
  title: readonly string[];
  addressee: string;
  blocks: readonly Block[];
  attachments: readonly string[];
  /** ISO date of the document. */
  date: string;
  asOf: string;
  /** Every figure of the text, in the order it is first used. */
  figures: readonly Figure[];
}

/**
 * What a township's, lead department's or the county's report says, from figures alone.
 * @param date ISO date on which it is made
 */
export function composeReport(facts: ReportFacts, settings: CampaignSettings, date: string): Report {
  const figures = figuresOf(facts);
  const blocks: Block[] = [
    { is: 'text', parts: opening(facts, settings) },
    ...numbered([
      inspectionSection(facts, figures, settings),
      rectificationSection(facts, figures),
      nextStepsSection(facts, figures, settings),
    ]),
  ];
  return {
    office: officeName(facts, settings.countyName),
    title: [
      `${facts.unit.kind === 'department' ? officeName(facts, settings.countyName) : facts.unit.name}关于巩固拓展`,
      '脱贫攻坚成果大排查的自查报告',
    ],
    addressee: `${addressee(facts, settings.countyName)}：`,
    blocks,
    attachments: [...attachmentNames(facts), '数据来源说明'],
    date,
    asOf: facts.asOf,
    figures: usedFigures(blocks).map((figure) => placed(figure, facts)),
  };
}

/** The files beside the report: departments see no households, so they have no household ledger. */
export function attachmentNames(facts: Pick<ReportFacts, 'unit'>): string[] {
  return facts.unit.kind === 'department' ? ['问题整改台账'] : ['问题整改台账', '入户排查台账'];
}

const numerals = '一二三四五六七八九十';

/** 一、 and （一） in front of the headings. */
function numbered(sections: readonly Section[]): Block[] {
  return sections.flatMap((section, i): Block[] => [
    { is: 'heading', level: 1, text: `${numerals[i]}、${section.title}` },
    ...section.parts.flatMap((part, j): Block[] => [
      { is: 'heading', level: 2, text: `（${numerals[j]}）${part.title}` },
      ...part.blocks,
    ]),
  ]);
}

function opening(facts: ReportFacts, settings: CampaignSettings): Part[] {
  const plan = `《${settings.countyName}巩固拓展脱贫攻坚成果大排查工作方案》`;
  const who = facts.unit.kind === 'department' ? officeName(facts, settings.countyName) : facts.unit.name;
  return say`按照${plan}要求，${who}认真组织开展巩固拓展脱贫攻坚成果大排查。现将自查情况报告如下，文中数据截至${fullDayInWords(facts.asOf)}。`;
}

/** 龙城镇 → 龙城镇人民政府, 县教体局 → 萧县教体局. */
function officeName({ unit }: ReportFacts, countyName: string): string {
  if (unit.kind === 'county') return `${countyName}${coordinator.replace(/^县/u, '')}`;
  if (unit.kind === 'department') return unit.name.replace(/^县/u, countyName);
  if (/[镇乡]$/u.test(unit.name)) return `${unit.name}人民政府`;
  return /街道$/u.test(unit.name) ? `${unit.name}办事处` : `${unit.name}管理委员会`;
}

function addressee({ unit }: ReportFacts, countyName: string): string {
  return unit.kind === 'county'
    ? `中共${countyName}委员会、${countyName}人民政府`
    : coordinator.replace(/^县/u, countyName);
}

function usedFigures(blocks: readonly Block[]): Figure[] {
  const used = new Map<string, Figure>();
  for (const block of blocks) {
    if (block.is !== 'text') continue;
    for (const part of block.parts)
      if (typeof part !== 'string' && !used.has(part.key)) used.set(part.key, part);
  }
  return [...used.values()];
}

/** A department has no household ledger beside its report: such figures rest on the county's records. */
function placed(figure: Figure, { unit }: ReportFacts): Figure {
  return unit.kind === 'department' && figure.from === '附件2' ? { ...figure, from: '入户记录' } : figure;
}

/** 龙城镇大排查自查报告（截至12月26日） */
export function reportName(facts: Pick<ReportFacts, 'unit' | 'asOf'>): string {
  return `${facts.unit.name}大排查自查报告（截至${dayInWords(facts.asOf)}）`;
}
