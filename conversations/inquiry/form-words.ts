import { kindWords, tagWords, typeWords } from '../contract/register-words.ts';
import type { Question } from '../form/question.ts';
import { inquiredWords } from '../subjects/inquired.ts';
import type { Condition } from './inquiry.ts';
import type { InquiryMark } from './mark.ts';
import { categoryNames } from './words/states.ts';

/** Forms said so seldom of one question alone that they are taken only beside its topic. */
const shortest = 2;
/** Morphemes by which a topic already tells the bad state: 危房, 付不起, 没鉴定. */
const isBad = (form: string): boolean => /^危|[不没未无]/u.test(form) && !/(.)[不没]\1/u.test(form);
/** Words of a choice that mean it without their question: 打工 does, 没给 and 领到了 don't. */
const standsAlone = /^(?![没不未无有都还发给转补来在跟办])(?!.*[了的过去]$)\p{Script=Han}{2,}$/u;
/** Choices that any question has. */
const anyQuestion: ReadonlySet<string> = new Set(['其他', '未知', '不知道', '都没有', '都有']);
/** A register's word that means any household at all. */
const anyHousehold: ReadonlySet<string> = new Set(['农户', '一般', '脱贫']);

const kinds: ReadonlySet<string> = new Set(categoryNames.flatMap(([, forms]) => forms.split(' ')));

/** What a form is called by: each form of a word with all it may mean. */
export type WordMap = Map<string, InquiryMark[]>;

/**
 * The words of the questions themselves (title, topics, labels of the answers, words of the choices) and of the
 * register: nobody lists them a second time, so a new question can be asked for as soon as it can be answered.
 */
export function formWords(questions: readonly Question[]): WordMap {
  const words: WordMap = new Map();
  for (const question of questions) {
    for (const form of namesOf(question)) add(words, form, nameMark(question, form));
    for (const [form, condition] of valuesOf(question)) add(words, form, { is: 'fact', facts: [condition] });
    for (const [form, condition] of personsOf(question)) add(words, form, { is: 'fact', facts: [condition] });
  }
  for (const [key, value, forms] of inquiredWords)
    if (questions.some((question) => question.key === key))
      for (const form of forms.split(' ')) words.set(form, [answers(key, value)]);
  const rated = questions.filter((question) => question.kind === 'yesNo' && question.rated === true);
  for (const [good, forms] of opinions)
    if (rated.length > 0)
      for (const form of forms.split(' '))
        words.set(form, [
          { is: 'fact', facts: [{ on: 'opinion', keys: rated.map(({ key }) => key), good }] },
        ]);
  return merged(withRegister(words));
}

const answers = (key: string, value: string | boolean): InquiryMark => ({
  is: 'fact',
  facts: [{ on: 'answer', key, values: [value] }],
});

/** What a household thinks, whatever it was asked about. */
const opinions: readonly (readonly [good: boolean, forms: string])[] = [
  [false, '不满意 不满意的 没评满意 有意见 有意见的 意见大 不满 答不满意 评不满意 不认可'],
  [true, '都满意 全满意 满意的'],
];

function namesOf(question: Question): string[] {
  return [...new Set([question.title, ...(question.topics ?? [])])].filter(
    (form) => form.length >= shortest && !form.endsWith('问题'),
  );
}

/** Is the name of a question alone an answer to it? 辍学 and 危房 are, 医保 and 饮水 are not. */
function nameMark(question: Question, form: string): InquiryMark {
  const topic: InquiryMark = { is: 'topic', keys: [question.key] };
  if (question.kind !== 'yesNo') return topic;
  const yes = (value: boolean): InquiryMark => ({
    is: 'fact',
    facts: [{ on: 'answer', key: question.key, values: [value] }],
  });
  if (question.trueIsGood) {
    if (isBad(form)) return yes(false);
    return question.yes?.includes(form) === true && form === question.title ? yes(true) : topic;
  }
  // 有大病慢病, 有辍学: the thing itself is there; 饮水有问题 and 报销有拖延 say more than their topic.
  const exists = question.yes?.startsWith('有') === true;
  return exists || form === question.title ? (isNeutral(question, form) ? topic : yes(true)) : topic;
}

