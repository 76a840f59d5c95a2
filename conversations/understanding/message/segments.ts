import { value } from '../outcome.ts';
import { plainAnswer } from '../yes-no/plain.ts';
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
  /** The clause behind that tells why a child left school. */
  reason?: string;
  /** Already read as a whole. */
  found?: readonly Found[];
}

/** Words that lead into the next subject and so belong to what follows the cut: 水没问题|没大病. */
const leadIn =
  /(?:(?:也|都|(?<!安)全|又|还|就|家里|家|俺|我|他|她|对|有|没有|没|无|不|未|一年|每年|全年|今年|去年|老人|老太太|老头子?|老伴|儿子|媳妇|儿媳妇?|孩子|一共|总共|大概|约|共|现在|人|两个|俩|一个)+)$/;

/** Cuts a clause where its subject changes. */
export function segmentsOf(clause: Clause, index: HintIndex): Segment[] {
  const found = readLabelled(clause) ?? readSatisfaction(clause, index);
  if (found) return [{ text: clause.text, clause, keys: new Map(), found }];
  const anchors = absorb(anchorsIn(clause.text, index), clause.text);
  if (anchors.length === 0) return [{ text: clause.text, clause, keys: new Map() }];
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
  const understood = value(plainAnswer(said.answer) === 'yes');
  return [{ key: said.key, understood, words: clause.text, overrides: clause.corrects }];
}

function sameSubject(a: Anchor, b: Anchor): boolean {
  if (a.domain || b.domain) return a.domain === b.domain;
  return (a.keys ?? []).some((k) => b.keys?.includes(k));
}

function cutBefore(text: string, start: number, atLeast: number): number {
  const lead = leadIn.exec(text.slice(atLeast, start))?.[0] ?? '';
  return start - lead.length;
}

function toSegment(clause: Clause, text: string, group: readonly Anchor[]): Segment {
  const keys = new Map<string, number>();
  for (const a of group) for (const k of a.keys ?? []) keys.set(k, (keys.get(k) ?? 0) + a.end - a.start);
  const domain = group[0]?.domain;
  const trimmed = text.trim();
  return domain ? { text: trimmed, clause, domain, keys } : { text: trimmed, clause, keys };
}

/**
 * What a clause says of a child out of school is one subject: 跟人去浙江了 is the reason there and no source of
 * income, 自闭症 no answer about illness. 做手术花了8万 is a bill.
 */
function absorb(anchors: readonly Anchor[], text: string): Anchor[] {
  const bill =
    /花|费|支出|掏/.test(text) && !/收入|挣/.test(text) && anchors.some((a) => a.domain === 'income');
  if (bill) return anchors.map((a) => (a.domain === 'illness' ? { ...a, domain: 'income' as const } : a));
  const school = anchors.some((a) => a.domain === 'school');
  if (!school) return [...anchors];
  return anchors.map((a) =>
    a.domain === 'illness' || a.domain === 'income' ? { ...a, domain: 'school' as const } : a,
  );
}
