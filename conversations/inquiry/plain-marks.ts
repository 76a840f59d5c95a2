import { takeDays, turnDays } from './days-said.ts';
import type { InquiryMark, InquiryToken, UnitNamed } from './mark.ts';
import type { Draft } from './settle.ts';

/** Marks that say one thing whatever stands beside them: where, when, in which form. False for all others. */
export function takePlain(d: Draft, mark: InquiryMark, before: InquiryToken | undefined): boolean {
  switch (mark.is) {
    case 'group':
      d.group ??= mark.group;
      return true;
    case 'time':
    case 'date':
    case 'weekday':
    case 'month':
      return takeDays(d, mark, before);
    case 'since':
    case 'before':
      return turnDays(d, mark.is);
    case 'unit':
      takePlace(d, mark.units);
      return true;
    case 'most':
      d.order = mark.order;
      d.asks = true;
      return true;
    case 'each':
      d.each = true;
      return true;
    case 'why':
    case 'sheet':
    case 'chart':
    case 'send':
    case 'state':
      d.asks = true;
      d[mark.is] = true;
      return true;
    case 'mine':
    case 'here':
      d[mark.is] = true;
      return true;
    default:
      return false;
  }
}

/** 龙城镇的姬村 is one place; 姬村和李庄 are two. */
function takePlace(d: Draft, units: readonly UnitNamed[]): void {
  const { place } = d;
  if (place === undefined) {
    d.place = units;
    return;
  }
  const above = new Set(place.filter((u) => u.kind === 'township').map((u) => u.code));
  const inside = units.filter(
    (u) => u.kind === 'village' && u.township !== undefined && above.has(u.township),
  );
  if (inside.length > 0) d.place = inside;
  else if (!units.some((u) => place.some((known) => known.code === u.code)))
    d.places = [...(d.places ?? []), units];
}
