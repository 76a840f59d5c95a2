import type { LineSheet, LinesSaid } from '../../form/line-sheet.ts';
import { type Amount, isPlainAmount } from './amount.ts';
import { lineFillers } from './line-fillers.ts';
import { moneySaid } from './money.ts';

/** A stretch of a text that tells of a sheet: a line's name, a sum, a denial, a break, or words nobody knows. */
type Piece =
  | { is: 'line'; key: string; text: string }
  | { is: 'sum'; yuan: number | undefined; text: string }
  | { is: 'none' | 'break' | 'unread'; text: string };

/** What parts the lines; a comma within 12,000 doesn't. */
const breaks = /[，。；;、！!：:\s]+|,(?!\d{3})/u;

/**
 * 工资3万 地里5000 低保2400 花销2000: sums with the line each belongs to, named before the sum or (3万工资) behind it.
 * Several sums of one line add up; 没有分红 is nothing. Undefined where no line is named, or heads are counted.
 */
export function readLines(text: string, sheet: LineSheet): LinesSaid | undefined {
  if (text.includes('人均')) return undefined;
  const words = vocabularyOf(sheet);
  // Each clause by itself: in 工资3万 没有租金 the denial says nothing of the wages.
  const pieces = text.split(breaks).flatMap((clause): Piece[] => {
    const { amounts } = moneySaid(clause);
    return [...piecesOf(clause, amounts, words), { is: 'break', text: '' }];
  });
  const told = pieces.filter(({ is }) => is === 'line' || is === 'sum' || is === 'none');
  const names = told.some(({ is }) => is === 'line');
  if (!names || !told.some(({ is }) => is === 'sum' || is === 'none')) return undefined;
  const ordered = told.find(({ is }) => is !== 'none')?.is === 'sum' ? [...pieces].reverse() : pieces;
  return new Lines(sheet).read(ordered);
}

/** Pairs names with sums. Told behind their sums the pieces come from the end, so that a name always comes first. */
class Lines {
  readonly #takes: ReadonlySet<string>;
  readonly #lines: Record<string, number> = {};
  readonly #unread: string[] = [];
  #names: { key: string; text: string }[] = [];
  #none = false;
  #lastUnread = false;

  constructor({ lines }: LineSheet) {
    this.#takes = new Set(lines.filter(({ takes }) => takes === true).map(({ key }) => key));
  }

  read(pieces: readonly Piece[]): LinesSaid {
    for (const piece of pieces) this.#take(piece);
    this.#leave();
    return { lines: this.#lines, unread: [...new Set(this.#unread)].join('，').slice(0, 60) };
  }

  #take(piece: Piece): void {
    switch (piece.is) {
      case 'line':
        this.#names.push(piece);
        break;
      case 'none':
        this.#none = true;
        break;
      case 'sum':
        this.#pair(piece);
        break;
      case 'break':
        if (this.#none) this.#leave();
        break;
      case 'unread':
        this.#unread.push(piece.text);
    }
    this.#lastUnread = piece.is === 'unread';
  }

  /** 养猪成本2000 is of costs; 工资补贴3000 could be either, and is asked. */
  #pair({ yuan, text }: Extract<Piece, { is: 'sum' }>): void {
    const keys = [...new Set(this.#names.map(({ key }) => key))];
    const key = keys.find((one) => this.#takes.has(one)) ?? keys[0];
    const clear = keys.length === 1 || (key !== undefined && this.#takes.has(key));
    const stray = this.#names.length === 0 && this.#lastUnread ? (this.#unread.pop() ?? '') : '';
    const words = `${stray}${this.#names.map((name) => name.text).join('')}${text}`;
    if (key === undefined || !clear || yuan === undefined || this.#none) this.#unread.push(words);
    else this.#lines[key] = (this.#lines[key] ?? 0) + yuan;
    this.#forget();
  }

  /** Names without a sum: nothing where that was said, else unread. */
  #leave(): void {
    for (const { key, text } of this.#names) {
      if (this.#none) this.#lines[key] = this.#lines[key] ?? 0;
      else this.#unread.push(text);
    }
    if (this.#none && this.#names.length === 0) this.#unread.push('没有');
    this.#forget();
  }

  #forget(): void {
    this.#names = [];
    this.#none = false;
  }
}

type Vocabulary = readonly (readonly [word: string, means: string])[];

const vocabularies = new WeakMap<LineSheet, Vocabulary>();

/** All words that count here, the longest first. */
function vocabularyOf(sheet: LineSheet): Vocabulary {
  const found = vocabularies.get(sheet);
  if (found !== undefined) return found;
  const made = `${sheet.words}\n${lineFillers}`
    .split('\n')
    .flatMap((row) => {
      const [word, means] = row.split(' ');
      return word === undefined || means === undefined ? [] : [[word, means] as const];
    })
    .sort(([a], [b]) => b.length - a.length);
  vocabularies.set(sheet, made);
  return made;
}

function piecesOf(text: string, amounts: readonly Amount[], words: Vocabulary): Piece[] {
  const pieces: Piece[] = [];
  let unread = '';
  const put = (piece?: Piece) => {
    if (unread !== '') pieces.push({ is: 'unread', text: unread });
    unread = '';
    if (piece !== undefined) pieces.push(piece);
  };
  for (let at = 0; at < text.length; ) {
    const amount = amounts.find(({ n }) => n.start === at);
    const rest = text.slice(at);
    const [word, means] = words.find(([one]) => rest.startsWith(one)) ?? [];
    if (amount !== undefined) {
      put(sumPiece(amount, text));
      at = Math.max(amount.n.end, at + 1);
    } else if (word !== undefined && means !== undefined) {
      if (means !== '-')
        put(means === '0' ? { is: 'none', text: word } : { is: 'line', key: means, text: word });
      else put();
      at += word.length;
    } else {
      unread += rest.slice(0, 1);
      at += 1;
    }
  }
  put();
  return pieces;
}

/** A sum of a year as it stands; of a month or a day, or a range, it is no sum of a line. */
function sumPiece(amount: Amount, text: string): Piece {
  const { n, period, year, times, misheard } = amount;
  const yearly = period !== 'month' && period !== 'day' && year !== 'past' && year !== 'future';
  const plain = isPlainAmount(amount) && yearly && !times && !misheard;
  return { is: 'sum', yuan: plain ? Math.round(n.lo) : undefined, text: text.slice(n.start, n.end) };
}
