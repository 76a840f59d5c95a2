import type { Answers } from './answer.ts';
import { echo } from './echo.ts';
import type { Patch } from './form.ts';
import type { Question } from './question.ts';
import type { Sitting } from './sitting.ts';

/** What was stored, in one line; in a group without names, illnesses and what must not be said there. */
export function echoLines<S>(s: Sitting<S>, patch: Patch, before: Answers): string[] {
  const kept = s.form.list.questions.filter((q) => q.key in patch && s.answers[q.key] !== undefined);
  if (kept.length === 0) return [];
  const { inGroup } = s.form;
  const shown = kept.filter((q) => s.maySay(q) && !(inGroup && hasFreeWords(q, s.answers)));
  const hidden = kept.length - shown.length;
  const parts = [
    echo(
      s.form.list,
      s.toldAnswers(),
      shown.map((q) => q.key),
    ),
    hidden > 0
      ? `${shown.length > 0 ? '另' : ''}${hidden}项不在群里显示（收入、看病、上学的事请私聊我说）`
      : '',
  ];
  return [`${verbFor(s, kept, before)}：${parts.filter((p) => p !== '').join('；')}`];
}

/** Words of one's own may tell anything; 无 tells nothing. */
function hasFreeWords(question: Question, answers: Answers): boolean {
  const answer = answers[question.key];
  if (question.kind !== 'text' || answer?.is !== 'known') return false;
  return answer.v !== '' && answer.v !== question.none;
}

/** 记下 for what is new, 改为 for one answer changed, 还是 for one that stays. */
function verbFor<S>(s: Sitting<S>, kept: readonly Question[], before: Answers): string {
  const [only, ...more] = kept;
  const stood = only === undefined ? undefined : before[only.key];
  if (only === undefined || more.length > 0 || stood?.is !== 'known') return '记下';
  const now = s.answers[only.key];
  return now?.is === 'known' && plain(now) === plain(stood) ? '还是' : '改为';
}

/** All of an answer that is said: whether the register or a person gave it doesn't show. */
function plain({ v, who, note }: Extract<Answers[string], { is: 'known' }>): string {
  return JSON.stringify([v, who, note]);
}
