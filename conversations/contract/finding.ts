import type { ClauseId, QuestionKey } from '../form/keys.ts';

export const problemCategories = [
  'education',
  'medical',
  'housing',
  'water',
  'income',
  'assistance',
  'relocation',
  'industry',
  'employment',
  'safetyNet',
  'satisfaction',
  'policy',
  'other',
] as const;
export type ProblemCategory = (typeof problemCategories)[number];

/** A problem the rules see in a visit's answers. `key` is stable: the same finding after a correction keeps it. */
export interface Finding {
  key: string;
  category: ProblemCategory;
  clause: ClauseId;
  /** One short sentence, our own words; may hold the who and the note. */
  description: string;
  leadUnit: string;
  /** Questions it rests on, for 为什么 and for withdrawing it when one is corrected. */
  from: readonly QuestionKey[];
}

/** A household that may fit the monitoring scope: reasons, never a classification. */
export interface MonitoringFlag {
  key: string;
  clause: ClauseId;
  reason: string;
}

/** Two answers that don't fit each other, or an odd one: shown before submission. */
export interface Warning {
  key: string;
  text: string;
  from: readonly QuestionKey[];
}

/** A sign that a visit is worth a spot-check; never shown in a group, never an accusation. */
export interface QualitySignal {
  key: 'tooFast' | 'sameAnswers' | 'atNight' | 'farFromMedian';
  text: string;
}
