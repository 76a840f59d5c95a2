/** How a binding code looks: letters and digits that can't be mistaken for one another when read aloud. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Days a handed-out code stays valid. */
export const codeDays = 3;

/** How codes are written before hashing: upper case, nothing between. */
export function normalCode(typed: string): string {
  return typed.replace(/[\s-]/gu, '').toUpperCase();
}

/** Eight characters out of a keyed digest (hex), e.g. 8K3F-2M7Q: about 39 bits, with five tries an hour. */
export function codeFrom(digest: string): string {
  const letters = Array.from({ length: 8 }, (_, i) => {
    const byte = Number.parseInt(digest.slice(i * 4, i * 4 + 4), 16);
    return alphabet[byte % alphabet.length] ?? '2';
  }).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
