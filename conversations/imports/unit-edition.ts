import type { CountyUnit } from '../campaign/county-units.ts';
import type { UnitCode } from '../contract/ids.ts';

/** What of a unit tells it from others, over editions of the list. */
export type KnownUnit = Pick<CountyUnit, 'code' | 'kind' | 'name' | 'short' | 'parent'>;

/** A new edition of the list, put on the units that are there. */
export interface UnitEdition {
  /** To be stored; a unit that is there keeps the code it has. */
  units: CountyUnit[];
  /** Known under another code: 柳元村 of the same township. */
  recoded: readonly string[];
  /** Known under another name: 孙老家村 → 柳新村. */
  renamed: readonly { from: string; to: string }[];
  /** In no list any more: dissolved or merged into another. */
  gone: readonly KnownUnit[];
}

/**
 * Recognises townships and villages of a new edition: by name within the same township, then by code. Codes change
 * with every edition while people, households and groups refer to them, so the one a unit came with stays.
 */
export function newEdition(known: readonly KnownUnit[], listed: readonly CountyUnit[]): UnitEdition {
  const taken = new Set<UnitCode>();
  /** Code of the list → code of ours. */
  const ours = new Map<UnitCode, UnitCode>();
  const recoded: string[] = [];
  const renamed: { from: string; to: string }[] = [];
  const pair = (unit: CountyUnit, before: KnownUnit): void => {
    taken.add(before.code);
    ours.set(unit.code, before.code);
    if (before.code !== unit.code) recoded.push(unit.short);
    if (before.name !== unit.name) renamed.push({ from: before.short, to: unit.short });
  };
  const kinds = ['county', 'township', 'village', 'department'] as const;
  for (const kind of kinds) {
    const there = known.filter((unit) => unit.kind === kind);
    const here = listed.filter((unit) => unit.kind === kind);
    const parentOf = (unit: CountyUnit) =>
      unit.parent === null ? null : (ours.get(unit.parent) ?? unit.parent);
    // By name first: a code may have gone to another village.
    for (const unit of here) {
      const before = there.find(
        (b) => !taken.has(b.code) && b.parent === parentOf(unit) && isSameName(b, unit),
      );
      if (before !== undefined) pair(unit, before);
    }
    for (const unit of here) {
      const before = ours.has(unit.code)
        ? undefined
        : there.find((b) => b.code === unit.code && !taken.has(b.code));
      if (before !== undefined) pair(unit, before);
    }
  }
  const units = listed.map((unit) => ({
    ...unit,
    code: ours.get(unit.code) ?? unit.code,
    parent: unit.parent === null ? null : (ours.get(unit.parent) ?? unit.parent),
  }));
  const kept = new Set(units.map((unit) => unit.code));
  return { units, recoded, renamed, gone: known.filter((unit) => isPlace(unit) && !kept.has(unit.code)) };
}

/** Departments come from rosters too: no list says that one is gone. */
function isPlace({ kind }: KnownUnit): boolean {
  return kind === 'township' || kind === 'village';
}

function isSameName(a: Pick<KnownUnit, 'name' | 'short'>, b: Pick<KnownUnit, 'name' | 'short'>): boolean {
  return a.name === b.name || a.short === b.short;
}

/** A code of the list that belongs to another unit here; such a list would put two villages into one. */
export function codesInTheWay({ units }: UnitEdition): UnitCode[] {
  const seen = new Set<UnitCode>();
  return units.flatMap(({ code }) => {
    if (seen.has(code)) return [code];
    seen.add(code);
    return [];
  });
}
