import type { YesNoAsked } from '../form/asked.ts';
import type { WordClass } from '../language/table.ts';
import type { ClauseSaid, ReadingDoubt } from './found.ts';
import type { WordToken } from './lexer.ts';
import { withException } from './operators/exception.ts';
import { leadOf } from './operators/lead.ts';
import type { Row } from './operators/row.ts';
import { type Flippable, plain } from './signs.ts';

/** A negation that still looks for what it denies. */
interface Negation {
  count: number;
  /** 不太, 不咋. */
  soft: boolean;
  /** 哪有, 咋能: it turns round the whole clause, not just the next word. */
  rhetorical: boolean;
  /** Said as 没有, 无: of being, not of doing. */
  being: boolean;
  /** A thing stands behind it that it may deny: 没老人. */
  passed: boolean;
}

const hum = /^(?:嗯+|恩+|昂|哦|噢|啊|呃)$/u;

/** What has been noted of a clause, word by word, and what it comes to. */
export class ClauseNotes {
  protected readonly tokens: readonly WordToken[];
  protected readonly asked: YesNoAsked;
  protected readonly found: Flippable[] = [];
  protected readonly doubts = new Set<ReadingDoubt>();
  protected negation: Negation | undefined;
  protected row: Row | undefined;
  protected have = false;
  protected haveThing = false;
  protected yes = false;
  protected no: { being: boolean } | undefined;
  protected ok = false;
  protected what = false;
  protected exception = false;
  protected exceptionTopics: string[] = [];
  protected foreign = false;
  protected verbs = 0;
  protected things = 0;
  protected counted = false;
  protected single = false;
  protected numbered = false;
  /** A word that has been taken with the one before it. */
  protected skipped: number | undefined;
  protected minor = 0;
  protected aux = 0;
  protected other = false;
  protected topics = new Set<string>();
  protected time: ClauseSaid['time'] = 'none';
  protected timeOfFact: ClauseSaid['time'] | undefined;
  protected flags = new Set<WordClass>();
  protected people: number[] = [];
  protected unread = 0;
  protected length = 0;
  protected operators = 0;
  protected denies = false;
  protected turns = false;
  protected ours = false;
  protected elsewhere = false;
  /** A frozen pipe is mended or thaws: no lasting trouble by itself. */
  protected frost = false;

  constructor(tokens: readonly WordToken[], asked: YesNoAsked) {
    this.tokens = tokens;
    this.asked = asked;
  }

  protected said(): ClauseSaid {
    const flags = this.flags;
    if (this.what && !this.denies) this.doubts.add('question');
    this.settleException();
    if (flags.has('dead') && this.asked.living === true) this.found.length = 0;
    const lead = this.lead();
    const said: ClauseSaid = {
      // 停水 is a spell, 三天两头停水 lasts.
      found: this.found.map(({ negated: _, ...found }) => ({
        ...found,
        weak:
          found.weak && !(found.beside === 'spell' && flags.has('often') && !this.numbered && !this.frost),
      })),
      ...(lead === undefined ? {} : { lead }),
      doubts: this.doubts,
      hum: this.tokens.every((token) => token.is === 'mark' || hum.test(token.text)),
      time: this.timeOfFact ?? this.time,
      aside: flags.has('cond') || flags.has('third') || (flags.has('empty') && this.asked.livedIn === true),
      apart: flags.has('apart'),
      ours: this.ours,
      elsewhere: this.elsewhere,
      contrast: flags.has('but'),
      minor: this.minor > 0 && this.found.length === 0 && this.unread === 0,
      all: flags.has('all'),
      only: flags.has('only'),
      who: this.single,
      people: this.people,
      unread: this.unread + this.verbs,
      length: this.length,
      operators: this.operators,
      turns: this.turns,
      rare: flags.has('rare'),
      named: this.topics.has(this.asked.topic),
    };
    return said;
  }

  protected settleException(): void {
    if (!this.exception) return;
    const signs = this.found.map((found) => found.sign);
    const { sign, sure } = withException(this.asked, { signs, leftOut: this.exceptionTopics });
    if (!sure) this.doubts.add('exception');
    if (sign === undefined) return;
    this.found.length = 0;
    this.found.push({ ...plain(sign), generic: !sure });
  }

  /** The clause as a bare yes or no. */
  protected lead(): { yes: boolean; being: boolean } | undefined {
    if (this.asked.ofAnything === true) return undefined;
    const unclear = this.haveThing || this.doubts.has('hedge') || this.doubts.has('question');
    const no = this.negation?.passed === true ? undefined : this.no;
    const lead = leadOf(this.asked, {
      tokens: this.tokens,
      topics: this.topics,
      ...(no === undefined ? {} : { no }),
      yes: this.yes && this.no === undefined,
      have: (this.have || this.counted) && this.no === undefined,
      filled: this.found.length > 0 || this.unread + this.verbs + this.minor > 0 || this.foreign || unclear,
      company: this.things > 0 || this.aux > 0 || this.ok,
      other: this.other,
    });
    if (lead === 'assent') this.doubts.add('assent');
    // 饮水√ ticks off the water: no yes to whether there is a problem with it.
    const { kind, good, yes, topic } = this.asked;
    if (lead !== undefined && lead !== 'assent' && lead.yes && !lead.being && this.topics.has(topic))
      if (kind === 'state' && good !== undefined && good !== yes) {
        this.doubts.add('conflict');
        return { ...lead, yes: false };
      }
    return lead === 'assent' ? undefined : lead;
  }
}
