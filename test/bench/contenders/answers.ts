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
    // Taken back and given anew: every message is a change that is stored, and none is asked about first.
    ['{sum}', '撤销', '收入{sum}', '撤销', '一年{sum}', '撤销', '种地', '撤销'],
  );
