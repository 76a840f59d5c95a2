import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type IRunOptions,
  type ISectionPropertiesOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';

// GB/T 9704-2012 in Word's units. A twip is 1/20 point; 1 mm is 56.7 twips. Font sizes are half points: 3号 is
// 16 pt. The type area is 156 × 225 mm: 22 lines of 28 characters.

/** 3号: the size of the text and of its headings. */
const textSize = 32;
/** One character of 3号, in twips. */
export const charWidth = 320;
/** 22 lines fill 225 mm. */
export const linePitch = 580;

/** Fonts by the names the standard asks for; digits and Latin letters stand in Times New Roman. */
function font(eastAsia: string) {
  return {
    ascii: 'Times New Roman',
    hAnsi: 'Times New Roman',
    cs: 'Times New Roman',
    eastAsia,
    hint: 'eastAsia',
  };
}

export const fonts = {
  /** 仿宋: text. */
  text: font('仿宋_GB2312'),
  /** 黑体: 一、 and 附件. */
  black: font('黑体'),
  /** 楷体: （一）. */
  script: font('楷体_GB2312'),
  /** 小标宋: title and letterhead. */
  title: font('方正小标宋简体'),
  /** 宋体: page numbers. */
  song: { ascii: '宋体', hAnsi: '宋体', cs: '宋体', eastAsia: '宋体', hint: 'eastAsia' },
} as const;

/** 15.75 pt instead of 16 for a character, so that 28 of them fill 156 mm in any program. In twips. */
const tighter = -5;

const normalFonts =
  'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="仿宋_GB2312"';

/**
 * The document's styles. The page declares the standard's grid of 22 × 28; text isn't snapped to it, since programs
 * differ in how they do that: exact line heights and the character spacing above give the same lines everywhere.
 */
export const documentStyles = `<?xml version="1.0" encoding="UTF-8"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts ${normalFonts}/><w:sz w:val="${textSize}"/><w:szCs w:val="${textSize}"/>
<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
<w:pPr><w:snapToGrid w:val="0"/></w:pPr>
<w:rPr><w:rFonts ${normalFonts}/><w:sz w:val="${textSize}"/><w:szCs w:val="${textSize}"/></w:rPr></w:style>
</w:styles>`;

/** Running text in the document's own font and spacing, unless `options` say otherwise. */
export function run(text: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ text, font: fonts.text, size: textSize, characterSpacing: tighter, ...options });
}

const a4 = { width: 11_906, height: 16_838 };

/** Portrait A4 with the standard's margins: top 37, bottom 35, left 28, right 26 mm; the page number 7 mm below the text. */
export const portrait: ISectionPropertiesOptions = {
  page: {
    size: { ...a4, orientation: PageOrientation.PORTRAIT },
    margin: { top: 2098, bottom: 1984, left: 1587, right: 1474, footer: 1304, header: 851, gutter: 0 },
  },
  grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch, charSpace: -848 },
};

/** “— 1 —” in 4号宋体, on odd pages one character from the right, on even ones from the left. */
export function pageNumbers(): { default: Footer; even: Footer } {
  const number = (side: 'right' | 'left'): Footer =>
    new Footer({
      children: [
        new Paragraph({
          alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: side === 'right' ? { right: 280 } : { left: 280 },
          children: [new TextRun({ font: fonts.song, size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })],
        }),
      ],
    });
  return { default: number('right'), even: number('left') };
}
