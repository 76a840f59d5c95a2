import { type Chart, colours, type Shape } from './chart.ts';

/** Our own font where it is at hand, else what phones and desktops have: an image on a page can't bring one. */
const family = "'Noto Sans SC','PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif";

/** A chart as SVG: drawn by browsers as it is, and the source of the PNG for groups. */
export function chartSvg({ width, height, shapes, alt }: Chart): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" lang="zh-CN" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${family}">`,
    `<title>${escaped(alt)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colours.background}"/>`,
    ...shapes.map(drawn),
    '</svg>',
  ].join('');
}

function drawn(shape: Shape): string {
  switch (shape.is) {
    case 'box': {
      const { x, y, width, height, fill, round } = shape;
      return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" rx="${short(Math.min(round, width / 2))}" fill="${fill}"/>`;
    }
    case 'words': {
      const { text, x, y, size, colour, bold, anchor } = shape;
      return `<text x="${short(x)}" y="${short(y)}" font-size="${size}" fill="${colour}"${bold ? ' font-weight="700"' : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escaped(text)}</text>`;
    }
    case 'rule': {
      const { x, top, bottom, width, colour, dashed } = shape;
      return `<line x1="${short(x)}" x2="${short(x)}" y1="${short(top)}" y2="${short(bottom)}" stroke="${colour}" stroke-width="${width}"${dashed ? ' stroke-dasharray="4 3"' : ''}/>`;
    }
  }
}

function short(n: number): string {
  return String(Math.round(n * 100) / 100);
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Names come from files people made: no mark of theirs is obeyed, and no control character breaks the XML. */
function escaped(text: string): string {
  return text.replace(/[\u0000-\u001f\ufffe\uffff]/gu, ' ').replace(/[&<>"]/gu, (mark) => marks[mark] ?? '');
}
