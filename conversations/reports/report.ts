import { dayInWords, fullDayInWords } from '../calendar/days.ts';
import { campaignOf } from '../campaigns/all.ts';
import type { CampaignSettings } from '../contract/session.ts';
import { sealName } from '../imports/department-names.ts';
import type { Block, ReportSection } from './block.ts';
import { type Figure, figuresOf, type SentencePart, say } from './figure.ts';
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
  const figures = figuresOf(facts, campaignOf(settings).ledgerColumns);
  const { reportTitle } = campaignOf(settings).texts;
  const blocks: Block[] = [
    { is: 'text', parts: opening(facts, settings) },
    ...numbered(
      [
        inspectionSection(facts, figures, settings),
        rectificationSection(facts, figures),
        nextStepsSection(facts, figures, settings),
      ].map((section, i) => withNotes(section, facts, i + 1)),
    ),
  ];
  return {
    office: officeName(facts, settings),
    title: [
      `${facts.unit.kind === 'department' ? officeName(facts, settings) : facts.unit.name}关于${reportTitle[0]}`,
      reportTitle[1],
    ],
    addressee: `${addressee(facts, settings)}：`,
    blocks,
    attachments: [...attachmentNames(facts), '统计口径和数据出处'],
    date,
    asOf: facts.asOf,
    figures: usedFigures(blocks).map((figure) => placed(figure, facts)),
  };
}

/** The tables beside a report, by name. */
type AttachmentName = '问题整改台账' | '入户排查台账' | '单位自查情况表';

/** The files beside the report: departments see no households, so they have no household ledger. */
export function attachmentNames(facts: Pick<ReportFacts, 'unit'>): AttachmentName[] {
  return facts.unit.kind === 'department'
    ? ['问题整改台账', '单位自查情况表']
    : ['问题整改台账', '入户排查台账', '单位自查情况表'];
}

/** What somebody added to a part stands at its end, whenever the report is made. */
function withNotes(section: ReportSection, facts: ReportFacts, part: number): ReportSection {
  const words = facts.notes.filter((note) => note.part === part).flatMap((note) => note.words.split('\n'));
  if (words.length === 0) return section;
  const blocks = words.map((line): Block => ({ is: 'text', parts: [line] }));
  return { ...section, parts: [...section.parts, { title: '补充说明。', blocks }] };
}

const numerals = '一二三四五六七八九十';

/** 一、 and （一） in front of the headings. */
function numbered(sections: readonly ReportSection[]): Block[] {
  return sections.flatMap((section, i): Block[] => [
    { is: 'heading', level: 1, text: `${numerals[i]}、${section.title}` },
    ...section.parts.flatMap((part, j): Block[] => [
      { is: 'heading', level: 2, text: `（${numerals[j]}）${part.title}` },
      ...part.blocks,
    ]),
  ]);
}

function opening(facts: ReportFacts, settings: CampaignSettings): SentencePart[] {
  const { texts } = campaignOf(settings);
  const plan = `《${settings.countyName}${texts.order}》`;
  const who = facts.unit.kind === 'department' ? officeName(facts, settings) : facts.unit.name;
  return say`按照${plan}要求，${who}组织开展了${texts.full}。现将自查情况报告如下，文中数据截至${fullDayInWords(facts.asOf)}。`;
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
  const { coordinator, texts } = campaignOf(settings);
  if (unit.kind === 'county') return `中共${countyName}委员会、${countyName}人民政府`;
  if (settings.addressee !== undefined) return settings.addressee;
  // Nobody reports to himself: the coordinating office reports to the command it works for.
  return unit.name === coordinator ? `${countyName}${texts.command}` : inFull(coordinator, settings);
}

/** A department by the name on its seal. */
function inFull(department: string, settings: CampaignSettings): string {
  return sealName(department, settings.countyName);
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
