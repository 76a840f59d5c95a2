import type { Answer } from './answer.ts';
import type { FormPerson, FormPrompt, PersonsSaid } from './form.ts';
import { type PersonTold, personNames } from './person.ts';
import type { PersonAsk, Question } from './question.ts';
import type { Sitting } from './sitting.ts';
import { mostShown } from './wording.ts';

/** What is still to be known of the persons of an answer: who they are, or something of each. */
interface PersonOpen<S> {
  question: Question<S>;
  facet?: PersonAsk;
}

/** The answered question that still wants to know whom it is about, or more of them. */
export function whoIsOpen<S>(s: Sitting<S>): PersonOpen<S> | undefined {
  for (const question of s.form.list.questions) {
    const answer = s.answers[question.key];
    if (question.whoWhen === undefined || answer?.is !== 'known' || answer.v !== question.whoWhen) continue;
    if (answer.who === undefined) return { question };
    const facet = question.personAsks?.find((ask) => ask.needed === true && lacking(answer, ask).length > 0);
    if (facet !== undefined) return { question, facet };
  }
  return undefined;
}

/** The persons of an answer of whom this wasn't told yet. */
export function lacking(
  { persons = [] }: Extract<Answer, { is: 'known' }>,
  { key }: PersonAsk,
): readonly PersonTold[] {
  return persons.filter(({ told }) => told?.[key] === undefined);
}

/** The answer with the persons it is about, in words too. */
export function aboutPersons(
  answer: Extract<Answer, { is: 'known' }>,
  persons: readonly PersonTold[],
): Extract<Answer, { is: 'known' }> {
  return { ...answer, who: personNames(persons).slice(0, 40), persons: [...persons].slice(0, 20) };
}

/** The one person a question can be about: of a household of one, or the only one another answer names. */
export function onlyOne<S>(s: Sitting<S>, { whoFrom }: Question): PersonTold | undefined {
  const from = whoFrom === undefined ? undefined : s.answers[whoFrom];
  const [only, ...more] = (from?.is === 'known' ? from.persons : undefined) ?? [];
  if (only === undefined || more.length > 0) return s.form.alone?.(s.answers);
  const { told: _, ...person } = only;
  return person;
}

/** The people an answer may be about: those of the age it is about, where their age is known. */
function peopleFor<S>(s: Sitting<S>, { whoAged }: Question): readonly FormPerson[] {
  const { people } = s.form;
  if (whoAged === undefined) return people;
  return people.filter(({ age }) => age !== undefined && age >= whoAged.from && age <= whoAged.to);
}

/** Asks who it is, or what is open of those named. */
export function askPerson<S>(s: Sitting<S>, { question, facet }: PersonOpen<S>): string {
  if (facet !== undefined) return askFacet(s, question, facet);
  s.open({ is: 'who', key: question.key });
  const [first] = (question.personAsks ?? []).filter((ask) => ask.needed === true);
  const also = first === undefined ? '？' : `，${first.ask}`;
  return `${s.form.manner.heading(question)}${whatFor(question)}，是家里哪一位${also}\n${peopleLine(peopleFor(s, question), question)}`;
}

/** 李翠为啥没参？ with the short answers below. */
function askFacet<S>(s: Sitting<S>, question: Question<S>, facet: PersonAsk): string {
  s.open({ is: 'who', key: question.key, facet: facet.key });
  const answer = s.answers[question.key];
  const names = answer?.is === 'known' ? personNames(lacking(answer, facet)) : '';
  return `${s.form.manner.heading(question)}${names}${facet.ask}\n${facetLine(facet)}`;
}

function facetLine({ kind, choices = [], measure = '' }: PersonAsk): string {
  if (kind === 'count') return `回数字，如 8${measure}；不便说回“跳过”`;
  if (kind === 'text') return '直接说就行；不便说回“跳过”';
  const shown = choices.slice(0, mostShown).map(({ label }, i) => `${i + 1}.${label}`);
  return `${shown.join(' ')}${choices.length > mostShown ? '（别的直接说）' : ''}`;
}

