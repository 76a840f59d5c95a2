import type { FormPerson, PersonsSaid } from '../../form/form.ts';
import type { PersonFacts, PersonTold } from '../../form/person.ts';
import type { PersonAsk, Question } from '../../form/question.ts';
import { isExact } from '../../language/numbers/number-span.ts';
import { readNumber } from '../../language/numbers/numeral-reader.ts';
import { clean } from '../../language/text.ts';
import { Trie } from '../../language/trie.ts';
import { personFillers } from './fillers.ts';
import { headWords, kinRelations } from './kin.ts';

/** What a stretch of words means here. */
type Meaning =
  | { is: 'person'; person: PersonTold }
  | { is: 'fact'; key: string; value: string | number }
  | { is: 'filler' };

/**
 * Reads who is meant and what is told of each: 老二当兵，3号在外地参了. A fact belongs to the persons named just
 * before it, else to those named behind it in the same breath. Sure only if every word was understood, nobody is told
 * two things at once, and no fact waits for somebody.
 */
export function readPersons(text: string, people: readonly FormPerson[], question: Question): PersonsSaid {
  const words = meaningsOf(people, question);
  const said = new Said();
  for (const clause of clean(text).split(/[,;。、!\n ]+|还有|以及|[和跟与]/u)) {
    const chars = [...clause];
    const alone = memberByNumber(clause, people);
    if (alone !== undefined) said.person(alone);
    else for (let i = 0; i < chars.length; ) i = readOne(chars, i, { words, people, question, said });
  }
  return said.result();
}

interface Reading {
  words: Trie<Meaning>;
  people: readonly FormPerson[];
  question: Question;
  said: Said;
}

/** Takes what begins at this place; what nothing is known of makes the whole unsure. Returns the next place. */
function readOne(chars: readonly string[], at: number, { words, people, question, said }: Reading): number {
  const counted =
    countedAt(chars, at, question) ?? numberedAt(chars, at, people) ?? placeAt(chars, at, question);
  let found: { meaning: Meaning; to: number } | undefined = counted;
  words.each(chars, at, (meaning, to) => {
    if (found === undefined || to > found.to) found = { meaning, to };
  });
  if (found === undefined) {
    said.unread();
    return at + 1;
  }
  const { meaning, to } = found;
  if (meaning.is === 'person') said.person(meaning.person);
  if (meaning.is === 'fact') said.fact(meaning.key, meaning.value);
  return to;
}

/** 8个月, where months are asked for. */
function countedAt(
  chars: readonly string[],
  at: number,
  { personAsks = [] }: Question,
): { meaning: Meaning; to: number } | undefined {
  const ask = personAsks.find(({ kind }) => kind === 'count');
  const rest = chars.slice(at).join('');
  const number = ask === undefined ? undefined : readNumber(rest, 0);
  if (ask === undefined || number === undefined || number.start !== 0 || !isExact(number)) return undefined;
  const behind = rest.slice(number.end);
  const { measure = '' } = ask;
  if (measure === '' || !behind.startsWith(measure)) return undefined;
  return { meaning: { is: 'fact', key: ask.key, value: number.lo }, to: at + number.end + measure.length };
}

/** 在合肥打工, where it is asked where somebody is. */
function placeAt(
  chars: readonly string[],
  at: number,
  { personAsks = [] }: Question,
): { meaning: Meaning; to: number } | undefined {
  const ask = personAsks.find(({ kind }) => kind === 'text');
  const said =
    ask === undefined
      ? null
      : /^在(\p{Script=Han}{2,8}?)(?=打工|上班|务工|干|做|$)/u.exec(chars.slice(at).join(''));
  const place = said?.[1];
  if (ask === undefined || place === undefined) return undefined;
  return { meaning: { is: 'fact', key: ask.key, value: place }, to: at + 1 + [...place].length };
}

/** 3号 of the list that was shown. */
function numberedAt(
  chars: readonly string[],
  at: number,
  people: readonly FormPerson[],
): { meaning: Meaning; to: number } | undefined {
  const said = /^(\d{1,2})号/u.exec(chars.slice(at, at + 3).join(''));
  const person = memberByNumber(said?.[1] ?? '', people);
  if (said === null || person === undefined) return undefined;
  return { meaning: { is: 'person', person }, to: at + said[0].length };
}

