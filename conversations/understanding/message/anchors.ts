import { scanNumbers } from '../../language/numbers/numerals.ts';
import { hitsOf } from '../../language/text.ts';
import { classOf } from '../../reading/clauses.ts';
import { moneySaid } from '../../reading/income/money.ts';
import { sourcesNamed } from '../../reading/income/sources.ts';
import { tokensOf, type WordToken } from '../../reading/lexer.ts';
import { illnessesAt } from '../../reading/told-facts.ts';
import { readingVocabulary } from '../../reading/vocabulary.ts';
import type { HintIndex } from './hint-index.ts';
import { topicHits } from './hint-index.ts';
import { withoutOverlaps } from './spans.ts';

/** The ledger's subjects, each with a reader of its own. */
export type Domain =
  | 'population'
  | 'income'
  | 'stable'
  | 'insured'
  | 'illness'
  | 'afford'
  | 'school'
  | 'housing'
  | 'water'
  | 'difficulty'
  | 'problem';

/** Words that tell what a stretch of a clause is about. */
export interface Anchor {
  start: number;
  end: number;
  /** A ledger subject, or the keys of questions known only by their hints. */
  domain?: Domain;
  keys?: readonly string[];
}

/** Which part of the ledger a subject is in. */
const domainOfTopic: Readonly<Record<string, Domain>> = {
  house: 'housing',
  appr: 'housing',
  oth: 'housing',
  water: 'water',
  ins: 'insured',
  ill: 'illness',
  care: 'afford',
  age: 'school',
  drop: 'school',
  stab: 'stable',
  diff: 'difficulty',
};

/** Subjects whose words are said of other things as well: a word that points to them says so (`about=care`). */
const pointed: ReadonlySet<string> = new Set(['care', 'stab', 'diff', 'oth']);

/** Words about anybody or anything: 好了, 没出去, 孩子. */
function isLoose(token: Extract<WordToken, { is: 'word' }>): boolean {
  return token.text.length < 2 || classOf(token, 'cured', 'v', 'who', 'only', 'past', 'now', 'often');
}

/** What a word is about: the one subject that it names, or of which it tells something. */
function domainOf(token: Extract<WordToken, { is: 'word' }>): Domain | undefined {
  const { word } = token;
  const about = word.tells['about'];
  if (about !== undefined) return domainOfTopic[about];
  const named = new Set(word.topics);
  if (named.has('stab')) return 'income';
  named.delete('care');
  const told = isLoose(token)
    ? []
    : word.facts.map(({ topic }) => topic).filter((topic) => !pointed.has(topic));
  const domains = new Set(
    (named.size > 0 ? [...named] : told).flatMap((topic) => domainOfTopic[topic] ?? []),
  );
  return domains.size === 1 ? [...domains][0] : undefined;
}

/** Words of the subjects, each where it stands. */
function subjectAnchors(text: string): Anchor[] {
  const found: Anchor[] = [];
  let at = 0;
  const tokens = tokensOf(text, readingVocabulary());
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1]?.text ?? '';
    const isAge = token.is === 'number' && token.number.lo < 20 && ofPupils.test(next);
    const end = at + token.text.length + (isAge ? next.length : 0);
    const before = found.at(-1)?.domain;
    const goesOn =
      token.is === 'word' && token.word.facts.some(({ topic }) => domainOfTopic[topic] === before);
    // 自来水|不稳: it goes on about the water.
    const own = token.is === 'word' ? domainOf(token) : isAge ? 'school' : undefined;
    const domain = own !== undefined && goesOn ? before : own;
    if (domain !== undefined) found.push({ start: at, end, domain });
    at += token.text.length;
  }
  return found;
}

/** 八岁, 二年级 */
const ofPupils = /^(?:周|虚)?岁|^年级/u;

const person = '[\\d一二两三四五六七八九十俩仨几]';
/** By subject: its words, and the signs of which each of them holds one. */
const words: readonly (readonly [Domain, RegExp, RegExp])[] = [
  [
    'population',
    new RegExp(
      `${person}{1,4}(?:、${person})? ?(?:口(?:子|人)?|个?人(?!均(?!参|已|为|有|在|无)))|好几口?人?|[是事市思试似石实时舞午误吾武流留刘散伞]口(?:人|子)|人口(?:数)?|人数|(?:老|小)?(?:两|俩)口子?|老夫妻|夫妻|夫妇|(?:爷孙|奶孙|娘|爷|母女|父女|父子|母子|婆媳|姐妹|兄弟|弟兄|祖孙)(?:俩|仨|两人?|三人?|几个)?(?=带|和|加|过|生活|相依|住|在家|一起|$|[,。])|[爷娘](?:俩|仨)|光棍|独居|单身|就(?:我|俺|他|她)(?:自己)?一个|户口[本簿]`,
      'g',
    ),
    /[口人妻妇爷孙娘女子媳妹弟棍居身就]/,
  ],
  ['problem', /(?:其他|其它|别的|另外|户内)(?:的)?问题/g, /问/],
  [
    'income',
    /报销?了?(?=[\d一二两三四五六七八九十])[\d一二两三四五六七八九十]|收入|挣|来源|年薪|月薪|进项|毛收|纯收/g,
    /[报收挣源薪项]/,
  ],
];

/** Which subject a ledger question belongs to: its own topic words then point there. */
export const domainOfKey: Readonly<Record<string, Domain>> = {
  population: 'population',
  annualIncome: 'income',
  incomeSource: 'income',
  incomeStable: 'stable',
  allInsured: 'insured',
  seriousIllness: 'illness',
  canAffordCare: 'afford',
  schoolAgeChild: 'school',
  droppedOut: 'school',
  dropoutReason: 'school',
  housingSafe: 'housing',
  housingAppraised: 'housing',
  housingGrade: 'housing',
  otherSafeHousing: 'housing',
  waterProblem: 'water',
  waterTypes: 'water',
  otherDifficulties: 'difficulty',
  otherProblems: 'problem',
};

