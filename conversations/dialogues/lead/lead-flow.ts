import type { FlowHandler } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { MonitoredKind } from '../../contract/household.ts';
import { ask } from '../../contract/needs.ts';
import { kindsFor } from '../../leads/lead.ts';
import type { LeadStep } from '../../leads/steps.ts';
import { photosOf } from '../problem/act.ts';
import { keepPhotos, take } from './step.ts';
import { stepSaid } from './words.ts';

/** Steps of a lead that wait for a message of their own: the verdict, its reason, the signature, the kind. */
export const leadFlow: FlowHandler = {
  flow: 'lead',
  takesPhotos: true,
  *resume(c, step, data) {
    const lead = yield* ask('lead', { no: Number(data['no']) });
    if (lead === null) return false;
    const said = readStep(c, step, data['words'] ?? '', kindsFor(lead.household.type));
    if (said === undefined && photosOf(c).length > 0) {
      keepPhotos(c, lead);
      return true;
    }
    if (said === undefined) return unclear(c, step);
    yield* take(c, lead, said);
    return true;
  },
};

function readStep(
  c: Conversation,
  step: string,
  words: string,
  kinds: readonly MonitoredKind[],
): LeadStep | undefined {
  const said = c.text.normalize('NFKC').trim();
  switch (step) {
    case 'step':
      return stepSaid(said);
    case 'reason':
      return said === '' ? undefined : { agreed: false, words: said.slice(0, 300) };
    case 'authorised':
      if (/^(?:2|没|未|还没|否|不)/u.test(said)) return { agreed: true, words, authorised: false };
      return /^(?:1|签|已|是|对|有|嗯)/u.test(said) ? { agreed: true, words, authorised: true } : undefined;
    case 'kind': {
      const number = /^(\d)[.、]?$/u.exec(said)?.[1];
      const kind = number === undefined ? stepSaid(`纳入${said}`)?.kind : kinds[Number(number) - 1];
      return kind === undefined ? undefined : { agreed: true, words, kind };
    }
    default:
      return undefined;
  }
}

/** Not understood twice: the prompt is let go, so that nobody is held here. */
function unclear(c: Conversation, step: string): boolean {
  if (step === 'step' && c.text.length > 12) return false;
  if (c.missed() >= 2) {
    c.open(undefined);
    return false;
  }
  c.say(step === 'kind' ? '请回前面的号数或类别名。' : '请回 1 或 2，后面可以带说明。');
  return true;
}
