import { numberOf } from '../../form/answer.ts';
import { agree, type LineSheet } from '../../form/line-sheet.ts';
import { sheetWords } from './sheet-words.ts';

function perHead(yuan: number, people: number | undefined): number | undefined {
  return people === undefined || people === 0 ? undefined : Math.max(0, Math.round(yuan / people));
}

/** A household's income of a year by kind, and what production cost; the figure is net per head, whole yuan. */
export const incomeSheet: LineSheet = {
  lines: [
    { key: 'wages', label: '工资性' },
    { key: 'business', label: '经营性' },
    { key: 'property', label: '财产性' },
    { key: 'transfers', label: '转移性' },
    { key: 'costs', label: '成本', takes: true },
  ],
  words: sheetWords,
  figure: ({ net }, answers) => perHead(net, numberOf(answers, 'population')),
  // People tell the year's income before costs or after them: either way it agrees.
  otherwise({ earned, net }, answers) {
    const told = numberOf(answers, 'annualIncome');
    if (told === undefined || agree(earned, told) || agree(net, told)) return undefined;
    return perHead(told - (earned - net), numberOf(answers, 'population'));
  },
};
