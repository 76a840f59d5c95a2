import { commonSurnames } from './words/common-surnames.ts';
import { compoundSurnames } from './words/compound-surnames.ts';
import { givenNameWords } from './words/given-names.ts';
import { surnames1 } from './words/surnames-1.ts';
import { surnames2 } from './words/surnames-2.ts';

/** First characters of family names. */
const surnameCharacters = charactersOf(surnames1, surnames2);
const givenCharacters = charactersOf(givenNameWords);

function charactersOf(...tables: readonly string[]): ReadonlySet<string> {
  return new Set(tables.flatMap((table) => table.split('\n').filter(Boolean)));
}

const common = charactersOf(commonSurnames);
const compound = charactersOf(compoundSurnames);

/** Does the text begin with a family name that many have, or with one of two characters? */
export function isSurname(text: string): boolean {
  const chars = [...text];
  return common.has(chars[0] ?? '') || compound.has(chars.slice(0, 2).join(''));
}

/**
 * Is this the whole name of somebody: a common family name and one or two characters, one of two characters and one or
 * two, or parts with · between (买买提·艾力)?
 */
export function isFullName(text: string): boolean {
  const chars = [...text];
  if (chars.includes('·')) return chars.length >= 4 && chars.at(0) !== '·' && chars.at(-1) !== '·';
  const given = chars.length - (compound.has(chars.slice(0, 2).join('')) ? 2 : 1);
  return isSurname(text) && given >= 1 && given <= 2;
}

/** Does the text begin like a family name? */
export function opensWithSurname(text: string): boolean {
  return surnameCharacters.has([...text][0] ?? '');
}

/** 建国, 秀英: two characters that names are made of. */
export function isGivenName(text: string): boolean {
  const chars = [...text];
  return chars.length === 2 && chars.every((char) => givenCharacters.has(char));
}
