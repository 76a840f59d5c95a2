import { dayInWords, fullDayInWords } from '../calendar/days.ts';
import { campaignOf } from '../campaigns/all.ts';
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
  const { reportTitle } = campaignOf(settings).texts;
  const blocks: Block[] = [
    { is: 'text', parts: opening(facts, settings) },
    ...numbered([
      inspectionSection(facts, figures, settings),
      rectificationSection(facts, figures),
      nextStepsSection(facts, figures, settings),
    ]),
  ];
  return {
    office: officeName(facts, settings),
    title: [
      `${facts.unit.kind === 'department' ? officeName(facts, settings) : facts.unit.name}关于${reportTitle[0]}`,
      reportTitle[1],
    ],
    addressee: `${addressee(facts, settings)}：`,
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
  const { texts } = campaignOf(settings);
  const plan = `《${settings.countyName}${texts.order}》`;
  const who = facts.unit.kind === 'department' ? officeName(facts, settings) : facts.unit.name;
  return say`按照${plan}要求，${who}认真组织开展${texts.full}。现将自查情况报告如下，文中数据截至${fullDayInWords(facts.asOf)}。`;
}

/** 龙城镇 → 龙城镇人民政府, 县教体局 → the county's name in front. */
function officeName({ unit }: ReportFacts, settings: CampaignSettings): string {
  if (unit.kind === 'county') return inFull(campaignOf(settings).coordinator, settings);
  if (unit.kind === 'department') return inFull(unit.name, settings);
  if (/[镇乡]$/u.test(unit.name)) return `${unit.name}人民政府`;
  return /街道$/u.test(unit.name) ? `${unit.name}办事处` : `${unit.name}管理委员会`;
}

function addressee({ unit }: ReportFacts, settings: CampaignSettings): string {
  const { countyName } = settings;
  return unit.kind === 'county'
    ? `中共${countyName}委员会、${countyName}人民政府`
    : inFull(campaignOf(settings).coordinator, settings);
}

/** 县教体局 with the county's name instead of 县. */
function inFull(department: string, settings: CampaignSettings): string {
  const { prefix } = campaignOf(settings).duties;
  return department.startsWith(prefix)
    ? `${settings.countyName}${department.slice(prefix.length)}`
    : department;
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
export function reportName(
  facts: Pick<ReportFacts, 'unit' | 'asOf'>,
  settings: Pick<CampaignSettings, 'id'>,
): string {
  return `${facts.unit.name}${campaignOf(settings).texts.short}自查报告（截至${dayInWords(facts.asOf)}）`;
}
