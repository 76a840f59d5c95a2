import type { BookEntry } from './entry.ts';

/**
 * The entry a question is about: the one with a word of its matter and one of its own asking words; of several the
 * one of which most was said. Undefined: it isn't in the book.
 */
export function lookUp(entries: readonly BookEntry[], text: string): BookEntry | undefined {
  const said = text.normalize('NFKC').toLowerCase();
  let best: { entry: BookEntry; weight: number } | undefined;
  for (const entry of entries) {
    const about = longestIn(said, entry.about);
    const asks = longestIn(said, entry.asks);
    if (about === 0 || (asks === 0 && entry.asks.length > 0)) continue;
    const weight = about + 2 * asks;
    if (best === undefined || weight > best.weight) best = { entry, weight };
  }
  return best?.entry;
}

function longestIn(text: string, words: readonly string[]): number {
  return words.reduce(
    (most, word) => (text.includes(word.toLowerCase()) ? Math.max(most, word.length) : most),
    0,
  );
}

/** Does the question speak of a matter the book knows anything of? */
export function isOfTheBook(entries: readonly BookEntry[], text: string): boolean {
  const said = text.normalize('NFKC').toLowerCase();
  return entries.some((entry) => longestIn(said, entry.about) > 0);
}

/** The answer as it is said, with where it stands and since when; what isn't filled in is said to be unknown. */
export function tellEntry({ title, answer, source, date, whom }: BookEntry): string {
  if (answer === '') return `“${title}”县里还没给我准话，不乱说。请问${whom}。`;
  const since = date === '' ? '' : `，${dateInWords(date)}`;
  return `${answer}（${source}${since}；不清楚再问${whom}）`;
}

function dateInWords(date: string): string {
  const [year = '', month] = date.split('-');
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`;
}

/** The book with what a county put in: its entry takes the place of one with the same title. */
export function withCounty(book: readonly BookEntry[], own: readonly BookEntry[]): BookEntry[] {
  const titles = new Set(own.map(({ title }) => title));
  return [...own, ...book.filter(({ title }) => !titles.has(title))];
}
