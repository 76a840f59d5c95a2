import { blankCell, type Cell, valueCell, wrong } from './cell.ts';
import { isBlankWord, plainText } from './text.ts';

/**
 * The number a household is called at: the first mobile number of the cell, else a landline. Counties write two
 * numbers in one cell, landlines, whose number it is: 13900000001/0557-5020000, 13900000003（邻居）.
 */
export function readContact(text: string | undefined): Cell<string> {
  const plain = plainText(text).replace(/(?<=\d)[ -](?=\d)/g, '');
  if (isBlankWord(plain)) return blankCell;
  const numbers = plain.match(/\+?\d+/g) ?? [];
  const mobile = numbers
    .map((number) => number.replace(/^(?:\+|00)?86(?=1\d{10}$)/, ''))
    .find((n) => /^1\d{10}$/.test(n));
  if (mobile !== undefined) return valueCell(mobile);
  const landline = numbers.find((number) => /^(?:0\d{2,3})?[2-8]\d{6,7}$/.test(number));
  if (landline !== undefined) return valueCell(landline);
  return wrong('联系电话读不出是哪个号码，先空着了');
}