const standing =
  /(?:低保|五保|特困|脱贫|贫困|监测|边缘(?:易致贫)?|一般(?:农)?|易地搬迁|建档立卡|突发(?:严重)?困难)户/g;

/** All anchors of a clause, the longest at each place, left to right. */
export function anchorsIn(clause: string, index: HintIndex): Anchor[] {
  const masked = clause.includes('户') ? clause.replace(standing, (m) => '户'.repeat(m.length)) : clause;
  const all: Anchor[] = [...hintAnchors(masked, index), ...subjectAnchors(masked)];
  for (const [domain, re, sign] of words) {
    if (!sign.test(masked)) continue;
    for (const hit of hitsOf(re, masked)) {
      const behind = masked.slice(hit.index + hit[0].length);
      const isPart =
        domain === 'population' &&
        (partOf.test(masked.slice(0, hit.index)) ||
          (/^[一1]/.test(hit[0]) && earns.test(behind)) ||
          isSickPart(hit[0], behind));
      if (!isGrownAge(hit[0]) && !isPart)
        all.push({ start: hit.index, end: hit.index + hit[0].length, domain });
    }
  }
  for (const hit of illnessesAt(masked)) all.push({ ...hit, domain: 'illness' });
  for (const hit of sourcesNamed(masked))
    all.push({ start: hit.start, end: hit.start + hit.word.length, domain: 'income' });
  const amounts = scanNumbers(masked).length === 0 ? [] : moneySaid(masked).amounts;
  for (const a of amounts) {
    if (a.hasUnit || a.n.lo >= 1000 || a.period !== undefined)
      all.push({ start: a.n.start, end: a.n.end, domain: 'income' });
  }
  const longestFirst = all.sort((a, b) => b.end - b.start - (a.end - a.start) || rank(a) - rank(b));
  return withCounts(withoutOverlaps(longestFirst, masked.length), masked);
}

/** 参保4人, 3个人参保: how many of them are insured, not how many there are. */
function withCounts(anchors: readonly Anchor[], text: string): Anchor[] {
  const joined: Anchor[] = [];
  const between = (a: Anchor | undefined, b: Anchor): string | undefined =>
    a === undefined ? undefined : text.slice(a.end, b.start);
  for (const anchor of anchors) {
    const before = joined.at(-1);
    const gap = between(before, anchor);
    const counts =
      anchor.domain === 'population' &&
      before?.domain === 'insured' &&
      /^(?:了|的|人数)?[:是有 ]?$/u.test(gap ?? '-');
    if (counts && before !== undefined) joined[joined.length - 1] = { ...before, end: anchor.end };
    else joined.push(anchor);
  }
  return joined.flatMap((anchor, i) => {
    const next = joined[i + 1];
    const gap = next === undefined ? undefined : between(anchor, next)?.trim();
    const told = anchor.domain === 'population' && next?.domain === 'insured' && gap === '';
    const counted =
      told &&
      next !== undefined &&
      !/\d|[一二两三四五六七八九十]/u.test(text.slice(next.start, next.end)) &&
      !/口/u.test(text.slice(anchor.start, anchor.end));
    if (counted && next !== undefined) {
      joined[i + 1] = { ...next, start: anchor.start };
      return [];
    }
    const here = joined[i] ?? anchor;
    // 6口人5个参保
    const count = here.domain === 'insured' ? (countBefore.exec(text.slice(0, here.start))?.[0] ?? '') : '';
    const free = (joined[i - 1]?.end ?? 0) <= here.start - count.length;
    return [free ? { ...here, start: here.start - count.length } : here];
  });
}

/** 其中劳力2人, 适龄儿童2人, 其他3口: some of the household, not the whole of it. */
const partOf =
  /(?:其中|其他|其它|其余|另外)(?:的)?$|(?:劳动?力|学生|儿童|孩子|娃|党员|老人|残疾人?|大病|慢性?病|病人|患者|在校生?|务工|打工)(?:有|是|的|:)?$/;

/** 1人尿毒症 */
function isSickPart(word: string, behind: string): boolean {
  return /人$/.test(word) && (illnessesAt(behind)[0]?.start === 0 || /^(?:残疾|重残)/.test(behind));
}

/** 我一个人挣钱: who earns, not how many there are. */
const earns = /^(?:在|去)?(?:外面?|厂里)?(?:挣|干活|打工|上班|忙|养(?!老))/;

/** 户主68岁 tells nothing of a pupil. */
function isGrownAge(word: string): boolean {
  const [age, ...more] = word.endsWith('岁') ? scanNumbers(word) : [];
  return age !== undefined && more.length === 0 && age.lo >= 20 && age.start === 0;
}

function hintAnchors(text: string, index: HintIndex): Anchor[] {
  return topicHits(text, index).map((hit) => {
    const [first] = hit.keys;
    const domain = hit.keys.length === 1 && first !== undefined ? domainOfKey[first] : undefined;
    return domain
      ? { start: hit.start, end: hit.end, domain }
      : { start: hit.start, end: hit.end, keys: hit.keys };
  });
}

/** A disease is one whatever else it tells; otherwise a question's own words win over a general subject. */
function rank(anchor: Anchor): number {
  if (anchor.domain === 'illness' || anchor.domain === 'population') return 0;
  return anchor.keys ? 1 : anchor.domain === 'income' ? 2 : 3;
}

const countBefore = /[\d一二两三四五六七八九十俩]{1,3} ?个$/u;
