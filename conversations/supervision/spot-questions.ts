import type { Campaign } from '../campaign/campaign.ts';
import type { Answer, Answers } from '../form/answer.ts';
import type { Question } from '../form/question.ts';
import { showAnswer } from '../form/show-answer.ts';
import type { HouseholdForm, HouseholdQuestion } from '../subjects/subject.ts';

/**
 * The questions of a spot-check: whether anybody came, the facts, asked without showing what the visit said, and what
 * the household thinks of the work.
 */
export function spotQuestionnaire({ spotCheck, householdForm, satisfaction }: Campaign): HouseholdForm {
  return {
    id: 'spotCheck',
    version: 2,
    questions: [
      spotCheck.first,
      ...householdForm.questions.filter((q) => spotCheck.again.includes(q.key)).map(fresh),
      ...satisfaction.questions,
    ],
  };
}

/** Asked anew: nothing is prefilled, and nobody asks who exactly. */
function fresh(question: HouseholdQuestion): HouseholdQuestion {
  const { prefill: _, whoWhen: __, ...rest } = question;
  return rest as HouseholdQuestion;
}

/** A question answered differently by the visit and by the check. */
export interface Difference {
  key: string;
  title: string;
  visit: string;
  check: string;
}

/** An income said again from memory is never the same to the yuan: within a fifth it agrees. */
const incomeTolerance = 0.2;

/**
 * What the check found otherwise than the visit. What either side left open says nothing; that nobody came is a
 * difference by itself.
 */
export function differencesOf(campaign: Campaign, visit: Answers, check: Answers): Difference[] {
  return spotQuestionnaire(campaign).questions.flatMap((question) => {
    const found = check[question.key];
    if (question.key === campaign.spotCheck.first.key)
      return found?.is === 'known' && found.v === false
        ? [{ key: question.key, title: question.title, visit: '上门', check: '没上门' }]
        : [];
    const told = visit[question.key];
    if (agree(question, told, found)) return [];
    return [
      {
        key: question.key,
        title: question.title,
        visit: showAnswer(question, told),
        check: showAnswer(question, found),
      },
    ];
  });
}

function agree(question: Question, told: Answer | undefined, found: Answer | undefined): boolean {
  if (told?.is !== 'known' || found?.is !== 'known') return true;
  if (question.kind === 'money' && typeof told.v === 'number' && typeof found.v === 'number')
    return Math.abs(told.v - found.v) <= incomeTolerance * Math.max(told.v, found.v);
  return JSON.stringify(told.v) === JSON.stringify(found.v);
}
