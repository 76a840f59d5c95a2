import { value } from '../../reading/outcome.ts';
import type { QuestionHint } from '../../reading/understood.ts';
import { readForQuestion } from '../../reading/yes-no-answer.ts';
import type { Clause } from './clauses.ts';
import type { HintIndex } from './hint-index.ts';
import type { Found } from './slots.ts';

/** A question of satisfaction with the words by which it is spoken of, those of its follow-up included. */
interface Rated {
  hint: QuestionHint;
  words: readonly string[];
}

const rated = new WeakMap<HintIndex, readonly Rated[]>();

/** Questions whose answer in words is 满意. */
function ratedIn(index: HintIndex): readonly Rated[] {
  const known = rated.get(index);
  if (known) return known;
  const made = index.list.flatMap((hint, i): Rated[] => {
    if (hint.kind !== 'yesNo' || !hint.says?.yes.includes('满意')) return [];
    const next = index.list[i + 1];
    const follow = next?.kind === 'choices' ? next : undefined;
    const choices = follow?.choices?.flatMap((c) => [c.label, ...(c.words ?? [])]) ?? [];
    const words = [
      hint.says.yes.replace(/满意/g, ''),
      ...(hint.topics ?? []),
      ...(follow?.topics ?? []),
      ...choices,
    ];
    return [{ hint, words: words.filter((w) => w.length >= 2) }];
  });
  rated.set(index, made);
  return made;
}

const about = /满意(?!度调查)/;
const filler =
  /^(?:对|也|都|很|挺|还|比较|非常|特别|不太?|没啥|都很|的|比较|基本|我们?|俺们?|群众|户主|他家?|老百姓)+|(?:也|都|很|挺|还|比较|非常|特别|不太?|不怎么|的|工作|方面|基本|这些|啥的)+$/g;

/**
 * 工作队满意, 对工作队和村里都满意: each subject named finds its own question of satisfaction. 满意 of one thing
 * never answers for another. Undefined when the clause is of something else.
 */
export function readSatisfaction(clause: Clause, index: HintIndex): Found[] | undefined {
  const at = clause.text.search(about);
  if (at < 0) return undefined;
  const questions = ratedIn(index);
  if (questions.length === 0) return undefined;
  const all = readAllSatisfied(clause.text, questions);
  if (all) return all;
  const before = clause.text.slice(0, at);
  const subject = before.replace(filler, '') === '' ? clause.text.slice(at + 2) : before;
  const found: Found[] = [];
  for (const part of subject.split(/和|跟|与|及|、|还有/)) {
    const hint = bestFor(part.replace(filler, ''), questions);
    if (!hint || found.some((f) => f.key === hint.key)) continue;
    found.push({
      key: hint.key,
      understood: readForQuestion(clause.text, hint),
      words: clause.text,
      overrides: clause.corrects,
    });
  }
  return found.length > 0 ? found : undefined;
}

const ofAll =
  /^(?:对)?(?:都|全|全都|样样|各方面|哪样都|哪都)(?:是)?(?:很|挺|非常|比较|特别)?满意(?:的|了|啊|呢|得很)*$/;

/** 都满意 speaks of all questions of satisfaction; no other question is answered by it. */
function readAllSatisfied(text: string, questions: readonly Rated[]): Found[] | undefined {
  if (!ofAll.test(text)) return undefined;
  return questions.map(({ hint }) => ({ key: hint.key, understood: value(true), words: text }));
}

function bestFor(subject: string, questions: readonly Rated[]): QuestionHint | undefined {
  let best: QuestionHint | undefined;
  let length = 1;
  for (const { hint, words } of questions) {
    const shared = Math.max(0, ...words.map((w) => sharedLength(subject, w)));
    if (shared > length) {
      best = hint;
      length = shared;
    }
  }
  return best;
}

/** Length of the longest run of characters that both texts hold; both are short. */
function sharedLength(a: string, b: string): number {
  for (let n = Math.min(a.length, b.length, 6); n >= 2; n--) {
    for (let i = 0; i + n <= b.length; i++) if (a.includes(b.slice(i, i + n))) return n;
  }
  return 0;
}
