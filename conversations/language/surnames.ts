import { givenNameWords } from './words/given-names.ts';
import { surnames1 } from './words/surnames-1.ts';
import { surnames2 } from './words/surnames-2.ts';

/** First characters of family names. */
const surnameCharacters = charactersOf(surnames1, surnames2);
const givenCharacters = charactersOf(givenNameWords);

function charactersOf(...tables: readonly string[]): ReadonlySet<string> {
  return new Set(tables.flatMap((table) => table.split('\n').filter(Boolean)));
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
