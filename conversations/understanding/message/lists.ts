import { anchorsIn } from './anchors.ts';
import type { Clause } from './clauses.ts';
import type { HintIndex } from './hint-index.ts';
import { namesSeveral } from './segments.ts';

/** 6口人、打工、住房安全: the items of a list stand for themselves where they speak of different subjects. */
export function splitLists(clauses: readonly Clause[], index: HintIndex): Clause[] {
  return clauses.flatMap((clause) => {
    if (!clause.text.includes('、') || namesSeveral(clause.text)) return [clause];
    const items = itemsOf(clause.text, index);
    return items.map((text, i) => (i === 0 ? { ...clause, text } : { ...clause, text, corrects: false }));
  });
}

/** Neighbours of one subject stay together; an item that names none goes with the next. */
function itemsOf(text: string, index: HintIndex): string[] {
  const items: { text: string; subject: string | undefined }[] = [];
  for (const part of text.split('、')) {
    const subject = subjectOf(part, index);
    const before = items.at(-1);
    if (before && (before.subject === undefined || before.subject === subject)) {
      before.text = `${before.text}、${part}`;
      before.subject = subject;
    } else items.push({ text: part, subject });
  }
  return items.map((item) => item.text);
}

function subjectOf(text: string, index: HintIndex): string | undefined {
  const [first] = anchorsIn(text, index);
  return first && (first.domain ?? first.keys?.join());
}
