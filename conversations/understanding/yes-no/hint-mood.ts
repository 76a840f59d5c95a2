import type { QuestionHint } from '../../reading/understood.ts';
import { isJudgement, judgedIn, type Polarity, praise } from './mood.ts';

/** Words that praise or complain only of certain things; of anything else they say nothing. */
const tied: readonly { good: RegExp; bad: RegExp; of: RegExp }[] = [
  {
    good: /涨了?|增(?:加|长|收)?了|提高|比[^,。]{1,4}(?:多|高|好|强)|多了$/,
    bad: /少了|减少|下降|降了|掉了|不如|没[^,。有]{1,4}(?:多|高|好|强)$|比[^,。]{1,4}(?:少|低|差)/,
    of: /多|少|增|涨|收入|挣|收益/,
  },
  {
    good: /及时|按时|准时|快$|很快/,
    bad: /不(?:及时|按时|准时)|拖(?!拉机)|欠着|太慢/,
    of: /按时|及时|拖|发|给|报|兑现|还/,
  },
  {
    good: /到位|落实(?!不)/,
    bad: /(?:没|不|未)(?:有)?(?:到位|落实)/,
    of: /到位|落实|给到|享受|政策|措施|资助|办/,
  },
  { good: /不重|轻/, bad: /喘不过|吃不消|压得|紧|重/, of: /负担|紧|压/ },
  { good: /习惯|住得惯|适应/, bad: /不习惯|住不惯|不适应/, of: /住|搬|习惯/ },
];
const tiedWord = /及时|到位/;

const texts = new WeakMap<QuestionHint, string>();

/** Everything the hint says in words, in which related characters are looked up. */
export function wordsOf(hint: QuestionHint): string {
  const known = texts.get(hint);
  if (known !== undefined) return known;
  const made = [hint.ask, hint.says?.yes, hint.says?.no, ...(hint.topics ?? [])].join(' ');
  texts.set(hint, made);
  return made;
}

/** Praise or complaint of what the question asks. */
export function moodOf(text: string, hint: QuestionHint): Polarity | undefined {
  const words = wordsOf(hint);
  for (const { good, bad, of } of tied) {
    const found = bad.test(text) ? 'bad' : good.test(text) ? 'good' : undefined;
    if (found && (words.trim() === '' || of.test(words))) return found;
  }
  return tiedWord.test(text) && words.trim() !== '' ? undefined : praise(text);
}

const empty = new Set([...'没有不的了吗在是过这户家里人年今钱呢啊吧都也还一个什么啥谁']);

/** Whether the text shares a telling character with the question's words; a hint without words can't tell. */
export function isRelated(text: string, hint: QuestionHint): boolean {
  const words = wordsOf(hint);
  return words.trim() === '' || [...text].some((c) => !empty.has(c) && words.includes(c));
}

const person = /[人部记长员志]$|^[他她]$|^[小老].$/;

/**
 * Whether praise or complaint answers the question: 不错 only where it asks for a judgement, and of another thing
 * (村里路不好, asked of the team) never. The thing judged is known by the last character of its name.
 */
export function judgesAsked(text: string, hint: QuestionHint): boolean {
  if (isJudgement(text)) return hint.rated === true;
  if (!hint.rated || /[,。;、 ]|没|无|有|越/.test(text)) return true;
  const judged = judgedIn(text);
  const words = wordsOf(hint);
  if (judged === '' || words.trim() === '') return true;
  if (/队|干部|责任人|帮扶/.test(words) && person.test(judged)) return true;
  return words.includes(judged.charAt(judged.length - 1));
}

const badInItself = /不|没|欠|债|失|残|瘫|逾|骤|猛|亏|拖|滞/;

/** 干不了活 names the bad thing the question asks after: that is a yes, unless it is denied. */
export function namesTrouble(text: string, hint: QuestionHint): boolean {
  if (hint.trueIsGood !== false) return false;
  return (hint.topics ?? []).some((topic) => {
    const at = badInItself.test(topic) ? text.indexOf(topic) : -1;
    return at >= 0 && !/(?:没|不|无|未|没有|不是)$/.test(text.slice(0, at));
  });
}
