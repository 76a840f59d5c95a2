import type { Asked } from '../form/asked.ts';
import { isExact, type NumberSpan } from '../language/numbers/number-span.ts';
import type { Fact, Sign, Word, WordClass } from '../language/table.ts';
import { type Clause, classOf } from './clauses.ts';
import type { Doubt, Found, Said } from './found.ts';
import type { Token } from './lexer.ts';

/** A negation that still looks for what it denies. */
interface Negation {
  count: number;
  /** 不太, 不咋. */
  soft: boolean;
  /** Said as 没有, 无: of being, not of doing. */
  being: boolean;
  /** A thing stands behind it that it may deny: 没老人. */
  passed: boolean;
}

type Flippable = Found & { negated: Fact['negated'] };

/** Of these subjects such a judgement is only a reason to ask: 没毛病 of one's health, 不好 of a house. */
const loosely: Readonly<Record<string, readonly string[]>> = {
  ill: ['trouble', 'bad'],
  house: ['bad'],
  stab: ['good'],
  diff: ['good'],
  care: ['bad'],
};

const beingWords = /有|没|无|冇|木|哪来|存在/u;
/** Not one of the household but all of it, or whoever speaks. */
const household = /家|们|俩|仨|口|大家|老少|自己|本人|^[俺我咱你恁他她]$|大人|女的|男的/u;
const completed = /^(?:已|了|过|完|好|毕|已经|都|验收|合格|早)/u;

/**
 * Reads one clause for one subject. Every word is looked at in turn; negation reaches to the next fact, over a
 * row of facts of the same sign, and back over the clause when it ends it.
 */
export function readClause({ tokens }: Clause, asked: Asked): Said {
  return new ClauseReader(tokens, asked).read();
}

class ClauseReader {
  readonly #tokens: readonly Token[];
  readonly #asked: Asked;
  readonly #found: Flippable[] = [];
  readonly #doubts = new Set<Doubt>();
  #negation: Negation | undefined;
  #row: { count: number; soft: boolean; sign: Sign; at: number } | undefined;
  #have = false;
  #haveThing = false;
  #yes = false;
  #no: { being: boolean } | undefined;
  #ok = false;
  #what = false;
  #exception = false;
  #exceptionTopics: string[] = [];
  #foreign = false;
  #verbs = 0;
  #things = 0;
  #counted = false;
  #single = false;
  #minor = 0;
  #aux = 0;
  #other = false;
  #topics = new Set<string>();
  #time: Said['time'] = 'none';
  #timeOfFact: Said['time'] | undefined;
  #flags = new Set<WordClass>();
  #people: number[] = [];
  #unread = 0;
  #length = 0;
  #operators = 0;
  #denies = false;

  constructor(tokens: readonly Token[], asked: Asked) {
    this.#tokens = tokens;
    this.#asked = asked;
  }

