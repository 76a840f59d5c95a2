const idNumber =
  /(?<!\d)[1-9]\d{5} ?(?:18|19|20)\d{2} ?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3}[\dxX](?![\da-zA-Z])/;
const oldIdNumber = /(?<!\d)[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/;
const phone = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/;
const card = /(?<!\d)(?:62|4\d|5[1-5])\d{14,17}(?!\d)|(?<!\d)(?:\d{4} ){3,4}\d{1,4}(?!\d)/;

/** An ID number, a phone number or a bank card: never stored as an answer, never echoed. */
export function isSensitive(text: string): boolean {
  if (!/\d{4}/.test(text)) return false;
  return idNumber.test(text) || phone.test(text) || card.test(text) || oldIdNumber.test(text);
}
