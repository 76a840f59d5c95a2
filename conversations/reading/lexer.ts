import type { NumberSpan } from '../language/numbers/number-span.ts';
import { scanNumbers } from '../language/numbers/numerals.ts';
import type { Word } from '../language/table.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Token =
  | { is: 'word'; text: string; word: Word; sound: boolean }
  | { is: 'number'; text: string; number: NumberSpan }
  | { is: 'mark'; text: string }
  | { is: 'unread'; text: string };

interface Edge {
  to: number;
  cost: number;
  token: Token;
}

const costs = {
  word: 1,
  character: 1.5,
  number: 1.2,
  mark: 0.1,
  unread: 3,
  sound: 2.3,
  asked: -0.3,
} as const;

const mark = /^[\p{P}\p{S}\s]$/u;

/**
 * The best way through the lattice of words, numbers, sounds and characters nobody knows. Words of the subject
 * asked about come a little cheaper: 管子|坏了 against 管子坏|了. Linear in the text: from each character only as
 * many edges leave as the longest word has characters.
 */
export function tokensOf(text: string, { lexicon, sounds }: Vocabulary, topic?: string): Token[] {
  const chars = [...text];
  const written = edgesOf(chars, lexicon, topic);
  addNumbers(text, chars, written);
  const best = bestPath(chars, written);
  if (!best.some((token) => token.is === 'unread' && /^\p{Script=Han}/u.test(token.text))) return best;
  const heard = written.map((edges, from) => [...edges, ...soundEdges(chars, from, { lexicon, sounds })]);
  return bestPath(chars, heard);
}

function edgesOf(chars: readonly string[], lexicon: Vocabulary['lexicon'], topic?: string): Edge[][] {
  return chars.map((char, from) => {
    const edges: Edge[] = lexicon.at(chars, from).map(({ word, to }) => ({
      to,
      cost: costOf(word, to - from, topic),
      token: { is: 'word', text: word.form, word, sound: false },
    }));
    const other: Token = mark.test(char) ? { is: 'mark', text: char } : { is: 'unread', text: char };
    edges.push({ to: from + 1, cost: costs[other.is], token: other });
    return edges;
  });
}

function costOf(word: Word, length: number, topic: string | undefined): number {
  const asked = topic !== undefined && word.facts.some((fact) => fact.topic === topic);
  return (length === 1 ? costs.character : costs.word) + (asked ? costs.asked : 0) - 0.02 * length;
}

function addNumbers(text: string, chars: readonly string[], edges: Edge[][]): void {
  const at = offsets(text, chars);
  for (const number of scanNumbers(text)) {
    const from = at.get(number.start);
    const to = at.get(number.end);
    if (from === undefined || to === undefined) continue;
    edges[from]?.push({
      to,
      cost: costs.number,
      token: { is: 'number', text: text.slice(number.start, number.end), number },
    });
  }
}

/** From positions in the string to positions among its characters. */
function offsets(text: string, chars: readonly string[]): Map<number, number> {
  const at = new Map<number, number>();
  let position = 0;
  chars.forEach((char, i) => {
    at.set(position, i);
    position += char.length;
  });
  at.set(text.length, chars.length);
  return at;
}

/** A word heard is beyond doubt only where what is written is no word at all: 新弄合, but not 坚定. */
function soundEdges(chars: readonly string[], from: number, { lexicon, sounds }: Vocabulary): Edge[] {
  return sounds()
    .at(chars, from)
    .map(({ word, to }) => {
      const said = chars.slice(from, to);
      const written = said.every((char) => lexicon.get(char) !== undefined);
      return { to, cost: costs.sound, token: { is: 'word', text: said.join(''), word, sound: written } };
    });
}

function bestPath(chars: readonly string[], edges: readonly Edge[][]): Token[] {
  const cost = new Array<number>(chars.length + 1).fill(Number.POSITIVE_INFINITY);
  const via: { from: number; token: Token }[] = [];
  cost[0] = 0;
  for (let from = 0; from < chars.length; from++) {
    const base = cost[from] ?? 0;
    for (const edge of edges[from] ?? []) {
      const total = base + edge.cost;
      if (total >= (cost[edge.to] ?? 0)) continue;
      cost[edge.to] = total;
      via[edge.to] = { from, token: edge.token };
    }
  }
  const path: Token[] = [];
  for (let to = chars.length; to > 0; ) {
    const step = via[to];
    if (step === undefined) break;
    path.push(step.token);
    to = step.from;
  }
  return path.reverse();
}
