import type { NumberSpan } from '../../language/numbers/number-span.ts';
import { syllableOf } from '../../language/sound.ts';
import { classOf } from '../clauses.ts';
import type { WordToken } from '../lexer.ts';
import { tellOf, toldOfSums } from './told.ts';

/** How a digit sounds that voice typing wrote as another character: 四万舞, 山万二. */
const digitSounds = new Set(['yi', 'er', 'san', 'shan', 'si', 'shi', 'wu', 'liu', 'qi', 'ba', 'jiu']);
const wanSounds = new Set(['wan', 'wang']);
const han = /^\p{Script=Han}$/u;

/** 五万气, 两万旗千, 山万二: one character that is no word here stands where a digit belongs. */
export function isMisheard(
  text: string,
  number: NumberSpan,
  tokens: readonly WordToken[],
  next: number,
): boolean {
  const token = tokens[next];
  const char =
    token === undefined || token.is === 'mark' || token.is === 'number' ? '' : token.text.charAt(0);
  if (number.unit < 100) return char !== '万' && soundsLike(char, wanSounds);
  const opens = number.start === 0 ? '' : text.charAt(number.start - 1);
  if (/[万千百]/u.test(text.charAt(number.start)) && soundsLike(opens, digitSounds)) return true;
  if (token === undefined || char === '' || !han.test(char)) return false;
  const behind = token.text.length > 1 ? token.text.charAt(1) : (tokens[next + 1]?.text.charAt(0) ?? '');
  if (/[千百十万]/u.test(behind) && token.text.length <= 2) return true;
  return token.text.length === 1 && leans(tokens, next) && !isRead(token);
}

function soundsLike(char: string, sounds: ReadonlySet<string>): boolean {
  return han.test(char) && sounds.has(syllableOf(char));
}

/** It ends the clause, or stands before 块. 三万我8千 goes on with who earns next. */
function leans(tokens: readonly WordToken[], at: number): boolean {
  const after = tokens[at + 1];
  if (after === undefined) return true;
  if (tokens[at]?.text === '我') return false;
  return after.is === 'mark' || tellOf(after, 'money') === 'yuan';
}

/** The character is a word that may close a sum. */
function isRead(token: WordToken): boolean {
  if (token.is !== 'word' || token.text === '我') return false;
  if (toldOfSums(token).some(([key]) => key !== 'heads' && key !== 'self')) return true;
  return (
    classOf(token, 'p', 'aux') && (!soundsLike(token.text, digitSounds) || /^[也又有]$/u.test(token.text))
  );
}
