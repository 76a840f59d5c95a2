import { percentSaid } from '../language/percent.ts';

/** A part of a whole as a spreadsheet rounds it: one decimal, half up. 1 of 6 is 16.7%; of nothing there is no share. */
export function shareInWords(part: number, whole: number): string {
  return whole === 0 ? '—' : percentSaid(part, whole);
}

/** A mean with two decimals at most, half up; whole yuan from a hundred on. */
export function meanInWords(sum: number, known: number): string {
  if (known === 0) return '—';
  const mean = sum / known;
  const rounded = mean >= 100 ? Math.floor(mean + 0.5) : Math.floor(mean * 100 + 0.5) / 100;
  return String(rounded);
}
