import { readDropout } from '../../reading/dropout.ts';
import { readHousing } from '../../reading/housing.ts';
import { moneySaid } from '../../reading/income/money.ts';
import { sourcesNamed } from '../../reading/income/sources.ts';
import { isAllFine, isFineAlone, isUnderWay } from '../../reading/manner.ts';
import { tellsChange } from '../../reading/people/change.ts';
import { plainAnswer } from '../../reading/plain-answer.ts';
import { readSaidTo } from '../../reading/said-to.ts';
import { isOver } from '../../reading/told-facts.ts';
import { readWater, waterKinds } from '../../reading/water.ts';

import type { Domain } from './anchors.ts';
import { noPupil } from './pupils.ts';
import type { Segment } from './segments.ts';

/** Subjects told over several clauses: 房子D级,现在租房住 is one statement about housing. */
export function joinSegments(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const before = joined.at(-1);
    const bare = !segment.domain && !segment.found && segment.keys.size === 0;
    if (before?.domain && bare && segment.clause.contrasts)
      joined.push({ ...segment, domain: before.domain, inherited: true });
    else if (before && continues(before, segment))
      joined[joined.length - 1] = { ...before, text: `${before.text},${segment.text}` };
    else if (before && explains(before, segment))
      joined[joined.length - 1] = { ...before, reason: segment.text };
    else if (before && explainedBy(before, segment))
      joined[joined.length - 1] = { ...segment, reason: `${before.text},${segment.text}` };
    else joined.push(segment);
  }
  return joined;
}

function isOneStatement(before: Segment, next: Segment): boolean {
  return !before.found && !next.found && !next.clause.corrects && !next.clause.contrasts;
}

function continuesHome(before: Segment, next: Segment): boolean {
  const moved = !next.domain && next.keys.size === 0 && speaksOfHome(next.text);
  return before.domain === 'housing' && (next.domain === 'housing' || moved) && isOneStatement(before, next);
}

/** 现在租房住, 安全, 有点漏: said of the house named before. */
function speaksOfHome(text: string): boolean {
  if (/住|租|搬|拆|重建|翻[修盖建]|加固|改造/.test(text)) return true;
  return plainAnswer(text) === undefined && readHousing(text).status !== 'none';
}

/** Words without a subject of their own that are said of the fact before: 医保还没交,正准备交. */
const continued: Partial<Record<Domain, (text: string, before: string) => boolean>> = {
  // 井水,有点咸; 以前发黄,换了管子好了; 井水,没啥问题
  water: (text, before) => waterKinds(text).length > 0 || settlesWater(text, before),
  insured: (text) =>
    isUnderWay(text) || /^今年|没到|(?:缴费|交费)|在[^,。;]{1,5}(?:交|参|缴|办)的?/.test(text),
  illness: (text) => isOver(text) || /不碍事|不要紧|没大碍|不(?:太)?严重/.test(text),
  population: tellsChange,
  // 一个月3000,干了10个月
  income: (text) =>
    /^(?:一?年)?[^\d一二两三四五六七八九十,。;]{0,4}[\d一二两三四五六七八九十]+(?:个月|天)[左右吧的了]*$/.test(
      text,
    ),
};

function continues(before: Segment, next: Segment): boolean {
  if (continuesHome(before, next) || continuesPupil(before, next)) return true;
  const bare = !next.domain && next.keys.size === 0 && isOneStatement(before, next);
  return bare && before.domain !== undefined && continued[before.domain]?.(next.text, before.text) === true;
}

/** 井水 or 以前发黄 is open until the next words tell: 够吃, 没啥问题, 现在好了. */
function settlesWater(text: string, before: string): boolean {
  if (plainAnswer(text)) return false;
  if (isFineAlone(text)) return true;
  const isOpen = readWater(before).status !== 'value';
  return isOpen && !isAllFine(text) && readWater(`${before},${text}`).status === 'value';
}

/** 儿子不想念书,15了,打工去了 is told of one child; 一个…, 大的… begins another. */
function continuesPupil(before: Segment, next: Segment): boolean {
  if (before.domain !== 'school' || !isOneStatement(before, next)) return false;
  if (
    /[\d一二两三四五]岁(?:的|了)?$/.test(before.text) &&
    /^(?:还|也)?没(?:有)?上(?:过)?学(?:呢)?$/.test(next.text)
  )
    return true;
  return next.domain === undefined && next.keys.size === 0 && /^\d{1,2}(?:岁|了|$)/.test(next.text);
}

function isOut(text: string): boolean {
  if (noPupil.test(text)) return false;
  const out = readSaidTo('droppedOut', text).understood;
  return (
    ((out.status === 'value' || out.status === 'ask') && out.value === true) ||
    /没(?:有)?毕业/.test(text) ||
    /^有.*没(?:有)?上学/.test(text)
  );
}

function explains(before: Segment, next: Segment): boolean {
  return (
    before.domain === 'school' && isOut(before.text) && isOneStatement(before, next) && explainsDropout(next)
  );
}

/** 成绩不好,不上了: the reason told first. */
function explainedBy(before: Segment, next: Segment): boolean {
  const bare = !before.domain && !before.found && before.keys.size === 0;
  return bare && next.domain === 'school' && isOut(next.text) && explainsDropout(before);
}

/** 不上了,打工去了: why a child left school, unless it tells of money or other work. */
export function explainsDropout(next: Segment): boolean {
  if (next.domain === 'school')
    return (
      readDropout(next.text).status !== 'none' && !/辍学|失学|退学|不上|不念|没上学|没在上/.test(next.text)
    );
  if (next.domain && next.domain !== 'income' && next.domain !== 'illness') return false;
  if (next.keys.size > 0 || moneySaid(next.text).amounts.length > 0 || /收入|来源/.test(next.text))
    return false;
  if (sourcesNamed(next.text).some((h) => h.value !== '务工' && h.value !== '外出务工')) return false;
  return readDropout(next.text).status !== 'none';
}
