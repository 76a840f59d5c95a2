import type { Answer, Answers, AnswerValue } from './answer.ts';
import type { QuestionKey } from './ids.ts';
import type { Question, Questionnaire, Subject } from './question.ts';
import { nextQuestion, pruneAnswers } from './questionnaire.ts';
import { fits } from './value.ts';

/** What can be wrong with a questionnaire before anybody has answered it. */
export const faultKinds = [
  'duplicateKey',
  'missingText',
  'tooLong',
  'topicCollision',
  'wordCollision',
  'unknownClause',
  'neverAsked',
  'unbounded',
  'jumpsBack',
  'badCheck',
  'throws',
] as const; // prettier-ignore
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  kind: FaultKind;
  key: QuestionKey;
  /** What is wrong, for the one who edits the questions. */
  text: string;
}

export interface CheckOptions {
  /** One subject per kind for which the questionnaire differs. */
  subjects: readonly Subject[];
  isClause: (id: string) => boolean;
  /** Walks per subject; each prefers answers not tried yet, so that a few dozen reach every branch. */
  walks?: number;
}

const limits = { ask: 30, title: 5, path: 80 } as const;

/** Checks the definition by itself and by walking it with generated answers. No faults = an empty list. */
export function checkQuestionnaire(list: Questionnaire, options: CheckOptions): Fault[] {
  const faults = [
    ...duplicateKeys(list),
    ...list.questions.flatMap((q) => [...texts(q), ...words(q), ...clausesOf(q, options.isClause)]),
    ...topics(list),
    ...walked(list, options),
  ];
  const seen = new Set<string>();
  return faults.filter((f) => {
    const id = `${f.kind} ${f.key} ${f.text}`;
    return seen.has(id) ? false : seen.add(id);
  });
}

function duplicateKeys(list: Questionnaire): Fault[] {
  const keys = list.questions.map((q) => q.key);
  return keys
    .filter((key, i) => keys.indexOf(key) !== i)
    .map((key) => ({ kind: 'duplicateKey', key, text: '同一个键用了两次' }));
}

function texts(q: Question): Fault[] {
  const missing = (text: string): Fault => ({ kind: 'missingText', key: q.key, text });
  const long = (text: string): Fault => ({ kind: 'tooLong', key: q.key, text });
  return [
    ...(q.ask.trim() === '' ? [missing('没有问句')] : []),
    ...(q.title.trim() === '' ? [missing('没有短名')] : []),
    ...([...q.ask].length > limits.ask ? [long(`问句超过 ${limits.ask} 个字`)] : []),
    ...([...q.title].length > limits.title ? [long(`短名超过 ${limits.title} 个字`)] : []),
    ...(q.kind === 'yesNo' && (q.yes === '' || q.no === '' || (q.yes ?? '是') === (q.no ?? '否'))
      ? [missing('两个答案没有各自的说法')]
      : []),
    ...('choices' in q && q.choices.length < 2 ? [missing('选项不到两个')] : []),
    ...('choices' in q && q.choices.some((c) => c.value === '' || c.label.trim() === '')
      ? [missing('有选项没有文字')]
      : []),
  ];
}

/** The words of one question's choices must tell them apart. */
function words(q: Question): Fault[] {
  if (!('choices' in q)) return [];
  return repeated(q.choices.map((c) => [...new Set([c.value, c.label, ...(c.words ?? [])])])).map((word) => ({
    kind: 'wordCollision',
    key: q.key,
    text: `“${word}”属于两个选项`,
  }));
}

function topics(list: Questionnaire): Fault[] {
  const named = list.questions.map((q) => ({
    key: q.key,
    words: [...new Set([q.title, ...(q.topics ?? [])])],
  }));
  return repeated(named.map((n) => n.words)).map((word) => ({
    kind: 'topicCollision',
    key: named
      .filter((n) => n.words.includes(word))
      .map((n) => n.key)
      .join(' / '),
    text: `“${word}”说的是哪一题分不清`,
  }));
}

function repeated(groups: readonly (readonly string[])[]): string[] {
  const all = groups.flat();
  return [...new Set(all.filter((word, i) => all.indexOf(word) !== i))];
}

function clausesOf(q: Question, isClause: (id: string) => boolean): Fault[] {
  const unknown = q.clauses.filter((id) => !isClause(id));
  return [
    ...unknown.map((id): Fault => ({ kind: 'unknownClause', key: q.key, text: `方案里没有条目 ${id}` })),
    ...(q.clauses.length === 0 ? [{ kind: 'unknownClause' as const, key: q.key, text: '没有写条目' }] : []),
  ];
}

/** Walks the questionnaire for every subject, answering whatever is asked next until nothing is. */
function walked(list: Questionnaire, { subjects, walks = 60 }: CheckOptions): Fault[] {
  const faults: Fault[] = [];
  const asked = new Set<QuestionKey>();
  const tried = new Trials();
  for (const subject of subjects) {
    for (const question of list.questions) faults.push(...checked(question, subject));
    for (let i = 0; i < walks; i += 1) faults.push(...walk(list, subject, tried, asked));
  }
  const never = list.questions.filter((q) => !asked.has(q.key));
  return [
    ...faults,
    ...never.map((q): Fault => ({ kind: 'neverAsked', key: q.key, text: '怎么答都问不到这一题' })),
  ];
}

function walk(list: Questionnaire, subject: Subject, tried: Trials, asked: Set<QuestionKey>): Fault[] {
  let answers: Answers = {};
  let last = -1;
  const faults: Fault[] = [];
  for (let step = 0; step < limits.path; step += 1) {
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
function checked(question: Question, subject: Subject): Fault[] {
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
