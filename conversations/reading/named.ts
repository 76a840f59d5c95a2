import { classOf } from './clauses.ts';
import type { ReadingDoubt } from './found.ts';
import { tokensOf, type WordToken } from './lexer.ts';
import { spokenPart } from './spoken-part.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One choice named in a text, where it isn't denied. */
export interface Hit {
  value: string;
  /** The word it was read from. */
  word: string;
  clause: number;
  /** Where in the text the word stands. */
  start: number;
  /** Said in addition (和, 还有, 、), not as more of the same. */
  joined: boolean;
  /** 主要靠打工, 打工为主. */
  main: boolean;
  /** 工资: a word for any of it, which adds nothing beside a narrower one. */
  any: boolean;
  /** Percent of the whole, where one was said behind it. */
  share?: number;
}

/** The choices that a text names for one question, as they hold now. */
export interface ChoicesNamed {
  hits: readonly Hit[];
  doubts: ReadonlySet<ReadingDoubt>;
  /** Other things told in a clause: away, paper. */
  tells: readonly ReadonlySet<string>[];
  /** How many words each clause has. */
  words: readonly number[];
  /** Kin named before a word in a clause, by clause. */
  kin: readonly ReadonlySet<number>[];
  /** It was told which counts most or how much each is: 大钱是…, 占60%. */
  weighed: boolean;
}

interface Part {
  hits: Hit[];
  time: 'past' | 'last' | 'now' | 'none';
  tells: Set<string>;
  kin: Set<number>;
  gone: boolean;
  /** 靠啥: it asks, unless a denial follows. */
  asks: boolean;
  /** 邻居家: not this household's. */
  others: boolean;
  words: number;
  /** Whom or what a 主要靠 means that names nothing itself: 主要靠他, 主要就是这个. */
  refers: boolean;
  /** Characters nobody knows, and verbs that tell nothing here. */
  unread: number;
  /** It has told something beside a choice, or denied one. */
  landed: boolean;
}

const breaks = /^[,，.。;；!！?？()（）、/+\s]$/u;

const joins = /^(?:和|加|加上|兼|兼着|还|又|也|有|还有|另有|带|带着|跟|与|及|以及|另外|再|再加上)$/u;

/** What makes a clause told although it names no choice. (`note` marks words known to be of no weight.) */
const landing = ['exempt', 'paper'];

/**
 * Choices named in running speech: denial drops a name (非厌学), 以前 drops what follows it once something holds
 * now, 停了 drops what stands before it. What stays open (一半一半, 听说) is a doubt.
 */
export function readNamed(text: string, vocabulary: Vocabulary, slot: string, whole = false): ChoicesNamed {
  return namedIn(tokensOf(spokenPart(text), vocabulary), slot, whole);
}

/**
 * The same of words that are read already. `whole`: a clause that names a choice must be read whole, too.
 */
export function namedIn(tokens: readonly WordToken[], slot: string, whole = false): ChoicesNamed {
  const reader = new NamedReader(slot, whole);
  for (const token of tokens) reader.take(token);
  return reader.named();
}

class NamedReader {
  readonly #slot: string;
  readonly #whole: boolean;
  readonly #parts: Part[] = [];
  readonly #doubts = new Set<ReadingDoubt>();
  #part: Part = emptyPart();
  #denied = false;
  #main = false;
  #row: string | undefined;
  /** 打算, 明年: what follows isn't yet. */
  #planned = false;
  #joined = false;
  #unread = 0;
  #last = '';
  #before = '';
  /** The choice named directly before a denial that may be meant for it: 低保无. */
  #behind: Hit | undefined;
  #just: Hit | undefined;
  #length = 0;
  #number: number | undefined;
  #weighed = false;
  #start = 0;
  #end = 0;

  constructor(slot: string, whole: boolean) {
    this.#slot = slot;
    this.#whole = whole;
  }

