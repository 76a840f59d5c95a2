import {
  type ComparedField,
  compareHousehold,
  openConflicts,
} from '../../conversations/comparison/compare.ts';
import type { Conflict } from '../../conversations/comparison/needs.ts';
import type { Needs } from '../../conversations/contract/needs.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import { type Comparable, comparablesOf, countUnnamed, streamComparables } from './read.ts';

type Answer<Name extends keyof Needs> = (
  db: Db,
  asker: Asker,
  args: Needs[Name]['in'],
) => Promise<Needs[Name]['out']>;

function conflictsIn({ household, visit, national }: Comparable): Conflict[] {
  const { id, headName, group, villageName } = household;
  return openConflicts(compareHousehold(household, visit?.answers ?? null, national)).map(
    ({ field, label, ours, theirs }) => ({
      household: { id, headName, group, villageName },
      field,
      label,
      ours,
      theirs,
    }),
  );
}

const ownConflicts: Answer<'ownConflicts'> = async (db, { speaker }, { limit, after }) => {
  if (speaker === null) return { conflicts: [], total: 0 };
  const all = (await comparablesOf(db, speaker.id)).flatMap(conflictsIn);
  const left = after === undefined ? all : all.filter((k) => !isSame(k, after));
  const at = after === undefined ? -1 : all.findIndex((k) => isSame(k, after));
  // What comes behind the one just settled goes first; those put off come round again.
  const ordered = at < 0 ? left : [...left.slice(at), ...left.slice(0, at)];
  return { conflicts: ordered.slice(0, limit), total: left.length };
};

function isSame(k: Conflict, after: { household: string; field: ComparedField }): boolean {
  return k.household.id === after.household && k.field === after.field;
}

const comparison: Answer<'comparison'> = async (db, { speaker }) => {
  const found = {
    households: 0,
    conflicting: 0,
    conflicts: 0,
    unnamed: 0,
    byVillage: [] as { name: string; conflicting: number }[],
  };
  const unit = speaker === null || speaker.unitKind === 'county' ? undefined : speaker.unit;
  const villages = new Map<string, number>();
  for await (const some of streamComparables(db, unit === undefined ? {} : { unit })) {
    for (const comparable of some) {
      const conflicts = conflictsIn(comparable).length;
      found.households += 1;
      found.conflicts += conflicts;
      if (conflicts === 0) continue;
      found.conflicting += 1;
      const name = comparable.household.villageName;
      villages.set(name, (villages.get(name) ?? 0) + 1);
    }
  }
  return {
    ...found,
    unnamed: await countUnnamed(db, unit ?? null),
    byVillage: [...villages].map(([name, conflicting]) => ({ name, conflicting })),
  };
};

/** Answers to what the comparison's dialogue asks. */
export const comparisonNeeds: { [Name in 'ownConflicts' | 'comparison']: Answer<Name> } = {
  ownConflicts,
  comparison,
};
