import type { Answers } from './answer.ts';
import { fillSlots } from './fill.ts';
import { type AnswerChange, type Form, freshMemory } from './form.ts';
import type { QuestionKey } from './keys.ts';
import { changesBetween } from './patch.ts';
import { Sitting } from './sitting.ts';
import { echoLines } from './store-lines.ts';
import type { ToldSlot } from './told.ts';

/** What became of a reply to a question that isn't open any more. */
type Passing =
  | { is: 'stored'; answers: Answers; changes: readonly AnswerChange[]; told: string }
  | { is: 'unclear'; why: string | undefined };

/** Takes a late or quoted answer where it is plain; nothing is opened, and what is doubtful is only told. */
export function inPassing<S>(
  form: Form<S>,
  answers: Answers,
  text: string,
  key: QuestionKey | undefined,
): Passing {
  const s = new Sitting(form, { ...freshMemory, answers }, text);
  const read = form.reader.message(text, answers, key);
  if (key !== undefined && read.order?.action === 'unsure') s.write({ [key]: { is: 'unsure' } });
  else {
    const filled = fillSlots(
      s,
      slotsOf(s, read.order?.action === 'edit' ? read.order : undefined, key) ?? read.slots,
      {
        key,
        correcting: true,
      },
    );
    if (Object.keys(filled.patch).length === 0) {
      const [doubted] = Object.entries(filled.doubts);
      const question = s.question(doubted?.[0]);
      const why =
        question === undefined || doubted === undefined
          ? filled.odd?.why
          : form.manner.doubt(question, doubted[1]);
      return { is: 'unclear', why };
    }
    s.write(filled.patch);
  }
  const changes = changesBetween(answers, s.answers);
  const patch = Object.fromEntries(changes.map((one) => [one.key, one.after]));
  return { is: 'stored', answers: s.answers, changes, told: echoLines(s, patch, answers).join('') };
}

/** 收入改成4万, said to an old question: what is named, else the question quoted. */
function slotsOf<S>(
  s: Sitting<S>,
  order: { target?: string; value?: string } | undefined,
  key: QuestionKey | undefined,
): readonly ToldSlot[] | undefined {
  if (order === undefined) return undefined;
  const named = order.target === undefined || order.target === 'current' || order.target === 'previous';
  const question = s.question(named ? key : order.target);
  const words = order.value ?? '';
  if (question === undefined) return s.form.reader.message(words, s.answers, key).slots;
  return [{ key: question.key, understood: s.form.reader.answer(words, question), words }];
}