/** 饮水 of 饮水有问题: the label adds what is wrong. */
function isNeutral(question: Extract<Question, { kind: 'yesNo' }>, form: string): boolean {
  return question.yes?.endsWith('有问题') === true && !form.includes('问题');
}

/** Labels and choices: 房子不安全, C级, 打工. */
function* valuesOf(question: Question): Generator<[string, Condition]> {
  const { key } = question;
  if (question.kind === 'yesNo') {
    for (const value of [true, false]) {
      const label = value ? question.yes : question.no;
      if (label !== undefined && label.length >= shortest && !anyQuestion.has(label))
        yield [label, { on: 'answer', key, values: [value] }];
    }
  }
  // 上学 and 看病 are a reason of discontent only beside their question.
  const reasons = question.kind === 'choices' && question.when !== undefined;
  if (question.kind === 'choice' || question.kind === 'choices')
    for (const { value, label, words = [] } of question.choices)
      for (const form of new Set([value, label, ...words.filter((word) => standsAlone.test(word))]))
        if (
          form.length >= shortest &&
          /\p{Script=Han}/u.test(form) &&
          !anyQuestion.has(form) &&
          !(reasons && kinds.has(form))
        )
          yield [form, { on: 'answer', key, values: [value] }];
}

/** What may be told of the persons of an answer, by its label alone: its other words belong to the visit. */
function* personsOf({ key, personAsks = [] }: Question): Generator<[string, Condition]> {
  for (const { key: facet, choices = [] } of personAsks)
    for (const { value, label } of choices)
      if (label.length >= shortest && !anyQuestion.has(label))
        yield [label, { on: 'person', key, facet, values: [value] }];
}

function withRegister(words: WordMap): WordMap {
  const register: [ReadonlyMap<string, string>, (value: never) => Condition][] = [
    [typeWords, (value) => ({ on: 'type', values: [value] })],
    [kindWords, (value) => ({ on: 'type', values: [value] })],
    [tagWords, (value) => ({ on: 'tag', values: [value] })],
  ];
  // What the register calls a household goes before what a question calls an answer.
  for (const [table, conditionOf] of register)
    for (const [form, value] of table)
      if (!anyHousehold.has(form)) words.set(form, [{ is: 'fact', facts: [conditionOf(value as never)] }]);
  for (const [tag, forms] of tagsSaid)
    for (const form of forms.split(' '))
      words.set(form, [{ is: 'fact', facts: [{ on: 'tag', values: [tag] }] }]);
  return words;
}

/** What the register's marks are called by people who ask: an answer of the form may be called so as well. */
const tagsSaid: readonly (readonly [
  tag: 'subsistence' | 'destitute' | 'disabled' | 'relocated',
  forms: string,
])[] = [
  [
    'subsistence',
    '吃低保 吃低保的 享受低保 享受低保的 领低保 领低保的 拿低保 拿低保的 低保的 有低保 有低保的 低保',
  ],
  ['destitute', '特困 特困的 五保 五保户 五保的 特困供养 特困供养户 特困人员'],
  ['disabled', '残疾 残疾的 有残疾 有残疾的 有残疾证 有残疾人 有残疾人的 残疾户 残疾人 残疾家庭'],
  ['relocated', '易地搬迁 易地搬迁的 易地搬迁来的 搬迁来的 搬迁的 易地搬迁户'],
];

function add(words: WordMap, form: string, mark: InquiryMark): void {
  words.set(form, [...(words.get(form) ?? []), mark]);
}

/** One form that names several questions is one mark with all of them: which is meant shows beside it. */
function merged(words: WordMap): WordMap {
  for (const [form, marks] of words) {
    const facts = marks.flatMap((m) => (m.is === 'fact' ? m.facts : []));
    const keys = [...new Set(marks.flatMap((m) => (m.is === 'topic' ? m.keys : [])))];
    const distinct = [...new Map(facts.map((f) => [JSON.stringify(f), f])).values()];
    words.set(form, [
      ...(distinct.length > 0 ? [{ is: 'fact', facts: distinct } as const] : []),
      ...(keys.length > 0 ? [{ is: 'topic', keys } as const] : []),
    ]);
  }
  return words;
}
