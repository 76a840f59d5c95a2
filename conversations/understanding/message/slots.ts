import { ask, value } from '../../reading/outcome.ts';
import type { Slot, Understood } from '../../reading/understood.ts';

/** A fact found in a message, before the same question's other mentions are weighed. */
export interface Found {
  key: string;
  understood: Understood;
  words: string;
  /** Takes back or qualifies an earlier mention: it wins over it. */
  overrides?: boolean;
  /** Only implied or said in passing: an outright mention wins. */
  weak?: boolean;
  /** Holds only where this question is answered with true. */
  needs?: string;
}

/** A fact as its reader tells it; the message adds where it was said. */
export type Read = Omit<Found, 'words' | 'overrides'>;

/** One slot per question; two different values without a correction between them are a conflict. */
export function settle(found: readonly Found[]): Slot[] {
  const slots = new Map<string, Found>();
  for (const next of found) {
    const before = slots.get(next.key);
    slots.set(next.key, before ? merge(before, next) : next);
  }
  return [...slots.values()]
    .filter((f) => isNeeded(f, slots))
    .map(({ key, understood, words }) => ({ key, understood, words }));
}

function isNeeded(found: Found, slots: ReadonlyMap<string, Found>): boolean {
  if (found.needs === undefined) return true;
  const given = slots.get(found.needs)?.understood;
  return given?.status === 'value' && given.value === true;
}

function merge(a: Found, b: Found): Found {
  if (b.overrides) return b;
  if (a.weak !== b.weak) return a.weak ? b : a;
  if (a.key === 'waterTypes') return { ...a, understood: bothKinds(a.understood, b.understood) };
  const [left, right] = [a.understood, b.understood];
  if (left.status === 'value' && right.status === 'value')
    return sameValue(left.value, right.value) ? fuller(a, b) : clash(a, b);
  if (left.status === 'value' && right.status === 'ask')
    return right.value === undefined || sameValue(right.value, left.value) ? a : clash(a, b);
  if (left.status === 'ask' && right.status === 'value') return b;
  if (left.status === 'ask' && right.status === 'ask') return tellsLess(left) ? b : a;
  return a;
}

/** 夏天老停,水量也小: kinds of trouble add up. */
function bothKinds(a: Understood, b: Understood): Understood {
  if (a.status !== 'value' || b.status !== 'value') return a.status === 'value' ? a : b;
  return value([...new Set([a.value, b.value].flat())]);
}

function tellsLess(u: Extract<Understood, { status: 'ask' }>): boolean {
  return u.value === undefined && !u.options;
}

function fuller(a: Found, b: Found): Found {
  return a.understood.status === 'value' && a.understood.detail ? a : b;
}

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function clash(a: Found, b: Found): Found {
  const options = [a, b].flatMap((f) => {
    const u = f.understood;
    const v = u.status === 'value' || u.status === 'ask' ? u.value : undefined;
    return v === undefined ? [] : [{ label: f.words.slice(0, 20), value: v }];
  });
  return { key: a.key, words: `${a.words},${b.words}`, understood: ask('conflict', undefined, { options }) };
}
