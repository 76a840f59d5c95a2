import { readDropout } from '../dropout.ts';
import { readHousing } from '../housing.ts';
import { amountsIn } from '../money-amounts.ts';
import { sourceHits } from '../source-hits.ts';
import { waterTypes } from '../water.ts';
import { readLedgerYesNo } from '../yes-no/ledger.ts';
import { plainAnswer } from '../yes-no/plain.ts';
import { noPupil } from './domains.ts';
import type { Segment } from './segments.ts';

/** Subjects told over several clauses: 房子D级,现在租房住 is one statement about housing. */
export function joinSegments(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const before = joined.at(-1);
    const bare = !segment.domain && !segment.found && segment.keys.size === 0;
    if (before?.domain && bare && segment.clause.contrasts)
      joined.push({ ...segment, domain: before.domain, inherited: true });
    else if (before && (continuesHome(before, segment) || continuesWater(before, segment)))
      joined[joined.length - 1] = { ...before, text: `${before.text},${segment.text}` };
    else if (before && explains(before, segment))
      joined[joined.length - 1] = { ...before, reason: segment.text };
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
  if (/住|租|搬/.test(text)) return true;
  return plainAnswer(text) === undefined && readHousing(text).status !== 'none';
}

/** 井水,有点咸: said of the water named before. */
function continuesWater(before: Segment, next: Segment): boolean {
  const bare = !next.domain && next.keys.size === 0 && isOneStatement(before, next);
  return before.domain === 'water' && bare && waterTypes(next.text).length > 0;
}

function isOut(text: string): boolean {
  if (noPupil.test(text)) return false;
  const out = readLedgerYesNo('droppedOut', text).understood;
  return (
    (out.status === 'value' && out.value) || /没(?:有)?毕业/.test(text) || /^有.*没(?:有)?上学/.test(text)
  );
}

function explains(before: Segment, next: Segment): boolean {
  return (
    before.domain === 'school' && isOut(before.text) && isOneStatement(before, next) && explainsDropout(next)
  );
}

/** 不上了,打工去了: why a child left school, unless it tells of money or other work. */
export function explainsDropout(next: Segment): boolean {
  if (next.domain === 'school')
    return (
      readDropout(next.text).status !== 'none' && !/辍学|失学|退学|不上|不念|没上学|没在上/.test(next.text)
    );
  if (next.domain && next.domain !== 'income' && next.domain !== 'illness') return false;
  if (next.keys.size > 0 || amountsIn(next.text).length > 0 || /收入|来源/.test(next.text)) return false;
  if (sourceHits(next.text).some((h) => h.name !== '务工' && h.name !== '外出务工')) return false;
  return readDropout(next.text).status !== 'none';
}
