/** A question of the training test: one of its choices is right. */
interface TestQuestion {
  ask: string;
  choices: readonly string[];
  /** Number of the right choice, counted from 1. */
  right: number;
  /** Why, in a sentence: told after a wrong answer. */
  why: string;
}

/** What helpers learn before they go: a few pages to read and a test. */
export interface Training {
  pages: readonly { title: string; words: string }[];
  questions: readonly TestQuestion[];
  /** So many right answers pass. */
  pass: number;
  /** Nobody begins his first visit of real households without having passed; a rehearsal is for practice. */
  beforeFirst: boolean;
}

/** 2, 2.乙: the choice a reply names. */
export function choiceOf(text: string, question: TestQuestion): number | undefined {
  const said = text.normalize('NFKC').trim();
  const number = /^(\d)[.、。]?/u.exec(said)?.[1];
  const chosen = number === undefined ? question.choices.indexOf(said) + 1 : Number(number);
  return chosen >= 1 && chosen <= question.choices.length ? chosen : undefined;
}

/** 第3题，共10题：…: a question with its choices. */
export function questionSaid({ questions }: Training, index: number): string {
  const question = questions[index];
  if (question === undefined) return '';
  const choices = question.choices.map((choice, i) => `${i + 1}.${choice}`).join(' ');
  return `第${index + 1}题，共${questions.length}题：${question.ask}\n${choices}`;
}
