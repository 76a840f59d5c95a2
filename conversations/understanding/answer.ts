import { Lately } from '../form/lately.ts';
import { clean, fold, trimFillers } from '../language/text.ts';
import { readCount } from '../reading/count.ts';
import { readDropout } from '../reading/dropout.ts';
import { gradesIn } from '../reading/housing.ts';
import { readIncomeSource } from '../reading/income/sources.ts';
import { readSum } from '../reading/income/sum.ts';
import { ask, mapValue, none, value } from '../reading/outcome.ts';
import { readPopulation } from '../reading/people/population.ts';
import { isExistence, plainAnswer } from '../reading/plain-answer.ts';
import { isLedgerYesNo, readSaidTo } from '../reading/said-to.ts';
import type { QuestionHint, Understood } from '../reading/understood.ts';
import { waterKinds } from '../reading/water.ts';
import { readForQuestion } from '../reading/yes-no-answer.ts';
import { exactChoice, namedChoices, pickedNumbers, readChoice, readChoices } from './choice.ts';
import { readControl } from './control.ts';

export interface AnswerContext {
  /** People in the household, where known: turns a sum per head into the household's. */
  population?: number | undefined;
}

/** Reads a text as the answer to one open question; commands come out as `control`. */
export function understandAnswer(raw: string, hint: QuestionHint, context: AnswerContext = {}): Understood {
  const text = clean(raw);
  if (text === '') return none;
  const folded = fold(text);
  const quick = readQuick(folded, hint, context);
  if (quick) return quick;
  const control = readControl(text, hint);
  if (control && !(control.action === 'unsure' && answersKnowing(folded, hint)))
    return { status: 'control', control };
  return readAnswer(folded, hint, context);
}

/** 不知道是谁 answers whether a person is known; elsewhere 不知道 puts the question off. */
function answersKnowing(text: string, hint: QuestionHint): boolean {
  if (hint.kind !== 'yesNo') return false;
  return (
    /谁|认识/.test(text) ||
    /know/i.test(hint.key) ||
    (hint.topics ?? []).some((t) => /知道|认识|说得出/.test(t))
  );
}

const figure = /^[\d.,一二两三四五六七八九十百千万wk元块口人个]{1,10}$/;

/** The commonest answers without looking for commands: 有, 没有, 1, 5口, 3万2. */
function readQuick(text: string, hint: QuestionHint, context: AnswerContext): Understood | undefined {
  if (hint.kind === 'count' || hint.kind === 'money') {
    const read = figure.test(text) ? readAnswer(text, hint, context) : none;
    return read.status === 'value' ? read : undefined;
  }
  const exact = hint.choices && exactChoice(text, hint.choices);
  if (exact !== undefined) return hint.kind === 'choices' ? value([exact]) : value(exact);
  if (hint.kind !== 'yesNo' || text.length > 4 || (hint.rated && isExistence(text))) return undefined;
  const plain = plainAnswer(text);
  return plain === 'yes' || plain === 'no' ? value(plain === 'yes') : undefined;
}

/** A message is read for its open question from several places, one behind the other. */
const lately = new Lately<QuestionHint, Understood>();

/** {@link understandAnswer} on cleaned, lower-cased text, without commands. */
export function readAnswer(text: string, hint: QuestionHint, context: AnswerContext): Understood {
  return lately.of(hint, text, context.population, () => readAnew(text, hint, context));
}

function readAnew(text: string, hint: QuestionHint, context: AnswerContext): Understood {
  switch (hint.kind) {
    case 'yesNo':
      return readYesNoAnswer(text, hint);
    case 'count':
      return hint.key === 'population' ? readPopulation(text) : readCount(text);
    case 'money':
      return readSum(text, hint.sum ?? 'any', context.population);
    case 'choice':
      return readChoiceAnswer(text, hint);
    case 'choices':
      return readChoicesAnswer(text, hint);
    case 'text':
      return readText(text);
    case 'photo':
      return none;
  }
}

function readYesNoAnswer(text: string, hint: QuestionHint): Understood<boolean> {
  if (!isLedgerYesNo(hint.key)) return readForQuestion(text, hint);
  const { understood } = readSaidTo(hint.key, text);
  return understood;
}

function readChoiceAnswer(text: string, hint: QuestionHint): Understood<string> {
  const trimmed = trimFillers(text);
  if (pickedNumbers(trimmed, hint.choices?.length ?? 0)) return readChoice(text, hint);
  if (hint.key === 'dropoutReason') {
    const read = readDropout(text);
    if (read.status !== 'none') return mapValue(read, (r) => r.reason);
  }
  if (hint.key === 'housingGrade') {
    const [grade, ...more] = gradesIn(text);
    if (grade) return more.length === 0 ? value(grade) : ask('conflict');
  }
  return readChoice(text, hint);
}

function readChoicesAnswer(text: string, hint: QuestionHint): Understood<string[]> {
  const trimmed = trimFillers(text);
  if (pickedNumbers(trimmed, hint.choices?.length ?? 0)) return readChoices(text, hint);
  if (hint.key === 'incomeSource') {
    const read = readIncomeSource(text);
    const sources = mapValue(read, (s) => [...s.sources]);
    const usable =
      sources.status === 'value' || (sources.status === 'ask' && (sources.value?.length ?? 0) > 0);
    if (usable || namedChoices(trimmed, hint.choices ?? []).length === 0) return withoutEmpty(sources);
  }
  if (hint.key === 'waterTypes') {
    const kinds = waterKinds(text);
    if (kinds.length > 0) return value(kinds);
  }
  return readChoices(text, hint);
}

function withoutEmpty(u: Understood<string[]>): Understood<string[]> {
  return u.status === 'ask' && u.value?.length === 0 ? ask(u.reason) : u;
}

/** 其他, 别的方面, 户里: what a nothing may be said of. */
const ofWhat =
  '(?:(?:暂时|目前|户里|家里|其他|其它|别的|旁的|另外|剩下)(?:的|方面|地方|情况|问题)?|都|也|就|真|啥|什么)*';
const nothing = new RegExp(
  `^${ofWhat}(?:没(?:有|啥|什么|得)?(?:其他|其它|别的|旁的|问题|情况|发现|了|啥|其他问题|别的问题|什么问题|啥问题)*(?:了|的)?|无|无(?:其他|其它|别的)?(?:问题|情况)|木有|冇|不|否|没问题|没事|(?:一切)?正常|挺?好|都好|都挺好|不存在|未发现[^,。]{0,4})(?:了|的|啊|呢)*$`,
);
/** 啥问题都没有: the nothing stands at the end. */
const nothingAtAll = /^(?:啥|什么|任何|其他|其它|别的)(?:问题|情况|毛病)?也?都?(?:没有?|无)(?:了|的|啊|呢)*$/;

/** There is nothing to say to an open description. */
export function isNothing(text: string): boolean {
  const trimmed = trimFillers(text);
  return nothing.test(trimmed) || nothingAtAll.test(trimmed);
}

function readText(text: string): Understood<string> {
  const trimmed = trimFillers(text);
  if (isNothing(text) || trimmed === '2') return value('无');
  const plain = plainAnswer(trimmed);
  if (plain) return ask('vague');
  return value(text.replace(/^(?:有|还有|就是)[,，。、 ]+/, ''));
}