function memberByNumber(text: string, people: readonly FormPerson[]): PersonTold | undefined {
  if (!/^\d{1,2}$/u.test(text)) return undefined;
  const member = people.find(({ no }) => no === Number(text));
  return member === undefined ? undefined : { no: member.no, name: member.name };
}

/** What the words of a sentence may mean for this household and this question. */
function meaningsOf(people: readonly FormPerson[], { personAsks = [] }: Question): Trie<Meaning> {
  const words = new Trie<Meaning>();
  for (const word of personFillers) words.set(word, { is: 'filler' });
  for (const [word, relations] of kinRelations) {
    const person = calledBy(word, relations, people);
    // 孩子 is nobody in particular, unless there is just one.
    if (person.no !== undefined || !anyChild.includes(word)) words.set(word, { is: 'person', person });
  }
  for (const word of headWords) {
    const head = people.find(isHead);
    words.set(word, {
      is: 'person',
      person: head === undefined ? { name: '户主' } : { no: head.no, name: head.name },
    });
  }
  for (const { no, name } of people) {
    const given = [...name].slice(1).join('');
    const unique = people.filter((one) => [...one.name].slice(1).join('') === given).length === 1;
    for (const word of [name, ...(given.length > 1 && unique ? [given] : [])])
      words.set(word, { is: 'person', person: { no, name } });
  }
  for (const ask of personAsks) for (const [word, value] of factWords(ask)) words.set(word, fact(ask, value));
  return words;
}

const fact = ({ key }: PersonAsk, value: string): Meaning => ({ is: 'fact', key, value });

function factWords({ choices = [] }: PersonAsk): [string, string][] {
  return choices.flatMap(({ value, label, words = [] }) =>
    [value, label, ...words].map((word): [string, string] => [word, value]),
  );
}

const anyChild: readonly string[] = ['孩子', '小孩', '娃', '学生'];

const isHead = ({ no, relation }: FormPerson): boolean =>
  relation === undefined ? no === 1 : /^(?:户主|本人)/u.test(relation);

/** The member a word of kinship plainly means; where several or none may be meant, somebody called so. */
function calledBy(word: string, relations: readonly string[], people: readonly FormPerson[]): PersonTold {
  const [only, ...more] = people.filter((one) => relations.includes(one.relation ?? ''));
  return only === undefined || more.length > 0 ? { name: word } : { no: only.no, name: only.name };
}

/** What was said so far: whom the words speak of, and what of them. */
class Said {
  readonly #persons: PersonTold[] = [];
  /** Those named last, whom the next fact is about. */
  #last: number[] = [];
  #told = false;
  #loose: Record<string, string | number> = {};
  #sure = true;

  unread(): void {
    this.#sure = false;
  }

  person(person: PersonTold): void {
    if (this.#told) this.#last = [];
    this.#told = false;
    const before = this.#persons.findIndex(({ no, name }) =>
      person.no === undefined ? name === person.name : no === person.no,
    );
    if (before < 0) this.#persons.push(person);
    this.#last.push(before < 0 ? this.#persons.length - 1 : before);
    // 当兵的老二: what was said before anybody was named.
    if (this.#persons.length === 1)
      for (const [key, value] of Object.entries(this.#loose)) this.fact(key, value);
    if (this.#persons.length === 1) this.#loose = {};
    this.#told = false;
  }

  fact(key: string, value: string | number): void {
    this.#told = true;
    if (this.#last.length === 0) {
      if (this.#loose[key] !== undefined && this.#loose[key] !== value) this.#sure = false;
      this.#loose = { ...this.#loose, [key]: value };
      return;
    }
    for (const at of this.#last) {
      const person = this.#persons[at];
      if (person === undefined) continue;
      if (person.told?.[key] !== undefined && person.told[key] !== value) this.#sure = false;
      this.#persons[at] = { ...person, told: { ...person.told, [key]: value } };
    }
  }

  result(): PersonsSaid {
    const loose: PersonFacts = this.#loose;
    return { persons: this.#persons, loose, sure: this.#sure };
  }
}
