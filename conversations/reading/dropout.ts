import { languageWords } from '../language/words.ts';
import { notDropout } from '../subjects/schooling/questions.ts';
import { reasonTables } from '../subjects/schooling/reasons/all.ts';
import { type ChoicesNamed, type Hit, readNamed } from './named.ts';
import { ask, none, value } from './outcome.ts';
import type { DropoutReason, Understood } from './understood.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Where the child still counts as being at school. */
export const learnsElsewhere: ReadonlySet<string> = new Set(notDropout);

/** Reasons that leave open what to make of them. */
const open: ReadonlySet<string> = new Set(['未知', '其他']);

let words: Vocabulary | undefined;

function namedIn(text: string): ChoicesNamed {
  words ??= vocabularyOf([...reasonTables, ...languageWords]);
  return readNamed(text, words, 'reason');
}

/** 失学辍学原因. A body reason exempts only with an appraisal, so it is asked back without one. */
export function readDropout(text: string): Understood<DropoutReason> {
  const named = namedIn(text);
  const reasons = [...new Set(own(named).map((hit) => hit.value))];
  const [first] = reasons;
  if (first === undefined) return named.doubts.size === 0 ? none : ask('vague');
  const school = reasons.find((reason) => learnsElsewhere.has(reason));
  const reason = school ?? first;
  const told = (what: string): boolean => named.tells.some((tells) => tells.has(what));
  const exempt = reason === '身体原因' ? (told('exempt') ? true : null) : open.has(reason) ? null : false;
  const found: DropoutReason = { reason, physicalExempt: exempt };
  if (open.has(reason)) return ask(reason === '未知' ? 'hedged' : 'vague', found);
  if (named.doubts.size > 0) return ask(named.doubts.has('question') ? 'question' : 'vague', found);
  if (exempt === null || (reason === '休学' && !told('paper') && !/手续|证明/u.test(text)))
    return ask('verify', found);
  if (school === undefined && reasons.length > 1) {
    const options = reasons.map((label) => ({ label, value: { reason: label, physicalExempt: false } }));
    return ask('conflict', found, { options });
  }
  return value(found);
}

/** The child's own reasons: an illness of the relative it looks after, or who can't earn, is not its own. */
function own({ hits, kin }: ChoicesNamed): readonly Hit[] {
  const others = hits.some((hit) => hit.value === '照顾家人' || hit.value === '家庭经济困难');
  return hits.filter((hit, i) => {
    if (hit.value !== '身体原因' || !others) return true;
    const before = hits.slice(0, i).filter((h) => h.clause === hit.clause).length;
    return kin[hit.clause]?.has(before) !== true;
  });
}

/** All reasons named, by place, without those denied (没被欺负, 家里不穷). */
export function reasonsIn(text: string): string[] {
  return namedIn(text).hits.map((hit) => hit.value);
}
