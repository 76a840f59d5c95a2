import { trimFillers } from '../../language/text.ts';
import { ask, doubt, none, value } from '../../reading/outcome.ts';
import type { AskReason, QuestionHint, Understood } from '../../reading/understood.ts';
import { afterCorrection } from '../correction.ts';
import { doubtOf, isConditional, isInProgress } from '../doubt.ts';
import { plainly, presentPart } from '../rhetoric.ts';
import { evidenceOf } from './evidence.ts';
import { isRelated, judgesAsked, moodOf, namesTrouble } from './hint-mood.ts';
import { isLukewarm } from './mood.ts';
import { isExistence, leadOf, plainAnswer, readYesNo } from './plain.ts';
import { bySays } from './said.ts';
import { detailOf } from './topic.ts';

const knowing = /知道|认识|说得出|说得上|叫得出|晓得|熟/;
const unknowing =
  /不(?:知道|认识|晓得|熟|清楚|记得)|没(?:见过|听说)|(?:说|叫|喊)不(?:出|上)|谁(?:都)?(?:不|没)|忘了/;
const leadingNo =
  /^(?:都|全|全都|一直|还|从来|从|也|就|根本|压根|确实|真|目前|暂时|现在)*(?:没(?!问题|事|错)|不(?!错|差|少)|未|无(?!误)|木有|冇|没得)/;
const leadingYes =
  /^(?:都|全|全都|一直|早|也|就|确实|真|现在|已经|已)*(?<verb>有|是|能|会|够|得|发|给|签|领|交|到位|落实|享受|参加|安排|解决|愿意|干得|按时|及时|知道|认识|来|去|在|做|办|贴|还了|增|涨|多了|够|住)(?:[^不没]|$)/;

/**
 * Yes/no for any question known only by its hint: plain words, its own answers in words (`says`), then praise or
 * complaint by the question's polarity, then a leading negation.
 */
export function readHinted(raw: string, hint: QuestionHint): Understood<boolean> {
  const { text: said } = afterCorrection(trimFillers(raw));
  const text = plainly(said);
  const now = presentPart(text);
  const changed = now === undefined ? undefined : readSure(now, hint);
  const sure = changed?.status === 'value' ? changed : readSure(text, hint);
  const reason = doubtOf(text) ?? (now !== undefined && sure !== changed ? 'verify' : undefined);
  if (!reason || isTold(reason, text, hint, sure)) return sure;
  return sure.status === 'none' ? ask(reason) : doubt(sure, reason);
}

/** 谁知道是谁 answers whether somebody is known, 跟去年一样 whether something has changed. */
function isTold(reason: AskReason, text: string, hint: QuestionHint, sure: Understood<boolean>): boolean {
  if (sure.status !== 'value') return false;
  if (reason === 'sameAsBefore') return evidenceOf(text, hint) !== undefined;
  return reason === 'hedged' && isKnowing(hint, text);
}

function isKnowing(hint: QuestionHint, text: string): boolean {
  return (
    (hint.ask === undefined && /谁|名|认识/.test(text)) ||
    /know/i.test(hint.key) ||
    (hint.topics ?? []).some((t) => /知道|认识|说得出|了解/.test(t))
  );
}