/** The answer the who belongs to: 有人没参, 有辍学. */
export function whatFor(question: Question): string {
  if (question.kind === 'choice')
    return `${question.title}${question.choices.find(({ value }) => value === question.whoWhen)?.label ?? ''}`;
  const said =
    question.kind === 'yesNo' ? (question.whoWhen === true ? question.yes : question.no) : undefined;
  return said ?? question.title;
}

function peopleLine(people: readonly FormPerson[], { whoAged }: Question): string {
  if (people.length === 0 && whoAged !== undefined) return '说孩子的名字或称呼，如“老二”；不便说回“跳过”';
  if (people.length === 0) return '说名字或称呼都行，如“老伴”；不便说回“跳过”';
  return `${people.map((one) => `${one.no}.${one.name}`).join(' ')}（回号数或称呼）`;
}

/** What was said to 是哪一位: people, a number nobody has, that there is nobody, or something else. */
type WhoSaid =
  | { is: 'person'; persons: readonly PersonTold[] }
  | { is: 'noSuchNumber' }
  | { is: 'nobody' }
  | { is: 'unclear' };

/** The people meant: by their numbers, else a name or a word of kinship as it was said. */
export function whoSaid<S>(s: Sitting<S>, question: Question<S>, text: string): WhoSaid {
  const { people, known, reader } = s.form;
  const numbers = text.normalize('NFKC').match(/\d{1,2}/g) ?? [];
  const named = numbers.flatMap((n) => people.filter((m) => m.no === Number(n)));
  if (named.length > 0) return { is: 'person', persons: named.map(({ no, name }) => ({ no, name })) };
  if (onlyNumbers(text)) return { is: 'noSuchNumber' };
  if (saysNobody.test(text)) return { is: 'nobody' };
  return reader.namesPeople(text, known)
    ? { is: 'person', persons: personsCalled(s, question, text) }
    : { is: 'unclear' };
}

/** What words tell of the persons a question is about. */
export function personsIn<S>(s: Sitting<S>, question: Question<S>, text: string): PersonsSaid | undefined {
  return s.form.reader.persons?.(text, peopleFor(s, question), question);
}

/** Those whom words call: members of the household where they are plainly meant, else as they were called. */
export function personsCalled<S>(s: Sitting<S>, question: Question<S>, text: string): readonly PersonTold[] {
  const read = personsIn(s, question, text);
  return read?.sure === true && read.persons.length > 0 ? read.persons : [{ name: text.slice(0, 40) }];
}

const saysNobody =
  /^(?:家里)?(?:都|全|也|谁|一个|一个人|没有|真)*(?:也|都)?(?:没有?|无|冇|木有|没得|没人|没谁|没有人)(?:了|的|啊|呢)*[。.！!]*$/u;

/** Only numbers: 2, 2和3, 1、2号. */
export function onlyNumbers(text: string): boolean {
  return /^[\d\s、,，和跟号.]+$/u.test(text.normalize('NFKC'));
}

/** 没有 to 是哪一位: the answer before may have been wrong. Asked, never changed by itself. */
export function askWhetherAny<S>(s: Sitting<S>, question: Question<S>, stood: boolean): string {
  const [now, other] = [whatFor(question), otherThan(question)];
  s.open({
    is: 'options',
    key: question.key,
    options: [
      { label: `改成${other}`, value: !stood },
      { label: `还是${now}`, value: stood },
    ],
    note: s.text.slice(0, 60),
  });
  return `${s.form.manner.heading(question)}刚才记的是“${now}”，要改吗？\n1）改成${other} 2）还是${now}`;
}

function otherThan(question: Question): string {
  if (question.kind !== 'yesNo') return question.title;
  return (question.whoWhen === true ? question.no : question.yes) ?? question.title;
}

/** The question of an open `who` and its answer, if it still is what it was. */
export function whoAsked<S>(
  s: Sitting<S>,
  open: Extract<FormPrompt, { is: 'who' }>,
): { question: Question<S>; answer: Extract<Answer, { is: 'known' }> } | undefined {
  const question = s.question(open.key);
  const answer = s.answers[open.key];
  return question !== undefined && answer?.is === 'known' && answer.v === question.whoWhen
    ? { question, answer }
    : undefined;
}
