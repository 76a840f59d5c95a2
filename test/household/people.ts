import { newSettings } from '../../conversations/campaigns/all.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { type Household, householdSchema } from '../../conversations/contract/household.ts';
import type { Answer, Answers, AnswerValue } from '../../conversations/form/answer.ts';
import type { Question } from '../../conversations/form/question.ts';
import { nextQuestion } from '../../conversations/form/questionnaire.ts';

export const settings = newSettings(xiaoxian2021, 'real');

/** 张三's household in group 3 of 李庄, a general one unless said otherwise. */
export function householdOf(over: Partial<Household> = {}): Household {
  const parsed = householdSchema.parse({
    id: '3f2c8a51-9c7e-4d0a-8f3b-6a1d2e4c5b70',
    code: 'H001',
    headName: '张小三',
    type: 'general',
    village: '341322100201',
    villageName: '李庄村',
    township: '341322100000',
    townshipName: '龙城镇',
    group: '3组',
  });
  return { ...parsed, ...over };
}

/** Answers as values; an Answer object is taken as it is (待核实, with a who or a note). */
export function answered(values: Record<string, AnswerValue | Answer>): Answers {
  return Object.fromEntries(
    Object.entries(values).map(([key, v]) => [
      key,
      typeof v === 'object' && !Array.isArray(v) ? v : ({ is: 'known', v } as const),
    ]),
  );
}

/** A household where everything is in order, as a helper would tell it. */
export const allWell = {
  population: 4,
  annualIncome: 50_000,
  incomeSource: ['务工'],
  incomeStable: true,
  allInsured: true,
  seriousIllness: false,
  schoolAgeChild: false,
  housingSafe: true,
  elderAloneUnsafe: false,
  waterProblem: false,
  otherProblems: '无',
  otherDifficulties: false,
} satisfies Record<string, AnswerValue>;

/** Everything asked of a household when `reply` answers; stops when nothing is asked any more. */
export function askAll(
  of: Household,
  reply: (question: Question, answers: Answers) => Answer,
  start: Answers = {},
): { asked: Question[]; answers: Answers } {
  const subject = { household: of, year: settings.year, incomeLine: settings.incomeLine.yuan };
  const asked: Question[] = [];
  const answers: Answers = { ...start };
  for (let step = 0; step < 200; step += 1) {
    const next = nextQuestion(xiaoxian2021.householdForm, answers, subject);
    if (next === undefined) return { asked, answers };
    asked.push(next);
    answers[next.key] = reply(next, answers);
  }
  throw new Error('the questions never end');
}

/** The good news to every question; gates that open more are closed. */
export function goodNews(question: Question): Answer {
  const closed: Record<string, AnswerValue> = {
    schoolAgeChild: false,
    supports: ['都没有'],
    labourForce: false,
  };
  const own = closed[question.key];
  if (own !== undefined) return { is: 'known', v: own };
  switch (question.kind) {
    case 'yesNo':
      return { is: 'known', v: question.trueIsGood };
    case 'count':
      return { is: 'known', v: 4 };
    case 'money':
      return { is: 'known', v: question.key === 'annualIncome' ? 60_000 : 12_000 };
    case 'choice':
      return { is: 'known', v: question.choices[0]?.value ?? '' };
    case 'choices':
      return { is: 'known', v: [question.choices[0]?.value ?? ''] };
    case 'text':
      return { is: 'known', v: question.none ?? '' };
    case 'photo':
      return { is: 'skipped', again: true };
  }
}
