import { progressLine, progressOf } from './progress.ts';
import type { Question } from './question.ts';
import { missingQuestions, nextQuestion } from './questionnaire.ts';
import { showAnswer } from './show-answer.ts';
import type { Sitting } from './sitting.ts';
import type { AnswerDoubt } from './told.ts';
import { aboutPersons, askPerson, onlyOne, whoIsOpen } from './who.ts';

/** What comes next: whom an answer is about, the first open question, or the end of the form. */
export function askNext<S>(s: Sitting<S>): string {
  const { list, subject, inGroup } = s.form;
  noteOnlyOne(s);
  const who = whoIsOpen(s);
  if (who !== undefined && !inGroup) return askPerson(s, who);
  const next = nextQuestion(list, s.answers, subject, (q) => !s.maySay(q));
  if (next !== undefined) return askQuestion(s, next);
  const left = missingQuestions(list, s.answers, subject).length;
  return s.end(inGroup && (left > 0 || who !== undefined) ? { is: 'inPrivate', left } : { is: 'finished' });
}

/** Where there is only one person it can be, an answer can be about nobody else. */
function noteOnlyOne<S>(s: Sitting<S>): void {
  const open = whoIsOpen(s);
  if (open === undefined || open.facet !== undefined) return;
  const only = onlyOne(s, open.question);
  const answer = s.answers[open.question.key];
  if (only === undefined || answer?.is !== 'known') return;
  s.write({ [open.question.key]: aboutPersons(answer, [only]) });
  noteOnlyOne(s);
}

/** Asks a question, or what is doubtful about its answer. */
export function askQuestion<S>(s: Sitting<S>, question: Question<S>): string {
  if (!s.maySay(question)) return s.end({ is: 'inPrivate' });
  const doubt = s.doubtOf(question.key);
  if (doubt !== undefined) return askDoubt(s, question, doubt);
  s.open({ is: 'question', key: question.key });
  return plainly(s, question);
}

/** Heading, question and choices, with how far one is. */
export function plainly<S>(s: Sitting<S>, question: Question<S>): string {
  const { list, subject, manner } = s.form;
  const progress = progressLine(progressOf(list, s.answers, subject, question.key));
  return `${manner.heading(question)}${manner.ask(question, progress)}\n${manner.choices(question)}`;
}

/** Asks a question that was answered before: what stands there is shown, doubts of old are forgotten. */
export function askAgain<S>(s: Sitting<S>, question: Question<S>): string {
  s.forgetDoubts(question.key);
  const answer = s.answers[question.key];
  const asked = askQuestion(s, question);
  if (answer === undefined || s.form.inGroup || !s.maySay(question)) return asked;
  return `原来记的：${showAnswer(question, answer)}\n${asked}`;
}

/** Asks back about one answer, with concrete options where the reader found some. */
function askDoubt<S>(s: Sitting<S>, question: Question<S>, doubt: AnswerDoubt): string {
  const { manner } = s.form;
  const options = doubt.options ?? [];
  const asked = `${manner.heading(question)}${manner.doubt(question, doubt)}`;
  if (options.length === 0) {
    // 都好 told nothing: once said so, it isn't held against the next words.
    if (doubt.reason !== 'verify' && doubt.value === undefined && doubt.lines === undefined)
      s.forgetDoubts(question.key);
    s.open({ is: 'question', key: question.key });
    return doubt.lines === undefined ? `${asked}\n${manner.choices(question)}` : asked;
  }
  s.open({ is: 'options', key: question.key, options, note: doubt.words });
  const shown = options.map((o, i) => `${i + 1}）${o.label}`).join(' ');
  return `${asked}\n${shown}${doubt.lines === undefined ? '，都不是就直接说' : ` ${options.length + 1}）再改`}`;
}

/** Repeats what is open in this chat. */
export function showOpen<S>(s: Sitting<S>): string {
  const { prompt } = s;
  const question = s.question(prompt?.key);
  if (prompt === undefined || question === undefined || !s.maySay(question)) return askNext(s);
  if (prompt.is === 'question') return askQuestion(s, question);
  if (prompt.is !== 'reason') return askNext(s);
  const shown = showAnswer(question, { is: 'known', v: prompt.value });
  return `${s.form.manner.heading(question)}${question.title}${shown}，属实就说原因（或回“属实”），不对请重说`;
}

/** 答到第3题，共13题，还剩10题没答. */
export function howFar<S>(s: Sitting<S>): string {
  const { list, subject } = s.form;
  const next = nextQuestion(list, s.answers, subject);
  const progress = progressOf(list, s.answers, subject, s.prompt?.key ?? next?.key);
  return progress.left === 0
    ? `共${progress.of}题，都答过了。`
    : `现在是${progressLine(progress)}，还剩${progress.left}题没答。`;
}
