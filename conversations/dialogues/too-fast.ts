import { maskNumbers } from '../language/masking.ts';

/** Where the message from which on one answers later can be known by: its words, or that it was a photo. */
interface FromWhere {
  words: string;
  inRoom: boolean;
}

/** Said once to whoever sends faster than he can be answered: nothing is lost, and nothing need be sent again. */
export function tooFast({ words, inRoom }: FromWhere): string {
  const short = maskNumbers(words.trim()).slice(0, 12).trim();
  const from = inRoom || short === '' ? '这条' : `“${short}”`;
  return `发得有点快，都收下了，一条没丢。从${from}起按先后慢慢回，请稍等，不用重发。`;
}
