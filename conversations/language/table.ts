/** What a word does in a sentence, whatever the question: each is one kind of operator or filler. */
export const wordClasses = [
  'p', // particle: never matters (的, 了, 很)
  'aux', // 能, 去, 在: carries nothing, but 不去 is no bare no
  'n', // a thing, place or time: read, tells nothing
  'who', // a person
  'v', // a verb or adjective that tells nothing by itself: where it stands as predicate, the clause isn't understood
  'yes',
  'no',
  'ok', // 好, 行: assent, no fact
  'neg',
  'negq', // rhetorical: 哪来的, 咋能
  'soft', // 不太, 不咋: denies, not firmly
  'have',
  'all',
  'some',
  'most',
  'other',
  'only',
  'exc',
  'hedge',
  'luke', // 还行, 一般: neither good nor bad
  'but',
  'past', // 以前, 原来: no longer
  'last', // 去年: dated
  'now',
  'fut',
  'cond',
  'rare',
  'often',
  'what', // 啥, 谁: an answer only under a negation
  'ask', // 怎么, 是不是: a question
  'mock', // 安全个啥
  'third', // 邻居家
  'apart', // 不跟他一户: who was named before is of another household
  'cmp',
  'good',
  'bad',
  'trouble', // 问题, 毛病: bad if there is one, good if there is none
  'dead',
  'minor', // 墙皮, 水费: a flaw without weight
  'same', // 同上, 跟去年一样
  'empty', // of a house: nobody lives there
  'cured',
] as const;
export type WordClass = (typeof wordClasses)[number];

export type FactSign = '+' | '-';

/** What a word tells of a subject: `+` and `-` are the two ends of the subject's scale. */
export interface Fact {
  topic: string;
  sign: FactSign;
  /** A reason to ask, not an answer. */
  weak: boolean;
  /** True only once it is done: 改造 needs 已, 了, 过. */
  done: boolean;
  /** What its negation says; nothing by default, for 没塌 is no proof of safety. */
  negated?: { sign: FactSign; weak: boolean };
}

export interface Word {
  form: string;
  classes: readonly WordClass[];
  facts: readonly Fact[];
  /** Subjects it names without saying anything of them: 房子, 医保. */
  topics: readonly string[];
  /** Subjects it raises without settling them: 租房 of another safe home. */
  opens: readonly string[];
  /** Subjects beside which it is an argument and no predicate of its own: 接 beside water. */
  light: readonly string[];
  /** Other things it tells: grade=d. */
  tells: Readonly<Record<string, string>>;
}

const factTag =
  /^(?<topic>[a-z]+)(?<sign>[+-])(?<weak>\?)?(?<done>@)?(?:\/(?<negated>[+-])(?<negatedWeak>\?)?)?$/u;
const isClass = new Set<string>(wordClasses);

/**
 * Words from a table, one entry a line: the form, then its tags. A tag is a class (`neg`), a subject named
 * (`#water`), one raised without an answer
 * (`water?`), one it is harmless beside (`water~`), something told (`grade=d`), or a fact: subject, sign, `?` weak, `@` once done, `/` and what its
 * negation says, as in `危房 house-/+`. Parts of a form that go with each other stand as choices: `(墙|梁)(歪|裂)了`.
 */
export function wordsInTable(table: string): Word[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('//'))
    .flatMap((line) => spread(line.trim()).map((each) => wordOf(each)));
}

const choice = /\((?<forms>[^()\s]*)\)/u;

/** A line with choices stands for each way through them: `(墙|梁)(歪|裂)了` is four words. */
function spread(line: string): string[] {
  const found = choice.exec(line);
  const forms = found?.groups?.['forms'];
  if (found === null || forms === undefined) return [line];
  const [before, behind] = [line.slice(0, found.index), line.slice(found.index + found[0].length)];
  return forms.split('|').flatMap((form) => spread(before + form + behind));
}

function wordOf(line: string): Word {
  const [form = '', ...tags] = line.trim().split(/\s+/u);
  const classes: WordClass[] = [];
  const facts: Fact[] = [];
  const topics: string[] = [];
  const opens: string[] = [];
  const light: string[] = [];
  const tells: Record<string, string> = {};
  for (const tag of tags) {
    const fact = factTag.exec(tag)?.groups;
    if (fact !== undefined) facts.push(factOf(fact));
    else if (tag.startsWith('#')) topics.push(tag.slice(1));
    else if (/^[a-z]+~$/u.test(tag)) light.push(tag.slice(0, -1));
    else if (/^[a-z]+\?$/u.test(tag)) opens.push(tag.slice(0, -1));
    else if (tag.includes('=')) tells[tag.slice(0, tag.indexOf('='))] = tag.slice(tag.indexOf('=') + 1);
    else if (isWordClass(tag)) classes.push(tag);
    else throw new Error(`“${form}”: no such tag ${tag}`);
  }
  return { form, classes, facts, topics, opens, light, tells };
}

function isWordClass(tag: string): tag is WordClass {
  return isClass.has(tag);
}

function factOf(g: Record<string, string | undefined>): Fact {
  const negated = g['negated'];
  return {
    topic: g['topic'] ?? '',
    sign: g['sign'] === '-' ? '-' : '+',
    weak: g['weak'] !== undefined,
    done: g['done'] !== undefined,
    ...(negated === undefined
      ? {}
      : { negated: { sign: negated === '-' ? '-' : '+', weak: g['negatedWeak'] !== undefined } }),
  };
}
