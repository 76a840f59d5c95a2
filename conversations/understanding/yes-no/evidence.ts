import { hitsOf } from '../../language/text.ts';
import type { QuestionHint, Evidence as Words } from '../../reading/understood.ts';

/** A question that lists what people say instead of yes or no. */
type Listed = Pick<QuestionHint, 'says'> & { evidence?: Words };

/** What the words of an answer speak for; `both` contradicts itself and is asked back. */
export type Evidence = 'yes' | 'no' | 'both';

interface Sign {
  re: RegExp;
  is: boolean;
}

const signs = new WeakMap<Listed, readonly Sign[]>();

/** 给…办 has a gap of up to six characters inside its clause. */
function signOf(words: string, is: boolean): Sign {
  const source = words.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { re: new RegExp(source.join('[^,。;!、没不未]{0,6}'), 'g'), is };
}

function wordsOf(list: string | undefined): string[] {
  return (list ?? '').split(' ').filter((words) => words !== '');
}

function signsOf(hint: Listed): readonly Sign[] {
  const known = signs.get(hint);
  if (known) return known;
  const made = [
    ...wordsOf(hint.evidence?.yes).map((words) => signOf(words, true)),
    ...wordsOf(hint.evidence?.no).map((words) => signOf(words, false)),
  ];
  signs.set(hint, made);
  return made;
}

/** Longer texts are no answer to one question. */
const longest = 200;

/** A negation that reaches the words right behind it: 没人来, 不算, 从来没. */
const negated =
  /(?:不|没(?:有)?|未|无|冇|木有|没得|甭|别(?![人的处]))(?:有|太|大|咋|怎么|怎|是|算|很|够|曾|再|给|能|会|敢|人|谁|个|一个|去|来|见|啥|什么|得|被|让|用|过|多|真|全|都|完全|彻底)*$/;

/**
 * Evidence in place of yes or no: the words that the question lists for either answer, each turned round by a
 * negation before it (月月发, 没发). The longest words that stand at a place count there.
 */
export function evidenceOf(text: string, hint: Listed): Evidence | undefined {
  if (text === hint.says?.yes) return 'yes';
  if (text === hint.says?.no) return 'no';
  if (text.length > longest) return undefined;
  const found = signsOf(hint).flatMap(({ re, is }) =>
    hitsOf(re, text).map((hit) => ({ start: hit.index, end: hit.index + hit[0].length, is })),
  );
  const outer = found.filter(
    (f) =>
      !found.some(
        (g) => g !== f && g.start <= f.start && g.end >= f.end && g.end - g.start > f.end - f.start,
      ),
  );
  let last = { end: -1, negated: false };
  const meant = new Set(
    outer
      .sort((a, b) => a.start - b.start)
      .map((f) => {
        // 没重残失能: one negation for all that is named in a row.
        const inRow = last.end >= 0 && /^(?:、|和|跟|或|或者)?$/.test(text.slice(last.end, f.start));
        const negated = isNegated(text, f.start) || (inRow && last.negated);
        last = { end: f.end, negated };
        return f.is !== negated;
      }),
  );
  if (meant.size === 0) return undefined;
  return meant.size === 2 ? 'both' : meant.has(true) ? 'yes' : 'no';
}

function isNegated(text: string, at: number): boolean {
  const clause =
    text
      .slice(Math.max(0, at - 8), at)
      .split(/[,。;!、 ]/)
      .at(-1) ?? '';
  return negated.test(clause);
}
