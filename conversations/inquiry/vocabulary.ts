import type { Campaign } from '../campaign/campaign.ts';
import { formWords, type WordMap } from './form-words.ts';
import { type InquiryLexicon, lexiconOf } from './lexer.ts';
import type { InquiryMark } from './mark.ts';
import { askingWords } from './words/asking.ts';
import { englishWords } from './words/english.ts';
import type { Entry } from './words/entry.ts';
import { ideaWords } from './words/ideas.ts';
import { categoryNames, stateWords } from './words/states.ts';
import { inquiryTimeWords } from './words/time.ts';

/** 水利口, 教体局, 县水利局: a department by its name without 县 and 局, with what people put behind it. */
function* departmentWords({ departments }: Campaign): Generator<Entry> {
  for (const { name } of departments) {
    const plain = name.replace(/（.*）$/u, '');
    const short = plain.replace(/^县委?/u, '');
    const stem = short.replace(/(?:局|委|部|办|中心)$/u, '');
    const forms = [
      plain,
      short,
      ...(stem.length >= 2 ? ['口', '部门', '系统', '上', '牵头', '口上'].map((end) => `${stem}${end}`) : []),
    ];
    const led = [plain, short].flatMap((form) => [`${form}牵头`, `${form}牵头的`, `${form}负责的`]);
    yield [
      { is: 'fact', facts: [{ on: 'leadUnit', values: [name] }] },
      [...new Set([...forms, ...led])].join(' '),
    ];
  }
}

function wordMap(campaign: Campaign): WordMap {
  const words: WordMap = new Map(
    [...formWords(campaign.householdForm.questions)].map(([form, marks]) => [form.toLowerCase(), marks]),
  );
  const tables = [
    categoryNames,
    stateWords,
    askingWords,
    inquiryTimeWords,
    [...departmentWords(campaign)],
    ideaWords,
  ];
  for (const [mark, forms] of tables.flat())
    for (const form of forms.split(' ')) {
      const known = words.get(form) ?? [];
      words.set(form, joinedMarks(known, mark));
    }
  return words;
}

/** Facts of one form stand in one mark, the form's own before the others'. */
function joinedMarks(known: readonly InquiryMark[], mark: InquiryMark): InquiryMark[] {
  if (mark.is !== 'fact') return [...known, mark];
  const fact = known.find((m) => m.is === 'fact');
  if (fact?.is !== 'fact') return [...known, mark];
  const facts = [...fact.facts, ...mark.facts];
  return [...known.filter((m) => m !== fact), { is: 'fact', facts }];
}

const made = new WeakMap<Campaign, InquiryLexicon>();

/** All words an inquiry may be made of in a campaign, beside the names of units. Made once. */
export function inquiryVocabulary(campaign: Campaign): InquiryLexicon {
  const known = made.get(campaign);
  if (known !== undefined) return known;
  const words = wordMap(campaign);
  const content = [...words]
    .filter(
      ([form, marks]) => marks.some(isContent) || (form.length > 2 && marks.some((m) => m.is === 'idea')),
    )
    .map(([form]) => form);
  const lexicon = lexiconOf(withEnglish(words), [...soundedFirst, ...content]);
  made.set(campaign, lexicon);
  return lexicon;
}

/** An English word means what the Chinese one beside it does. */
function withEnglish(words: WordMap): WordMap {
  for (const [english, chinese] of englishWords) {
    const marks = words.get(chinese);
    if (marks !== undefined) words.set(english, marks);
  }
  return words;
}

/** Of words that sound alike the one people ask for. */
const soundedFirst = ['进度', '问题', '线索', '未排查', '逾期'];

const isContent = (mark: InquiryMark): boolean =>
  mark.is === 'fact' || mark.is === 'topic' || mark.is === 'by' || mark.is === 'of';
