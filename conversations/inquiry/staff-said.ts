import type { Condition } from './inquiry.ts';
import type { Unsettled } from './settle.ts';

/** 哪些网格员还没查完: how many each has left. */
export function byHelpers({ draft, where, of, tokens }: Unsettled): void {
  const people = tokens.some((t) => t.marks.some((m) => m.is === 'of' && m.of === 'staff'));
  const left =
    where.length === 1 && where.every((c) => c.on === 'standing' && c.values.includes('remaining'));
  if (
    !people ||
    !left ||
    of === 'staff' ||
    draft.by !== undefined ||
    tokens.some((t) => t.marks.length === 0)
  )
    return;
  draft.by = 'helper';
  draft.want = 'count';
}

/** Words of a question about people that say something of households or problems: nobody counts people by it. */
export function besideStaff({ of, tokens }: Unsettled): string[] {
  if (of !== 'staff') return [];
  const ours = ['bound', 'duty', 'standing', 'worked', 'category'];
  return tokens
    .filter((t) => t.marks.some((m) => m.is === 'fact' && m.facts.every((f) => !ours.includes(f.on))))
    .map((t) => t.text);
}

/** 一户没查 of people: they handed in nothing; 查了: something. */
export function workedOf({ where, of }: Unsettled): readonly Condition[] {
  if (of !== 'staff') return where.filter((c) => c.on !== 'duty');
  return where.map((c) =>
    c.on === 'standing' ? { on: 'worked', is: c.values.includes('visited') && c.not !== true } : c,
  );
}
