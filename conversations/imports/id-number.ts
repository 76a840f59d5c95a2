import { blankCell, type Cell, valueCell, wrong } from './cell.ts';
import { isBlankWord, plainText } from './text.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkDigits = '10X98765432';

/** A resident's identity number that passed the checks of GB 11643. */
export interface IdNumber {
  number: string;
  birthYear: number;
  /** It was the number of a disability certificate: the identity number with two or four digits behind. */
  disability?: true;
}

/** The check digit that belongs after the first seventeen digits. */
export function idCheckDigit(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return checkDigits.charAt(sum % 11);
}

/**
 * Reads an identity number by GB 11643-1999. The first six digits are where it was first issued, so they need
 * not be the county's. Says what is wrong in words that help to put it right; never repeats the number.
 */
export function readIdNumber(text: string | undefined): Cell<IdNumber> {
  const plain = plainText(text)
    .replace(/[\s'-]/g, '')
    .toUpperCase();
  if (isBlankWord(plain)) return blankCell;
  if (/^\d(\.\d+)?E\+?\d+$/.test(plain)) return wrong(lostDigits);
  if (/^\d{15}$/.test(plain)) return wrong('身份证号是 15 位老号码，请换成 18 位');
  const certificate = /^(\d{17}[\dX])[1-7][1-4](?:B\d|\d{2})?$/.exec(plain)?.[1];
  if (certificate !== undefined) {
    const inner = readIdNumber(certificate);
    return inner.is === 'value' ? valueCell({ ...inner.value, disability: true }) : inner;
  }
  if (!/^\d{17}[\dX]$/.test(plain)) {
    const odd = /[^\dX]/.test(plain) ? '里有不该有的字符' : `是 ${plain.length} 位，应为 18 位`;
    return wrong(`身份证号${odd}，请核对`);
  }
  const birth = birthDate(plain.slice(6, 14));
  if (birth === null) return wrong(plain.endsWith('000') ? lostDigits : '身份证号里的出生日期不对，请核对');
  if (idCheckDigit(plain) !== plain.at(-1)) {
    return wrong(plain.endsWith('000') ? lostDigits : '身份证号末位校验不对，请核对');
  }
  return valueCell({ number: plain, birthYear: birth });
}

const lostDigits = '身份证号被表格存成了数字，后几位已丢失，请把这一列设为文本后重填';

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Year of a YYYYMMDD that exists, or null. */
function birthDate(digits: string): number | null {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  const longest = monthDays[month - 1];
  if (longest === undefined || day < 1 || day > longest || year < 1880 || year > 2100) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && day === 29 && !leap ? null : year;
}
