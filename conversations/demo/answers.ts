import { campaignOf } from '../campaigns/all.ts';
import type { CampaignSettings } from '../contract/session.ts';
import type { Answer, Answers, AnswerValue } from '../form/answer.ts';
import { numberOf } from '../form/answer.ts';
import type { Question } from '../form/question.ts';
import { pruneAnswers } from '../form/questionnaire.ts';
import type { Chance } from './chance.ts';
import type { DemoHousehold } from './households.ts';
import { draw, living } from './livelihood.ts';

/** Probability of 是 where it isn't simply "good news, nearly always". */
const yesShare: Readonly<Record<string, number>> = {
  incomeStable: 0.94,
  allInsured: 0.975,
  canAffordCare: 0.93,
  schoolAgeChild: 0.22,
  droppedOut: 0.01,
  housingSafe: 0.988,
  housingAppraised: 0.6,
  otherSafeHousing: 0.5,
  elderAloneUnsafe: 0.2,
  waterProblem: 0.015,
  otherDifficulties: 0.02,
  labourLost: 0.08,
  satisfiedTeam: 0.985,
  satisfiedBasics: 0.99,
};
const goodShare = 0.985;
const unsureShare = 0.006;

const words = [
  '村西头路灯不亮',
  '院墙有裂缝，下雨漏水',
  '孩子放学路上没人接',
  '门前排水沟堵了',
  '家里老人行动不便',
] as const;

/**
 * Plausible answers of one household: mostly good news, the register's facts confirmed, each question asked only
 * where it applies. Deterministic for the given chance.
 */
export function demoAnswers(demo: Living, settings: CampaignSettings, chance: Chance): Answers {
  const { year } = settings;
  const { householdForm } = campaignOf(settings);
  const { household } = demo;
  const subject = { household, year };
  const answers: Answers = {};
  for (const question of householdForm.questions) {
    if (question.when !== undefined && !question.when(answers, subject)) continue;
    if (question.kind === 'photo' || (question.optional === true && chance.is(0.3))) continue;
    const registered = chance.is(0.97) ? question.prefill?.(subject) : undefined;
    answers[question.key] =
      registered === undefined
        ? answerTo(question, answers, { ...demo, year }, chance)
        : { is: 'known', v: registered };
  }
  return pruneAnswers(householdForm, answers, subject);
}

/** A household and what it lives on. */
export type Living = Pick<DemoHousehold, 'household' | 'livelihood'>;

/** A household in the campaign's year. */
type Asked = Living & { year: number };

function answerTo(question: Question, answers: Answers, asked: Asked, chance: Chance): Answer {
  if (question.kind === 'yesNo' && chance.is(unsureShare)) return { is: 'unsure' };
  return { is: 'known', v: drawValue(question, answers, asked, chance) };
}

function drawValue(question: Question, answers: Answers, asked: Asked, chance: Chance): AnswerValue {
  const { household } = asked;
  switch (question.kind) {
    case 'yesNo': {
      return chance.is(yesShareOf(question.key, asked) ?? (question.trueIsGood ? goodShare : 1 - goodShare));
    }
    case 'count':
      return household.population ?? 3;
    case 'money':
      return moneyOf(question.key, answers, asked, chance);
    case 'choice':
      return choiceOf(question, chance);
    case 'choices':
      return choicesOf(question, asked, chance);
    default:
      return chance.is(0.985) ? '' : chance.pick(words);
  }
}

function yesShareOf(key: string, asked: Asked): number | undefined {
  if (key === 'schoolAgeChild') return pupilShare(asked);
  if (key === 'seriousIllness') return living[asked.livelihood].illness;
  return key === 'labourForce' ? living[asked.livelihood].labour : yesShare[key];
}

/** Where the register knows the members' years of birth, the answer agrees with it. */
function pupilShare({ household, year }: Asked): number {
  if (household.members.length === 0) return (household.population ?? 1) >= 3 ? 0.3 : 0.02;
  const pupils = household.members.some(
    ({ birthYear }) => birthYear !== undefined && year - birthYear >= 6 && year - birthYear <= 15,
  );
  return pupils ? 1 : 0;
}

/** What of the gross income is left after costs. */
const netShare = 0.82;

function moneyOf(key: string, answers: Answers, asked: Asked, chance: Chance): number {
  const { household } = asked;
  if (key === 'medicalExpense') return chance.whole(8, 60) * 100;
  const people = numberOf(answers, 'population') ?? household.population ?? 3;
  if (key === 'annualIncome') return Math.round((people * grossPerHead(asked, chance)) / 500) * 500;
  const net = ((numberOf(answers, 'annualIncome') ?? 0) / people) * netShare;
  return Math.round((key === 'netIncomePerHead' ? net : net * 0.88) / 10) * 10;
}

/** Where last year's net income is known, this year's is mostly a good deal higher. */
function grossPerHead({ household, livelihood }: Asked, chance: Chance): number {
  const last = household.lastYearIncomePerHead;
  if (last === undefined)
    return chance.whole(...living[livelihood].gross) * 100 * (chance.is(0.012) ? 0.4 : 1);
  const growth = chance.is(0.95) ? 1.12 + 0.15 * chance.next() : 0.7 + 0.3 * chance.next();
  return (last * growth) / netShare;
}

function choiceOf(question: Extract<Question, { kind: 'choice' }>, chance: Chance): string {
  const values = question.choices.map((choice) => choice.value);
  const weights: Readonly<Record<string, readonly number[]>> = {
    studentAid: [30, 2, 68],
    reliefTimely: [26, 2, 72],
    premiumSubsidy: [94, 2, 4],
    housingGrade: [0, 2, 60, 38],
    dropoutReason: [30, 8, 12, 20, 2, 3, 1, 2, 4, 4, 4, 2, 2, 2, 2, 2],
  };
  const likely =
    weights[question.key] ?? values.map((_, i) => (i === 0 ? 96 : 4 / Math.max(1, values.length - 1)));
  return values[chance.weighted(likely.slice(0, values.length))] ?? values[0] ?? '';
}

function choicesOf(
  question: Extract<Question, { kind: 'choices' }>,
  { household, livelihood }: Asked,
  chance: Chance,
): string[] {
  if (question.key === 'incomeSource') {
    const { main, beside, besideShare } = living[livelihood];
    const first = draw(main, chance);
    const second = draw(beside, chance);
    return first === second || !chance.is(besideShare) ? [first] : [first, second];
  }
  const values = question.choices.map((choice) => choice.value);
  if (question.key === 'supports') {
    const some = values.filter(
      (value) => value !== '都没有' && chance.is(household.type === 'monitored' ? 0.3 : 0.22),
    );
    return some.length === 0 ? ['都没有'] : some;
  }
  return [values[chance.whole(0, values.length - 1)] ?? values[0] ?? ''];
}
