import { Document, Packer, type Paragraph, type Table } from 'docx';
import { fullDayInWords } from '../../conversations/calendar/days.ts';
import type { Block } from '../../conversations/reports/block.ts';
import type { Figure } from '../../conversations/reports/figure.ts';
import type { Report } from '../../conversations/reports/report.ts';
import { documentStyles, pageNumbers, portrait, run } from './word-page.ts';
import {
  addressee,
  appendixHeading,
  attachmentList,
  blankLines,
  caption,
  imprint,
  letterhead,
  signature,
  table,
  text,
  title,
  wordHeading,
} from './word-paragraph.ts';

/**
 * A self-inspection report as a Word file, laid out after GB/T 9704. With the red letterhead it is a document sent
 * upwards: the signer's place stands beside the number, the imprint at its end.
 */
export function reportDocument(report: Report, redHead: boolean): Promise<Buffer> {
  const { attachments } = report;
  const children = [
    ...(redHead ? [...letterhead(report.office, Number(report.date.slice(0, 4))), ...blankLines(2)] : []),
    ...title(report.title),
    ...blankLines(1),
    addressee(report.addressee),
    ...report.blocks.flatMap((block, i) => blockParts(block, i === report.blocks.length - 1)),
    ...blankLines(1, true),
    ...attachmentList(attachments),
    ...blankLines(2, true),
    ...signature(report.office, fullDayInWords(report.date)),
    ...appendixHeading(attachments.length, attachments.at(-1) ?? ''),
    ...sources(report),
    ...(redHead ? imprint(report.office, fullDayInWords(report.date)) : []),
  ];
  return Packer.toBuffer(
    new Document({
      title: report.title.join(''),
      creator: report.office,
      lastModifiedBy: report.office,
      evenAndOddHeaderAndFooters: true,
      externalStyles: documentStyles,
      sections: [{ properties: portrait, footers: pageNumbers(), children }],
    }),
  );
}

function blockParts(block: Block, isLast: boolean): (Paragraph | Table)[] {
  switch (block.is) {
    case 'heading':
      return [wordHeading(block.level, block.text)];
    case 'text':
      return [
        text(
          block.parts.map((part) => run(typeof part === 'string' ? part : part.text)),
          isLast,
        ),
      ];
    case 'table':
      return [caption(block.caption), table(block.head, block.rows, block.widths, { left: [0] })];
  }
}

/** Where each figure of the text comes from and how it is counted again. */
function sources(report: Report): (Paragraph | Table)[] {
  const rows = report.figures.map((f: Figure, i) => [String(i + 1), f.label, f.text, f.means, f.from]);
  return [
    text(
      `正文数字由排查台账自动汇总，截至${fullDayInWords(report.asOf)}；以台账中最新的答案为准，撤回和合并的问题不计。逐项口径和数据出处如下，按数据出处列出的表格筛选计数即可复核。`,
    ),
    ...blankLines(1),
    table(['序号', '指标', '数值', '统计口径', '数据出处'], rows, [8, 17, 14, 45, 16], { left: [1, 3] }),
  ];
}
