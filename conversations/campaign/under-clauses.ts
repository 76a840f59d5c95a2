import type { ClauseId } from '../form/keys.ts';
import type { LeadRule } from '../subjects/lead-rule.ts';
import type { ProblemRule } from '../subjects/problem-rule.ts';
import type { HouseholdQuestion } from '../subjects/subject.ts';

// A subject's questions and rules cite the clauses of the first campaign. Another campaign picks those it wants and
// says under which of its own clauses they stand; what it doesn't name is left out.

type Clauses = Readonly<Record<string, ClauseId>>;

/** The questions that `clauses` names, in their order, each under its clause there. */
export function questionsUnder(
  questions: readonly HouseholdQuestion[],
  clauses: Clauses,
): HouseholdQuestion[] {
  return questions.flatMap((question) => {
    const clause = clauses[question.key];
    return clause === undefined ? [] : [{ ...question, clauses: [clause] }];
  });
}

/** The rules that `clauses` names, likewise. */
export function rulesUnder(rules: readonly ProblemRule[], clauses: Clauses): ProblemRule[] {
  return rules.flatMap((rule) => {
    const clause = clauses[rule.name];
    return clause === undefined ? [] : [{ ...rule, clauses: [clause] as const }];
  });
}

/** The reasons for a monitoring lead that `clauses` names, likewise. */
export function leadsUnder(rules: readonly LeadRule[], clauses: Clauses): LeadRule[] {
  return rules.flatMap((rule) => {
    const clause = clauses[rule.key];
    return clause === undefined ? [] : [{ ...rule, clause }];
  });
}
