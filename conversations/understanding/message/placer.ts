import { praise } from '../../reading/mood.ts';
import { value } from '../../reading/outcome.ts';
import { plainAnswer } from '../../reading/plain-answer.ts';
import { isLedgerYesNo, readSaidTo } from '../../reading/said-to.ts';
import type { QuestionHint, Understood } from '../../reading/understood.ts';
import { type AnswerContext, readAnswer } from '../answer.ts';
import { domainOfKey } from './anchors.ts';
import type { HintIndex } from './hint-index.ts';
import type { Segment } from './segments.ts';
import type { Found } from './slots.ts';

interface Context extends AnswerContext {
  open?: QuestionHint | undefined;
}

/** In a row of bare answers the follow-ups that an answer makes needless are stepped over. */
const needless: Readonly<Record<string, { unless: boolean; skip: readonly string[] }>> = {
  seriousIllness: {
    unless: true,
    skip: ['canAffordCare', 'medicalExpense', 'reimbursementDelayed', 'familyDoctor', 'medicalBurdenHeavy'],
  },
  schoolAgeChild: { unless: true, skip: ['droppedOut', 'dropoutReason', 'exemptCertified', 'studentAid'] },
  droppedOut: { unless: true, skip: ['dropoutReason', 'exemptCertified'] },
  housingSafe: {
    unless: false,
    skip: ['housingAppraised', 'housingGrade', 'otherSafeHousing', 'elderAloneUnsafe'],
  },
  waterProblem: { unless: true, skip: ['waterTypes'] },
};

/** Only the ledger's questions are known by heart in their order; the others depend on the household. */
const inRow = new Set(
  Object.keys(domainOfKey).filter(
    (k) => !['housingGrade', 'waterTypes', 'dropoutReason', 'otherProblems'].includes(k),
  ),
);

/** Finds the question for what names none: by topic words, the open question, then the order of questions. */
export class Placer {
  readonly rest: string[] = [];
  private readonly index: HintIndex;
  private readonly context: Context;
  /** Position of the question answered last; bare answers go on from there. */
  private at: number;
  /** Something was answered by name: a bare 无 then no longer belongs to the open question. */
  private moved = false;
  private readonly skipped = new Set<string>();

  constructor(index: HintIndex, context: Context) {
    this.index = index;
    this.context = context;
    this.at = context.open ? (index.position.get(context.open.key) ?? 0) - 1 : -1;
  }

  /** A question was answered by name: bare answers after it belong to those behind. */
  passed(key: string): void {
    const position = this.index.position.get(key);
    if (position === undefined) return;
    this.at = position;
    this.moved = true;
  }

  place(segment: Segment, found: Found[]): void {
    const placed = this.labelled(segment) ?? this.byTopic(segment) ?? this.inOrder(segment, found);
    if (placed) {
      found.push({ ...placed, words: segment.text, overrides: segment.clause.corrects });
      this.note(placed.key, placed.understood);
    } else if (!this.repeats(segment, found)) this.rest.push(segment.text);
  }

  /** 没有,都大了: the open question answered again the same way; the words stay as a note. */
  private repeats(segment: Segment, found: Found[]): boolean {
    const { open } = this.context;
    const at = found.findIndex((f) => f.key === open?.key);
    const before = found[at];
    if (!open || before?.understood.status !== 'value') return false;
    const again = this.tryRead(open.key, segment.text)?.understood;
    if (again?.status !== 'value' || again.value !== before.understood.value) return false;
    const { value: said, detail } = before.understood;
    const plain = plainAnswer(segment.text) !== undefined;
    const understood = plain ? before.understood : value(said, { note: segment.text, ...detail });
    found[at] = { ...before, understood };
    return true;
  }

  private note(key: string, understood: Understood): void {
    this.passed(key);
    const rule = needless[key];
    if (rule && understood.status === 'value' && understood.value !== rule.unless) {
      for (const k of rule.skip) this.skipped.add(k);
    }
  }

