import type { Needs } from '../../contract/needs.ts';

/**
 * What a group may be told of any place its asker sees: counts, names of units and of staff. All else is answered
 * within the group's own unit (conversations/access/scope.ts); a new need is, until it is put here.
 */
const numbersOnly: readonly (keyof Needs)[] = [
  'unitsSaid',
  'unitsNamed',
  'findUnits',
  'findStaff',
  'findHelpers',
  'staffNamed',
  'unitStaff',
  'staffToBind',
  'bindCodes',
  'bindTries',
  'codesWaiting',
  'countProgress',
  'countProblems',
  'countGroups',
  'countOwn',
  'ownProgress',
  'digestFacts',
  'pushSettings',
  'receipt',
  'reportUnits',
  'sheetProgress',
  'spotSummary',
];
const names: ReadonlySet<string> = new Set(numbersOnly);

/** Does the answer to this need show no household, problem or lead? */
export function isNumbersOnly(need: keyof Needs): boolean {
  return names.has(need);
}
