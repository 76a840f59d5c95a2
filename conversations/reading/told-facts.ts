import type { YesNoAsked } from '../form/asked.ts';
import type { FactSign, Word } from '../language/table.ts';
import { illnessAsked } from '../subjects/asked.ts';
import { readClause } from './clause.ts';
import { classOf, clausesOf } from './clauses.ts';
import { tokensOf, type WordToken } from './lexer.ts';
import { spokenPart } from './spoken-part.ts';
import { readingVocabulary } from './vocabulary.ts';

/** A stretch of a text, in characters. */
interface Stretch {
  start: number;
  end: number;
}

/** The words by which a text says yes to a question, those denied left out: 高血压 in 没大病，有高血压. */
function wordsOfYes(text: string, asked: YesNoAsked): Word[] {
  const clauses = clausesOf(tokensOf(spokenPart(text), readingVocabulary(), asked.topic));
  return clauses.flatMap((clause) =>
    readClause(clause, asked).found.flatMap(({ sign, generic, word }) =>
      sign === asked.yes && !generic && word !== undefined ? [word] : [],
    ),
  );
}

/** Those words as they were said. */
export function wordsFor(text: string, asked: YesNoAsked): string[] {
  return wordsOfYes(text, asked).map((word) => word.form);
}

/** What those words tell beside the yes, in the order of naming: the kinds of trouble with the water. */
export function kindsTold(text: string, asked: YesNoAsked): string[] {
  return [...new Set(wordsOfYes(text, asked).flatMap((word) => word.tells['kind'] ?? []))];
}

/** Where words stand that tell this of a subject, denied or not. */
function placesOf(text: string, topic: string, sign: FactSign): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  for (const token of tokensOf(text, readingVocabulary(), topic)) {
    if (tells(token, topic, sign)) found.push({ start: at, end: at + token.text.length });
    at += token.text.length;
  }
  return found;
}

function tells(token: WordToken, topic: string, sign: FactSign): boolean {
  if (token.is !== 'word' || token.word.form !== token.text) return false;
  return token.word.facts.some((fact) => fact.topic === topic && fact.sign === sign && !fact.weak);
}

/** Diseases named in a text, denied ones left out. */
export function illnessesIn(text: string): string[] {
  return illnessAsked === undefined ? [] : wordsFor(text, illnessAsked);
}

/** Where diseases are named, denied or not. */
export function illnessesAt(text: string): Stretch[] {
  return illnessAsked === undefined ? [] : placesOf(text, illnessAsked.topic, illnessAsked.yes);
}

/** 现在好了, 不用吃药: of an illness named before. */
export function isOver(text: string): boolean {
  return tokensOf(text, readingVocabulary()).some((token) => classOf(token, 'cured'));
}
