import type { Household, HouseholdTag } from '../contract/household.ts';
import type { RegisterEntry } from './household-group.ts';

/** What of a household the register may say; the rest is who he is and where. */
type MergedFacts = Pick<Household, 'type' | 'tags' | 'members' | 'known'> & {
  monitoredKind?: Household['monitoredKind'] | undefined;
  population?: number | undefined;
  lastYearIncomePerHead?: number | undefined;
  phone: string | null;
  group: string;
  extra: Record<string, string>;
};

/**
 * A line over what is known already: what the file says counts, a blank cell or a missing column leaves things as
 * they are, so that a short list (户编号, 户主姓名, 行政村, 排查员手机号) may follow a full register.
 */
export function mergedFacts(entry: RegisterEntry, before: MergedFacts | undefined): MergedFacts {
  const said = entry.kind;
  return {
    type: said?.type ?? before?.type ?? 'general',
    monitoredKind: said === undefined ? before?.monitoredKind : said.monitoredKind,
    tags: mergedTags(entry, before?.tags ?? []),
    members: entry.members.length > 0 ? entry.members : (before?.members ?? []),
    population: entry.population ?? before?.population,
    lastYearIncomePerHead: entry.lastYearIncomePerHead ?? before?.lastYearIncomePerHead,
    phone: entry.phone ?? before?.phone ?? null,
    group: entry.group === '' ? (before?.group ?? '') : entry.group,
    known: { ...before?.known, ...entry.known },
    extra: { ...before?.extra, ...entry.extra },
  };
}

function mergedTags(entry: RegisterEntry, before: readonly HouseholdTag[]): HouseholdTag[] {
  const tags = new Set(entry.kind === undefined ? before : entry.kind.tags);
  // 易地搬迁 may stand in 户属性 or in a column of its own; a 户属性 without it says nothing against it.
  if (entry.kind !== undefined && before.includes('relocated')) tags.add('relocated');
  for (const tag of entry.tags) tags.add(tag);
  if (entry.relocated === true) tags.add('relocated');
  if (entry.relocated === false) tags.delete('relocated');
  return [...tags].sort();
}
