import type { Campaign } from '../../campaign/campaign.ts';
import { readInquiry } from '../../inquiry/read.ts';

const longestSlot = 12;

/** Is it a question to the data, all of it read: 户有几个, 率多少? Then it is no name that a command waits for. */
function asksByItself(campaign: Campaign, words: string): boolean {
  if (words.length < 2 || words.length > longestSlot) return false;
  const said = readInquiry(campaign, words, []);
  return (
    said.asks &&
    (said.want !== undefined || said.by !== undefined || said.units !== undefined) &&
    said.unread.length + said.stranded.length + said.loose.length === 0
  );
}

/**
 * 新增户有几个 begins as a command does, and what would be its name asks: then the whole is a question.
 * @param args what the command took from the message
 */
export function slotAsks(campaign: Campaign, text: string, args: unknown): boolean {
  // 3组归不归我管: asked, and no order to give it away.
  if (text.includes('我') && readInquiry(campaign, text, []).ideas.has('ofMe')) return true;
  const slots = typeof args === 'string' ? [args] : isSlots(args) ? Object.values(args) : [];
  // A slot that the message doesn't hold is the command's own word (`show`), and nobody's.
  const isSaid = (slot: unknown): slot is string =>
    typeof slot === 'string' && slot !== text && text.includes(slot);
  return slots.some((slot) => isSaid(slot) && asksByItself(campaign, slot));
}

const isSlots = (args: unknown): args is Record<string, unknown> => typeof args === 'object' && args !== null;

/** 还剩哪几户没去，给个名单: a question all of whose words are read, by somebody to whom the command is not open. */
export function asksInstead(campaign: Campaign, text: string): boolean {
  const said = readInquiry(campaign, text, []);
  return (
    said.asks && said.where.length > 0 && said.unread.length + said.stranded.length + said.loose.length === 0
  );
}
