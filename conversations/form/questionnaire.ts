import type { Answer, Answers } from './answer.ts';
import type { Question, Questionnaire } from './question.ts';

/** The questions that apply now, in order. */
export function applicable<Subject>(
  list: Questionnaire<Subject>,
  answers: Answers,
  subject: Subject,
): Question<Subject>[] {
  return list.questions.filter((q) => q.when === undefined || q.when(answers, subject));
}

/** The question with this key, whether it applies or not. */
export function questionOf<Subject>(
  list: Questionnaire<Subject>,
  key: string,
): Question<Subject> | undefined {
  const place = index(list).get(key);
  return place === undefined ? undefined : list.questions[place];
}

const indexes = new WeakMap<object, Map<string, number>>();
function index(list: Questionnaire): Map<string, number> {
  const found = indexes.get(list);
  if (found !== undefined) return found;
  const made = new Map(list.questions.map((q, place) => [q.key, place]));
  indexes.set(list, made);
  return made;
}

/** Open: never answered, or postponed once (then it comes again after the others). */
function isOpen(answer: Answer | undefined): boolean {
  return answer === undefined || (answer.is === 'skipped' && answer.again !== true);
}

/**
 * What to ask next: the first unanswered question in order, then those postponed once, else undefined.
 * `pass` leaves questions out for now (sensitive ones in a group).
 */
export function nextQuestion<Subject>(
  list: Questionnaire<Subject>,
  answers: Answers,
  subject: Subject,
  pass: (question: Question<Subject>) => boolean = () => false,
): Question<Subject> | undefined {
  let postponed: Question<Subject> | undefined;
  for (const question of list.questions) {
    const answer = answers[question.key];
    if (!isOpen(answer)) continue;
    if (question.when !== undefined && !question.when(answers, subject)) continue;
    if (pass(question)) continue;
    if (answer === undefined) return question;
    postponed ??= question;
  }
  return postponed;
}

/** Questions that must be answered (or marked 不清楚) before submission and are not. */
export function missingQuestions<Subject>(
  list: Questionnaire<Subject>,
  answers: Answers,
  subject: Subject,
): Question<Subject>[] {
  return applicable(list, answers, subject).filter(
    (q) => q.optional !== true && (answers[q.key] === undefined || answers[q.key]?.is === 'skipped'),
  );
}

/** Drops answers whose question no longer applies, so that a correction leaves no orphan behind. */
export function pruneAnswers<Subject>(
  list: Questionnaire<Subject>,
  answers: Answers,
  subject: Subject,
): Answers {
  const orphans = list.questions.filter(
    (q) => answers[q.key] !== undefined && q.when !== undefined && !q.when(answers, subject),
  );
  if (orphans.length === 0) return answers;
  const gone = new Set(orphans.map((q) => q.key));
  return pruneAnswers(
    list,
    Object.fromEntries(Object.entries(answers).filter(([key]) => !gone.has(key))),
    subject,
  );
}

/** Answers the register gives before anyone asks; each is shown to be confirmed. */
export function prefilledAnswers<Subject>(list: Questionnaire<Subject>, subject: Subject): Answers {
  const filled: Answers = {};
  for (const question of list.questions) {
    const value = question.prefill?.(subject);
    if (value !== undefined) filled[question.key] = { is: 'known', v: value, from: 'register' };
  }
  return filled;
}
