import { readAnswer, understandAnswer } from './answer.ts';
import { looseControl, readControl } from './control.ts';
import { isFineAlone } from './doubt.ts';
import { assemble } from './message/assemble.ts';
import { splitClauses } from './message/clauses.ts';
import type { MessageContext } from './message/context.ts';
import { indexOf } from './message/hint-index.ts';
import { joinSegments } from './message/join.ts';
import { dropItemNumbers, joinLabels } from './message/labels.ts';
import { describe, isAboutOpen, isOwn } from './message/open-question.ts';
import { segmentsOf } from './message/segments.ts';
import { clean, fold, trimFillers } from './text.ts';
import type { QuestionHint, Reading, Understood } from './understood.ts';
import { plainAnswer } from './yes-no/plain.ts';

export type { MessageContext } from './message/context.ts';

/** Reads a whole message that may answer many questions in any order, or be a command. */
export function readMessage(raw: string, context: MessageContext): Reading {
  const text = clean(raw);
  if (text === '') return { slots: [], control: { action: 'noise' }, rest: [] };
  const folded = fold(text);
  const { open } = context;
  if (open && isPlain(folded, open)) {
    const understood = understandAnswer(text, open, context);
    if (understood.status === 'value') return oneSlot(open.key, understood, text);
  }
  const control = readControl(text, open?.key);
  if (control && !(open && control.action === 'unsure')) return { slots: [], control, rest: [] };
  if (control && open) {
    const understood = understandAnswer(text, open, context);
    if (understood.status === 'control') return { slots: [], control: understood.control, rest: [] };
    return oneSlot(open.key, understood, text);
  }
  const reading = readClauses(trimFillers(folded), context);
  const loose = reading.slots.length === 0 && !reading.ask ? looseControl(text) : undefined;
  return loose ? { slots: [], control: loose, rest: [] } : reading;
}

const countOnly = /^[\d一二两三四五六七八九十]{1,3}(?:口人?|个人?|人|次|户|间|亩)?$/;
const sumOnly = /^[\d.,一二两三四五六七八九十百千万半wk]{1,7}(?:元|块钱?)?$/;

/** Short enough to be nothing but an answer to the open question. */
function isPlain(text: string, open: QuestionHint): boolean {
  if (text.length > 8) return false;
  switch (open.kind) {
    case 'yesNo':
      return plainAnswer(text) !== undefined || isFineAlone(text);
    case 'count':
      return countOnly.test(text);
    case 'money':
      return sumOnly.test(text);
    case 'choice':
    case 'choices':
      return text.length <= 6 && !/[ ,。;:]/.test(text);
    default:
      return false;
  }
}

function oneSlot(key: string, understood: Understood, words: string): Reading {
  if (understood.status === 'none') return { slots: [], rest: [words] };
  return { slots: [{ key, understood, words }], rest: [] };
}

function readClauses(text: string, context: MessageContext): Reading {
  const index = indexOf(context.questions);
  const clauses = joinLabels(dropItemNumbers(splitClauses(text)));
  const segments = joinSegments(clauses.flatMap((clause) => segmentsOf(clause, index)));
  const open = context.open;
  if (open?.kind === 'text') return describe(segments, open, context, index);
  if (open && (isAboutOpen(segments, index, open) || isOwn(text, segments, open, context))) {
    const understood = readAnswer(text, open, context);
    if (understood.status !== 'none') return oneSlot(open.key, understood, text);
  }
  return assemble(segments, context, index);
}
