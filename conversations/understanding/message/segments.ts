import { ask, value } from '../../reading/outcome.ts';
import { type Anchor, anchorsIn, type Domain } from './anchors.ts';
import type { Clause } from './clauses.ts';
import type { HintIndex } from './hint-index.ts';
import { labelled } from './labels.ts';
import { readSatisfaction } from './satisfaction.ts';
import type { Found } from './slots.ts';

/** A stretch of a clause about one subject; an orphan names none. */
export interface Segment {
  text: string;
  clause: Clause;
  domain?: Domain;
  /** Questions whose topic words it holds, by how much of it they cover. */
  keys: ReadonlyMap<string, number>;
  /** 就是有点咸: it names nothing and qualifies the subject before. */
  inherited?: true;
  /** A sum told right behind an illness may be its cost: 长期吃药,每月四百. */
  afterIllness?: true;
  /** 教育医疗都没问题: said of several at once. */
  wholesale?: true;
  /** The clause behind that tells why a child left school. */
  reason?: string;
  /** Already read as a whole. */
  found?: readonly Found[];
}

/** Words that lead into the next subject and so belong to what follows the cut: 水没问题|没大病. */
const leadIn =
  /(?:(?:其他|其它|别的|任何|除了?|吃|喝|用|一个不落|也|都|均|(?<!安)全|又|还|就|家里|家|俺|我|他|她|对|哪有|哪|算不上|谈不上|不算|不太|不咋|不是很|没啥|有|没有|没|无|不|未|一年|每年|全年|今年|去年|老人|老太太|老头子?|老伴|儿子|媳妇|儿媳妇?|孩子|一共|总共|大概|约|共|现在|人|两个|俩|一个)+)$/;

/** Cuts a clause where its subject changes. */
export function segmentsOf(clause: Clause, index: HintIndex): Segment[] {
  const found = readLabelled(clause) ?? readSatisfaction(clause, index);
  if (found) return [{ text: clause.text, clause, keys: new Map(), found }];
  const anchors = givenSums(absorb(anchorsIn(clause.text, index), clause.text), index);
  if (anchors.length === 0) return [{ text: clause.text, clause, keys: new Map() }];
  if (isWholesale(clause.text, anchors))
    return [{ text: clause.text, clause, keys: new Map(), wholesale: true }];
  const segments: Segment[] = [];
  let from = 0;
  let group: Anchor[] = [];
  for (const anchor of anchors) {
    const [first] = group;
    if (first && !sameSubject(first, anchor)) {
      const cut = cutBefore(clause.text, anchor.start, group.at(-1)?.end ?? 0);
      segments.push(toSegment(clause, clause.text.slice(from, cut), group));
      from = cut;
      group = [];
    }
    group.push(anchor);
  }
  segments.push(toSegment(clause, clause.text.slice(from), group));
  return segments;
}

function readLabelled(clause: Clause): Found[] | undefined {
  const said = labelled(clause.text);
  if (!said) return undefined;
  const described = said.key === 'otherProblems' && said.answer !== undefined;
  const understood =
    said.answer === undefined || (described && said.answer)
      ? ask('polarity')
      : value(described ? '无' : said.answer);
  // 大病无,慢病有: one kind denied leaves the other.
  const kind = said.key === 'seriousIllness' && said.answer === false ? { weak: true } : {};
  return [{ key: said.key, understood, words: clause.text, overrides: clause.corrects, ...kind }];
}

const fineTogether =
  /(?:都|全|均)(?:很|挺|是|也)?(?:没(?:有|啥)?问题|没事|好|正常|达标|合格|安全|有保障|保障|到位|落实|不错|没毛病)(?:的|了|着呢)?$/;

/** 住房、饮水都没问题: one word of praise behind several names. */
export function namesSeveral(text: string): boolean {
  return fineTogether.test(text);
}

/** 住房饮水都没问题 names several subjects before one word of praise: each is asked by itself. */
function isWholesale(text: string, anchors: readonly Anchor[]): boolean {
  if (!fineTogether.test(text) || /三保障|两不愁/.test(text))
    return fineTogether.test(text) && /三保障|两不愁/.test(text);
  const subjects = new Set(anchors.map((a) => a.domain ?? a.keys?.join()));
  if (subjects.has('population') && subjects.size === 1) return true;
  const last = anchors.at(-1);
  return subjects.size > 1 && last !== undefined && anchors.every((a) => a === last || isBareName(text, a));
}

