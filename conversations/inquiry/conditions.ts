import type { Condition } from './inquiry.ts';

/** The opposite: 没参保 of 参保, 非脱贫户 of 脱贫户. A yes-or-no answer has one of its own. */
export function turned(condition: Condition): Condition {
  if (condition.on === 'answer' && condition.values.every((v) => typeof v === 'boolean'))
    return { ...condition, values: condition.values.map((v) => v === false) };
  if (condition.on === 'standing' && condition.values.length === 1) {
    if (condition.values[0] === 'visited') return { ...condition, values: ['remaining'] };
    if (condition.values[0] === 'remaining') return { ...condition, values: ['visited'] };
  }
  if (condition.on === 'problemState' && condition.values.length === 1 && condition.values[0] === 'closed')
    return { ...condition, values: ['open'] };
  if (condition.on === 'opinion') return { ...condition, good: !condition.good };
  if (condition.on === 'bound' || condition.on === 'worked') return { ...condition, is: !condition.is };
  if (!('values' in condition)) return condition;
  const { not, ...plain } = condition;
  return not === true ? plain : { ...plain, not: true };
}

/** Same field, so that values join by or. */
function sameField(a: Condition, b: Condition): boolean {
  if (a.on !== b.on || !('values' in a) || !('values' in b) || a.not !== b.not) return false;
  if (isWhen(a) !== isWhen(b)) return false;
  if ('facet' in a && 'facet' in b && a.facet !== b.facet) return false;
  return !('key' in a) || !('key' in b) || a.key === b.key;
}

/** What each state is part of: 逾期没销号 means the overdue ones, not both. */
const partOf: Readonly<Record<string, readonly string[]>> = {
  overdue: ['open', 'any'],
  open: ['any'],
  visitedToday: ['visited', 'all'],
  submitted: ['visited', 'all'],
  verified: ['visited', 'all'],
  toVerify: ['visited', 'all'],
  withProblems: ['visited', 'all'],
  visited: ['all'],
  draft: ['remaining', 'all'],
  notHome: ['remaining', 'all'],
  refused: ['remaining', 'all'],
  returned: ['remaining', 'all'],
  untouched: ['remaining', 'all'],
  unassigned: ['remaining', 'all'],
  remaining: ['all'],
};

/** When it was found is no state: 今天的没销号 are those of today that are open. */
function isWhen(condition: Condition): boolean {
  return condition.on === 'problemState' && condition.values.includes('today');
}

/** The values without those that others of them are part of. */
function narrowest<T>(values: readonly T[]): T[] {
  const wider = new Set(values.flatMap((value) => partOf[String(value)] ?? []));
  return values.filter((value) => !wider.has(String(value)));
}

/** Adds one: values of one field join by or, different fields by and. Both answers of a question are none. */
export function addCondition(where: readonly Condition[], added: Condition): readonly Condition[] {
  const same = where.find((c) => sameField(c, added));
  if (same === undefined || !('values' in same) || !('values' in added)) {
    return where.some((c) => JSON.stringify(c) === JSON.stringify(added)) ? where : [...where, added];
  }
  const together = [...new Set([...same.values, ...added.values])];
  const states = same.on === 'standing' || same.on === 'problemState';
  const values = states ? narrowest<unknown>(together) : together;
  return where.map((c) => (c === same ? ({ ...same, values } as Condition) : c));
}
