import { besideAName, changeWords } from './name-words.ts';
import type { Question } from './question.ts';
import { applicable } from './questionnaire.ts';
import type { Sitting } from './sitting.ts';
import type { FormOrder, Told } from './told.ts';

/** What a correction that names a field and a value comes to. */
type NamedField =
  /** The field is the one that was found. */
  | { is: 'certain' }
  /** These are the answers it would change; it is shown before anything changes. */
  | { is: 'uncertain'; told: Told }
  /** It names something that isn't asked here. */
  | { is: 'notAsked'; name: string };

/**
 * Does 人均纯收入改成5000 name the field that was found by one of its words? What is named is read once more as it
 * would be told (人均纯收入5000): told of another question, or with words left over that are no part of the field's
 * name, it isn't certain.
 */
export function namedField<S>(
  s: Sitting<S>,
  order: FormOrder,
  target: Question<S> | undefined,
): NamedField | undefined {
  if (isOfPlace(order.target)) return undefined;
  const name = nameIn(s.text, order.value ?? '');
  if (target === undefined || !isAsked(s, target.key)) return notAskedHere(s, name, order.value ?? '');
  if (name === '') return { is: 'certain' };
  const said = `${name}${order.value}`;
  const { slots } = s.form.reader.message(said, s.answers, undefined);
  const own = slots.find((slot) => slot.key === target.key);
  const others = slots.filter((slot) => slot.key !== target.key);
  const left = leftOf(name, target);
  if (own === undefined && others.length > 0) {
    const asked = others.filter((slot) => isAsked(s, slot.key));
    if (asked.length > 0) return { is: 'uncertain', told: { slots: asked, rest: [] } };
    const understood = s.form.reader.answer(said, target, s.answers);
    if (understood.status !== 'ask') return { is: 'notAsked', name };
    return { is: 'uncertain', told: { slots: [{ key: target.key, understood, words: said }], rest: [] } };
  }
  if (left === '' || (target.kind !== 'money' && target.kind !== 'count')) return { is: 'certain' };
  const understood = s.form.reader.answer(order.value ?? '', target, s.answers);
  return { is: 'uncertain', told: { slots: [{ key: target.key, understood, words: said }], rest: [] } };
}

/** 刚才那题, 第3题: no name. */
function isOfPlace(target: string | undefined): boolean {
  return target === undefined || target === 'current' || target === 'previous' || target.startsWith('#');
}

/**
 * A field that isn't asked of this household. What was said may tell of one that is (人均纯收入5000 of the year's
 * income), and is asked about.
 */
function notAskedHere<S>(s: Sitting<S>, name: string, value: string): NamedField {
  const words = `${name}${value}`;
  const { slots } = s.form.reader.message(words, s.answers, undefined);
  const asked = slots.filter((slot) => isAsked(s, slot.key));
  if (asked.length > 0) return { is: 'uncertain', told: { slots: asked, rest: [] } };
  const near = applicable(s.form.list, s.answers, s.form.subject).find(({ title, topics = [] }) =>
    [title, ...topics].some((called) => name.includes(called)),
  );
  const understood = near === undefined ? undefined : s.form.reader.answer(words, near, s.answers);
  if (near === undefined || understood?.status !== 'ask') return { is: 'notAsked', name };
  return { is: 'uncertain', told: { slots: [{ key: near.key, understood, words }], rest: [] } };
}

function isAsked<S>(s: Sitting<S>, key: string): boolean {
  return applicable(s.form.list, s.answers, s.form.subject).some((question) => question.key === key);
}

/** 人均纯收入 of 把人均纯收入改成5000. */
function nameIn(text: string, value: string): string {
  const whole = text.normalize('NFKC').replace(/\s/gu, '');
  const at = value === '' ? -1 : whole.lastIndexOf(value.replace(/\s/gu, ''));
  if (at <= 0) return '';
  return without(whole.slice(0, at), changeWords).replace(/[，,。:：]+/gu, '');
}

/** The part of the name that neither the field nor a common word explains. */
function leftOf(name: string, target: Question): string {
  return without(without(name, [target.title, ...(target.topics ?? [])]), besideAName);
}

/** The text without these words, the longest first. */
function without(text: string, words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), text);
}
