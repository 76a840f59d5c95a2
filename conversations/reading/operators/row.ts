import type { FactSign } from '../../language/table.ts';
import type { WordToken } from '../lexer.ts';
import { reachOfOperator } from './reach.ts';

/** A denial that has found its fact, and may go on over the next. */
export interface Row {
  count: number;
  soft: boolean;
  sign: FactSign;
  at: number;
}

/** 没大病慢病, 非C、D级: the same denial goes on over facts of the same sign, joined by nothing or by 和. */
export function goesOn(row: Row, sign: FactSign, tokens: readonly WordToken[], at: number): boolean {
  if (row.sign !== sign || at - row.at > reachOfOperator) return false;
  const between = tokens.slice(row.at + 1, at);
  return between.every((t) => t.is === 'mark' || /^(?:和|或|、|也|及|与|跟)$/u.test(t.text));
}
