import type { YesNoAsked } from '../form/asked.ts';
import type { Fact, Word, WordClass } from '../language/table.ts';
import { ClauseNotes } from './clause-notes.ts';
import { type Clause, classOf } from './clauses.ts';
import type { ClauseSaid, ReadingDoubt } from './found.ts';
import type { WordToken } from './lexer.ts';
import { ageFact, isAge, isWide } from './operators/age.ts';
import { isDone } from './operators/completion.ts';
import { reachOfOperator } from './operators/reach.ts';
import { goesOn } from './operators/row.ts';
import { besideOf, hidesDenial, opposite, plain } from './signs.ts';

/** Words that leave a doubt wherever they stand. */
const raises: readonly (readonly [WordClass, ReadingDoubt])[] = [
  ['ask', 'question'],
  ['hedge', 'hedge'],
  ['luke', 'lukewarm'],
  ['some', 'part'],
  ['most', 'part'],
  ['fut', 'future'],
  ['cmp', 'number'],
];

/** What people and things are counted in. */
const counts = /^(?:人|名|个|位|例|户|套|处|间|条|项|件|口|起)$/u;
const beingWords = /有|没|无|冇|木|哪来|存在/u;
/** Not one of the household but all of it, or whoever speaks. */
const household = /家|们|俩|仨|口|大家|老少|自己|本人|^[俺我咱你恁他她]$|大人|女的|男的/u;
/**
 * Reads one clause for one subject. Every word is looked at in turn; negation reaches to the next fact, over a
 * row of facts of the same sign, and back over the clause when it ends it.
 */
export function readClause({ tokens, asks }: Clause, asked: YesNoAsked): ClauseSaid {
  const said = new ClauseReader(tokens, asked).read();
  if (asks) said.doubts.add('question');
  return said;
}

class ClauseReader extends ClauseNotes {
  read(): ClauseSaid {
    // 交了吧: not quite sure of it.
    if (this.tokens.findLast((token) => token.is !== 'mark')?.text === '吧') this.doubts.add('hedge');
    this.tokens.forEach((token, i) => {
      this.length += token.is === 'mark' ? 0 : token.text.length;
      this.take(token, i);
    });
    this.endNegation();
    return this.said();
  }

  protected take(token: WordToken, i: number): void {
    switch (token.is) {
      case 'mark':
        return;
      case 'unread':
        this.unread += token.text.length;
        this.doubts.add('unread');
        return;
      case 'number':
        return this.takeNumber(token, i);
      case 'word':
        // The measure of a nought: 0人.
        return i === this.skipped ? undefined : this.takeWord(token, i);
    }
  }

  protected takeNumber(token: Extract<WordToken, { is: 'number' }>, i: number): void {
    const { lo, hi } = token.number;
    if (lo === 0 && hi === 0 && this.takeNone(i)) return;
    this.numbered = true;
    const [next, behind] = [this.tokens[i + 1]?.text ?? '', this.tokens[i + 2]?.text ?? ''];
    // 6-16岁 names the ages asked about and tells of nobody's.
    if (!isWide(token.number) && isAge(token.number, next)) {
      const fact = ageFact(this.asked, token.number.lo, [next, behind]);
      if (fact === 'open') this.doubts.add('hedge');
      else if (fact !== undefined) {
        const others = !this.flags.has('all') && !this.flags.has('only');
        this.push({ ...fact, weak: fact.weak && others }, false);
      }
    }
    if (/^(?:口|人|个|位|名)/u.test(next) && !/^个(?:月|多月|半月)/u.test(next + behind)) {
      this.people.push(token.number.lo);
      if (this.have) this.counted = true;
    }
  }

  /** 慢病0人, 0例辍学: of a thing counted there is none. What is counted stands behind it as its measure. */
  protected takeNone(i: number): boolean {
    const next = this.tokens[i + 1];
    const alone = next === undefined || next.is === 'mark';
    if (!alone && !counts.test(next.text)) return false;
    // Of everybody a bare nought tells nothing: nobody insured, or nobody left out.
    if (
      this.asked.kind === 'universal' &&
      this.topics.size + this.found.length === 0 &&
      i + 2 >= this.tokens.length
    )
      this.doubts.add('number');
    this.deny('无');
    this.skipped = alone ? undefined : i + 1;
    return true;
  }

  protected takeWord(token: Extract<WordToken, { is: 'word' }>, i: number): void {
    const { word, sound } = token;
    for (const topic of word.topics) this.topics.add(topic);
    if (word.tells['cause'] === 'frost') this.frost = true;
    if (word.tells['elsewhere'] === this.asked.topic) this.elsewhere = true;
    if (word.tells['house'] === 'ours') this.ours = true;
    if (word.tells['lead'] === this.asked.topic) this.topics.add(this.asked.topic);
    const fact = word.facts.find((f) => f.topic === this.asked.topic);
    for (const c of word.classes) if (fact !== undefined || c !== 'p') this.flags.add(c);
    if (fact === undefined && word.classes.includes('who') && !household.test(word.form)) this.single = true;
    if (fact !== undefined) return this.takeFact(fact, i, sound, besideOf(word));
    if (word.opens.includes(this.asked.topic)) this.doubts.add('open');
    if (word.topics.includes(this.asked.topic)) return this.takeTopic();
    this.takeClass(word.classes, token, i);
  }

