import type { Conversation } from '../conversation.ts';

/** Who can help when the bot can't: the county's contact as configured, else the township. */
export function contactLine(c: Conversation): string {
  const { contact } = c.session.settings;
  return contact === '' ? '找乡镇包村干部帮忙' : `找人：${contact}`;
}
