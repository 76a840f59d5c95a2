import { asksStaff } from './asks-staff.ts';
import type { Condition, Of } from './inquiry.ts';
import type { InquiryMark, InquiryToken } from './mark.ts';

/** The mark of one kind that a token has. */
export const pick = <K extends InquiryMark['is']>(
  token: InquiryToken,
  is: K,
): Extract<InquiryMark, { is: K }> | undefined =>
  token.marks.find((m): m is Extract<InquiryMark, { is: K }> => m.is === is);

/** Conditions that problems are asked by, and those of leads: they tell what is asked of. */
export const ofProblems: ReadonlySet<Condition['on']> = new Set([
  'problemState',
  'status',
  'source',
  'leadUnit',
  'due',
]);

/** What the words ask of: problems, leads or households. */
export function subjectOf(tokens: readonly InquiryToken[]): Of | undefined {
  const wanted = tokens.flatMap((t) => pick(t, 'want')?.of ?? [])[0];
  if (wanted === 'problems' || wanted === 'leads') return wanted;
  const named = tokens.flatMap((t) => pick(t, 'of')?.of ?? []);
  const facts = tokens.flatMap((t) => pick(t, 'fact')?.facts ?? []);
  if (asksStaff(tokens, facts, { named: named.includes('staff'), households: wanted === 'households' }))
    return 'staff';
  if (named.includes('leads') || facts.some((f) => f.on === 'stage')) return 'leads';
  if (wanted === 'households') return wanted;
  // 有问题的户: the households are meant, not their problems.
  const lastNamed = named.filter((of) => of !== 'persons' && of !== 'staff').at(-1);
  if (
    wanted === undefined &&
    named.includes('problems') &&
    lastNamed === 'households' &&
    !facts.some((f) => ofProblems.has(f.on))
  )
    return 'households';
  if (named.includes('problems') || facts.some((f) => ofProblems.has(f.on))) return 'problems';
  return wanted ?? named.find((of) => of === 'households') ?? named.find((of) => of !== 'staff');
}

/** Does a sentence begin by going on with what was asked: 那…, 其中…? */
export const asksOn = (tokens: readonly InquiryToken[]): boolean => {
  const [first] = tokens.filter((t) => !t.marks.some((m) => m.is === 'filler'));
  return first !== undefined && pick(first, 'goesOn') !== undefined;
};
