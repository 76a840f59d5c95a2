import type { AnswerValue } from '../form/answer.ts';

/** What the household visits say of an area: of those asked, how many gave this answer. */
export interface AreaFigure {
  area: number;
  label: string;
  key: string;
  good: AnswerValue;
  /** Answers that count at all, where some say that it doesn't concern the household. */
  among?: readonly AnswerValue[];
}
