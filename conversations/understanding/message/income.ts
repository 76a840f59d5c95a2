import { readMoney } from '../../reading/income/money.ts';
import { readIncomeSource, sourcesNamed } from '../../reading/income/sources.ts';
import { readSum } from '../../reading/income/sum.ts';
import { mapValue, none } from '../../reading/outcome.ts';
import { illnessesAt } from '../../reading/told-facts.ts';
import type { Understood } from '../../reading/understood.ts';

import { readCare } from './care.ts';
import type { Segment } from './segments.ts';
import type { Found } from './slots.ts';

const medical = /手术|住院|看病|治病|医药|药(?:费|钱)|医疗|化疗|透析|开刀|吃药|病/;
const spending = /花|费|支出|掏|(?:药|看病|医药|治病)的?钱/;
const ofCare = /花|费|支出|掏|报销|报了|自付|自己(?:出|付|拿)/;
/** A sum with nothing but how often it falls due. */
const bare =
  /^(?:每|一)?(?:个)?(?:月|年|天|回|次)?(?:要|得|就|都|大概)*[\d一二两三四五六七八九十百千万.几]+(?:元|块|块钱)?(?:左右)?$/;

/**
 * Income said anywhere in a message belongs together: 儿子打工一年6万,种地8千 is one sum with two sources. What
 * was spent on care is a fact of its own.
 */
export function readIncome(
  segments: readonly Segment[],
  population: number | undefined,
  ill: boolean,
): Found[] {
  const sick = ill || segments.some((s) => illnessesAt(s.text).length > 0);
  const spent = segments.filter((s) => isCare(s, sick));
  const earned = segments.filter((s) => !spent.includes(s));
  const found = readCare(spent.map((s) => s.text));
  if (earned.length === 0) return found;
  const text = earned.map((s) => (s.clause.corrects ? `不对,${s.text}` : s.text)).join(',');
  const sum = asNumber(text, population);
  if (sum.status !== 'none') found.push({ key: 'annualIncome', understood: sum, words: text });
  const sources = mapValue(readIncomeSource(stripped(namingIn(earned)), true), (s) => [...s.sources]);
  const named = sources.status === 'value' || (sources.status === 'ask' && (sources.value?.length ?? 0) > 0);
  if (named) found.push({ key: 'incomeSource', understood: sources, words: text });
  return found;
}

/** The stretches that name a source; a doubt or a correction of the sum says nothing of where it comes from. */
function namingIn(segments: readonly Segment[]): string {
  // 儿子在杭州上班,不在户口上: the work of another household.
  const naming = segments.filter((s) => sourcesNamed(s.text).length > 0 && !elsewhere.test(s.clause.text));
  const told = naming.length > 0 ? naming : segments;
  return told.map((s) => (s.clause.corrects ? `不对,${s.text}` : s.text)).join(',');
}

const elsewhere = /不在(?:户口|一个户)|另过|单过|分(?:了)?户/;

/** Money spent on care: by its own words, or spent at all where illness is what the message tells of. */
function isCare({ text, afterIllness }: Segment, ill: boolean): boolean {
  if (/收入|挣|进项/.test(text)) return false;
  const spent =
    medical.test(text) || illnessesAt(text).length > 0
      ? spending.test(text)
      : ill && (ofCare.test(text) || (afterIllness === true && bare.test(text)));
  return spent && readMoney(text, 'any').status !== 'none';
}

/** 来源:务工 and 低保户: the label and the household's standing are no sources. */
function stripped(text: string): string {
  return (
    sinceThen(text)
      // 大概6万: the hedge is on the sum alone.
      .replace(/(?:大概其?|大约|大致|约莫|约摸|约)(?=[^,。;]{0,8}[\d一二两三四五六七八九十几])/g, '')
      .replace(/(?:主要)?(?:收入)?来源(?:是|为|:)?/g, '')
      .replace(/(?:低保|五保|特困|脱贫|贫困|监测|边缘)户/g, '')
  );
}

/** 去年打工,今年没出去,种地: what is lived on now. */
function sinceThen(text: string): string {
  const now = text.replace(/(?:去年|以前|原来|过去|往年|前几年).*?(?=今年|现在|如今|目前)/, '');
  return now !== text && sourcesNamed(now).length > 0 ? now : text;
}

function asNumber(text: string, population: number | undefined): Understood<number> {
  const hasSum = /[\d一二两三四五六七八九十几百千万半]/.test(text) || /收入|挣/.test(text);
  return hasSum ? readSum(text, 'income', population, true) : none;
}
