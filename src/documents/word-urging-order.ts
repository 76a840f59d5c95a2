import { Document, Packer } from 'docx';
import { documentStyles, pageNumbers, portrait } from './word-page.ts';
import { addressee, blankLines, signature, text, title } from './word-paragraph.ts';

interface UrgingOrderPaper {
  no: string;
  unit: string;
  /** One paragraph a line. */
  words: string;
  /** The day in words. */
  date: string;
  year: number;
  /** Who sends it, as on the seal. */
  office: string;
}

/** A written order to hurry (督办单) as a Word file: number, addressee, what is late, until when to answer. */
export function urgingOrderDocument(order: UrgingOrderPaper): Promise<Buffer> {
  const { office } = order;
  const children = [
    ...title(['督办单']),
    text(`〔${order.year}〕第${order.no}号`),
    ...blankLines(1),
    addressee(`${order.unit}：`),
    text('经调度，你单位下列事项逾期或滞后：'),
    ...order.words.split('\n').map((line) => text(line)),
    ...blankLines(2, true),
    ...signature(office, order.date),
  ];
  return Packer.toBuffer(
    new Document({
      title: `督办单第${order.no}号`,
      creator: office,
      evenAndOddHeaderAndFooters: true,
      externalStyles: documentStyles,
      sections: [{ properties: portrait, footers: pageNumbers(), children }],
    }),
  );
}
