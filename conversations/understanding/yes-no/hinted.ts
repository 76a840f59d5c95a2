import { afterCorrection } from '../correction.ts';
import { doubtOf, isConditional, isInProgress } from '../doubt.ts';
import { ask, doubt, none, value } from '../outcome.ts';
import { trimFillers } from '../text.ts';
import type { QuestionHint, Understood } from '../understood.ts';
import { isLukewarm, type Polarity, plainAnswer, praise, readYesNo } from './plain.ts';
import { detailOf } from './topic.ts';

const knowing = /知道|认识|说得出|说得上|叫得出|晓得|熟/;
const unknowing =
  /不(?:知道|认识|晓得|熟|清楚|记得)|没(?:见过|听说)|(?:说|叫|喊)不(?:出|上)|谁(?:都)?(?:不|没)|忘了/;
const negation = /没有?|不|未|无|木有|冇|没得/;
const leadingNo =
  /^(?:都|全|全都|一直|还|从来|从|也|就|根本|压根|确实|真|目前|暂时|现在)*(?:没(?!问题|事|错)|不(?!错|差|少)|未|无(?!误)|木有|冇|没得)/;
const leadingYes =
  /^(?:都|全|全都|一直|早|也|就|确实|真|现在|已经|已)*(?:有|是|能|会|够|得|发|给|签|领|交|到位|落实|享受|参加|安排|解决|愿意|干得|按时|及时|知道|认识|来|去|在|做|办|贴|还了|增|涨|多了|够|住)(?:[^不没]|$)/;

/**
 * Yes/no for any question known only by its hint: plain words, its own answers in words (`says`), then praise or
 * complaint by the question's polarity, then a leading negation.
 */
export function readHinted(raw: string, hint: QuestionHint): Understood<boolean> {
  const { text } = afterCorrection(trimFillers(raw));
  const reason = doubtOf(text);
  const sure = readSure(text, hint);
  if (!reason || (reason === 'hedged' && isKnowing(hint, text) && sure.status === 'value')) return sure;
  return sure.status === 'none' ? ask(reason) : doubt(sure, reason);
}

function isKnowing(hint: QuestionHint, text: string): boolean {
  return (
    /谁|名|认识/.test(text) ||
    /know/i.test(hint.key) ||
    (hint.topics ?? []).some((t) => /知道|认识|说得出|了解/.test(t))
  );
}

function readSure(text: string, hint: QuestionHint): Understood<boolean> {
  const plain = plainAnswer(text);
  if (plain === 'agree' && knowing.test(text)) return value(true);
  if (plain) return readYesNo(text, hint);
  if (unknowing.test(text) && isKnowing(hint, text)) return value(false);
  if (isLukewarm(text)) return ask('vague', hint.trueIsGood);
  if (isInProgress(text)) return ask('inProgress');
  if (isConditional(text)) return ask('hedged');
  const settled = /没(?:啥|什么|有)?(?:意见|问题|毛病|说的)/.test(text);
  const said = settled ? undefined : bySays(text, hint);
  if (said !== undefined) return value(said, detailOf(text));
  const mood = moodOf(text);
  if (mood && hint.trueIsGood !== undefined)
    return value((mood === 'good') === hint.trueIsGood, detailOf(text));
  if (knowing.test(text)) return value(!unknowing.test(text));
  return byLead(text);
}

function byLead(text: string): Understood<boolean> {
  const lead = text.split(/[,。;!、 ]/)[0] ?? '';
  const first = lead === text ? undefined : plainAnswer(lead);
  if (first === 'yes' || first === 'no') return value(first === 'yes', detailOf(text));
  if (leadingNo.test(text)) return value(false, detailOf(text));
  return leadingYes.test(text) ? value(true, detailOf(text)) : none;
}

const upward = /涨了?|增(?:加|长|收)?了|提高|比[^,。]{1,4}(?:多|高|好|强)|多了$/;
const downward =
  /拖(?!拉机)|喘不过|吃不消|压得|少了|减少|下降|降了|掉了|不如|没[^,。有]{1,4}(?:多|高|好|强)$|比[^,。]{1,4}(?:少|低|差)/;

/** Praise and complaint with the trends that matter beyond the ledger: wages dragged out, income up. */
function moodOf(text: string): Polarity | undefined {
  if (downward.test(text)) return 'bad';
  return upward.test(text) ? 'good' : praise(text);
}

/** Whether the text uses the question's own answers or topic words, so that it can't be meant for another. */
export function isOwnAnswer(raw: string, hint: QuestionHint): boolean {
  const text = trimFillers(raw);
  return bySays(text, hint) !== undefined || (hint.topics ?? []).some((t) => text.includes(t));
}

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
    negation.test(text.slice(Math.max(0, i - 2), i)) &&
    !/不错|没错/.test(text.slice(Math.max(0, i - 2), i + 1))
  );
}

/** Compares the text with the question's two answers in words: 没给 with 分红给了 / 分红没给. */
function bySays(text: string, hint: QuestionHint): boolean | undefined {
  const said = saidOf(hint);
  if (!said) return undefined;
  if (text.length >= 2) {
    const inYes = said.yes.includes(text);
    const inNo = said.no.includes(text);
    if (inYes !== inNo) return inYes;
  }
  let votes = 0;
  [...text].forEach((char, i) => {
    const negatedInYes = said.core.get(char);
    if (negatedInYes === undefined) return;
    votes += isNegatedAt(text, i) === negatedInYes ? 1 : -1;
  });
  return votes === 0 ? undefined : votes > 0;
}
