import { readDropout } from '../dropout.ts';
import { sourceHits } from '../income-source.ts';
import { amountsIn } from '../money-amounts.ts';
import type { Segment } from './segments.ts';

/** Subjects told over several clauses: 房子D级,现在租房住 is one statement about housing. */
export function joinSegments(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const before = joined.at(-1);
    if (before && continuesHome(before, segment))
      joined[joined.length - 1] = { ...before, text: `${before.text},${segment.text}` };
    else if (before && explains(before, segment))
      joined[joined.length - 1] = { ...before, reason: segment.text };
    else joined.push(segment);
  }
  return joined;
}

const outOfSchool = /辍学|失学|退学|不上|不念|没上学|没在上|没毕业/;

function isOneStatement(before: Segment, next: Segment): boolean {
  return !before.found && !next.found && !next.clause.corrects && !next.clause.contrasts;
}

function continuesHome(before: Segment, next: Segment): boolean {
  return before.domain === 'housing' && next.domain === 'housing' && isOneStatement(before, next);
}

function explains(before: Segment, next: Segment): boolean {
  return (
    before.domain === 'school' &&
    outOfSchool.test(before.text) &&
    isOneStatement(before, next) &&
    isReason(next)
  );
}

/** 不上了,打工去了: why a child left school, unless it tells of money or other work. */
function isReason(next: Segment): boolean {
  if (next.domain === 'school')
    return readDropout(next.text).status !== 'none' && !outOfSchool.test(next.text);
  if (next.domain && next.domain !== 'income' && next.domain !== 'illness') return false;
  if (next.keys.size > 0 || amountsIn(next.text).length > 0 || /收入|来源/.test(next.text)) return false;
  if (sourceHits(next.text).some((h) => h.name !== '务工' && h.name !== '外出务工')) return false;
  return readDropout(next.text).status !== 'none';
}
