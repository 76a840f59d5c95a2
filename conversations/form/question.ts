import type { Answers, AnswerValue } from './answer.ts';
import type { SumAsked, YesNoAsked } from './asked.ts';
import type { ClauseId, QuestionKey } from './keys.ts';
import type { LineSheet } from './line-sheet.ts';

/** What a check says of a value: fine, odd (accepted with a reason) or impossible (refused with the reason). */
export type Check = { is: 'fine' } | { is: 'odd'; why: string } | { is: 'impossible'; why: string };

export interface Choice {
  value: string;
  label: string;
  /** Other ways people say it. */
  words?: readonly string[];
}

/** What is asked of each person an answer is about: why he isn't insured, which school he goes to. */
export interface PersonAsk {
  key: string;
  /** Short name: 原因. */
  title: string;
  /** The question, behind the person's name: 为啥没参？ */
  ask: string;
  kind: 'choice' | 'count' | 'text';
  /** Of a `choice`. */
  choices?: readonly Choice[];
  /** Of a `count`: what is counted, as people say it behind the number. */
  measure?: string;
  /** Asked where it wasn't told by itself. */
  needed?: true;
}

/** `Subject`: the facts a question may depend on beside the answers; who asks knows what they are. */
interface Base<Subject> {
  key: QuestionKey;
  /** Clauses of the plan that this question covers. */
  clauses: readonly ClauseId[];
  /** Short name, used in the echo, the card and 改 X: 参保. */
  title: string;
  /** The spoken question, one short line, our own words. */
  ask: string;
  /** Asked instead when an answer leaves the point open (没大病 says nothing of chronic disease). */
  verify?: string;
  /** Words by which a message speaks of it, beside the title. */
  topics?: readonly string[];
  /** Other names it goes by where it is corrected, too short to speak of it elsewhere: 病, 房. */
  called?: readonly string[];
  when?: (answers: Answers, subject: Subject) => boolean;
  check?: (value: AnswerValue, answers: Answers, subject: Subject) => Check;
  /** Answers that follow from a value: a child taught at home by a visiting teacher hasn't dropped out. */
  implies?: (value: AnswerValue) => Readonly<Record<QuestionKey, AnswerValue>>;
  /** What the register already says; shown to be confirmed, not asked. */
  prefill?: (subject: Subject) => AnswerValue | undefined;
  /** Health, income and schooling: offered in private when the chat is a group. */
  sensitive?: true;
  /** The answer upon which the bot asks which member it is about. */
  whoWhen?: AnswerValue;
  /** Whom it may be about, by age in the year of the form: a dropout is a child of school age. */
  whoAged?: { from: number; to: number };
  /** The answer that already says whom this one can be about: the patients of the household. */
  whoFrom?: QuestionKey;
  /** What is asked of each of them. */
  personAsks?: readonly PersonAsk[];
  /** The answer whose own words say more than yes or no (缺劳力): they are kept beside it. */
  tellsWhen?: AnswerValue;
  /** What is told beside the answer has a question of its own: no words are kept with it. */
  noteElsewhere?: true;
  /** Told where it doesn't come up, its answer says nothing that would be lost. */
  idleIsFine?: true;
  /** It is asked by others in another place: understood here, never stored, and this is said. */
  elsewhere?: string;
  /** That somebody moved away (搬走了, 住城里) answers it and ends no visit. */
  answeredByMoving?: true;
  /** Such a question may stay unanswered at submission. */
  optional?: true;
}

/**
 * Questions are data; the kinds say how an answer is read, shown and checked. A bare `Question` is one of any form,
 * for whoever only shows or reads it.
 */
export type Question<Subject = never> =
  | (Base<Subject> & {
      kind: 'yesNo';
      /** Is 是 the good news? */
      trueIsGood: boolean;
      /** It asks how they find something: 满意 and 挺好 answer it. */
      rated?: true;
      yes?: string;
      no?: string;
      /** How an answer is read; the words for it stand in its subject's table under the same topic. */
      reads?: YesNoAsked;
    })
  | (Base<Subject> & { kind: 'count'; min: number; max: number; measure: string })
  | (Base<Subject> & {
      kind: 'money' /** What the sum is of, whole yuan. */;
      period: 'year' | 'month' | 'once';
      /** Of a household's income, or of one head's; any other sum if left out. */
      of?: Exclude<SumAsked, 'any'>;
      /** It may be told line by line, and is computed then. */
      sheet?: LineSheet;
    })
  | (Base<Subject> & { kind: 'choice'; choices: readonly Choice[] })
  | (Base<Subject> & { kind: 'choices'; choices: readonly Choice[] })
  | (Base<Subject> & { kind: 'text' /** Words that mean there is nothing to say. */; none?: string })
  | (Base<Subject> & { kind: 'photo' });

/** A versioned list of questions; an open visit is pinned to its version until it is upgraded. */
export interface Questionnaire<Subject = never> {
  id: string;
  version: number;
  questions: readonly Question<Subject>[];
}
