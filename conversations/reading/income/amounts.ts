import { isExact, type NumberSpan } from '../../language/numbers/number-span.ts';
import { classOf } from '../clauses.ts';
import type { WordToken } from '../lexer.ts';
import { Ahead } from './ahead.ts';
import type { Amount, OtherCount } from './amount.ts';
import { Behind } from './behind.ts';
import { withFraction } from './fraction.ts';
import { isMisheard } from './misheard.ts';
import { markSays, tellOf, toldOfSums } from './told.ts';

/** All that a text says of money. */
export interface MoneySaid {
  amounts: Amount[];
  counted: OtherCount[];
  /** Words that hold for the whole text: hedge, ask, third, foreign, mind, none, vague, same. */
  tells: ReadonlySet<string>;
  /** Characters nobody knows, and verbs that tell nothing here, by clause. */
  unread: readonly number[];
  /** 三年一共: more or less than a year. */
  otherSpan: boolean;
  /** Clauses that are hedged. */
  hedged: ReadonlySet<number>;
}

const breaks = /^[,，。.;；!！?？()（）]$/u;
/** Between these and the sum something else may stand that is no filler. */
const keepsNear = new Set(['yuan', 'about', 'more', 'less', 'under', 'over', 'total']);

/** All sums of money in a text; people, ages, acres, dates and the like are told apart. */
export function amountsIn(text: string, tokens: readonly WordToken[]): MoneySaid {
  return new AmountReader(text, tokens).read();
}

class AmountReader {
  readonly #text: string;
  readonly #tokens: readonly WordToken[];
  readonly #starts: number[];
  readonly #amounts: Amount[] = [];
  readonly #counted: OtherCount[] = [];
  readonly #tells = new Set<string>();
  readonly #hedged = new Set<number>();
  readonly #unread: number[] = [0];
  readonly #ahead = new Ahead();
  #otherSpan = false;
  #at = 0;
  /** Words since the last sum, and whether anything else was counted. */
  #words = 0;
  #empty = true;
  #bracket = false;
  /** The last word. */
  #last = '';

