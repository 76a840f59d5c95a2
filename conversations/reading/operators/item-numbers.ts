/** 1.务工3万 2.种地8千: what numbers the items, and is no part of them. */
const itemNumber = /(^|[ ,。;、])\d{1,2}[.、)] ?(?=\p{Script=Han})/gu;

/** The text without the numbers that count its items. */
export function withoutItemNumbers(text: string): string {
  return text.includes('.') || text.includes('、') || text.includes(')')
    ? text.replace(itemNumber, '$1')
    : text;
}
