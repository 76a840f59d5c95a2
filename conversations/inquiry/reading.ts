import type { Condition, Having, Of, PlaceLevel, Split, Want } from './inquiry.ts';
import type { UnitNamed } from './mark.ts';

/**
 * Days from today (`from` NaN: from Monday on of the week that `to` lies in), a day of the calendar alone, as a
 * beginning or as an end, a weekday (`weeks` from this one; without it the last such day), or a whole month.
 */
export type DaysSaid =
  | { is: 'days'; from: number; to: number; said: string }
  | { is: 'date'; month?: number; day: number; said: string; since?: true; before?: true }
  | { is: 'weekday'; weekday: number; weeks?: number; said: string }
  | { is: 'month'; months: number; said: string }
  | { is: 'span'; from: DaysSaid; to: DaysSaid; said: string };

/** What a sentence says of an inquiry: all of it, or only what changes in the last one. Undefined parts were not said. */
export interface InquirySaid {
  want?: Want;
  of?: Of;
  where: readonly Condition[];
  /** Units themselves are asked for: 哪些村还没动. */
  units?: { level: PlaceLevel; want: 'count' | 'list' };
  place?: readonly UnitNamed[];
  /** More places, each with what its name may mean: 姬村和李庄. */
  places?: readonly (readonly UnitNamed[])[];
  group?: string;
  /** 我名下 */
  mine?: true;
  /** 全村, 本镇: the speaker's own, whatever was spoken of before. */
  here?: true;
  by?: Split;
  /** The question that is split by, summed up or averaged. */
  key?: string;
  period?: DaysSaid;
  /** Other days to compare with: 比昨天. */
  against?: DaysSaid;
  having?: Having;
  /** 到今天: all there is, and no day's part of it. */
  upTo?: true;
  order?: 'most' | 'least';
  limit?: number;
  /** 各多少, or two numbers asked in one breath. */
  each?: true;
  /** How many numbers with what they count are asked for: 几户…几户. */
  counts?: number;
  goesOn?: true;
  narrows?: true;
  why?: true;
  sheet?: true;
  chart?: true;
  send?: true;
  state?: true;
  /** 这12户 */
  these?: number;
  /** Ends in 的 or 吗: 吃水有问题的, 监测户里还有没查的吗. */
  describes?: true;
  /** 到期: when something is due is asked for. */
  deadline?: true;
  /** A question mark in words or signs: 几户, 哪些, 吗. */
  asks: boolean;
  ideas: ReadonlySet<string>;
  /** Stretches that mean nothing: a name perhaps. */
  unread: readonly string[];
  /** Words that speak of something else than data: nothing of an answer with numbers comes from them. */
  loose: readonly { text: string; idea: string }[];
  /** Words that hit nothing: a 没 without what it denies, a kind of problem where households are asked for. */
  stranded: readonly string[];
  /** The words in their order, without particles: for telling what was not understood. */
  said: string;
}
