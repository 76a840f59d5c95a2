import type { FactSign, Word } from '../language/table.ts';

/** One thing said of the subject asked about. */
export interface FactFound {
  sign: FactSign;
  weak: boolean;
  /** Praise or complaint of whatever was asked: weaker than any fact. */
  generic: boolean;
  /** Read by its sound. */
  sound: boolean;
  /** The word it was read from. */
  word?: Word;
  /** A weak fact that says enough together with another one of its kind: 没大病 and 没慢性病. */
  beside?: string;
}

/** Why a clause, or the message, can't be sure. */
export type ReadingDoubt =
  | 'unread' // characters nobody knows
  | 'predicate' // a verb or adjective that tells nothing here
  | 'negation' // a negation that found nothing to deny
  | 'exception'
  | 'number'
  | 'hedge'
  | 'assent' // 好, 行: no fact
  | 'lukewarm' // 还行
  | 'question'
  | 'condition'
  | 'contrast' // 但, 就是 with nothing understood behind it
  | 'incomplete' // 改造 without 已
  | 'future'
  | 'past'
  | 'part' // 有的, 基本
  | 'who' // somebody's, not everybody's
  | 'conflict'
  | 'open' // raised, not settled: 在外地交的
  | 'weak'
  | 'sound';

export interface ClauseSaid {
  found: FactFound[];
  /** The clause is nothing but yes or no, with fillers. `being`: said as 有 or 没有. */
  lead?: { yes: boolean; being: boolean };
  /** The lead is nothing but 嗯: it counts only where nothing else is said. */
  hum: boolean;
  doubts: Set<ReadingDoubt>;
  time: 'past' | 'last' | 'now' | 'none';
  /** Nothing said here counts: a condition, somebody else's house, somebody dead. */
  aside: boolean;
  /** Whoever the clause before named is of another household. */
  apart: boolean;
  /** One who seems left out is provided for elsewhere: 有职工医保. */
  elsewhere: boolean;
  /** Said of the household itself: 俺家. */
  ours: boolean;
  contrast: boolean;
  /** Read whole and without weight: 门关不严. */
  minor: boolean;
  all: boolean;
  only: boolean;
  /** Single people are named. */
  who: boolean;
  /** Numbers of people. */
  people: readonly number[];
  unread: number;
  length: number;
  operators: number;
  /** It denies something, or sets a time: what of, nobody knows where nothing was found. */
  turns: boolean;
  rare: boolean;
  /** The subject itself is named. */
  named: boolean;
}
