import { explainedOutcomes, isHandedIn, type Visit } from '../contract/session.ts';

/**
 * How one household's visit counts, in letters: the rule behind every number. S submitted, V verified, R returned,
 * D draft, N not at home, F refused; behind S and V: x explained (moved, deceased, merged), u something to
 * verify, p problems. The column visit.tally holds the same (db/visits/table.ts); a test compares the two.
 */
export function tallyOf(
  visit: Pick<Visit, 'status' | 'outcome' | 'questionnaire'>,
  found: { toVerify: number; problems: number },
): string | null {
  if (visit.questionnaire !== 'household') return null;
  if (isHandedIn(visit.status)) {
    const explained = visit.outcome !== null && explainedOutcomes.includes(visit.outcome);
    return [
      visit.status === 'submitted' ? 'S' : 'V',
      explained ? 'x' : '',
      found.toVerify > 0 ? 'u' : '',
      found.problems > 0 ? 'p' : '',
    ].join('');
  }
  if (visit.status === 'returned') return 'R';
  return visit.outcome === 'notHome' ? 'N' : visit.outcome === 'refused' ? 'F' : 'D';
}
