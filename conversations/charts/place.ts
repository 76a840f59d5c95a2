import type { Shape } from './chart.ts';

/** A picture for a group is a phone's width, so that nobody has to zoom. */
export const width = 450;
export const margin = 18;
export const inner = width - 2 * margin;
/** The smallest letters: below it they can't be read once a chat has scaled the picture down. */
export const small = 13;

/** A part of a picture and how much of its height it takes. */
export interface PicturePart {
  height: number;
  shapes: Shape[];
}
