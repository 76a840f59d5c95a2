import { Trie } from '../../language/trie.ts';
import type { ControlAction } from '../understood.ts';
import { absenceOrders } from './absence-words.ts';
import { orderFillers } from './filler-words.ts';
import { findingOrders } from './finding-words.ts';
import { leavingOrders } from './leaving-words.ts';
import { movingOrders } from './moving-words.ts';
import { notKnowingOrders } from './not-knowing-words.ts';
import { remarkOrders } from './remark-words.ts';
import { submittingOrders } from './submitting-words.ts';
import { type OrderPlace, orderForms } from './table.ts';
import { undoingOrders } from './undoing-words.ts';

/** An order that a whole message is. */
export interface OrderSaid {
  action: ControlAction;
  /** Each of its words might answer an open question too: 没人, 对. */
  mayAnswer: boolean;
}

/** Longer messages are no orders. */
const longest = 40;

const tables = [
  notKnowingOrders,
  leavingOrders,
  undoingOrders,
  movingOrders,
  findingOrders,
  absenceOrders,
  submittingOrders,
  remarkOrders,
];
const forms = tables.flatMap((table) => orderForms(orderFillers.groups + table));
/** What wins where a message is two orders at once: 取消刚才的修改. */
const ranks: readonly ControlAction[] = [
  'help',
  'cancel',
  'undo',
  'back',
  'nextHousehold',
  'skip',
  'unsure',
  'restart',
  'delete',
  'resume',
  'pause',
  'photo',
  'location',
  'voice',
  'human',
  'progress',
  'export',
  'refused',
  'moved',
  'deceased',
  'notHome',
  'confirm',
  'noise',
];
const bitOf = new Map(ranks.map((action, n) => [action, 1 << n]));
const every = (1 << ranks.length) - 1;

type Bits = Record<OrderPlace, number>;

const trie = new Trie<Bits>();

function note(form: string, place: OrderPlace, bits: number): void {
  const known = trie.get(form) ?? { before: 0, idea: 0, answer: 0, behind: 0, never: 0 };
  known[place] |= bits;
  trie.set(form, known);
}

for (const { form, action, place } of forms) {
  const bit = bitOf.get(action);
  if (bit === undefined) throw new Error(`No order: ${action}`);
  note(form, place, bit);
}
for (const form of orderFillers.before) note(form, 'before', every);
for (const form of orderFillers.behind) note(form, 'behind', every);

const gap = new Set([...' ,。;:、!~."“”…']);

/** The orders that may still come of a message, as bits. */
interface State {
  /** Nothing of the idea was said yet, */
  begun: number;
  /** or nothing anew behind it. */
  again: number;
  /** It was said by words that may answer a question. */
  weak: number;
  sure: number;
}

/**
 * The order a message is, if it is one from its first character to its last: words before the idea, the idea in one
 * of its ways, words behind; an idea may be said twice. All orders are read in one pass, and a message that begins
 * with none of their words is left after its first character.
 */
export function readOrder(text: string): OrderSaid | undefined {
  const chars = [...text];
  if (chars.length > longest) return undefined;
  let never = 0;
  const states: (State | undefined)[] = [{ begun: every, again: 0, weak: 0, sure: 0 }];
  for (let at = 0; at < chars.length; at += 1) {
    const here = states[at];
    if (here === undefined) continue;
    if (gap.has(chars[at] ?? '')) merge(states, at + 1, here);
    trie.each(chars, at, (bits, to) => {
      never |= bits.never;
      merge(states, to, after(here, bits));
    });
  }
  return best(states[chars.length], never);
}

/** Behind an idea the words before one may come again: 停一下, 我接个电话. */
function after({ begun, again, weak, sure }: State, { before, idea, answer, behind }: Bits): State {
  return {
    begun: (begun | weak) & before,
    again: (again | sure) & before,
    weak: (begun & answer) | (weak & (behind | answer)),
    sure: ((begun | weak) & idea) | (again & (idea | answer)) | (sure & (behind | idea | answer)),
  };
}

function merge(states: (State | undefined)[], at: number, add: State): void {
  if ((add.begun | add.again | add.weak | add.sure) === 0) return;
  const known = states[at] ?? { begun: 0, again: 0, weak: 0, sure: 0 };
  states[at] = {
    begun: known.begun | add.begun,
    again: known.again | add.again,
    weak: known.weak | add.weak,
    sure: known.sure | add.sure,
  };
}

function best(end: State | undefined, never: number): OrderSaid | undefined {
  if (end === undefined) return undefined;
  const n = ranks.findIndex((_, i) => (((end.weak | end.sure) & ~never) >> i) & 1);
  const action = ranks[n];
  return action === undefined ? undefined : { action, mayAnswer: ((end.sure >> n) & 1) === 0 };
}
