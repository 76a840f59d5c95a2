import { Document, Packer, Paragraph } from 'docx';
import type { Paper } from '../../conversations/leads/papers.ts';
import { documentStyles, pageNumbers, portrait } from './word-page.ts';
import { blankLines, text, title } from './word-paragraph.ts';

/** Papers to be filled in by hand and signed, each on a page of its own. */
export function papersDocument(papers: readonly Paper[]): Promise<Buffer> {
  const children = papers.flatMap((paper, i) => [
    ...(i === 0 ? [] : [new Paragraph({ pageBreakBefore: true })]),
    ...title([paper.title]),
    ...blankLines(1),
    ...paper.lines.map((line) => text(line)),
  ]);
  return Packer.toBuffer(
    new Document({
      title: papers[0]?.title ?? '',
      evenAndOddHeaderAndFooters: true,
      externalStyles: documentStyles,
      sections: [{ properties: portrait, footers: pageNumbers(), children }],
    }),
  );
}
