/** Cell text as people meant it: full width to half, no invisible characters, single spaces, trimmed. */
export function plainText(text: string | undefined): string {
  if (text === undefined) return '';
  return text
    .normalize('NFKC')
    .replace(/[\u0000-\u001f\u007f\u00a0\u200b-\u200f\u2028-\u202e\u2060\ufeff]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Signs that stand for nothing in a table: 无, -, /, 空. */
export function isBlankWord(text: string): boolean {
  return /^(|无|没有|暂无|空|[-—–/\\.。]+|null|#N\/A)$/i.test(text);
}

/** A name: letters and Han with the dot of minority names (买买提·艾力), without inner spaces between Han. */
export function personName(text: string | undefined): string {
  return plainText(text)
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/[•・‧∙]/g, '·');
}

/** A cell's words for an error sentence: short, and without the digits of whatever stands in the wrong column. */
export function quoted(text: string): string {
  return `“${text.slice(0, 20).replace(/\d{4,}[\dXx]*/g, '****')}”`;
}
