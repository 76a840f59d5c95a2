import type { Fact, FactSign, Word } from '../language/table.ts';
import type { FactFound } from './found.ts';

/** A fact with what its denial would say. */
export type Flippable = FactFound & { negated: Fact['negated'] };

/** A fact said outright. */
export function plain(sign: FactSign): Flippable {
  return { sign, weak: false, generic: false, sound: false, negated: undefined };
}

export function opposite(sign: FactSign): FactSign {
  return sign === '+' ? '-' : '+';
}

/** What a word says together with others of its kind; `*` stands for the word itself. */
export function besideOf(word: Word): string | undefined {
  const beside = word.tells['with'];
  return beside === '*' ? word.form : beside;
}

/** 没搞: a word of another subject that begins with a denial. */
export function hidesDenial(word: Word, topic: string): boolean {
  const own = word.facts.some((fact) => fact.topic === topic) || word.classes.length > 0;
  return !own && word.facts.length > 0 && /^[没不未无]/u.test(word.form);
}