  protected takeFact(fact: Fact, i: number, sound: boolean, beside?: string): void {
    if (fact.done && this.negation === undefined && !(isDone(this.tokens, i) && !this.flags.has('fut'))) {
      this.doubts.add('incomplete');
      return;
    }
    if (this.exception) this.exceptionTopics.push(fact.topic);
    const before = this.tokens[i - 1];
    // 没搞鉴定: a denial hides in a word of another subject.
    if (before?.is === 'word' && hidesDenial(before.word, this.asked.topic)) {
      this.doubts.add('negation');
      return;
    }
    const row = this.row;
    const inRow = row !== undefined && goesOn(row, fact.sign, this.tokens, i) ? row : undefined;
    if (inRow !== undefined) inRow.at = i;
    const negation = this.negation ?? inRow;
    if (this.negation !== undefined) this.row = { ...this.negation, sign: fact.sign, at: i };
    this.negation = undefined;
    this.have = false;
    this.timeOfFact = this.time;
    const mocked = classOf(this.tokens[i + 1] ?? { is: 'mark', text: '' }, 'mock');
    const denied = ((negation?.count ?? 0) + (mocked ? 1 : 0)) % 2 === 1;
    const token = this.tokens[i];
    const mark = {
      ...(token?.is === 'word' ? { word: token.word } : {}),
      ...(beside === undefined ? {} : { beside }),
    };
    if (!denied) return this.push(fact, sound, mark, (negation?.count ?? 0) > 1);
    // A reason to ask, denied, is none; a fact whose denial says nothing leaves the denial in the air.
    if (fact.negated === undefined && fact.weak) return;
    if (fact.negated === undefined) this.doubts.add('negation');
    else
      this.push(
        {
          ...fact,
          sign: fact.negated.sign,
          weak: fact.negated.weak || (negation?.soft === true && this.asked.loose?.includes('soft') === true),
        },
        sound,
        mark,
      );
  }

  protected push(
    fact: Fact,
    sound: boolean,
    mark: { beside?: string; word?: Word } = {},
    stressed = false,
  ): void {
    if (sound) this.doubts.add('sound');
    this.found.push({
      sign: fact.sign,
      weak: fact.weak && !stressed,
      generic: false,
      sound,
      negated: fact.negated,
      ...mark,
    });
  }

  /** The subject itself: 没困难, 有病人. */
  protected takeTopic(): void {
    if (this.exception) this.exceptionTopics.push(this.asked.topic);
    if (this.asked.kind !== 'existential' || !this.asked.being) return;
    if (this.negation !== undefined) {
      const denied = this.negation.count % 2 === 1;
      this.negation = undefined;
      this.timeOfFact = this.time;
      this.found.push(plain(denied ? opposite(this.asked.yes) : this.asked.yes));
    } else if (this.have) {
      this.found.push(plain(this.asked.yes));
    }
    this.have = false;
  }

  protected takeClass(
    classes: readonly WordClass[],
    token: Extract<WordToken, { is: 'word' }>,
    i: number,
  ): void {
    const is = (...wanted: readonly WordClass[]): boolean => wanted.some((c) => classes.includes(c));
    // 没有啥, 不咋: after a denial 啥 only strengthens it.
    if (is('negq') && this.negation !== undefined) return;
    if (is('negq', 'neg', 'soft', 'fut', 'past', 'now', 'last', 'but')) this.turns = true;
    if (is('negq', 'neg', 'soft')) return this.deny(token.text, is('soft'), is('negq'));
    if (is('no')) return this.takeNo(token.text, i);
    if (is('good', 'bad', 'trouble'))
      return this.judge(
        is('good') ? 'good' : is('bad') ? 'bad' : 'trouble',
        token.word.tells['denies'] !== undefined,
      );
    if (token.text === '好' && this.topics.has(this.asked.topic)) return this.judge('good');
    if (is('yes')) {
      this.yes = true;
      return;
    }
    if (is('ok')) {
      this.ok = true;
      return;
    }
    if (is('exc')) {
      this.exception = true;
      this.operators++;
      return;
    }
    if (is('have')) {
      this.have = true;
      return;
    }
    if (is('past', 'last', 'now')) {
      this.time = is('now') ? 'now' : is('past') ? 'past' : 'last';
      return;
    }
    if (is('what', 'ask', 'hedge', 'luke', 'cond', 'third', 'but', 'some', 'most', 'fut', 'rare', 'cmp'))
      return this.operate(is);
    if (is('minor')) {
      this.minor++;
      return;
    }
    this.fill(is, token);
  }

