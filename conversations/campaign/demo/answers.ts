import type { Answer, Answers, AnswerValue } from '../../engine/answer.ts';
import type { Question } from '../../engine/question.ts';
import { nextQuestion } from '../../engine/questionnaire.ts';
import type { Household } from '../../household/household.ts';
import { householdQuestionnaire } from '../../household/questionnaire.ts';
import type { Chance } from './chance.ts';

/** How often an answer is the bad one, where it isn't the usual one in 250. */
const badNews: Readonly<Record<string, number>> = {
  incomeStable: 0.12,
  allInsured: 0.015,
  seriousIllness: 0.22,
  canAffordCare: 0.05,
  schoolAgeChild: 0.32,
  droppedOut: 0.006,
  housingSafe: 0.005,
  waterProblem: 0.008,
  otherDifficulties: 0.05,
  satisfiedTeam: 0.008,
  satisfiedBasics: 0.02,
};

/** Plausible answers of a whole visit, walked through the real questionnaire so that they fit together. */
export function demoAnswers(household: Household, year: number, chance: Chance): Answers {
  const subject = { household, year };
  let answers: Answers = {};
  for (let asked = 0; asked < householdQuestionnaire.questions.length; asked += 1) {
    const question = nextQuestion(householdQuestionnaire, answers, subject);
    if (question === undefined) break;
    answers = { ...answers, [question.key]: answerTo(question, household, chance) };
  }
  return answers;
}

function answerTo(question: Question, household: Household, chance: Chance): Answer {
  if (question.key !== 'population' && chance.happens(0.004)) return { is: 'unsure' };
  return {
    is: 'known',
    v: valueFor(question, household, chance),
    ...(question.whoWhen === undefined ? {} : { who: '未说明' }),
  };
}

function valueFor(question: Question, household: Household, chance: Chance): AnswerValue {
  switch (question.kind) {
    case 'yesNo':
      return chance.happens(badNews[question.key] ?? 0.02) ? !question.trueIsGood : question.trueIsGood;
    case 'count':
      return question.key === 'population' ? (household.population ?? 3) : question.min;
    case 'money':
      return moneyOf(question.key, household, chance);
    case 'choice':
      return (
        question.choices[
          chance.happens(0.97) ? 0 : chance.between(0, Math.min(2, question.choices.length - 1))
        ]?.value ?? ''
      );
    case 'choices':
      return choicesOf(question, chance);
    case 'text':
      return chance.happens(0.01) ? '门前排水沟堵了' : '';
    case 'photo':
      return [];
  }
}

function moneyOf(key: string, household: Household, chance: Chance): number {
  const people = household.population ?? 3;
  const perHead =
    (household.lastYearIncomePerHead ?? chance.between(90, 260) * 100) * (1 + chance.next() * 0.18 - 0.02);
  if (key === 'annualIncome') return Math.round((perHead * people * 1.15) / 100) * 100;
  return key === 'medicalExpense' ? chance.between(5, 300) * 100 : Math.round(perHead / 10) * 10;
}

function choicesOf(question: Extract<Question, { kind: 'choices' }>, chance: Chance): string[] {
  const usual = question.choices.slice(0, 7);
  const main = usual[chance.between(0, usual.length - 1)]?.value ?? '';
  const second = chance.happens(0.4) ? usual[chance.between(0, usual.length - 1)]?.value : undefined;
  return second === undefined || second === main ? [main] : [main, second];
}
