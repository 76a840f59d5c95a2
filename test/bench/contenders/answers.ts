import type { Start } from '../contender.ts';
import { talk } from './full-path.ts';

/** Answers only, to a visit that was begun before: what the ways by hand do as well. */
export const start: Start = (ground) =>
  talk(
    ground,
    ['下一户', '对'],
    ['收入4万', '收入改成5万', '种地', '收入不稳定', '收入改成4万', '务工', '稳定'],
  );
