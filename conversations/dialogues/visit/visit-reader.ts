import type { Household } from '../../contract/household.ts';
import { type Answers, textOf } from '../../form/answer.ts';
import type { Reader } from '../../form/form.ts';
import { questionOf } from '../../form/questionnaire.ts';
import type { Told } from '../../form/told.ts';
import { besideKey } from '../../subjects/closing/questions.ts';
import type { HouseholdForm } from '../../subjects/subject.ts';
import { readerFor } from '../form-reader.ts';
import { otherHousehold } from './other-household.ts';

/** Reads what is said of a household: of this one only, and free words where a question wants them. */
export function visitReader(list: HouseholdForm, household: Household): Reader {
  const base = readerFor(list, household.population);
  return {
    ...base,
    message(text, answers, key) {
      const told = otherProblemSaid(list, answers, text) ?? base.message(text, answers, key);
      if (told.order !== undefined) return told;
      const other = otherHousehold(household, text);
      if (other !== undefined && (told.slots.length > 0 || other.before !== ''))
        return {
          ...told,
          order: { action: 'otherHousehold', household: other.name, value: other.before },
        };
      return asItStands(list, key, told, text) ?? told;
    },
  };
}

/** 其他问题：路灯坏了, as the bot itself asks to put it; added to what was said before. */
function otherProblemSaid(list: HouseholdForm, answers: Answers, text: string): Told | undefined {
  const words = /^其[他它]问题\s*[:：，,]\s*(\S[\s\S]{0,200})$/u.exec(text)?.[1]?.trim();
  const question = questionOf(list, besideKey);
  if (words === undefined || question?.kind !== 'text' || /^(?:无|没有?|没了)$/u.test(words))
    return undefined;
  const before = textOf(answers, question.key) ?? '';
  const value = before === '' || before === question.none || before === words ? words : `${before}；${words}`;
  return { slots: [{ key: question.key, understood: { status: 'value', value }, words: text }], rest: [] };
}

/** Free words to a question that wants them (路灯坏了), where nothing else in them has a place of its own. */
function asItStands(
  list: HouseholdForm,
  key: string | undefined,
  told: Told,
  text: string,
): Told | undefined {
  const question = key === undefined ? undefined : questionOf(list, key);
  if (key === undefined || question?.kind !== 'text' || told.slots.length === 0) return undefined;
  const details = told.slots.every((s) => s.key !== key && questionOf(list, s.key)?.kind === 'choices');
  if (!details || told.ask !== undefined) return undefined;
  return {
    slots: [{ key, understood: { status: 'value', value: text.slice(0, 200) }, words: text }],
    rest: [],
  };
}
