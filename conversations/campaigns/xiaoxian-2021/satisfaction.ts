import type { SatisfactionData } from '../../campaign/satisfaction.ts';
import { satisfactionQuestions } from '../../subjects/satisfaction/questions.ts';

/** Area 14: asked by spot-checks, and of two questions by a household's own code. */
export const satisfaction: SatisfactionData = {
  questions: satisfactionQuestions,
  paper: ['satisfiedTeam', 'satisfiedBasics'],
  low: 0.9,
  fewest: 5,
};
