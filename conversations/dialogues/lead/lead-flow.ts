import { isoDate } from '../../calendar/days.ts';
import type { FlowHandler } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { ask } from '../../contract/needs.ts';
import { leadingAgreement, type Proposal } from '../../language/agreement.ts';
import { pickedNumber } from '../../language/picked-number.ts';
import { isOpen, kindsFor, type Lead, type OpenLeadStage } from '../../leads/lead.ts';
import type { LeadStep } from '../../leads/steps.ts';
import { photosOf } from '../problem/act.ts';
import { ease } from './ease.ts';
import { keepPhotos, takeLeadStep } from './step.ts';
import { detailsIn, stepSaid } from './words.ts';

/** Steps of a lead that wait for a message of their own: the verdict, its reason, the signature, the kind. */
export const leadFlow: FlowHandler = {
  flow: 'lead',
  takesPhotos: true,
  *resume(c, step, data) {
    const lead = yield* ask('lead', { no: Number(data['no']) });
    if (lead === null) return false;
    // The step was taken in between, here or by somebody else: what was said belongs to it no more.
    if (data['stage'] !== undefined && data['stage'] !== lead.stage) return false;
    if (step === 'easing') {
      yield* ease(c, lead, c.text.slice(0, 300));
      return true;
    }
    if (!isOpen(lead.stage)) return false;
    const said = readStep(
      c,
      step,
      { words: data['words'] ?? '', reason: data['reason'] ?? '' },
      lead,
      lead.stage,
    );
    if (said === undefined && photosOf(c).length > 0) {
      keepPhotos(c, lead);
      return true;
    }
    if (said === undefined) return unclear(c, step);
    yield* takeLeadStep(c, lead, said);
    return true;
  },
};

function readStep(
  c: Conversation,
  step: string,
  /** All that was said so far, and what of it is a reason to be recorded. */
  { words: told, reason: words }: { words: string; reason: string },
  lead: Lead,
  stage: OpenLeadStage,
): LeadStep | undefined {
  const said = c.text.normalize('NFKC').trim();
  const today = isoDate(c.at);
  // What was said before stays: votes named with the verdict, a kind named with the votes.
  const before = detailsIn(told, today);
  const now = detailsIn(said, today);
  const all = { ...before, ...now };
  switch (step) {
    case 'step':
      return stepSaid(said, stage, today, true);
    case 'reason':
      return said === '' ? undefined : { agreed: false, words: said.slice(0, 300) };
    case 'authorised':
      return hasSigned(said) === undefined
        ? undefined
        : { agreed: true, words, ...all, authorised: hasSigned(said) === true };
    case 'kind': {
      const kinds = kindsFor(lead.household.type);
      const number = /^(\d)[.、]?$/u.exec(said)?.[1];
      const kind = number === undefined ? now.kind : kinds[Number(number) - 1];
      return kind === undefined ? undefined : { agreed: true, words, ...before, kind };
    }
    case 'compared':
      return said === '' ? undefined : { agreed: true, ...all, words: said.slice(0, 300) };
    case 'review':
      return now.votes === undefined ? undefined : { agreed: true, words, ...all };
    case 'minute':
      return { agreed: true, words, ...all, minute: now.minute ?? said.slice(0, 40) };
    case 'help':
      return all.help === undefined ? undefined : { agreed: true, words, ...all };
    default:
      return undefined;
  }
}

/** 签了申请和授权书吗: by number, or in agreeing words and words of signing, alone or as the first clause. */
function hasSigned(said: string): boolean | undefined {
  const number = pickedNumber(said, 2);
  if (number !== undefined) return number === 0;
  const agreed = leadingAgreement(said, signing)?.said;
  return agreed === undefined ? undefined : agreed === 'yes';
}

const signing: Proposal = {
  yes: [
    '签',
    '签了',
    '签过',
    '签过了',
    '签好了',
    '已签',
    '签字了',
    '授权了',
    '已授权',
    '有',
    '申请',
    '授权书',
  ],
  no: ['没签', '未签', '还没签', '没有签', '不签', '没授权', '未授权', '没签字'],
};

const unclearWords: Readonly<Record<string, string>> = {
  kind: '请回前面的号数或类别名。',
  review: '请说到会几人、同意几人，如“到会23人 同意22人”。',
  help: '请说责任人和措施，如“责任人 王五 安排公益岗”。',
};

/** Not understood twice: the prompt is let go, so that nobody is held here. */
function unclear(c: Conversation, step: string): boolean {
  if (step === 'step' && c.text.length > 12) return false;
  if (c.missed() >= 2) {
    c.open(undefined);
    return false;
  }
  c.say(unclearWords[step] ?? '请回 1 或 2，后面可以带说明。');
  return true;
}
