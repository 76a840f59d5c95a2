import { pickedNumber } from '../language/picked-number.ts';
import type { Answer } from './answer.ts';
import { askNext, showOpen } from './ask.ts';
import type { FormStep } from './form.ts';
import { type PersonFacts, type PersonTold, personsWords } from './person.ts';
import type { PersonAsk, Question } from './question.ts';
import type { Sitting } from './sitting.ts';
import { aboutPersons, lacking, personsIn, whatFor } from './who.ts';

/** An answer whose persons something is asked of: `key` says what, `passes` that it was put off. */
interface OfPersons<S> {
  question: Question<S>;
  answer: Extract<Answer, { is: 'known' }>;
  key: string;
  passes: boolean;
}

/** What is put down where nobody could say it. */
const notTold = '不清楚';

/** The answer to what was asked of those named: 当兵, 2, 老二当兵、老三在外地参了. */
export function answerOfPersons<S>(
  s: Sitting<S>,
  of: OfPersons<S>,
  readOn: (s: Sitting<S>, key: string | undefined, text: string) => FormStep,
): FormStep {
  const { question, answer } = of;
  const ask = question.personAsks?.find(({ key }) => key === of.key);
  const persons = answer.persons ?? [];
  if (ask === undefined || lacking(answer, ask).length === 0) return readOn(s, undefined, s.text);
  if (of.passes) return s.said(note(s, of, spread(persons, { [ask.key]: notTold })));
  const told = toldOf(s, question, ask);
  if (told === undefined) return unheard(s, of, ask, readOn);
  const named = told.persons.length > 0 ? joined(persons, told.persons) : persons;
  return s.said(note(s, of, spread(named, told.loose)));
}

/** A number of the list, else what the words tell; undefined where they don't tell it plainly. */
function toldOf<S>(
  s: Sitting<S>,
  question: Question<S>,
  ask: PersonAsk,
): { persons: readonly PersonTold[]; loose: PersonFacts } | undefined {
  const choices = ask.choices ?? [];
  const picked = choices.length === 0 ? undefined : pickedNumber(s.text, choices.length);
  const choice = picked === undefined ? undefined : choices[picked];
  if (choice !== undefined) return { persons: [], loose: { [ask.key]: choice.value } };
  const read = personsIn(s, question, s.text);
  const tells = read?.loose[ask.key] ?? read?.persons.find(({ told }) => told?.[ask.key] !== undefined);
  return read?.sure === true && tells !== undefined ? read : undefined;
}

/** Asked again; words that nobody understands are kept as they are, and what belongs elsewhere is read there. */
function unheard<S>(
  s: Sitting<S>,
  of: OfPersons<S>,
  ask: PersonAsk,
  readOn: (s: Sitting<S>, key: string | undefined, text: string) => FormStep,
): FormStep {
  const { slots } = s.form.reader.message(s.text, s.answers, undefined);
  const elsewhere = slots.some(
    ({ key, understood }) => key !== of.question.key && understood.status === 'value',
  );
  const again = s.missed() >= 2;
  if (elsewhere) {
    if (again)
      s.write({
        [of.question.key]: aboutPersons(of.answer, spread(of.answer.persons ?? [], { [ask.key]: notTold })),
      });
    return readOn(s, undefined, s.text);
  }
  if (ask.kind === 'text' && s.text.length <= 20 && !/[没不无?？]/u.test(s.text))
    return s.said(note(s, of, spread(of.answer.persons ?? [], { [ask.key]: s.text.trim() })));
  if (!again) return s.said(`没听出${ask.title}，回序号或直接说都行；说不清回“不清楚”。\n${showOpen(s)}`);
  const other = ask.choices?.find(({ value }) => value === '其他')?.value ?? s.text.slice(0, 40);
  const answer = { ...of.answer, note: [of.answer.note, s.text].filter(Boolean).join('，').slice(0, 200) };
  return s.said(note(s, { ...of, answer }, spread(of.answer.persons ?? [], { [ask.key]: other })));
}

function note<S>(s: Sitting<S>, { question, answer }: OfPersons<S>, persons: readonly PersonTold[]): string {
  s.write({ [question.key]: aboutPersons(answer, persons) });
  return `记下：${whatFor(question)}${s.persons(personsWords(persons))}\n${askNext(s)}`;
}

/** What was told of nobody in particular holds for all of whom it wasn't told yet. */
function spread(persons: readonly PersonTold[], facts: PersonFacts): PersonTold[] {
  return persons.map((person) => ({ ...person, told: { ...facts, ...person.told } }));
}

/** Those named before with what is told of them now; somebody new comes in. */
function joined(before: readonly PersonTold[], now: readonly PersonTold[]): PersonTold[] {
  const is = (a: PersonTold, b: PersonTold) => (a.no === undefined ? a.name === b.name : a.no === b.no);
  const known = before.map((person) => {
    const again = now.find((one) => is(one, person));
    return again === undefined ? person : { ...person, told: { ...person.told, ...again.told } };
  });
  return [...known, ...now.filter((one) => !before.some((person) => is(one, person)))];
}
