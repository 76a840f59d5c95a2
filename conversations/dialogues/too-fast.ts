import { maskNumbers } from '../language/masking.ts';

/** Where the message that was not taken any more can be known by: its words, or that it was a photo. */
export interface LeftOut {
  words: string;
  inRoom: boolean;
}

/** Said once to whoever sends faster than anybody can type: what stands, what doesn't, and when to go on. */
export function tooFast({ words, inRoom }: LeftOut, restSeconds: number): string {
  const short = maskNumbers(words.trim()).slice(0, 12).trim();
  const from = inRoom || short === '' ? '这条' : `“${short}”`;
  return `发得太快了，我跟不上。从${from}起先没记，前面的都记着。请歇${restSeconds}秒，从这里接着发。`;
}
