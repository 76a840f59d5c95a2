import { special, type When } from '../conditions.ts';
import { grossPerHead } from './per-head.ts';

/** Under so many times the monitoring line a household's income is looked at line by line. */
const nearLine = 1.5;

/**
 * Where income matters: known poor or monitored households, and others whose gross income per head lies under one and
 * a half lines or under last year's net. Gross is never below net, so that is a fall for sure.
 */
export const incomeMatters: When = (answers, subject) => {
  if (special(answers, subject)) return true;
  const gross = grossPerHead(answers);
  if (gross === undefined) return false;
  const { incomeLine, household } = subject;
  const near = incomeLine !== undefined && gross < incomeLine * nearLine;
  const before = household?.lastYearIncomePerHead;
  return near || (before !== undefined && gross < before);
};