  constructor(text: string, tokens: readonly WordToken[]) {
    this.#text = text;
    this.#tokens = tokens;
    let at = 0;
    this.#starts = tokens.map((token) => {
      const start = at;
      at += token.text.length;
      return start;
    });
  }

  read(): MoneySaid {
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at];
      if (token === undefined) break;
      if (token.is === 'number') this.#takeNumber(token.number);
      else {
        this.#take(token);
        this.#at += 1;
      }
    }
    this.#dateLast();
    return {
      amounts: this.#amounts,
      counted: this.#counted,
      tells: this.#tells,
      unread: this.#unread,
      otherSpan: this.#otherSpan,
      hedged: this.#hedged,
    };
  }

  get #clause(): number {
    return this.#unread.length - 1;
  }

  #take(token: Exclude<WordToken, { is: 'number' }>): void {
    if (token.is === 'mark') return this.#takeMark(token.text);
    this.#empty = false;
    this.#words += 1;
    if (token.is === 'word') return this.#takeWord(token);
    this.#missed();
    this.#ahead.far();
  }

  /** 三万，这是去年的: a clause that names a year and nothing else is about the sum before it. */
  #dateLast(): void {
    const last = this.#amounts.at(-1);
    const only = this.#ahead.onlyKeys('year', 'period') && !this.#ahead.empty && this.#words <= 5;
    if (last !== undefined && only && this.#last === '的' && (this.#unread[this.#clause] ?? 0) === 0)
      last.year = this.#ahead.year();
  }

  #takeMark(text: string): void {
    this.#bracket = /^[(（]$/u.test(text);
    if (/[?？]/u.test(text)) this.#tells.add('ask');
    const says = markSays(text);
    if (says === 'foreign') this.#tells.add(says);
    if (says !== undefined) this.#ahead.say('money', says);
    else if (breaks.test(text)) {
      this.#dateLast();
      this.#ahead.break();
      this.#unread.push(0);
    } else if (!/\s/u.test(text)) this.#ahead.far();
  }

  /** One more that nobody read in this clause. */
  #missed(): void {
    this.#unread[this.#clause] = (this.#unread[this.#clause] ?? 0) + 1;
  }

  #takeWord(token: Extract<WordToken, { is: 'word' }>): void {
    this.#last = token.text;
    const money = token.word.tells['money'];
    const told = toldOfSums(token);
    const filler =
      money === 'filler' ||
      money === 'just' ||
      (told.length === 0 && classOf(token, 'p', 'aux', 'have', 'all', 'only'));
    if (!filler && !keepsNear.has(money ?? '')) this.#ahead.far();
    for (const [key, value] of told) if (value !== 'filler') this.#ahead.say(key, value);
    if (money !== undefined) this.#tells.add(money);
    const conditional = classOf(token, 'cond') && money !== 'filler';
    if (conditional) this.#tells.add('hedge');
    if (money === 'hedge' || conditional || classOf(token, 'hedge')) this.#hedged.add(this.#clause);
    if (told.length === 0) this.#takeClass(token);
  }

  #takeClass(token: Extract<WordToken, { is: 'word' }>): void {
    for (const doubt of ['hedge', 'ask', 'third'] as const) if (classOf(token, doubt)) this.#tells.add(doubt);
    if (classOf(token, 'fut')) this.#ahead.say('year', 'future');
    if (classOf(token, 'past', 'last')) this.#ahead.say('year', 'past');
    if (classOf(token, 'now')) this.#ahead.say('year', 'now');
    if (classOf(token, 'neg', 'no')) this.#ahead.say('neg', token.text);
    const reads = Object.keys(token.word.tells).length > 0 || classOf(token, 'p', 'aux', 'n', 'who', 'now');
    if (!reads && classOf(token, 'v')) this.#missed();
  }

  #takeNumber(number: NumberSpan): void {
    const next = this.#at + 1;
    if (this.#isOther(number, next)) {
      this.#at = next + 1;
      this.#empty = false;
      this.#ahead.far();
      return;
    }
    if (this.#saysNoSum(number)) {
      this.#at = next;
      this.#empty = false;
      return;
    }
    const last = this.#amounts.at(-1);
    const amount = this.#describe(number, next);
    if (last !== undefined && this.#continues(last.n, number)) {
      last.n = { ...last.n, lo: last.n.lo + number.lo, hi: last.n.hi + number.hi };
      last.hasUnit = true;
    } else this.#amounts.push(amount);
    this.#ahead.clear();
    this.#empty = true;
    this.#words = 0;
    this.#bracket = false;
  }

  /** What the number counts beside money, if anything. */
  #isOther(number: NumberSpan, next: number): boolean {
    const measure = tellOf(this.#tokens[next], 'measure');
    if (measure === undefined) return this.#countsKin(number, next);
    if (number.unit >= 10_000 && measure !== 'people' && measure !== 'piece') return false;
    switch (measure) {
      case 'months':
        this.#months(number, this.#tokens[next]?.text ?? '');
        return true;
      case 'people':
      case 'days':
      case 'piece':
        this.#counted.push({ n: number, of: measure });
        return true;
      case 'years':
        return this.#years(number);
      case 'thing':
        // 五万儿子: behind a sum he is the next one to earn; 3儿子 are counted.
        return number.hi < 100 || this.#tokens[next]?.text === '%';
      default:
        return true;
    }
  }

  /** 俩老的, 3儿子. */
  #countsKin(number: NumberSpan, next: number): boolean {
    const kin = number.unit < 100 && number.hi < 100 && tellOf(this.#tokens[next], 'heads') !== undefined;
    if (kin) this.#counted.push({ n: number, of: 'people' });
    return kin;
  }

  #months(number: NumberSpan, measure: string): void {
    this.#counted.push({ n: number, of: 'months' });
    // 还有两个月: the year isn't over.
    if (this.#ahead.has('added', 'near') || this.#ahead.has('net', 'near')) this.#tells.add('hedge');
    // 三万三个月: the months the sum before is for.
    const last = this.#amounts.at(-1);
    if (this.#empty && last?.clause === this.#clause) last.period ??= 'season';
    if (measure === '月' || (measure === '个月' && number.lo > 1 && number.lo < 12))
      this.#ahead.say('period', 'season');
  }

  /** 2021年, 三年一共. */
  #years(number: NumberSpan): boolean {
    if (number.lo >= 2 && number.lo < 20) {
      this.#ahead.say('period', 'season');
      this.#otherSpan = true;
    }
    return number.lo < 20 || (number.lo > 1900 && number.lo < 2100);
  }

  /** 不是三万, 尾号3215. */
  #saysNoSum(number: NumberSpan): boolean {
    if (/^(?:不是|并非)/u.test(this.#ahead.last('neg', 'near') ?? '')) {
      this.#ahead.drop('neg');
      return true;
    }
    const yuan = tellOf(this.#tokens[this.#at + 1], 'money') === 'yuan';
    return number.unit < 10_000 && !yuan && this.#ahead.has('notSum', 'since');
  }

  /** 2万块零五百: the second number goes on where the first left off. */
  #continues(last: NumberSpan, number: NumberSpan): boolean {
    return (
      this.#text.charAt(number.start) === '零' &&
      number.start - last.end < 4 &&
      /^(?:元|块)钱?$/u.test(this.#text.slice(last.end, number.start)) &&
      isExact(number) &&
      number.lo < last.unit
    );
  }

  #describe(number: NumberSpan, next: number): Amount {
    const ahead = this.#ahead;
    const behind = new Behind(this.#tokens, next);
    this.#at = behind.to;
    if (behind.has('outside')) this.#tells.add('outside');
    const { n, length } = withFraction(number, this.#text.slice(number.end, number.end + 10));
    while (length > 0 && (this.#starts[this.#at] ?? this.#text.length) < number.end + length) this.#at += 1;
    const before = this.#text.slice(Math.max(0, number.start - 3), number.start);
    const last = this.#amounts.at(-1);
    const sameKind = last?.perCapita === true && !ahead.empty && ahead.onlyKeys('year', 'period');
    const named = ['source', 'heads', 'self', 'half'].some((key) => ahead.hasKey(key));
    return {
      // .5万: what stood before the point is lost.
      n: /(?:^|[^\d.。])\.$/u.test(before) ? { ...n, odd: true } : n,
      clause: this.#clause,
      period: behind.period ?? ahead.period(),
      year: behind.year ?? ahead.year(),
      expense: ahead.spent() || /(?:^|[^\d\p{L}]) ?-$/u.test(before) || behind.has('spent'),
      perCapita: ahead.has('perHead') || behind.has('perHead') || sameKind,
      perPiece: ahead.has('piece') || ahead.has('each') || behind.has('piece'),
      total:
        (ahead.has('total') || (ahead.has('added') && ahead.has('just', 'near'))) &&
        !ahead.hasKey('rest', { reach: 'clause' }),
      gross: ahead.gross() || behind.has('gross'),
      net: ahead.has('net'),
      change: ahead.has('more', 'near') ? 'up' : ahead.has('less', 'near') ? 'down' : undefined,
      bound: this.#boundOf(number, behind),
      approx: ahead.has('about', 'near') || behind.has('about'),
      labelled: named || ahead.has('label', 'since') || behind.tag,
      labelledBehind: behind.label,
      hasUnit: number.unit >= 100 || behind.has('yuan') || ahead.has('yuan', 'near'),
      unlanded: ahead.hasKey('neg', { reach: 'clause' }) || this.#unlanded(),
      added: ahead.has('added', 'since'),
      inside: ahead.has('inside', 'since'),
      outside: ahead.has('outside', 'since') || behind.has('outside'),
      sentHome: ahead.has('home', 'since') && !ahead.hasKey('heads'),
      told: ahead.has('says', 'near'),
      reached: ahead.has('reached', 'near'),
      times: behind.has('times'),
      wage: ahead.hasKey('wage', { reach: 'near' }) || behind.wage,
      owed: ahead.hasKey('owed') && !ahead.hasKey('paid'),
      own: ahead.hasKey('paid', { reach: 'clause', value: 'own' }),
      refund: ahead.hasKey('paid', { reach: 'clause', value: 'back' }),
      half: ahead.half(),
      follows: this.#empty && last !== undefined,
      short: this.#words === 1 && last !== undefined,
      misheard: isMisheard(this.#text, number, this.#tokens, next),
      unreadBeside: this.#tokens[next - 2]?.is === 'unread' || this.#tokens[this.#at]?.is === 'unread',
      again: this.#bracket,
    };
  }

  /** 没有卖粮五千元: a bound or a difference that stands too far off to be the sum's. */
  #unlanded(): boolean {
    return ['under', 'over', 'more', 'less'].some(
      (bound) => this.#ahead.has(bound) && !this.#ahead.has(bound, 'near'),
    );
  }

  #boundOf(number: NumberSpan, behind: Behind): Amount['bound'] {
    if (behind.has('under') || this.#ahead.has('under', 'near')) return 'under';
    const over = behind.has('over') || behind.has('more') || this.#ahead.has('over', 'near');
    return number.more || over ? 'over' : undefined;
  }
}
