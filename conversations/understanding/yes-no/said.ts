import type { QuestionHint } from '../../reading/understood.ts';

const negation = /(?:没有?|不|未|无|木有|冇|没得).?$/;

interface Said {
  yes: string;
  no: string;
  /** Characters of the yes answer that carry its meaning, with whether that answer negates them. */
  core: ReadonlyMap<string, boolean>;
}

const sayings = new WeakMap<QuestionHint, Said>();

function saidOf(hint: QuestionHint): Said | undefined {
  if (!hint.says) return undefined;
  const known = sayings.get(hint);
  if (known) return known;
  const { yes, no } = hint.says;
  const shared = new Set([...no].filter((c) => yes.includes(c)));
  const core = new Map<string, boolean>();
  [...yes].forEach((char, i) => {
    if (/[了有没不未无的都还在是]/.test(char)) return;
    const negated = isNegatedAt(yes, i);
    const inNo = no.indexOf(char);
    // A character both answers share with the same sign is the subject, not the predicate.
    if (shared.has(char) && inNo >= 0 && isNegatedAt(no, inNo) === negated) return;
    core.set(char, negated);
  });
  const made = { yes, no, core };
  sayings.set(hint, made);
  return made;
}

function isNegatedAt(text: string, i: number): boolean {
  return (
    negation.test(text.slice(Math.max(0, i - 4), i)) &&
    !/不错|没错/.test(text.slice(Math.max(0, i - 2), i + 1))
  );
}

/** Compares the text with the question's two answers in words: 没给 with 分红给了 / 分红没给. */
export function bySays(raw: string, hint: QuestionHint): boolean | undefined {
  // 啥实事没办过 denies what stands before the negation too.
  const text = raw.replace(/(?:啥|什么|任何)([^,。;没]{1,4})(?:都|也)?没有?/, '没$1没');
  const said = saidOf(hint);
  if (!said) return undefined;
  if (text.length >= 2) {
    const inYes = said.yes.includes(text);
    const inNo = said.no.includes(text);
    if (inYes !== inNo) return inYes;
  }
  let votes = 0;
  const heard = new Set([...text].filter((char) => said.core.has(char)));
  // 老头不愿去新房 shares two characters with 老人独居危房 and says something else.
  // 有意见 shares one with 满意.
  if (heard.size * 2 < said.core.size || (said.core.size === 2 && heard.size < 2)) return undefined;
  [...text].forEach((char, i) => {
    const negatedInYes = said.core.get(char);
    if (negatedInYes === undefined) return;
    votes += isNegatedAt(text, i) === negatedInYes ? 1 : -1;
  });
  return votes === 0 ? undefined : votes > 0;
}