/** No word of its own between a name and the next. */
function isBareName(text: string, anchor: Anchor): boolean {
  return (
    !/^(?:没|不|无|有|好|安全|正常|稳|黄|小|浑|漏)/.test(text.slice(anchor.end, anchor.end + 2)) &&
    !/[没不无]$/.test(text.slice(0, anchor.start))
  );
}

function sameSubject(a: Anchor, b: Anchor): boolean {
  if (a.domain || b.domain) return a.domain === b.domain;
  return (a.keys ?? []).some((k) => b.keys?.includes(k));
}

function cutBefore(text: string, start: number, atLeast: number): number {
  const lead = leadIn.exec(text.slice(atLeast, start))?.[0] ?? '';
  return start - lead.length;
}

/** In 人均8000 the sum belongs to the question that 人均 names. */
function givenSums(anchors: readonly Anchor[], index: HintIndex): Anchor[] {
  let asked: readonly string[] | undefined;
  return anchors.map((a) => {
    const money = a.keys?.filter((k) => index.byKey.get(k)?.kind === 'money') ?? [];
    if (money.length > 0) asked = money;
    else if (asked && a.domain === 'income') return { start: a.start, end: a.end, keys: asked };
    else asked = undefined;
    return a;
  });
}

function toSegment(clause: Clause, text: string, group: readonly Anchor[]): Segment {
  const keys = new Map<string, number>();
  for (const a of group) for (const k of a.keys ?? []) keys.set(k, (keys.get(k) ?? 0) + a.end - a.start);
  const domain = group[0]?.domain;
  const trimmed = text.trim();
  return domain ? { text: trimmed, clause, domain, keys } : { text: trimmed, clause, keys };
}

/** Words of a child who isn't at school; a denial among them is weighed by the reader. */
export const outOfSchool = /辍学|失学|退学|不上|不念|没上学|没在上|没毕业|特校|送教|休学|不去(?:上)?学/;

/** 老人有病花了3万 tells of the illness as well as of its bill. */
const ill = /^有(?:大|慢性?|重)?病$/;

/**
 * What a clause says of a child out of school is one subject: 跟人去浙江了 is the reason there and no source of
 * income, 自闭症 no answer about illness. 做手术花了8万 is a bill.
 */
function absorb(anchors: readonly Anchor[], text: string): Anchor[] {
  // 自己掏2万 is a bill as well.
  if (anchors.some((a) => isShare(a, text)))
    return anchors.map((a) => (isShare(a, text) ? { ...a, domain: 'income' as const } : a));
  const bill =
    /花|费|支出|掏/.test(text) && !/收入|挣/.test(text) && anchors.some((a) => a.domain === 'income');
  if (bill)
    return anchors.map((a) =>
      a.domain === 'illness' && !ill.test(text.slice(a.start, a.end))
        ? { ...a, domain: 'income' as const }
        : a,
    );
  // 都参了除了上学的老二: who is left out of the insured.
  const except = text.search(/(?<=(?:参|交|缴)[^,。;]{0,3})除(?:了|去|开)/);
  if (except > 0 && anchors[0]?.domain === 'insured')
    return anchors.map((a) => (a.start > except ? { ...a, domain: 'insured' as const } : a));
  const out = outIn(text);
  if (out === undefined || !anchors.some((a) => a.domain === 'school')) return [...anchors];
  const nextSubject = anchors.findIndex((a) => a.start > out && !ofChild(a));
  const before = anchors.findLastIndex((a) => a.start < out && !ofChild(a));
  return anchors.map((a, i) => {
    const near = i > before && (nextSubject < 0 || i < nextSubject);
    return near && a.domain !== 'school' && ofChild(a) ? { ...a, domain: 'school' as const } : a;
  });
}

function isShare(anchor: Anchor, text: string): boolean {
  return anchor.domain === 'afford' && /^(?:了|的)?[\d一二两三四五六七八九十]/.test(text.slice(anchor.end));
}

/** 15岁打工去了 */
const atWorkTooYoung = /(?<!\d)(?:[6-9]|1[0-5])岁[^,。;]{0,4}(?:打工|进厂|干活|挣钱|务工)/;

/** Where a child is said to stay away; 没辍学 and 没有不上学的 deny it and take nothing over. */
function outIn(text: string): number | undefined {
  const young = text.search(atWorkTooYoung);
  if (young >= 0) return young;
  const at = text.search(outOfSchool);
  return at < 0 || /(?:没|未|无|没有|不存在)(?:一个|人)?$/.test(text.slice(0, at)) ? undefined : at;
}

function ofChild(anchor: Anchor): boolean {
  return anchor.domain === 'school' || anchor.domain === 'illness' || anchor.domain === 'income';
}
