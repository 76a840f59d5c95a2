import { campaignOf } from '../../campaigns/all.ts';
import { sayValue } from '../../comparison/compare.ts';
import type { Conflict } from '../../comparison/needs.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { known } from '../../form/answer.ts';
import type { Form, Reader } from '../../form/form.ts';
import type { Choice, Question } from '../../form/question.ts';
import { questionOf } from '../../form/questionnaire.ts';
import { choiceLine, doubtText } from '../../form/wording.ts';
import { hintOf } from '../../reading/hints.ts';
import type { HouseholdForm, HouseholdSubject } from '../../subjects/subject.ts';
import { understandAnswer, understandControl } from '../../understanding/index.ts';
import { readerFor } from '../form-reader.ts';

/** The key under which it is asked which side is right. */
export const whichSide = 'which';

/** What can be said of two findings that differ. */
const sides: readonly Choice[] = [
  { value: 'ours', label: '我查的对', words: ['我', '我对', '我查的', '排查的', '排查的对', '排查对'] },
  { value: 'theirs', label: '系统对', words: ['系统', '系统的', '国家系统', '国家系统对'] },
  { value: 'neither', label: '都不对', words: ['都错', '都错了', '哪个都不对'] },
  { value: 'later', label: '回头再说', words: ['回头', '以后', '以后再说', '先放放', '先放着'] },
];

/** One conflict as a form: which side is right, and where neither is, the value by the field's own question. */
export function conflictForm(c: Conversation, conflict: Conflict, total: number): Form<HouseholdSubject> {
  const { household, field, label, ours, theirs } = conflict;
  const which: Question<HouseholdSubject> = {
    key: whichSide,
    kind: 'choice',
    clauses: [],
    title: '哪个对',
    ask: `${label}：国家系统是${sayValue(field, theirs)}，您排查的是${sayValue(field, ours)}，哪个对？（还有${total}处）`,
    choices: sides,
  };
  const own = ownQuestion(c, conflict);
  const list: HouseholdForm = {
    id: 'comparison',
    version: 1,
    questions: own === undefined ? [which] : [which, own],
  };
  return {
    list,
    subject: { year: c.session.settings.year },
    reader: readerOf(list, which, own),
    manner: {
      heading: () => `【${household.headName}·${household.group}】`,
      ask: (question) => (question.key === whichSide ? question.ask : `那${label}是多少？`),
      choices: choiceLine,
      doubt: doubtText,
      contact: '先停回“暂停”',
    },
    inGroup: c.inRoom,
    people: [],
    known: [household.headName],
    keeps: ({ action }) => action === 'skip' || action === 'unsure',
  };
}

/** The field's question as the visit asks it, where neither side was right; undefined where the register alone has it. */
export function ownQuestion(c: Conversation, { field }: Conflict): Question<HouseholdSubject> | undefined {
  const found = questionOf(campaignOf(c.session.settings).householdForm, field);
  if (found === undefined) return undefined;
  const { whoWhen: _, tellsWhen: __, implies: ___, ...plain } = found;
  return { ...plain, when: (answers) => known(answers, whichSide) === 'neither' };
}

/** The side by its label, or at once what is right (5口): then neither was. */
function readerOf(
  list: HouseholdForm,
  which: Question<HouseholdSubject>,
  own: Question<HouseholdSubject> | undefined,
): Reader {
  const base = readerFor(list);
  return {
    ...base,
    message(text, answers, key) {
      if (key !== whichSide) return base.message(text, answers, key);
      const side = understandAnswer(text, hintOf(which));
      if (side.status === 'value') return { slots: [{ key, understood: side, words: text }], rest: [] };
      const order = understandControl(text);
      if (order !== undefined) return { slots: [], rest: [], order };
      const value = own === undefined ? undefined : understandAnswer(text, hintOf(own));
      if (own === undefined || value?.status !== 'value') return { slots: [], rest: [text] };
      const neither = { status: 'value', value: 'neither' } as const;
      return {
        slots: [
          { key, understood: neither, words: text },
          { key: own.key, understood: value, words: text },
        ],
        rest: [],
      };
    },
  };
}
