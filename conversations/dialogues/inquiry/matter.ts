import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';

/**
 * Something to be spoken of without counting households: which ideas must be in the sentence (one of each row), which
 * must not, and what is said. A refusal names the reason and who can.
 */
export interface SpokenMatter {
  name: string;
  all: readonly (readonly string[])[];
  not?: readonly string[];
  /** Holds besides the ideas. */
  when?: (said: InquirySaid, c: Conversation) => boolean;
  say:
    | string
    | ((c: Conversation, said: InquirySaid) => string)
    | ((c: Conversation, said: InquirySaid) => Asking<string>);
}

/** The first matter that a sentence speaks of. */
export function matterOf(
  matters: readonly SpokenMatter[],
  said: InquirySaid,
  c: Conversation,
): SpokenMatter | undefined {
  return matters.find(
    ({ all, not = [], when }) =>
      all.every((row) => row.some((idea) => said.ideas.has(idea))) &&
      !not.some((idea) => said.ideas.has(idea)) &&
      (when === undefined || when(said, c)),
  );
}

/** What is said of a matter; {活动} stands for how the campaign is called, {改} for how a change is said. */
export function* sayMatter(c: Conversation, matter: SpokenMatter, said: InquirySaid): Asking<string> {
  const made = typeof matter.say === 'string' ? matter.say : matter.say(c, said);
  const words = typeof made === 'string' ? made : yield* made;
  const { short, examples } = campaignOf(c.session.settings).texts;
  return words.replaceAll('{活动}', short).replaceAll('{改}', examples.change);
}
