import { z } from 'zod';
import { type Answer, type Answers, answerSchema, answerValue } from './answer.ts';
import type { QuestionKey } from './keys.ts';
import type { LineSheet, LinesSaid } from './line-sheet.ts';
import type { PersonFacts, PersonTold } from './person.ts';
import type { Question, Questionnaire } from './question.ts';
import {
  type AnswerDoubt,
  doubtSchema,
  type FormOrder,
  option,
  type Told,
  type UnderstoodAnswer,
} from './told.ts';

/** Reads words for a form. The machine knows no language of its own: whoever runs a form brings the reader. */
export interface Reader {
  /** The whole message; `key` is the question that is open. */
  message(text: string, answers: Answers, key: QuestionKey | undefined): Told;
  /** Words that can only be meant for this question. */
  answer(text: string, question: Question, answers?: Answers): UnderstoodAnswer;
  /** The order that the words are, if they are one. */
  order(text: string): FormOrder | undefined;
  /** Words that name people: by name (those known) or by kinship. */
  namesPeople(text: string, known: readonly string[]): boolean;
  /** The persons that words name, with what they tell of each. */
  persons?(text: string, people: readonly FormPerson[], question: Question): PersonsSaid;
  /** The lines of a sheet that words tell; undefined where they tell none. */
  lines?(text: string, sheet: LineSheet): LinesSaid | undefined;
}

/** What words tell of persons. */
export interface PersonsSaid {
  persons: readonly PersonTold[];
  /** Told of nobody in particular. */
  loose: PersonFacts;
  /** Every word was understood, and nothing contradicts. */
  sure: boolean;
}

/** Somebody an answer may be about. */
export interface FormPerson {
  no: number;
  name: string;
  /** In the year of the form, where it is known. */
  age?: number;
  /** To the head of the household, as the register says it. */
  relation?: string;
}

/** How a form speaks, where it speaks of its own matter. */
export interface Manner {
  /** Stands in front of every question, so that a late reply finds its way back. */
  heading(question?: Question): string;
  /** The question as it is put; `progress` says how far one is. */
  ask(question: Question, progress: string): string;
  /** Its short answers, below it. */
  choices(question: Question): string;
  /** Why it is asked back. */
  doubt(question: Question, doubt: AnswerDoubt): string;
  /** What is said of an answer just stored; where it is absent the answers are told again in one line. */
  stored?(question: Question, answer: Answer): string;
  /** Asks for a few words beside an answer that says too little by itself. */
  wantsNote?(question: Question, answer: Answer): string | undefined;
  /** Whom to turn to when words fail. */
  contact: string;
  /** How a change may be said, as an example: 收入改成4万. */
  change?: string;
}

/** A form being answered by somebody: its questions, what they depend on, who reads and how it speaks. */
export interface Form<Subject> {
  list: Questionnaire<Subject>;
  subject: Subject;
  reader: Reader;
  manner: Manner;
  /** In a group: what is `sensitive` isn't spoken of, and nobody's own words are repeated. */
  inGroup: boolean;
  /** Whom an answer may be about: their numbered names, and other names that are known. */
  people: readonly FormPerson[];
  known: readonly string[];
  /** The one person there is, where there is only one: nobody is asked which. */
  alone?(answers: Answers): PersonTold | undefined;
  /** Which changes are shown before they are made. */
  guard?(change: GuardedChange): Guarded | undefined;
  /** Orders that whoever runs the form carries out himself, though the machine could. */
  keeps?(order: FormOrder): boolean;
}

/** Answers about to change. */
export interface GuardedChange {
  before: Answers;
  after: Answers;
  changes: readonly AnswerChange[];
  /** Answered by the message before this one: putting that right needs no asking. */
  justGiven: readonly QuestionKey[];
  /** The question that was asked, if one was. */
  asked: QuestionKey | undefined;
}

/** The answers that must be shown before they change, and what goes with the old ones, in words. */
export interface Guarded {
  keys: readonly QuestionKey[];
  lost: readonly string[];
}

/** What the form waits for in this chat. */
/** Answers to change; null takes one away. */
export const patch = z.record(z.string(), answerSchema.nullable());
export type Patch = Readonly<z.infer<typeof patch>>;

const formPrompt = z.discriminatedUnion('is', [
  z.object({ is: z.literal('question'), key: z.string() }),
  /** Concrete options to choose from. */
  z.object({
    is: z.literal('options'),
    key: z.string(),
    options: z.array(option),
    note: z.string().optional(),
  }),
  /** An odd value that wants a reason, or a correction. */
  z.object({ is: z.literal('reason'), key: z.string(), value: answerValue }),
  /** Which person an answer is about; `facet`: what is asked of those named. */
  z.object({ is: z.literal('who'), key: z.string(), facet: z.string().optional() }),
  /** A few words beside an answer. */
  z.object({ is: z.literal('note'), key: z.string() }),
  /** A change of what stands, shown before it is made; `lost`: what goes with it. */
  z.object({ is: z.literal('change'), key: z.string(), patch, lost: z.array(z.string()) }),
]);
export type FormPrompt = z.infer<typeof formPrompt>;

/** What is kept of a form between two messages, beside its answers. */
export const formMemory = z.object({
  open: formPrompt.optional(),
  /** Misunderstandings in a row. */
  misses: z.number().int().default(0),
  /** Keys in the order they were spoken about: 上一题 walks back along it. */
  trail: z.array(z.string()).max(120).default([]),
  /** What stood there before the last message changed it: 撤销 puts it back. */
  undo: patch.optional(),
  /** Doubts not yet cleared up. */
  doubts: z.record(z.string(), doubtSchema).default({}),
});
export type FormMemory = z.infer<typeof formMemory>;

/** All that is kept of a form between two messages. */
export interface FormState extends FormMemory {
  answers: Answers;
}

/** One answer that changed. */
export interface AnswerChange {
  key: QuestionKey;
  before: Answer | null;
  after: Answer | null;
}

/** What stands at the end of a reply: another question, or nothing, and then whoever runs the form goes on. */
export type Next =
  | { is: 'asks' }
  /** Every question has its answer (or was put off for good). */
  | { is: 'finished' }
  /** What is left may not be spoken of in a group; `left` counts it, undefined: this very question. */
  | { is: 'inPrivate'; left?: number };

/** What one message comes to. Nothing has happened yet. */
export type FormStep =
  | { is: 'said'; state: FormState; reply: string; changes: readonly AnswerChange[]; next: Next }
  /** An order that isn't the form's: whoever runs it carries it out, or has it read on as an answer. */
  | { is: 'order'; order: FormOrder; key: QuestionKey | undefined }
  /** Nothing was understood. `rest`: the words without a place. */
  | { is: 'nothing'; key: QuestionKey | undefined; rest: readonly string[] };

/** A form nobody has spoken about yet. */
export const freshMemory: FormMemory = { misses: 0, trail: [], doubts: {} };
