import type { Question, Questionnaire } from '../form/question.ts';
import { questionOf } from '../form/questionnaire.ts';
import type { Told, ToldSlot, UnderstoodAnswer } from '../form/told.ts';

/**
 * The open question's part of a message, read once more as an answer to that question alone. Where the two readings
 * differ the careful one stands: a doubt before a fact, a number of people before a sum, nothing before a label that
 * is only the beginning of a longer word. `alone` reads the whole message for the question.
 */
export function readTwice(
  told: Told,
  text: string,
  question: Question,
  alone: (text: string) => UnderstoodAnswer,
): Told {
  if (told.order !== undefined || told.ask !== undefined) return told;
  const slots = told.slots.filter((slot) => slot.key !== question.key || !isPartOfAWord(slot, question));
  const own = slots.find((slot) => slot.key === question.key);
  if (slots.length === 0) return { ...told, slots };
  const whole = slots.length === 1 || (own === undefined && slots.every(({ words }) => covers(words, text)));
  if (!whole) return { ...told, slots };
  const again = alone(text);
  if (own === undefined)
    return question.kind === 'count' ? instead(told, slots, question, again, text) : { ...told, slots };
  if (again.status === 'ask' && own.understood.status === 'value' && again.reason === 'verify')
    return { ...told, slots: [{ ...own, understood: again }] };
  if (again.status === 'none' && told.rest.some((words) => /^\d/u.test(words)))
    return { slots: [], rest: [text] };
  return { ...told, slots: [{ ...own, understood: withFuller(own.understood, again) }] };
}

/**
 * 今年医保320一个人都交过了: a number that no such count can be has found no place, so one person was not counted.
 */
export function withoutStrayCounts(list: Questionnaire, told: Told): Told {
  const stray = told.slots.filter(({ key, understood, words }) => {
    const question = questionOf(list, key);
    if (question?.kind !== 'count' || understood.status !== 'value') return false;
    return (words.match(/\d+/gu) ?? []).some((figure) => Number(figure) > question.max);
  });
  if (stray.length === 0) return told;
  return {
    ...told,
    slots: told.slots.filter((slot) => !stray.includes(slot)),
    rest: [...told.rest, ...stray.map(({ words }) => words)],
  };
}

/** 6（含在外务工2人） to how many people: the number is the answer, not a sum without its unit. */
function instead(
  told: Told,
  slots: readonly ToldSlot[],
  question: Question,
  again: UnderstoodAnswer,
  text: string,
): Told {
  const unsettled = slots.length > 0 && slots.some(({ understood }) => understood.status === 'ask');
  if (again.status !== 'value' || !unsettled) return { ...told, slots };
  return { slots: [{ key: question.key, understood: again, words: text }], rest: [] };
}

/** 高血压，糖尿病: the same answer with more told beside it. */
function withFuller(understood: UnderstoodAnswer, again: UnderstoodAnswer): UnderstoodAnswer {
  if (understood.status !== 'value' || again.status !== 'value' || understood.value !== again.value)
    return understood;
  const [now = '', then = ''] = [understood.detail?.note, again.detail?.note];
  return then.length > now.length && then.includes(now)
    ? { ...understood, detail: { ...understood.detail, note: then } }
    : understood;
}

const bare = (text: string) => text.normalize('NFKC').replace(/[\s,，。.、()（）]/gu, '');
const covers = (words: string, text: string): boolean => bare(words) === bare(text);

/** What may stand behind 其他 where it is an answer. */
const behindTheRest = /^(?:$|的|收入|来源|方面|原因|[\s,，。.；;、!！])/u;

/** 其他人都交了 is no 其他: the choice is only the beginning of a longer word. */
function isPartOfAWord({ understood, words }: ToldSlot, question: Question): boolean {
  if (understood.status !== 'value' || (question.kind !== 'choice' && question.kind !== 'choices'))
    return false;
  const values = [understood.value].flat();
  const rest = question.choices.find(({ label }) => label === '其他');
  if (rest === undefined || values.length !== 1 || values[0] !== rest.value) return false;
  const places = [...words.matchAll(/其[他它]/gu)];
  return (
    places.length > 0 &&
    places.every((place) => !behindTheRest.test(words.slice(place.index + place[0].length)))
  );
}
