import { isGivenName, opensWithSurname } from '../../language/surnames.ts';
import { clean, trimFillers } from '../../language/text.ts';
import { classOf } from '../clauses.ts';
import { tokensOf, type WordToken } from '../lexer.ts';
import { readingVocabulary } from '../vocabulary.ts';
import { behindKin, whoIn } from './kin.ts';

const lead = /^(?:就是|是|叫|应该是|还有|就|有)|^(?:他|她|俺|我|户主|家里?)(?=.)的?/u;
const nickname = /^[小大老阿二三](?:\p{Script=Han}){1,2}$/u;
const parting = /[,。;、 ]+|(?<=.)(?:还有|和|跟|与|及)(?=.)/u;
const ending = /(?<=.)(?:(?<![大二三四小])的|吧)$/u;
/** 俺, 最小的, 他家那口子: people without a word of kin. */
const somebody = /(?:^|家)(?:[我俺]|那口子|自己|最?[大二三四小]的)$/u;

/** Whether the words name people: each by a known name, a word of kinship or a name that can be one. */
export function namesPeople(raw: string, known: readonly string[] = []): boolean {
  const text = trimFillers(clean(raw));
  if (text === '') return false;
  const parts = text.split(parting).filter((part) => part !== '');
  const [only, ...more] = parts;
  if (only === undefined) return false;
  // 奶奶住院了,妈妈代管 tells of several people and names none; 老伴去年查的 tells of one.
  return more.length > 0 ? parts.every((part) => namesOne(part, known)) : namesOne(only, known, true);
}

function namesOne(said: string, known: readonly string[], mayTell = false): boolean {
  const part = said.replace(lead, '').replace(ending, '');
  if (known.some((name) => part.includes(name) || (name.length > 2 && part === name.slice(1)))) return true;
  if (somebody.test(said) || somebody.test(part)) return true;
  const tokens = tokensOf(part, readingVocabulary());
  if (isPersonalName(part, tokens)) return true;
  if (tokens.some((token) => classOf(token, 'neg', 'no', 'have'))) return false;
  if (mayTell && whoIn(part) !== undefined) return true;
  const behind = behindKin(part);
  return (
    behind === '' || (behind !== undefined && isPersonalName(behind, tokensOf(behind, readingVocabulary())))
  );
}

/** 王小明, 小宝, 建国: words that can be somebody's name, and are no words of anything else. */
function isPersonalName(text: string, tokens: readonly WordToken[]): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(text)) return false;
  if (isGivenName(text)) return true;
  // 满意, 天冷, 不知道: read as what they say.
  if (tokens.every(isContent)) return false;
  if (tokens.some((token) => classOf(token, 'neg', 'no', 'hedge', 'ask', 'what', 'all'))) return false;
  return nickname.test(text) || opensWithSurname(text);
}

function isContent(token: WordToken): boolean {
  return token.is === 'word' && token.word.form === token.text && !classOf(token, 'who');
}
