import type { WordClass } from '../language/table.ts';
import type { Token } from './lexer.ts';

export interface Clause {
  tokens: readonly Token[];
  /** Ends at punctuation or a space, not within running speech. */
  hard: boolean;
}

const breaks = /^[,，.。;；!！?？()（）[\]【】/|+…\s]$/u;

export function classOf(token: Token, ...classes: readonly WordClass[]): boolean {
  return token.is === 'word' && classes.some((c) => token.word.classes.includes(c));
}

/** Words that open a clause of their own in running speech. */
const opening: readonly WordClass[] = ['but', 'past', 'now', 'cond', 'last', 'other'];
/** After these a new clause begins: 没有没有就俺老两口. */
const finished = new Set(['没有没有', '木有木有', '没有了没有了', '否', '没有了']);

/** A message cut into clauses: at marks, before words that open one, and where another subject is named. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let open: Token[] = [];
  const close = (hard: boolean): void => {
    if (open.some((token) => token.is !== 'mark')) clauses.push({ tokens: open, hard });
    open = [];
  };
  for (const [i, token] of tokens.entries()) {
    if (token.is === 'mark' && breaks.test(token.text)) {
      close(true);
      continue;
    }
    if (tells(open) && opensClause(token, open, tokens[i + 1])) close(false);
    open.push(token);
    if (token.is === 'word' && finished.has(token.text) && open.length === 1) close(false);
  }
  close(true);
  return clauses;
}

/** Something has been said that a new clause can follow. */
function tells(open: readonly Token[]): boolean {
  return open.some(
    (token) =>
      token.is === 'word' &&
      (token.word.facts.length > 0 || classOf(token, 'yes', 'no', 'good', 'bad', 'trouble', 'v')),
  );
}

function opensClause(token: Token, open: readonly Token[], next: Token | undefined): boolean {
  if (token.is !== 'word') return false;
  if (classOf(token, ...opening)) return true;
  const last = open.at(-1);
  if (last !== undefined && classOf(last, 'neg', 'negq', 'soft', 'have', 'exc')) return false;
  // A subject is named anew: 新农合都交了|水没问题.
  const named = token.word.topics;
  if (named.length > 0 && token.word.facts.length === 0) {
    const before = open.flatMap((t) =>
      t.is === 'word' ? [...t.word.topics, ...t.word.facts.map((f) => f.topic)] : [],
    );
    if (before.length > 0 && !named.some((topic) => before.includes(topic))) return true;
  }
  // 没大病|没慢性病 stay apart only where a person begins: …|俺老伴有高血压.
  return classOf(token, 'who') && token.word.facts.length === 0 && next !== undefined && !isParticle(next);
}

export function isParticle(token: Token): boolean {
  return token.is === 'mark' || classOf(token, 'p', 'aux');
}
