import { blankCell, type Cell, valueCell, wrong } from './cell.ts';
import { isBlankWord, plainText } from './text.ts';

/** 是 / 否 as tables write them; `√` and `1` too. */
export function yesNoCell(text: string | undefined, name: string): Cell<boolean> {
  const plain = plainText(text);
  if (plain === '') return blankCell;
  if (/^(是|有|√|✓|✔|☑|1|y|yes|true|对|已.{1,4})$/i.test(plain)) return valueCell(true);
  if (/^(否|无|没有|×|✗|x|0|n|no|false|不是|不|未.{1,4}|-|—|\/)$/i.test(plain)) return valueCell(false);
  return wrong(`${name}应填“是”或“否”，请核对`);
}

/** People in the household: a whole number from 1 to 40, with or without 人 or 口. */
export function populationCell(text: string | undefined): Cell<number> {
  const plain = plainText(text).replace(/\s*(人|口|口人)$/, '');
  if (isBlankWord(plain)) return blankCell;
  const number = Number(plain);
  if (!/^\d{1,4}(\.0+)?$/.test(plain)) return wrong('家庭人口数应是整数，请核对');
  if (number < 1 || number > 40) return wrong(`家庭人口数 ${number} 不合常理（应为 1–40），请核对`);
  return valueCell(number);
}

/** What a heading says its figures are in: 人均纯收入（万元）. */
export function headingUnit(heading: string | undefined): number {
  if (heading === undefined) return 1;
  return /万/.test(heading) ? 10_000 : /千元/.test(heading) ? 1_000 : 1;
}

/**
 * Net income per head and year in yuan: `12,345.67`, `12345元`, `1.2万`; rounded to whole yuan.
 * @param unit what the heading says a bare figure is in, yuan
 */
export function readIncomePerHead(text: string | undefined, unit = 1): Cell<number> {
  const plain = plainText(text)
    .replace(/[,\s¥]/g, '')
    .replace(/元$/, '');
  if (isBlankWord(plain)) return blankCell;
  const factor = /元$/.test(plainText(text)) ? 1 : unit;
  const match = /^(-?\d{1,9}(?:\.\d+)?)(万)?$/.exec(plain);
  if (match === null) return wrong('上年人均纯收入应是数字（元），请核对');
  const yuan = Math.round(Number(match[1]) * (match[2] === undefined ? factor : 10_000));
  if (yuan < -1_000_000 || yuan > 2_000_000) return wrong('上年人均纯收入大得不合常理，单位是元，请核对');
  if (yuan > 0 && yuan < 100)
    return wrong('上年人均纯收入小得不合常理（不到 100 元），单位是万元的话请在表头写明');
  return valueCell(yuan);
}
