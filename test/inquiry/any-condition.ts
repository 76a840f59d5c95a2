import fc from 'fast-check';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { type Condition, tags } from '../../conversations/inquiry/inquiry.ts';

const { questions } = xiaoxian2021.householdForm;

const rated = questions.flatMap((q) => (q.kind === 'yesNo' && q.rated === true ? [q.key] : []));

/** A condition on every question of the form, the register, the state of the visit. */
export const conditions: fc.Arbitrary<Condition> = fc.oneof(
  ...questions.flatMap((q): fc.Arbitrary<Condition>[] => {
    if (q.kind === 'yesNo')
      return [fc.boolean().map((value): Condition => ({ on: 'answer', key: q.key, values: [value] }))];
    if (q.kind === 'choice' || q.kind === 'choices')
      return [
        fc.record({
          on: fc.constant('answer' as const),
          key: fc.constant(q.key),
          values: fc.uniqueArray(fc.constantFrom(...q.choices.map((c) => c.value)), {
            minLength: 1,
            maxLength: 3,
          }),
        }),
      ];
    if (q.kind === 'count' || q.kind === 'money')
      return [
        fc.record({
          on: fc.constant('amount' as const),
          key: fc.constant(q.key),
          op: fc.constantFrom('lt', 'le', 'gt', 'ge', 'eq'),
          than: q.kind === 'count' ? fc.integer({ min: 0, max: 8 }) : fc.integer({ min: 0, max: 120_000 }),
        }),
      ];
    return [];
  }),
  fc.record({
    on: fc.constant('perHead' as const),
    op: fc.constantFrom('lt', 'ge'),
    than: fc.integer({ min: 500, max: 40_000 }),
  }),
  fc.constantFrom(...questions).map((q): Condition => ({ on: 'unsure', key: q.key })),
  fc.boolean().map((good): Condition => ({ on: 'opinion', keys: rated, good })),
  fc
    .record({
      on: fc.constant('type' as const),
      values: fc.uniqueArray(fc.constantFrom('general', 'povertyAlleviated', 'monitored', 'marginal'), {
        minLength: 1,
        maxLength: 2,
      }),
      not: fc.constantFrom(undefined, true as const),
    })
    .map(({ not, ...rest }): Condition => (not === undefined ? rest : { ...rest, not })),
  fc
    .uniqueArray(fc.constantFrom(...tags), { minLength: 1, maxLength: 2 })
    .map((values): Condition => ({ on: 'tag', values })),
  fc
    .constantFrom('visited', 'remaining', 'untouched', 'notHome', 'withProblems', 'toVerify', 'submitted')
    .map((value): Condition => ({ on: 'standing', values: [value] })),
  fc.constantFrom('1组', '2组', '3组').map((group): Condition => ({ on: 'group', values: [group] })),
);
