import { AlignmentType, Document, ImageRun, Packer, Paragraph, type Table } from 'docx';
import { documentStyles, fonts, pageNumbers, portrait, run } from './word-page.ts';
import { blankLines, caption, table, title } from './word-paragraph.ts';

/** What one household's archive sheet shows. */
export interface HouseholdSheet {
  title: string;
  county: string;
  headName: string;
  /** Pairs of a label and what stands there: place, type, people, helper, dates. */
  facts: readonly (readonly [string, string])[];
  /** Person by person: name, relation to the head, year of birth, what was told of them. */
  persons: readonly (readonly [name: string, relation: string, born: string, told: string])[];
  /** Section by section: the question's short name and its answer. */
  sections: readonly { title: string; answers: readonly (readonly [string, string])[] }[];
  problems: readonly { no: number; description: string; state: string; history: readonly string[] }[];
  /** Each lead with its steps: authorisation, check, review, notice, decision. */
  leads: readonly { title: string; steps: readonly (readonly [when: string, who: string, what: string])[] }[];
  photos: readonly { name: string; about: string; data: Uint8Array; width: number; height: number }[];
}

/** Largest size of a photo on the page, in pixels of Word (96 to the inch). */
const photoWidth = 260;
const photoHeight = 195;

/** A household's sheet for the archive: what was asked and answered, its problems with their history, its photos. */
export function householdDocument(sheet: HouseholdSheet): Promise<Buffer> {
  const answers = sheet.sections.flatMap((s) => s.answers.map(([item, words]) => [s.title, item, words]));
  const children: (Paragraph | Table)[] = [
    ...title([sheet.title]),
    ...blankLines(1),
    ...factTable(sheet.facts),
    ...(sheet.persons.length === 0
      ? []
      : [
          caption('家庭成员'),
          table(['姓名', '与户主关系', '出生年', '情况'], sheet.persons, [18, 16, 12, 54], { left: [3] }),
        ]),
    ...(answers.length === 0
      ? []
      : [
          caption('排查情况'),
          table(['方面', '项目', '情况'], answers, [14, 28, 58], { left: [1, 2], merged: [0] }),
        ]),
    caption('问题与整改'),
    ...problemTable(sheet),
    ...(sheet.leads.length === 0
      ? []
      : [
          caption('监测对象识别'),
          ...sheet.leads.flatMap(({ title: head, steps }) => [
            caption(head),
            table(['时间', '经办人', '办理情况'], steps, [20, 16, 64], { left: [2] }),
          ]),
        ]),
    ...signatures(),
    ...(sheet.photos.length === 0 ? [] : [caption('照片'), ...sheet.photos.flatMap(photoParts)]),
  ];
  return Packer.toBuffer(
    new Document({
      title: `${sheet.headName}入户档案`,
      creator: sheet.county,
      lastModifiedBy: sheet.county,
      evenAndOddHeaderAndFooters: true,
      externalStyles: documentStyles,
      sections: [{ properties: portrait, footers: pageNumbers(), children }],
    }),
  );
}

/** To be printed and signed at the door: the household that it was read out and is so, the helper that he was there. */
function signatures(): (Paragraph | Table)[] {
  const line = '　　　　年　　月　　日';
  return [
    caption('签字'),
    table(
      ['户主（家庭成员）', '以上情况已念给我听，属实。', '排查员', '本人入户，如实填写。'],
      [
        ['签字', '', '签字', ''],
        ['日期', line, '日期', line],
      ],
      [18, 32, 18, 32],
      { whole: true },
    ),
  ];
}

/** Two pairs to a line. */
function factTable(facts: HouseholdSheet['facts']): Table[] {
  const rows: string[][] = [];
  for (let i = 0; i < facts.length; i += 2)
    rows.push([...(facts[i] ?? ['', '']), ...(facts[i + 1] ?? ['', ''])]);
  const [first = ['', '', '', ''], ...rest] = rows;
  return [table(first, rest, [16, 34, 16, 34])];
}

function problemTable(sheet: HouseholdSheet): Table[] {
  if (sheet.problems.length === 0) return [table(['没有发现问题'], [], [100])];
  const rows = sheet.problems.map((p) => [String(p.no), p.description, p.state, p.history.join('\n')]);
  return [table(['编号', '问题', '进度', '经过'], rows, [9, 31, 16, 44], { left: [1, 3] })];
}

function photoParts({ about, data, width, height }: HouseholdSheet['photos'][number]): Paragraph[] {
  const scale = Math.min(photoWidth / width, photoHeight / height, 1);
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      children: [
        new ImageRun({
          type: 'jpg',
          data,
          transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        }),
      ],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [run(about, { size: 21, font: fonts.text })],
    }),
  ];
}
