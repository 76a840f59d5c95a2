import { scanNumbers } from '../../language/numbers/numerals.ts';

/** 6（含在外务工2人）, 6人（夫妻+父母）: who they are, behind the number of them. */
const aside = /^((?:家庭)?(?:人口数?)?[:：]?\s*\d{1,2}\s*[口人]*)\s*[(（][^()（）]{0,60}[)）]$/u;
/** Words for one person, in a list. */
const one =
  /^(?:户主|本人|妻子?|夫|丈夫|父亲?|母亲?|爷爷?|奶奶?|[长次三四五小大二老]?(?:子|女|儿|孙|儿子|女儿|闺女|孙子|孙女|媳|儿媳|媳妇|儿媳妇)|老伴|爱人|配偶|哥|弟|姐|妹|哥哥|弟弟|姐姐|妹妹|外孙|外孙女|女婿)$/u;
const separators = /[、,，+＋和\s]+/u;
const numbering = /^\d{1,2}[.、)]/u;

/** The text without what stands in brackets behind its number. */
export function withoutPeopleAside(text: string): string {
  // 4人（户口本5人）: two counts that must be told apart.
  return /户口|户籍|常住|实际|在家/u.test(text) ? text : (aside.exec(text)?.[1] ?? text);
}

/**
 * People written as a list and nothing else: 1.户主 2.妻子 3.长子, 本人、妻、2子、1女. Undefined where a part is no
 * person.
 */
export function listedPeople(text: string): number | undefined {
  const parts = text.split(separators).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 12) return undefined;
  const counts = parts.map((part) => countOf(part.replace(numbering, '')));
  return counts.every((count) => count !== undefined) ? counts.reduce((a, b) => a + b, 0) : undefined;
}

function countOf(part: string): number | undefined {
  if (one.test(part)) return 1;
  const [number] = scanNumbers(part);
  if (number === undefined || number.start !== 0 || number.lo > 6) return undefined;
  return one.test(part.slice(number.end).replace(/^个/u, '')) ? number.lo : undefined;
}
