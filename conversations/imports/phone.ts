import { blankCell, type Cell, valueCell, wrong } from './cell.ts';
import { isBlankWord, plainText } from './text.ts';

/** A mainland mobile number as eleven digits; spaces, dashes and +86 are dropped. */
export function readPhone(text: string | undefined, name = '手机号'): Cell<string> {
  const plain = plainText(text)
    .replace(/[\s'\-()]/g, '')
    .replace(/^(\+|00)86(?=1\d{10}$)/, '');
  if (isBlankWord(plain)) return blankCell;
  if (/^1\d{10}$/.test(plain)) return valueCell(plain);
  if (/[^\d+]/.test(plain)) return wrong(`${name}里有不是数字的字符，请核对`);
  if (/^\d{11}$/.test(plain)) return wrong(`${name}应以 1 开头，请核对`);
  return wrong(`${name}是 ${plain.length} 位，应为 11 位，请核对`);
}
