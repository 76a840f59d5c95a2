import type { UsualAnswers } from '../campaign/usual.ts';
import { campaignOf } from '../campaigns/all.ts';
import type { CampaignSettings } from '../contract/session.ts';
import type { Answer, Answers, AnswerValue } from '../form/answer.ts';
import { numberOf } from '../form/answer.ts';
import type { Question } from '../form/question.ts';
import { pruneAnswers } from '../form/questionnaire.ts';
import type { HouseholdQuestion } from '../subjects/subject.ts';
import type { Chance } from './chance.ts';
import type { DemoHousehold } from './households.ts';
import { drawnByWeight, livelihoods } from './livelihood.ts';

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
  const { year, incomeLine } = settings;
  const { householdForm } = campaignOf(settings);
  const answers = answersTo(householdForm.questions, demo, settings, chance);
  return pruneAnswers(householdForm, answers, {
    household: demo.household,
    year,
    incomeLine: incomeLine.yuan,
  });
}

/** What a household thinks of the work, as it would tell a checker. */
export function demoOpinion(demo: Living, settings: CampaignSettings, chance: Chance): Answers {
  return answersTo(campaignOf(settings).satisfaction.questions, demo, settings, chance);
}

function answersTo(
  questions: readonly HouseholdQuestion[],
  demo: Living,
  settings: CampaignSettings,
  chance: Chance,
): Answers {
  const { year, incomeLine } = settings;
  const { usual } = campaignOf(settings);
  const subject = { household: demo.household, year, incomeLine: incomeLine.yuan };
  const answers: Answers = {};
  for (const question of questions) {
    if (question.when !== undefined && !question.when(answers, subject)) continue;
    if (question.kind === 'photo' || (question.optional === true && chance.is(0.3))) continue;
    const registered = chance.is(0.97) ? question.prefill?.(subject) : undefined;
    answers[question.key] =
      registered === undefined
        ? answerTo(question, answers, { ...demo, year, usual }, chance)
        : { is: 'known', v: registered };
  }
  return answers;
}

/** A household and what it lives on. */
type Living = Pick<DemoHousehold, 'household' | 'livelihood'>;

/** A household in the campaign's year, and how it is usually answered there. */
type Asked = Living & { year: number; usual: UsualAnswers };

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
      return question.key === asked.usual.people
        ? (household.population ?? 3)
        : chance.whole(question.min, Math.min(question.max, question.min + 4));
    case 'money':
      return moneyOf(question.key, answers, asked, chance);
    case 'choice':
      return choiceOf(question, asked, chance);
    case 'choices':
      return choicesOf(question, asked, chance);
    default:
      return chance.is(0.985) ? '' : chance.pick(words);
  }
}

function yesShareOf(key: string, asked: Asked): number | undefined {
  const usual = asked.usual.yes[key];
  if (usual === 'pupils') return pupilShare(asked);
  return usual === 'illness' || usual === 'labour' ? livelihoods[asked.livelihood][usual] : usual;
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
  const { household, usual } = asked;
  const what = usual.money[key] ?? [8, 60];
  if (typeof what !== 'string') return chance.whole(...what) * 100;
  const people = numberOf(answers, usual.people) ?? household.population ?? 3;
  if (what === 'gross') return Math.round((people * grossPerHead(asked, chance)) / 500) * 500;
  const gross = Object.keys(usual.money).find((other) => usual.money[other] === 'gross') ?? '';
  const net = ((numberOf(answers, gross) ?? 0) / people) * netShare;
  return Math.round((what === 'net' ? net : net * 0.88) / 10) * 10;
}

/** Where last year's net income is known, this year's is mostly a good deal higher. */
function grossPerHead({ household, livelihood }: Asked, chance: Chance): number {
  const last = household.lastYearIncomePerHead;
  if (last === undefined)
    return chance.whole(...livelihoods[livelihood].gross) * 100 * (chance.is(0.012) ? 0.4 : 1);
  const growth = chance.is(0.95) ? 1.12 + 0.15 * chance.next() : 0.7 + 0.3 * chance.next();
  return (last * growth) / netShare;
}

function choiceOf(question: Extract<Question, { kind: 'choice' }>, { usual }: Asked, chance: Chance): string {
  const values = question.choices.map((choice) => choice.value);
  const likely =
    usual.choice[question.key] ?? values.map((_, i) => (i === 0 ? 96 : 4 / Math.max(1, values.length - 1)));
  return values[chance.weighted(likely.slice(0, values.length))] ?? values[0] ?? '';
}

function choicesOf(
  question: Extract<Question, { kind: 'choices' }>,
  { household, livelihood, usual }: Asked,
  chance: Chance,
): string[] {
  const how = usual.choices[question.key];
  if (how === 'livelihood') {
    const { main, beside, besideShare } = livelihoods[livelihood];
    const first = drawnByWeight(main, chance);
    const second = drawnByWeight(beside, chance);
    return first === second || !chance.is(besideShare) ? [first] : [first, second];
  }
  const values = question.choices.map((choice) => choice.value);
  if (how !== undefined) {
    const some = values.filter(
      (value) => value !== how.none && chance.is(household.type === 'monitored' ? 0.3 : 0.22),
    );
    return some.length === 0 ? [how.none] : some;
  }
  return [values[chance.whole(0, values.length - 1)] ?? values[0] ?? ''];
}
