// The same as maskTyped in conversations/language/masking.ts, for what isn't sent yet; a test holds them together.
const card = /(?<![\p{Nd}.])\p{Nd}(?:[ -]?\p{Nd}){13,20}[ -]?[\p{Nd}Xxｘ](?!\p{Nd})/gu;
const mobile = /(?<![\p{Nd}.])[1１][3-9３-９](?:[ -]?\p{Nd}){9}(?![\p{Nd}.]|万|元)/gu;

/** Numbers of cards and phones are hidden before they are shown. */
export function maskTyped(text) {
  const digits = (number) => number.normalize('NFKC').replace(/[ -]/gu, '');
  const hidden = (number, head) =>
    `${number.slice(0, head)}${'*'.repeat(number.length - head - 4)}${number.slice(-4)}`;
  return text
    .replace(card, (number) => hidden(digits(number), 6))
    .replace(mobile, (number) => hidden(digits(number), 3));
}
