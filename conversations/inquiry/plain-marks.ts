import type { InquiryMark } from './mark.ts';
import type { Draft } from './settle.ts';

/** Marks that say one thing whatever stands beside them: where, when, in which form. False for all others. */
export function takePlain(d: Draft, mark: InquiryMark): boolean {
  switch (mark.is) {
    case 'group':
      d.group ??= mark.group;
      return true;
    case 'time':
      d.period ??= { from: mark.from, to: mark.to, said: mark.said };
      return true;
    case 'date':
      d.period ??= {
        ...(mark.month === undefined ? {} : { month: mark.month }),
        day: mark.day,
        said: mark.said,
      };
      return true;
    case 'since':
      if (d.period !== undefined && 'day' in d.period) d.period = { ...d.period, since: true };
      return true;
    case 'unit':
      d.place ??= mark.units;
      return true;
    case 'most':
      d.order = mark.order;
      d.asks = true;
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
