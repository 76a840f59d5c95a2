import { Remembered } from '../form/remembered.ts';
import { clean, dropNumbering, fold, trimFillers } from '../language/text.ts';
import { isFineAlone } from '../reading/manner.ts';
import { isJudgement } from '../reading/mood.ts';
import { plainAnswer } from '../reading/plain-answer.ts';
import type { QuestionHint, Reading, Understood } from '../reading/understood.ts';
import { readAnswer, understandAnswer } from './answer.ts';
import { pickedNumbers } from './choice.ts';
import { readControl } from './control.ts';
import { domainOfKey } from './message/anchors.ts';
import { assemble } from './message/assemble.ts';
import { splitClauses, withoutBrackets } from './message/clauses.ts';
import type { MessageContext } from './message/context.ts';
import { indexOf } from './message/hint-index.ts';
import { joinSegments } from './message/join.ts';
import { dropItemNumbers, joinLabels } from './message/labels.ts';
import { splitLists } from './message/lists.ts';
import { describe, isAboutOpen, isOwn } from './message/open-question.ts';
import { type Segment, segmentsOf } from './message/segments.ts';
import { withWhole } from './message/within.ts';

export type { MessageContext } from './message/context.ts';

/** What messages were read as, by the questions they were read against. */
const remembered = new Remembered<MessageContext['questions'], Reading>();

/** Reads a whole message that may answer many questions in any order, or be a command. */
export function readMessage(raw: string, context: MessageContext): Reading {
  const { questions, open, population } = context;
  const beside = `${open?.key ?? ''}|${population ?? ''}`;
  return remembered.of(questions, raw, beside, () => readAnew(raw, context));
}

function readAnew(raw: string, context: MessageContext): Reading {
  const text = clean(raw);
  if (text === '') return { slots: [], control: { action: 'noise' }, rest: [] };
  const folded = fold(text);
  const { open } = context;
  const plain = open && plainPart(folded, open);
  if (open && plain !== undefined) {
    const understood = understandAnswer(plain === folded ? text : plain, open, context);
    if (understood.status === 'value')
      return asTyped(oneSlot(open.key, understood, plain === folded ? text : plain), folded, text);
  }
  const control = readControl(text, open);
  if (control && !(open && control.action === 'unsure')) return { slots: [], control, rest: [] };
  if (control && open) {
    const understood = understandAnswer(text, open, context);
    if (understood.status === 'control') return { slots: [], control: understood.control, rest: [] };
    return oneSlot(open.key, understood, text);
  }
  const said = trimFillers(withoutBrackets(folded));
  const pieces = readClauses(said, context);
  const whole = withWhole(pieces, said, indexOf(context.questions));
  const reading = asTyped(whole, folded, text);
  const nothing = reading.slots.length === 0 && !reading.ask;
  return nothing && reading.rest.length === 0 ? { slots: [], rest: [text] } : reading;
}

/** Words quoted back keep the capitals they were typed with: 房子D级. */
function asTyped(reading: Reading, folded: string, text: string): Reading {
  if (folded === text) return reading;
  const typed = (words: string) => {
    const at = folded.indexOf(words);
    return at < 0 ? words : text.slice(at, at + words.length);
  };
  return {
    ...reading,
    slots: reading.slots.map((slot) => ({ ...slot, words: typed(slot.words) })),
    rest: reading.rest.map(typed),
  };
}

const countOnly = /^[\d一二两三四五六七八九十]{1,3}(?:口人?|个人?|人|次|户|间|亩)?$/;
const sumOnly = /^[\d.,一二两三四五六七八九十百千万半wk]{1,7}(?:元|块钱?)?$/;

/** What may stand before the sum that a question of the income asks for. */
const ofIncome = /^(?:一年|年收入|收入)/;

/** The answer to the open question, where the message is nothing but that: 4口人。 */
function plainPart(text: string, open: QuestionHint): string | undefined {
  const part = open.kind === 'count' || open.kind === 'money' ? trimFillers(text) : text;
  if (part !== text && dropNumbering(part) !== part) return undefined;
  return isPlain(part, open) ? part : undefined;
}

/** Short enough to be nothing but an answer to the open question. */
function isPlain(text: string, open: QuestionHint): boolean {
  if (text.length > 12) return false;
  switch (open.kind) {
    case 'yesNo':
      return plainAnswer(text) !== undefined || isFineAlone(text);
    case 'count':
      return countOnly.test(text);
    case 'money':
      return sumOnly.test(open.sum === 'income' ? text.replace(ofIncome, '') : text);
    case 'choice':
    case 'choices':
      if (pickedNumbers(text, open.choices?.length ?? 0)) return true;
      return text.length <= 6 && !/[ ,。;:]/.test(text);
    default:
      return false;
  }
}

/** 有点黄 at the question of water, alone or before more of it: said of the water, so that its kind is read. */
function ofOpenSubject(segment: Segment, next: Segment | undefined, open: QuestionHint | undefined): Segment {
  const domain = open && domainOfKey[open.key];
  const manifold = domain === 'water' || domain === 'housing' || domain === 'school';
  const bare = !segment.domain && !segment.found && !segment.wholesale && segment.keys.size === 0;
  const goesOn = next === undefined || next.domain === domain;
  if (!manifold || !bare || !goesOn || plainAnswer(segment.text) || isJudgement(segment.text)) return segment;
  return { ...segment, domain };
}

function oneSlot(key: string, understood: Understood, words: string): Reading {
  if (understood.status === 'none') return { slots: [], rest: [words] };
  return { slots: [{ key, understood, words }], rest: [] };
}

function readClauses(text: string, context: MessageContext): Reading {
  const index = indexOf(context.questions);
  const clauses = splitLists(joinLabels(dropItemNumbers(splitClauses(text))), index);
  const open = context.open;
  const segments = joinSegments(
    clauses
      .flatMap((clause) => segmentsOf(clause, index))
      .map((s, i, all) => (i === 0 ? ofOpenSubject(s, all[1], open) : s)),
  );
  if (open?.kind === 'text') return describe(segments, open, context, index);
  if (open && (isAboutOpen(segments, index, open) || isOwn(text, segments, open, context))) {
    const understood = readAnswer(text, open, context);
    if (understood.status !== 'none') return oneSlot(open.key, understood, text);
  }
  return assemble(segments, context, index);
}
