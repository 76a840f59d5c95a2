import { campaignOf } from '../campaigns/all.ts';
import type { Household } from '../contract/household.ts';
import type { CampaignSettings } from '../contract/session.ts';
import type { Prompt } from '../contract/state.ts';
import { demoAnswers } from '../demo/answers.ts';
import { Chance } from '../demo/chance.ts';
import { livelihoodOf } from '../demo/livelihood.ts';
import type { Answers, AnswerValue } from '../form/answer.ts';
import type { Question } from '../form/question.ts';
import { questionOf } from '../form/questionnaire.ts';

/**
 * A robot helper of the rehearsal: at the door of a made-up household it says what a helper would type. It reads
 * what the bot waits for, knows the household's made-up truth, and answers in a few short words.
 */
export interface Door {
  household: Household;
  truth: Answers;
  /** Nobody is at home today. */
  away: boolean;
}

/** What is behind a door on a day: the same household and day always the same. */
export function behindDoor(household: Household, day: string, settings: CampaignSettings): Door {
  const year = Number(day.slice(0, 4));
  const chance = new Chance(seedOf(household.code));
  const livelihood = livelihoodOf(household.tags, household.members, year, chance);
  const truth = demoAnswers({ household, livelihood }, { ...settings, year }, chance);
  return { household, truth, away: new Chance(seedOf(`${household.code} ${day}`)).is(0.07) };
}

/** A message never needs more than this many turns at one door; a robot that loops gives up. */
export const mostTurns = 80;

/**
 * What the robot says next; undefined when it is done with this door.
 * @param before what the bot waited for the turn before: asked the same again, the robot takes the number shown
 */
export function robotSays(
  door: Door,
  open: Prompt | undefined,
  before: Prompt | undefined,
  settings: CampaignSettings,
): string | undefined {
  if (open === undefined) return undefined;
  if (door.away && before === undefined) return '不在家';
  const again = before !== undefined && JSON.stringify(before) === JSON.stringify(open);
  switch (open.is) {
    case 'card':
      return '对';
    case 'summary':
      return '提交';
    case 'question':
      return said(questionOf(campaignOf(settings).householdForm, open.key), door.truth, again);
    case 'reason':
      return '属实';
    case 'who':
      return open.facet === undefined ? '户主' : '跳过';
    case 'options':
    case 'change':
    case 'confirm':
    case 'pick':
      return '1';
    case 'form':
    case 'flow':
      return undefined;
  }
}

function said(question: Question | undefined, truth: Answers, again: boolean): string {
  if (question === undefined) return '跳过';
  const answer = truth[question.key];
  if (again)
    return question.kind === 'yesNo' && answer?.is === 'known' ? (answer.v === true ? '1' : '2') : '跳过';
  if (answer === undefined) return question.optional === true ? '跳过' : plain(question);
  return answer.is === 'known' ? inWords(question, answer.v) : '不清楚';
}

/** The good news, where the made-up truth has nothing to a question. */
function plain(question: Question): string {
  if (question.kind === 'yesNo')
    return question.trueIsGood ? (question.yes ?? '是') : (question.no ?? '没有');
  return question.kind === 'text' ? (question.none ?? '没有') : '跳过';
}

function inWords(question: Question, value: AnswerValue): string {
  switch (question.kind) {
    case 'yesNo':
      return value === true ? (question.yes ?? '是') : (question.no ?? '没有');
    case 'count':
      return `${String(value)}${question.measure}`;
    case 'money':
      return `${String(value)}元`;
    case 'choice':
      return question.choices.find((choice) => choice.value === value)?.label ?? String(value);
    case 'choices':
      return (Array.isArray(value) ? value : [String(value)])
        .map((one) => question.choices.find((choice) => choice.value === one)?.label ?? one)
        .join('、');
    case 'text':
      return value === '' ? (question.none ?? '没有') : String(value);
    case 'photo':
      return '跳过';
  }
}

function seedOf(text: string): number {
  let seed = 2166136261;
  for (const letter of text) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 16777619);
  return seed >>> 0;
}
