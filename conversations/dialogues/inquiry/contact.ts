import type { Conversation } from '../../contract/conversation.ts';

/** Whom to turn to: the county's contact, else who does it by office. */
export function contactOf(c: Conversation): string {
  const { contact } = c.session.settings;
  return contact === '' ? '请找乡镇包村干部或县大排查办公室' : `请找${contact}`;
}
