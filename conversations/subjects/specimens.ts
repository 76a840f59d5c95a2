import { type Household, type HouseholdTag, householdTypes, monitoredKinds } from '../contract/household.ts';
import { householdId, unitCode } from '../contract/ids.ts';

const base = {
  id: householdId.parse('00000000-0000-4000-8000-000000000001'),
  code: '1',
  headName: '张三',
  members: [],
  village: unitCode.parse('990000100201'),
  villageName: '李庄村',
  township: unitCode.parse('990000100000'),
  townshipName: '龙城镇',
  group: '1组',
  known: {},
};

const tagSets: readonly (readonly HouseholdTag[])[] = [
  [],
  ['relocated'],
  ['subsistence'],
  ['relocated', 'destitute'],
];

/** A 脱贫户 that fell into sudden trouble: both hold. */
const both: Household = { ...base, type: 'monitored', monitoredKind: 'sudden', oncePoor: true, tags: [] };

/** One household of every kind for which the questions differ: types, kinds of monitoring, relocation, tags. */
export const specimenHouseholds: readonly Household[] = [
  both,
  ...householdTypes.flatMap((type) =>
    tagSets.flatMap((tags): Household[] =>
      type === 'monitored'
        ? monitoredKinds.map((monitoredKind) => ({ ...base, type, monitoredKind, tags: [...tags] }))
        : [{ ...base, type, tags: [...tags] }],
    ),
  ),
];
