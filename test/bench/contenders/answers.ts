import type { Start } from '../contender.ts';
import { talk } from './full-path.ts';

/**
 * Answers only, to a visit that was begun before: what the ways by hand do as well. Sums differ from person to
 * person and from turn to turn, as they do at the doors; the short words are the same again and again.
 */
export const start: Start = (ground) =>
  talk(
    ground,
    'answers',
    ['下一户', '对'],
    ['收入{sum}', '收入改成{sum}', '种地', '收入不稳定', '收入改成{sum}', '务工', '稳定'],
  );