  /** 贴息:是 */
  private labelled(segment: Segment): Read | undefined {
    const cut = segment.text.indexOf(':');
    if (cut <= 0 || segment.keys.size === 0) return undefined;
    const [key] = this.ranked(segment);
    return key ? this.tryRead(key, segment.text.slice(cut + 1).trim()) : undefined;
  }

  private byTopic(segment: Segment): Read | undefined {
    if (segment.keys.size === 0) return undefined;
    const keys = this.ranked(segment);
    const [best, second] = keys;
    if (best === undefined) return undefined;
    const open = this.context.open?.key;
    const tie = second !== undefined && segment.keys.get(best) === segment.keys.get(second);
    const chosen = open !== undefined && keys.includes(open) ? open : tie ? undefined : best;
    if (chosen === undefined) return undefined;
    const parent = this.praisedParent(chosen, segment.text);
    if (parent) return this.tryRead(parent, segment.text);
    return this.tryRead(chosen, segment.text);
  }

  private ranked(segment: Segment): string[] {
    return [...segment.keys].sort((a, b) => b[1] - a[1]).map(([k]) => k);
  }

  /** 路灯也满意 names a reason of discontent but praises: it answers the yes/no question before it. */
  private praisedParent(key: string, text: string): string | undefined {
    const hint = this.index.byKey.get(key);
    if (
      hint?.kind !== 'choices' ||
      praise(text) !== 'good' ||
      !/满意|没意见|挺好|不错|没问题|很好|都好/.test(text)
    )
      return undefined;
    const before = this.index.list[(this.index.position.get(key) ?? 0) - 1];
    return before?.kind === 'yesNo' ? before.key : undefined;
  }

  /** The open question takes the first bare answer, the ones behind it the next. */
  private inOrder(segment: Segment, found: readonly Found[]): Read | undefined {
    if (segment.domain || segment.keys.size > 0) return undefined;
    const { open } = this.context;
    const plain = plainAnswer(segment.text) !== undefined;
    const answered = found.some((f) => f.key === open?.key && f.understood.status === 'value');
    if (open && !answered && !(this.moved && plain)) {
      const read = this.tryRead(open.key, segment.text);
      if (read) return read;
    }
    if (segment.text.length > 6 || (plain && !isInRow(segment))) return undefined;
    const next = this.nextQuestion(found);
    if (!next || !fitsInOrder(segment.text, next) || (plain && this.at < 0 && !open)) return undefined;
    const read = this.tryRead(next.key, segment.text);
    return read?.understood.status === 'value' ? read : undefined;
  }

  private nextQuestion(found: readonly Found[]): QuestionHint | undefined {
    for (let i = this.at + 1; i < this.index.list.length; i++) {
      const hint = this.index.list[i];
      if (
        hint &&
        inRow.has(hint.key) &&
        !this.skipped.has(hint.key) &&
        !found.some((f) => f.key === hint.key)
      )
        return hint;
    }
    return undefined;
  }

  private tryRead(key: string, text: string): Read | undefined {
    const hint = this.index.byKey.get(key);
    if (!hint) return undefined;
    const understood = readAnswer(text, hint, this.context);
    return understood.status === 'none' ? undefined : { key, understood };
  }
}

/** 是 否 有 is a row; in 有,都有 the second only repeats the first. */
function isInRow(segment: Segment): boolean {
  return segment.clause.spaced || /^\d+$/.test(segment.text);
}

const bareCount = /^(?:有|共|一共)?[\d一二两俩三四五六七八九十]{1,3} ?(?:口|个|人|位)*(?:人|子)?$/;

/** Praise in passing (水好, 不错) is no answer to whatever comes next: only a bare answer is. */
function fitsInOrder(text: string, next: QuestionHint): boolean {
  if (next.kind === 'text' || next.kind === 'photo') return false;
  if (next.kind === 'count') return bareCount.test(text);
  if (next.kind !== 'yesNo') return true;
  const plain = plainAnswer(text);
  if (!plain && praise(text) === 'good') return false;
  return plain === 'yes' || plain === 'no' || (isLedgerYesNo(next.key) && readSaidTo(next.key, text).own);
}

interface Read {
  key: string;
  understood: Understood;
}
