/** How a binding code looks: letters and digits that can't be mistaken for one another when read aloud. */
const digits = '23456789';
const alphabet = `${digits}ABCDEFGHJKMNPQRSTUVWXYZ`;

/** Days a handed-out code stays valid. */
export const codeDays = 3;

/** Wrong codes in a row until the account is locked, and for how long, in milliseconds. */
export const triesAllowed = 5;
export const lockedForMs = 3_600_000;

/** Wrong codes of all people together within this many milliseconds: from so many on administrators are told … */
export const triesWindowMs = 600_000;
export const alarmAt = 30;
/** … and from so many on nobody can bind until it is quieter. */
export const brakeAt = 200;

/** How codes are written before hashing: upper case, nothing between. */
export function normalCode(typed: string): string {
  return typed.replace(/[\s-]/gu, '').toUpperCase();
}

/**
 * Eight characters out of a keyed digest (hex), e.g. 8K3F-2M7Q: about 37 bits, with five tries an hour. The fifth
 * is always a digit, so that a code is told from a word also when it is typed without its dash.
 */
export function codeFrom(digest: string): string {
  const letters = Array.from({ length: 8 }, (_, i) => {
    const number = Number.parseInt(digest.slice(i * 4, i * 4 + 4), 16);
    const from = i === 4 ? digits : alphabet;
    return from[number % from.length] ?? '2';
  }).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** A message may hold a forwarded list of codes; more than these are not looked at. */
const mostCodes = 40;

const anywhere = /(?<![A-Z0-9])[2-9A-HJKMNP-Z]{4}([ -]?)[2-9A-HJKMNP-Z]{4}(?![A-Z0-9])/gu;
const afterWord = /^(?:绑定码?|BIND)[\s:,是]*([A-Z0-9][A-Z0-9\s-]{4,14})[。.!]?$/u;

/**
 * The codes in a message, normal and each once: after the word 绑定 whatever looks like one, else what has a
 * code's shape (with the dash, or with a digit, so that an eight-letter word isn't taken for one).
 */
export function codesIn(text: string): string[] {
  const said = text.normalize('NFKC').toUpperCase().trim();
  const named = afterWord.exec(said)?.[1];
  if (named !== undefined) return [normalCode(named)];
  const found = [...said.matchAll(anywhere)]
    .filter(([code, between]) => between === '-' || /\d/u.test(code))
    .map(([code]) => normalCode(code));
  return [...new Set(found)].slice(0, mostCodes);
}