  protected operate(is: (...wanted: readonly WordClass[]) => boolean): void {
    this.operators++;
    if (is('what')) this.what = true;
    for (const [kind, doubt] of raises) if (is(kind)) this.doubts.add(doubt);
  }

  protected fill(
    is: (...wanted: readonly WordClass[]) => boolean,
    token: Extract<WordToken, { is: 'word' }>,
  ): void {
    if (is('aux')) {
      // 不去, 没下来: what is denied is no bare no.
      if (this.negation !== undefined && !this.negation.being) this.negation.passed = true;
      this.aux++;
      return;
    }
    if (is('all', 'only', 'other', 'often', 'dead', 'cured', 'empty', 'mock', 'p')) {
      if (is('other')) {
        this.other = true;
        this.exception = false;
      }
      return;
    }
    const foreign = token.word.facts.length > 0 || token.word.topics.length > 0;
    if (foreign) {
      this.foreign = true;
      // 不安全|没鉴定: the denial has found what it denies, in another subject.
      if (token.word.facts.length > 0 && !is('n', 'who') && this.negation?.rhetorical !== true)
        this.negation = undefined;
      if (this.exception)
        this.exceptionTopics.push(...token.word.topics, ...token.word.facts.map((f) => f.topic));
    } else if (is('v') && !is('n', 'who') && !token.word.light.includes(this.asked.topic)) {
      this.verbs += token.text.length;
      this.doubts.add('predicate');
      this.negation = undefined;
      return;
    }
    if (this.have || this.negation !== undefined) {
      this.haveThing ||= this.have && !/^(?:俩|仨|一个|两个|三个)$/u.test(token.text);
      if (this.have && /^(?:俩|仨|一个|两个|三个)$/u.test(token.text)) this.counted = true;
      if (this.negation !== undefined) this.negation.passed = true;
    }
    this.things++;
  }

  protected deny(text: string, soft = false, rhetorical = false): void {
    this.operators++;
    this.denies = true;
    const being = beingWords.test(text);
    if (this.negation === undefined) this.negation = { count: 1, soft, rhetorical, being, passed: false };
    else this.negation.count++;
    this.row = undefined;
  }

  /** 不是, 没有, 无: an answer where they stand alone, a negation before something. */
  protected takeNo(text: string, i: number): void {
    const behind = this.tokens
      .slice(i + 1, i + reachOfOperator)
      .some((t) => t.is !== 'mark' && !classOf(t, 'p', 'no'));
    if (behind && /^(?:不是|不对|未|无)$/u.test(text)) return this.deny(text);
    if (!behind && this.found.length > 0) {
      this.deny(text);
      return;
    }
    this.no = { being: beingWords.test(text) };
    this.denies = true;
  }

  /** Praise and complaint take the side of the question asked; of another subject named here they say nothing of it. */
  protected judge(said: 'good' | 'bad' | 'trouble', deniesTrouble = false): void {
    const { good, topic } = this.asked;
    const negation = this.negation;
    const have = this.have;
    const about =
      this.asked.ofAnything === true ||
      this.topics.size === 0 ||
      this.topics.has(topic) ||
      this.found.length > 0;
    if (this.exception) return;
    if (this.other && this.asked.others !== true) {
      this.negation = undefined;
      return;
    }
    this.have = false;
    if (said === 'trouble' && negation === undefined && !have) return;
    this.negation = undefined;
    if (good === undefined || !about) return;
    const isGood = said === 'good';
    const denied = (negation?.count ?? 0) % 2 === 1;
    const sign = isGood !== denied ? good : opposite(good);
    this.timeOfFact = this.time;
    const kind = (said === 'trouble' && denied) || deniesTrouble ? 'noTrouble' : said;
    const weak = this.asked.loose?.includes(kind) === true;
    this.found.push({
      sign,
      weak,
      generic: true,
      sound: false,
      negated: { sign: opposite(sign), weak: false },
    });
  }

  /** A negation that ends the clause denies what stands before it: 大病×, 啥问题都没有. */
  protected endNegation(): void {
    const negation = this.negation;
    if (negation === undefined) return;
    const denied = negation.count % 2 === 1;
    // 稳定不: a question.
    if (this.found.length > 0 && this.tokens.findLast((token) => token.is !== 'mark')?.text === '不') {
      this.doubts.add('question');
      return;
    }
    if (negation.passed || negation.soft) {
      this.doubts.add('negation');
      this.things++;
      return;
    }
    if (this.found.length === 0) {
      this.no = denied ? { being: negation.being } : undefined;
      return;
    }
    if (!denied) return;
    this.negation = undefined;
    for (const [i, found] of this.found.entries()) {
      if (found.negated === undefined) this.doubts.add('negation');
      else this.found[i] = { ...found, sign: found.negated.sign, weak: found.negated.weak };
    }
  }
}
