import { classOf } from '../clauses.ts';
import type { WordToken } from '../lexer.ts';
import { reachOfOperator } from './reach.ts';

const behindIt = /^(?:已|了|过|完|好|毕|都|验收|合格|早)/u;
const beforeIt = /已|早|去年|前年|年/u;

/** 改造 counts once it is done: 已改造, 改造过了, 前年改造的. */
export function isDone(tokens: readonly WordToken[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - reachOfOperator), at);
  return (
    before.some((t) => beforeIt.test(t.text) || t.is === 'number' || classOf(t, 'now', 'last')) ||
    tokens.slice(at + 1, at + 4).some((t) => behindIt.test(t.text))
  );
}
