import type { Answer, Answers, AnswerValue } from './answer.ts';
import type { Fault } from './form-fault.ts';
import type { QuestionKey } from './keys.ts';
import type { Question, Questionnaire } from './question.ts';
import { nextQuestion, pruneAnswers } from './questionnaire.ts';
import { fits } from './value.ts';

/** More questions than this in one visit would be a loop, or too many for anybody. */
const longestPath = 80;

/** Walks the questionnaire for every subject, answering whatever is asked next until nothing is. */
export function walkFaults<Subject>(
  list: Questionnaire<Subject>,
  subjects: readonly Subject[],
  walks = 60,
): Fault[] {
  const faults: Fault[] = [];
  const asked = new Set<QuestionKey>();
  const tried = new Trials();
  for (const subject of subjects) {
    for (const question of list.questions) faults.push(...checked(question, subject));
    for (let i = 0; i < walks; i += 1) faults.push(...walk(list, subject, tried, asked));
  }
  const never = list.questions.filter((q) => q.elsewhere === undefined && !asked.has(q.key));
  return [
    ...faults,
    ...never.map((q): Fault => ({ kind: 'neverAsked', key: q.key, text: '怎么答都问不到这一题' })),
  ];
}

function walk<Subject>(
  list: Questionnaire<Subject>,
  subject: Subject,
  tried: Trials,
  asked: Set<QuestionKey>,
): Fault[] {
  let answers: Answers = {};
  let last = -1;
  const faults: Fault[] = [];
  for (let step = 0; step < longestPath; step += 1) {
    const next = guarded(() => nextQuestion(list, answers, subject));
    if ('error' in next) return [...faults, { kind: 'throws', key: '', text: next.error }];
    const question = next.value;
    if (question === undefined) return faults;
    const place = list.questions.indexOf(question);
    if (place < last)
      faults.push({ kind: 'jumpsBack', key: question.key, text: '要看后面题的答案才问，会跳回前面' });
    last = Math.max(last, place);
    asked.add(question.key);
    answers = pruneAnswers(list, { ...answers, [question.key]: tried.next(question) }, subject);
  }
  const key = guarded(() => nextQuestion(list, answers, subject));
  return [
    ...faults,
    { kind: 'unbounded', key: 'value' in key ? (key.value?.key ?? '') : '', text: '问不到头' },
  ];
}

/** A check must say something of every value, and give a reason for what it doesn't take. */
function checked<Subject>(question: Question<Subject>, subject: Subject): Fault[] {
  const filled = guarded(() => question.prefill?.(subject));
  if ('error' in filled) return [{ kind: 'throws', key: question.key, text: filled.error }];
  return valuesOf(question).flatMap((value): Fault[] => {
    const result = guarded(() => question.check?.(value, {}, subject));
    if ('error' in result) return [{ kind: 'throws', key: question.key, text: result.error }];
    const { value: check } = result;
    return check !== undefined && check.is !== 'fine' && check.why.trim() === ''
      ? [{ kind: 'badCheck', key: question.key, text: `${JSON.stringify(value)} 不收，却没说为什么` }]
      : [];
  });
}

function guarded<T>(run: () => T): { value: T } | { error: string } {
  try {
    return { value: run() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Values worth trying: every branch a question can open. */
export function valuesOf(question: Question): AnswerValue[] {
  switch (question.kind) {
    case 'yesNo':
      return [true, false];
    case 'count':
      return [...new Set([question.min, Math.min(question.max, question.min + 3), question.max])];
    case 'money':
      return [0, 900, 30_000, 2_000_000];
    case 'choice':
      return question.choices.map((c) => c.value);
    case 'choices': {
      const values = question.choices.map((c) => c.value);
      return [...values.map((v) => [v]), values.slice(0, 2), values];
    }
    case 'text':
      return [question.none ?? '', '门前路灯坏了'].filter((v) => fits(question, v));
    case 'photo':
      return [['photo']];
  }
}

/** Deals out answers in turn, each question by itself, at a stride that keeps the questions out of step. */
class Trials {
  readonly #counts = new Map<QuestionKey, number>();
  #seed = 7;

  next(question: Question): Answer {
    const count = this.#counts.get(question.key) ?? 0;
    this.#counts.set(question.key, count + 1);
    this.#seed = (this.#seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    if (this.#seed % 17 === 0) return { is: 'unsure' };
    if (this.#seed % 19 === 0) return { is: 'skipped', again: true };
    const values = valuesOf(question);
    // Every other time the next value in turn, else any: in turn alone two questions could march in step.
    const place = count % 2 === 0 ? count / 2 : this.#seed >> 4;
    const value = values[place % values.length];
    return value === undefined ? { is: 'unsure' } : { is: 'known', v: value };
  }
}