  take(token: WordToken): void {
    this.#start = this.#end;
    this.#end += token.text.length;
    if (token.is === 'mark') {
      if (/[%％]/u.test(token.text)) this.#share();
      if (/[?？]/u.test(token.text)) this.#doubts.add('question');
      if (breaks.test(token.text)) this.#close();
      return;
    }
    this.#number = token.is === 'number' ? token.number.lo : undefined;
    this.#behind = undefined;
    const named = this.#just;
    this.#just = undefined;
    this.#length += token.text.length;
    this.#part.words += 1;
    if (/^(?:[他她它这那]|这个|那个|这些|他们)$/u.test(token.text)) this.#part.refers = true;
    if (joins.test(token.text)) this.#joined = true;
    this.#last = token.text;
    if (token.is === 'unread') this.#skip(token.text);
    if (token.is !== 'word') return;
    if (classOf(token, 'past', 'now', 'last', 'but') && this.#part.hits.length > 0) this.#close();
    // Heard, not written: 达工. Of a choice that is a reason to ask.
    if (token.word.form !== token.text && Object.keys(token.word.tells).length > 0) this.#doubts.add('sound');
    this.#takeWord(token);
    this.#before = token.text;
    if (this.#denied && named !== undefined) this.#behind = named;
  }

  #takeWord(token: Extract<WordToken, { is: 'word' }>): void {
    const { tells } = token.word;
    const value = tells[this.#slot];
    for (const key of Object.keys(tells)) if (key !== 'away' || !this.#planned) this.#part.tells.add(key);
    if (tells['gone'] !== undefined || tells['keep'] !== undefined) this.#part.gone = true;
    // 没出去打工: who doesn't go out doesn't do what follows.
    if (tells['note'] !== undefined) this.#denied = tells['deny'] !== undefined;
    if (landing.some((key) => tells[key] !== undefined)) this.#part.landed = true;
    if (tells['share'] !== undefined) this.#doubts.add('part');
    if (tells['vague'] !== undefined) this.#doubts.add('open');
    if (tells['main'] !== undefined) this.#weighed = true;
    if (tells['main'] === 'ahead') this.#main = true;
    if (tells['main'] === 'behind') this.#mark();
    if (value !== undefined) this.#name(value, token.text, tells['any'] !== undefined);
    else if (Object.keys(tells).length === 0) this.#operate(token);
  }

  #name(value: string, word: string, any: boolean): void {
    // 不是在厂里上班: the denial goes on over more of the same.
    if (this.#row === value && !this.#joined) return;
    this.#row = this.#denied ? value : undefined;
    this.#part.landed ||= this.#denied || this.#planned;
    // 种地，不是种地是打工: taken back.
    if (this.#denied)
      for (const part of [...this.#parts, this.#part])
        part.hits = part.hits.filter((hit) => hit.value !== value);
    if (!this.#denied && this.#planned) this.#doubts.add('future');
    if (!this.#denied && !this.#planned) {
      this.#part.hits.push({
        value,
        word,
        clause: this.#parts.length,
        start: this.#start,
        any,
        main: this.#main,
        joined: this.#joined,
      });
      this.#just = this.#part.hits.at(-1);
      this.#joined = false;
      this.#main = false;
    }
    this.#denied = false;
  }

  /** 60%: of the one named last in its clause. */
  #share(): void {
    this.#weighed = true;
    const last = this.#part.hits.at(-1);
    if (last !== undefined && this.#number !== undefined) last.share = this.#number;
  }

  /** 打工占大头: the one named last. */
  #mark(): void {
    const last = this.#part.hits.at(-1) ?? this.#parts.at(-1)?.hits.at(-1);
    if (last !== undefined) last.main = true;
  }

  #skip(text: string): void {
    this.#unread += text.length;
    this.#part.unread += text.length;
  }

  #operate(token: WordToken): void {
    if (classOf(token, 'v') && !classOf(token, 'n', 'aux', 'p')) this.#part.unread += token.text.length;
    if (
      classOf(token, 'neg', 'negq', 'soft', 'no') ||
      (/^[不没]/u.test(token.text) && !classOf(token, 'hedge', 'luke'))
    ) {
      this.#denied = true;
      // 啥进项没有: the denial answers it.
      this.#part.asks = false;
      return;
    }
    if (isOthers(token, this.#before)) this.#part.others = true;
    if (classOf(token, 'only')) this.#denied = false;
    if (classOf(token, 'past', 'last', 'now'))
      this.#part.time = classOf(token, 'now') ? 'now' : classOf(token, 'past') ? 'past' : 'last';
    if (classOf(token, 'hedge', 'luke')) this.#doubts.add('hedge');
    if (classOf(token, 'ask')) this.#doubts.add('question');
    if (classOf(token, 'what') && !this.#denied) this.#part.asks = true;
    if (classOf(token, 'some', 'most')) this.#doubts.add('part');
    if (classOf(token, 'cond')) this.#doubts.add('condition');
    if (classOf(token, 'fut')) this.#planned = true;
    if (classOf(token, 'who')) this.#part.kin.add(this.#part.hits.length);
    // 没有别的: the denial has found its thing.
    if (classOf(token, 'other', 'n', 'v')) this.#denied = false;
  }

  #close(): void {
    const denied = this.#behind;
    if (denied !== undefined) this.#part.hits = this.#part.hits.filter((hit) => hit !== denied);
    this.#part.landed ||= denied !== undefined;
    if (this.#main && this.#part.hits.length === 0 && this.#part.refers) this.#mark();
    this.#main = false;
    if (this.#part.others) {
      this.#part.landed ||= this.#part.hits.length > 0;
      this.#part.hits = [];
    }
    this.#behind = undefined;
    this.#just = undefined;
    this.#parts.push(this.#part);
    this.#part = emptyPart();
    this.#denied = false;
    this.#joined = false;
    this.#row = undefined;
    this.#planned = false;
  }

  named(): ChoicesNamed {
    this.#close();
    this.#drop();
    this.#ask();
    // 打工吧: not quite sure of it.
    if (this.#last === '吧') this.#doubts.add('hedge');
    // What is only planned doesn't matter beside what is.
    if (this.#parts.some((part) => part.hits.length > 0)) this.#doubts.delete('future');
    if (this.#unread > this.#length * 0.34 || this.#parts.some((part) => this.#isPassedOver(part)))
      this.#doubts.add('unread');
    return {
      hits: this.#parts.flatMap((part) => part.hits),
      doubts: this.#doubts,
      tells: this.#parts.map((part) => part.tells),
      words: this.#parts.map((part) => part.words),
      kin: this.#parts.map((part) => part.kin),
      weighed: this.#weighed,
    };
  }

  /** 他爸在上海: a clause that names no choice, tells nothing else and isn't known to be of no weight. */
  #isPassedOver(part: Part): boolean {
    if (part.unread === 0 || part.gone) return false;
    return part.hits.length > 0 ? this.#whole : !part.landed;
  }

  /** 靠啥？靠低保: who answers his own question has not asked. */
  #ask(): void {
    const asking = this.#parts.findLastIndex((part) => part.asks);
    if (asking >= 0 && !this.#parts.slice(asking + 1).some((part) => part.hits.length > 0))
      this.#doubts.add('question');
  }

  /** 早先收破烂，不叫收了: what is over; 以前养鸡，现在打工: what was. */
  #drop(): void {
    this.#parts.forEach((part, i) => {
      if (!part.gone) return;
      const before = this.#parts.slice(0, i).findLast((p) => p.hits.length > 0);
      if (part.hits.length > 0) part.hits.length = 0;
      else if (before !== undefined) before.hits.length = 0;
    });
    const holds = this.#parts.some(
      (part) => part.hits.length > 0 && part.time !== 'past' && part.time !== 'last',
    );
    const now = this.#parts.some((part) => part.time === 'now');
    for (const part of this.#parts) {
      if (part.hits.length === 0 || (part.time !== 'past' && part.time !== 'last')) continue;
      if (!holds || (part.time === 'last' && !now)) this.#doubts.add('past');
      if (holds) part.hits.length = 0;
    }
  }
}

/** 邻居家, 隔壁; but not 给人家, 比. */
function isOthers(token: WordToken, before: string): boolean {
  return classOf(token, 'third') && token.text !== '比' && !/^[给帮替]$/u.test(before);
}

function emptyPart(): Part {
  return {
    hits: [],
    time: 'none',
    tells: new Set(),
    kin: new Set(),
    gone: false,
    asks: false,
    others: false,
    words: 0,
    refers: false,
    unread: 0,
    landed: false,
  };
}
