/**
 * Masking in one place. In groups and exports for outsiders nothing else is shown of a person: conventions
 * differ between systems, so every caller uses these.
 */

/** 张三 → 张*, 张小三 → 张*三, 欧阳小三 → 欧**三. */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  const [first = '', ...rest] = letters;
  if (rest.length === 0) return first;
  if (rest.length === 1) return `${first}*`;
  return `${first}${'*'.repeat(rest.length - 1)}${rest.at(-1) ?? ''}`;
}

/** 13812341234 → 138****1234; anything shorter than a phone number is hidden entirely. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/gu, '');
  return digits.length < 7 ? '*'.repeat(digits.length) : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

/** 341322197001011234 → 341322********1234. */
export function maskId(id: string): string {
  const written = id.trim();
  if (written.length < 12) return '*'.repeat(written.length);
  return `${written.slice(0, 6)}${'*'.repeat(written.length - 10)}${written.slice(-4)}`;
}

/** Masks ID and phone numbers that stand inside free words, so that a note never carries one into a group. */
export function maskNumbers(text: string): string {
  return text.replace(/(?<!\d)\d{17}[\dXx](?!\d)/gu, maskId).replace(/(?<!\d)1[3-9]\d{9}(?!\d)/gu, maskPhone);
}

/** A number of a card (15, 18 and more digits) or of a mobile phone, in whatever groups it is written. */
const card = /(?<![\p{Nd}.])\p{Nd}(?:[ -]?\p{Nd}){13,20}[ -]?[\p{Nd}Xxｘ](?!\p{Nd})/gu;
const mobile = /(?<![\p{Nd}.])[1１][3-9３-９](?:[ -]?\p{Nd}){9}(?![\p{Nd}.]|万|元)/gu;

/**
 * As `maskNumbers`, for what people type: with spaces or dashes between, full-width digits, old and longer card
 * numbers. A text without any stays as it is, to the letter.
 */
export function maskTyped(text: string): string {
  const digits = (number: string) => number.normalize('NFKC').replace(/[ -]/gu, '');
  return text
    .replace(card, (number) => maskId(digits(number)))
    .replace(mobile, (number) => maskPhone(digits(number)));
}
