import { type Answer, type Answers, withoutDetails } from './answer.ts';
import type { Form, FormPrompt, FormState, FormStep, Next, Patch } from './form.ts';
import type { QuestionKey } from './keys.ts';
import { changesBetween, patched, trailAfter, undoing } from './patch.ts';
import type { Question } from './question.ts';
import { questionOf } from './questionnaire.ts';
import type { AnswerDoubt } from './told.ts';

/**
 * One step being put together: the only mutable thing of the machine. It lives for one message; `said` hands out
 * the plain result.
 */
export class Sitting<Subject> {
  readonly form: Form<Subject>;
  readonly started: FormState;
  readonly text: string;
  #state: FormState;
  #next: Next = { is: 'asks' };

  constructor(form: Form<Subject>, state: FormState, text: string) {
    this.form = form;
    this.started = state;
    this.text = text;
    this.#state = state;
  }

  get answers(): Answers {
    return this.#state.answers;
  }

  get state(): FormState {
    return this.#state;
  }

  get prompt(): FormPrompt | undefined {
    return this.#state.open;
  }

  question(key: QuestionKey | undefined): Question<Subject> | undefined {
    return key === undefined ? undefined : questionOf(this.form.list, key);
  }

  /** May it be spoken of in this chat? */
  maySay(question: Question): boolean {
    return !(this.form.inGroup && question.sensitive === true);
  }

  /** What of an answer is said in this chat. */
  told(answer: Answer): Answer {
    return this.form.inGroup ? withoutDetails(answer) : answer;
  }

  /** All answers as they are said in this chat. */
  toldAnswers(): Answers {
    return Object.fromEntries(Object.entries(this.answers).map(([key, answer]) => [key, this.told(answer)]));
  }

  /** （老大：参军）: the persons of an answer; a group hears of nobody. */
  persons(words: string): string {
    return this.form.inGroup ? '' : `（${words}）`;
  }

  doubtOf(key: QuestionKey): AnswerDoubt | undefined {
    return this.#state.doubts[key];
  }

  doubt(doubts: Readonly<Record<QuestionKey, AnswerDoubt>>): void {
    this.#state = { ...this.#state, doubts: { ...this.#state.doubts, ...doubts } };
  }

  forgetDoubts(...keys: QuestionKey[]): void {
    if (!keys.some((key) => key in this.#state.doubts)) return;
    const left = Object.entries(this.#state.doubts).filter(([key]) => !keys.includes(key));
    this.#state = { ...this.#state, doubts: Object.fromEntries(left) };
  }

  /** What is waited for from now on. Only another question starts with no misses. */
  open(prompt: FormPrompt | undefined): void {
    const misses = prompt !== undefined && prompt.key === this.#state.open?.key ? this.#state.misses : 0;
    const { open: _, ...rest } = this.#state;
    this.#state = prompt === undefined ? { ...rest, misses } : { ...rest, misses, open: prompt };
    this.#next = { is: 'asks' };
  }

  missed(): number {
    this.#state = { ...this.#state, misses: this.#state.misses + 1 };
    return this.#state.misses;
  }

  /** Nothing more is asked here. */
  end(next: Next): '' {
    this.open(undefined);
    this.#next = next;
    return '';
  }

  /** Puts answers in; what no longer applies goes with them, and what stood there is remembered for 撤销. */
  write(patch: Patch): void {
    const before = this.#state.answers;
    const answers = patched(this.form.list, this.form.subject, before, patch);
    const changes = changesBetween(before, answers);
    this.#state = { ...this.#state, answers };
    if (changes.length === 0) return;
    this.#state = {
      ...this.#state,
      undo: undoing(changesBetween(this.started.answers, answers)),
      trail: trailAfter(this.#state.trail, changes),
    };
    this.forgetDoubts(...Object.keys(patch));
  }

  said(reply: string): FormStep {
    return {
      is: 'said',
      state: this.#state,
      reply,
      changes: changesBetween(this.started.answers, this.#state.answers),
      next: this.#next,
    };
  }
}