  read(): Said {
    // 交了吧: not quite sure of it.
    if (this.#tokens.findLast((token) => token.is !== 'mark')?.text === '吧') this.#doubts.add('hedge');
    this.#tokens.forEach((token, i) => {
      this.#length += token.is === 'mark' ? 0 : token.text.length;
      this.#take(token, i);
    });
    this.#endNegation();
    return this.#said();
  }

  #take(token: Token, i: number): void {
    switch (token.is) {
      case 'mark':
        return;
      case 'unread':
        this.#unread += token.text.length;
        this.#doubts.add('unread');
        return;
      case 'number':
        return this.#takeNumber(token, i);
      case 'word':
        return this.#takeWord(token, i);
    }
  }

  #takeNumber(token: Extract<Token, { is: 'number' }>, i: number): void {
    const next = this.#tokens[i + 1]?.text ?? '';
    const count = token.number.lo;
    if (/^(?:周|虚)?岁/u.test(next)) return this.#takeAge(count, this.#tokens[i + 2]?.text ?? '', next);
    if (this.#asked.topic === 'age' && isAge(token.number) && /^(?:了|$|和|,|、|一个)/u.test(next))
      return this.#takeAge(count, '', '');
    if (
      /^(?:口|人|个|位|名)/u.test(next) &&
      !/^个(?:月|多月|半月)/u.test(next + (this.#tokens[i + 2]?.text ?? ''))
    ) {
      this.#people.push(count);
      if (this.#have) this.#counted = true;
    }
  }

  /** 8岁: of school age; 5岁半 and 虚岁6岁 leave it open. */
  #takeAge(age: number, behind: string, unit: string): void {
    if (this.#asked.topic !== 'age') return;
    if (behind.startsWith('半') || unit.startsWith('虚')) {
      this.#doubts.add('hedge');
      return;
    }
    const inside = age >= 6 && age <= 15;
    this.#push(
      {
        topic: 'age',
        sign: inside ? '+' : '-',
        weak: !inside && !this.#flags.has('all') && !this.#flags.has('only'),
        done: false,
      },
      false,
    );
  }

  #takeWord(token: Extract<Token, { is: 'word' }>, i: number): void {
    const { word, sound } = token;
    for (const topic of word.topics) this.#topics.add(topic);
    const fact = word.facts.find((f) => f.topic === this.#asked.topic);
    for (const c of word.classes) if (fact !== undefined || c !== 'p') this.#flags.add(c);
    if (fact === undefined && word.classes.includes('who') && !household.test(word.form)) this.#single = true;
    if (fact !== undefined) return this.#takeFact(fact, i, sound, besideOf(word));
    if (word.opens.includes(this.#asked.topic)) this.#doubts.add('open');
    if (word.topics.includes(this.#asked.topic)) return this.#takeTopic();
    this.#takeClass(word.classes, token, i);
  }

  #takeFact(fact: Fact, i: number, sound: boolean, beside?: string): void {
    if (fact.done && this.#negation === undefined && !this.#isDone(i)) {
      this.#doubts.add('incomplete');
      return;
    }
    if (this.#exception) this.#exceptionTopics.push(fact.topic);
    const before = this.#tokens[i - 1];
    // 没搞鉴定: a denial hides in a word of another subject.
    if (before?.is === 'word' && hidesDenial(before.word, this.#asked.topic)) {
      this.#doubts.add('negation');
      return;
    }
    const negation = this.#negation ?? this.#inRow(fact, i);
    if (this.#negation !== undefined) this.#row = { ...this.#negation, sign: fact.sign, at: i };
    this.#negation = undefined;
    this.#have = false;
    this.#timeOfFact = this.#time;
    const mocked = classOf(this.#tokens[i + 1] ?? { is: 'mark', text: '' }, 'mock');
    const denied = ((negation?.count ?? 0) + (mocked ? 1 : 0)) % 2 === 1;
    const mark = beside === undefined ? {} : { beside };
    if (!denied) return this.#push(fact, sound, mark, (negation?.count ?? 0) > 1);
    if (fact.negated === undefined) this.#doubts.add('negation');
    else
      this.#push(
        {
          ...fact,
          sign: fact.negated.sign,
          weak: fact.negated.weak || (negation?.soft === true && this.#asked.topic === 'house'),
        },
        sound,
        mark,
      );
  }

  #push(fact: Fact, sound: boolean, mark: { beside?: string } = {}, stressed = false): void {
    if (sound) this.#doubts.add('sound');
    this.#found.push({
      sign: fact.sign,
      weak: fact.weak && !stressed,
      generic: false,
      sound,
      negated: fact.negated,
      ...mark,
    });
  }

  /** 没大病慢病, 非C、D级: the same denial goes on over facts of the same sign. */
  #inRow(fact: Fact, i: number): { count: number; soft: boolean } | undefined {
    const row = this.#row;
    if (row === undefined || row.sign !== fact.sign) return undefined;
    const between = this.#tokens.slice(row.at + 1, i);
    const joined = between.every((t) => t.is === 'mark' || /^(?:和|或|、|也|及|与|跟)$/u.test(t.text));
    if (!joined) return undefined;
    row.at = i;
    return row;
  }

  #isDone(i: number): boolean {
    const before = this.#tokens
      .slice(0, i)
      .some((t) => /已|早|去年|前年|年/u.test(t.text) || t.is === 'number');
    const behind = this.#tokens.slice(i + 1, i + 4).some((t) => completed.test(t.text));
    const now = this.#tokens.slice(0, i).some((t) => classOf(t, 'now', 'last'));
    return (before || behind || now) && !this.#flags.has('fut');
  }

  /** The subject itself: 没困难, 有病人. */
  #takeTopic(): void {
    if (this.#exception) this.#exceptionTopics.push(this.#asked.topic);
    if (this.#asked.kind !== 'existential' || !this.#asked.being) return;
    if (this.#negation !== undefined) {
      const denied = this.#negation.count % 2 === 1;
      this.#negation = undefined;
      this.#timeOfFact = this.#time;
      this.#found.push(plain(denied ? opposite(this.#asked.yes) : this.#asked.yes));
    } else if (this.#have) {
      this.#found.push(plain(this.#asked.yes));
    }
    this.#have = false;
  }

  #takeClass(classes: readonly WordClass[], token: Extract<Token, { is: 'word' }>, i: number): void {
    const is = (...wanted: readonly WordClass[]): boolean => wanted.some((c) => classes.includes(c));
    // 没有啥, 不咋: after a denial 啥 only strengthens it.
    if (is('negq') && this.#negation !== undefined) return;
    if (is('negq', 'neg', 'soft')) return this.#deny(token.text, is('soft'));
    if (is('no')) return this.#takeNo(token.text, i);
    if (is('good', 'bad', 'trouble')) return this.#judge(is('good') ? 'good' : is('bad') ? 'bad' : 'trouble');
    if (token.text === '好' && this.#topics.has(this.#asked.topic)) return this.#judge('good');
    if (is('yes')) {
      this.#yes = true;
      return;
    }
    if (is('ok')) {
      this.#ok = true;
      return;
    }
    if (is('exc')) {
      this.#exception = true;
      this.#operators++;
      return;
    }
    if (is('have')) {
      this.#have = true;
      return;
    }
    if (is('past', 'last', 'now')) {
      this.#time = is('now') ? 'now' : is('past') ? 'past' : 'last';
      return;
    }
    if (is('what', 'ask', 'hedge', 'luke', 'cond', 'third', 'but', 'some', 'most', 'fut', 'rare', 'cmp'))
      return this.#operate(is);
    if (is('minor')) {
      this.#minor++;
      return;
    }
    this.#fill(is, token);
  }

  #operate(is: (...wanted: readonly WordClass[]) => boolean): void {
    this.#operators++;
    if (is('what')) this.#what = true;
    if (is('ask')) this.#doubts.add('question');
    if (is('hedge')) this.#doubts.add('hedge');
    if (is('luke')) this.#doubts.add('lukewarm');
    if (is('some', 'most')) this.#doubts.add('part');
    if (is('fut')) this.#doubts.add('future');
    if (is('cmp')) this.#doubts.add('number');
  }

  #fill(is: (...wanted: readonly WordClass[]) => boolean, token: Extract<Token, { is: 'word' }>): void {
    if (is('aux')) {
      // 不去, 没下来: what is denied is no bare no.
      if (this.#negation !== undefined && !this.#negation.being) this.#negation.passed = true;
      this.#aux++;
      return;
    }
    if (is('all', 'only', 'other', 'often', 'dead', 'cured', 'empty', 'mock', 'p')) {
      if (is('other')) {
        this.#other = true;
        this.#exception = false;
      }
      return;
    }
    const foreign = token.word.facts.length > 0 || token.word.topics.length > 0;
    if (foreign) {
      this.#foreign = true;
      if (this.#exception)
        this.#exceptionTopics.push(...token.word.topics, ...token.word.facts.map((f) => f.topic));
    } else if (is('v') && !is('n', 'who') && !token.word.light.includes(this.#asked.topic)) {
      this.#verbs += token.text.length;
      this.#doubts.add('predicate');
      this.#negation = undefined;
      return;
    }
    if (this.#have || this.#negation !== undefined) {
      this.#haveThing ||= this.#have && !/^(?:俩|仨|一个|两个|三个)$/u.test(token.text);
      if (this.#have && /^(?:俩|仨|一个|两个|三个)$/u.test(token.text)) this.#counted = true;
      if (this.#negation !== undefined) this.#negation.passed = true;
    }
    this.#things++;
  }

  #deny(text: string, soft = false): void {
    this.#operators++;
    this.#denies = true;
    const being = beingWords.test(text);
    if (this.#negation === undefined) this.#negation = { count: 1, soft, being, passed: false };
    else this.#negation.count++;
    this.#row = undefined;
  }

  /** 不是, 没有, 无: an answer where they stand alone, a negation before something. */
  #takeNo(text: string, i: number): void {
    const behind = this.#tokens.slice(i + 1).some((t) => t.is !== 'mark' && !classOf(t, 'p', 'no'));
    if (behind && /^(?:不是|不对|未|无)$/u.test(text)) return this.#deny(text);
    if (!behind && this.#found.length > 0) {
      this.#deny(text);
      return;
    }
    this.#no = { being: beingWords.test(text) };
    this.#denies = true;
  }

  /** Praise and complaint take the side of the question asked; of another subject named here they say nothing of it. */
  #judge(said: 'good' | 'bad' | 'trouble'): void {
    const { good, topic } = this.#asked;
    const negation = this.#negation;
    const have = this.#have;
    const about = this.#topics.size === 0 || this.#topics.has(topic) || this.#found.length > 0;
    if (this.#exception) return;
    if (this.#other && topic !== 'oth' && topic !== 'diff') {
      this.#negation = undefined;
      return;
    }
    this.#have = false;
    if (said === 'trouble' && negation === undefined && !have) return;
    this.#negation = undefined;
    if (good === undefined || !about) return;
    const isGood = said === 'good';
    const denied = (negation?.count ?? 0) % 2 === 1;
    const sign = isGood !== denied ? good : opposite(good);
    this.#timeOfFact = this.#time;
    const weak = loosely[topic]?.includes(said) === true;
    this.#found.push({
      sign,
      weak,
      generic: true,
      sound: false,
      negated: { sign: opposite(sign), weak: false },
    });
  }

  /** A negation that ends the clause denies what stands before it: 大病×, 啥问题都没有. */
  #endNegation(): void {
    const negation = this.#negation;
    if (negation === undefined) return;
    const denied = negation.count % 2 === 1;
    // 稳定不: a question.
    if (this.#found.length > 0 && this.#tokens.findLast((token) => token.is !== 'mark')?.text === '不') {
      this.#doubts.add('question');
      return;
    }
    if (negation.passed || negation.soft) {
      this.#doubts.add('negation');
      this.#things++;
      return;
    }
    if (this.#found.length === 0) {
      this.#no = denied ? { being: negation.being } : undefined;
      return;
    }
    if (!denied) return;
    this.#negation = undefined;
    for (const [i, found] of this.#found.entries()) {
      if (found.negated === undefined) this.#doubts.add('negation');
      else this.#found[i] = { ...found, sign: found.negated.sign, weak: found.negated.weak };
    }
  }

  #said(): Said {
    const flags = this.#flags;
    if (this.#what && !this.#denies) this.#doubts.add('question');
    this.#settleException();
    if (flags.has('dead') && this.#asked.topic === 'ill') this.#found.length = 0;
    const lead = this.#lead();
    const said: Said = {
      // 停水 is a spell, 三天两头停水 lasts.
      found: this.#found.map(({ negated: _, ...found }) => ({
        ...found,
        weak: found.weak && !(found.beside === 'spell' && flags.has('often')),
      })),
      ...(lead === undefined ? {} : { lead }),
      doubts: this.#doubts,
      time: this.#timeOfFact ?? this.#time,
      aside: flags.has('cond') || flags.has('third') || (flags.has('empty') && this.#asked.topic === 'house'),
      contrast: flags.has('but'),
      minor: this.#minor > 0 && this.#found.length === 0 && this.#unread === 0,
      all: flags.has('all'),
      only: flags.has('only'),
      who: this.#single,
      people: this.#people,
      unread: this.#unread + this.#verbs,
      length: this.#length,
      operators: this.#operators,
      rare: flags.has('rare'),
      named: this.#topics.has(this.#asked.topic),
    };
    return said;
  }

  /** 除了水都没问题: the subject left out has what the others haven't; 除了老大都交了: not all. */
  #settleException(): void {
    if (!this.#exception) return;
    const { topic, kind, yes, good } = this.#asked;
    if (kind === 'universal' && this.#found.some((f) => f.sign === yes)) {
      this.#found.length = 0;
      this.#found.push(plain(opposite(yes)));
    } else if (this.#exceptionTopics.includes(topic) && good !== undefined) {
      this.#found.length = 0;
      this.#found.push({ ...plain(opposite(good)), generic: true });
      this.#doubts.add('exception');
    } else {
      this.#doubts.add('exception');
    }
  }

  /** The clause as a bare yes or no, if it is nothing else. */
  #lead(): { yes: boolean; being: boolean } | undefined {
    const { topic } = this.#asked;
    if (this.#found.length > 0 || this.#unread > 0 || this.#verbs > 0 || this.#foreign || this.#minor > 0)
      return undefined;
    if (this.#topics.size > 0 && !this.#topics.has(topic)) return undefined;
    // 别的没啥 says nothing of what was asked, unless others are what is asked about.
    if (this.#other && topic !== 'oth' && topic !== 'diff') return undefined;
    if (this.#haveThing || this.#doubts.has('hedge') || this.#doubts.has('question')) return undefined;
    if (this.#no !== undefined)
      return this.#negation?.passed ? undefined : { yes: false, being: this.#no.being };
    if (this.#have || this.#counted) return { yes: true, being: true };
    if (this.#yes && this.#things === 0 && this.#aux === 0 && !this.#ok) return { yes: true, being: false };
    return undefined;
  }
}

function plain(sign: Sign): Flippable {
  return { sign, weak: false, generic: false, sound: false, negated: undefined };
}

export function opposite(sign: Sign): Sign {
  return sign === '+' ? '-' : '+';
}

/** What a word says together with others of its kind; `*` stands for the word itself. */
function besideOf(word: Word): string | undefined {
  const beside = word.tells['with'];
  return beside === '*' ? word.form : beside;
}

/** 孙女14, 闺女十五了: an age without its word. */
function isAge(number: NumberSpan): boolean {
  return isExact(number) && number.lo >= 3 && number.lo <= 90;
}

function hidesDenial(word: Word, topic: string): boolean {
  const own = word.facts.some((fact) => fact.topic === topic) || word.classes.length > 0;
  return !own && word.facts.length > 0 && /^[没不未无]/u.test(word.form);
}