function readSure(text: string, hint: QuestionHint): Understood<boolean> {
  const plain = plainAnswer(text);
  if (plain === 'agree' && knowing.test(text)) return value(true);
  if (plain && hint.rated && isExistence(text)) return ask('polarity');
  if (plain) return readYesNo(text, hint);
  const evidence = evidenceOf(text, hint);
  const lead = leadOf(text);
  if (evidence === 'both' || isMixed(text, hint)) return ask('conflict', lead);
  if (evidence && lead !== undefined && lead !== (evidence === 'yes')) return ask('conflict', lead);
  if (evidence) return value(evidence === 'yes', detailOf(text));
  if (lead !== undefined) return value(lead, detailOf(text));
  if (unknowing.test(text) && isKnowing(hint, text)) return value(false);
  if (isLukewarm(text)) return ask('vague', hint.trueIsGood);
  if (isInProgress(text)) return ask('inProgress');
  if (isConditional(text)) return ask('hedged');
  const settled = /没(?:啥|什么|有)?(?:意见|问题|毛病|说的)/.test(text);
  const said = settled ? undefined : bySays(text, hint);
  // 没见过技术员: the negation stands too far from the question's word for the vote.
  if (said === true && leadingNo.test(text)) return ask('conflict');
  if (said !== undefined) return value(said, detailOf(text));
  if (namesTrouble(text, hint)) return value(true, detailOf(text));
  if (atWork(text, hint)) return value(true, detailOf(text));
  const mood = moodOf(text, hint);
  if (mood && hint.trueIsGood !== undefined) {
    const answer = (mood === 'good') === hint.trueIsGood;
    return judgesAsked(text, hint) ? value(answer, detailOf(text)) : ask('vague');
  }
  if (knowing.test(text) && isKnowing(hint, text)) return value(!unknowing.test(text));
  return byLead(text, hint);
}

const working = /(?:干|做|打工|上班|务工)(?:了|着)?[^,。;]{0,4}(?:年|着|呢|活|$)/;

/** 在徐州干了三年了 answers whether there is work. */
function atWork(text: string, hint: QuestionHint): boolean {
  return (
    working.test(text) && !/没|不|找/.test(text) && (hint.topics ?? []).some((t) => /有活干|就业/.test(t))
  );
}

/** 路是好,就是垃圾没人清: praise and complaint of the same thing. */
function isMixed(text: string, hint: QuestionHint): boolean {
  const [before = '', after] = text.split(/[,。;]?(?:就是|但是?|不过|可是|可就是)/, 2);
  if (after === undefined || before === '') return false;
  const [first, then] = [before, after].map((part) => moodOf(part, hint) ?? moodOfEvidence(part, hint));
  return first !== undefined && then !== undefined && first !== then;
}

function moodOfEvidence(text: string, hint: QuestionHint): 'good' | 'bad' | undefined {
  const evidence = evidenceOf(text, hint);
  if (evidence !== 'yes' && evidence !== 'no') return undefined;
  return (evidence === 'yes') === (hint.trueIsGood ?? true) ? 'good' : 'bad';
}

function byLead(text: string, hint: QuestionHint): Understood<boolean> {
  if (!isRelated(text, hint)) return none;
  const denied = leadingNo.exec(text);
  if (denied) return deniesAsked(text.slice(denied[0].length), hint) ? value(false, detailOf(text)) : none;
  const verb = leadingYes.exec(text)?.groups?.['verb'];
  if (verb === undefined || !isAsked(verb, hint)) return none;
  return value(true, detailOf(text));
}

/** 不认识他们 denies something else than whether they are satisfied with the team. */
function deniesAsked(rest: string, hint: QuestionHint): boolean {
  const asked = [hint.ask, hint.says?.yes, hint.says?.no, ...(hint.topics ?? [])].join('');
  return asked === '' || /^(?:$|[有的了过啊呢,。人])/.test(rest) || asked.includes(rest.charAt(0));
}

/** 来过几趟 says nothing of whether anything was solved: a verb other than 有 and 是 must be the question's. */
function isAsked(verb: string, hint: QuestionHint): boolean {
  const asked = [hint.ask, hint.says?.yes].join('');
  return verb === '有' || verb === '是' || asked === '' || asked.includes(verb.charAt(0));
}

/** Whether the text uses the question's own answers or topic words, so that it can't be meant for another. */
export function isOwnAnswer(raw: string, hint: QuestionHint): boolean {
  const text = trimFillers(raw);
  const told = evidenceOf(plainly(text), hint);
  if (told === 'yes' || told === 'no') return true;
  if (bySays(text, hint) !== undefined || atWork(text, hint)) return true;
  return (hint.topics ?? []).some((t) => text.includes(t));
}
