import type { Fault } from './form-fault.ts';
import type { Question, Questionnaire } from './question.ts';
import { walkFaults } from './walk.ts';

interface CheckOptions<Subject> {
  /** One subject per kind for which the questionnaire differs. */
  subjects: readonly Subject[];
  isClause: (id: string) => boolean;
  /** Walks per subject; each prefers answers not tried yet, so that a few dozen reach every branch. */
  walks?: number;
  /** Letters of a short name, at most; 5 unless said. */
  titleLength?: number;
}

const askLength = 30;

/** Checks the definition by itself and by walking it with generated answers. No faults = an empty list. */
export function checkQuestionnaire<Subject>(
  list: Questionnaire<Subject>,
  options: CheckOptions<Subject>,
): Fault[] {
  const faults = [
    ...duplicateKeys(list),
    ...list.questions.flatMap((q) => [
      ...texts(q, options.titleLength ?? 5),
      ...words(q),
      ...clausesOf(q, options.isClause),
    ]),
    ...topics(list),
    ...walkFaults(list, options.subjects, options.walks),
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

function texts(q: Question, titleLength: number): Fault[] {
  const missing = (text: string): Fault => ({ kind: 'missingText', key: q.key, text });
  const long = (text: string): Fault => ({ kind: 'tooLong', key: q.key, text });
  return [
    ...(q.ask.trim() === '' ? [missing('没有问句')] : []),
    ...(q.title.trim() === '' ? [missing('没有短名')] : []),
    ...([...q.ask].length > askLength ? [long(`问句超过 ${askLength} 个字`)] : []),
    ...([...q.title].length > titleLength ? [long(`短名超过 ${titleLength} 个字`)] : []),
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
