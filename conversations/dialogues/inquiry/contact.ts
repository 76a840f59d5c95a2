import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';

/** Who keeps the roster, the register and the exports of the county. */
export function countyOffice(c: Conversation): string {
  return `县${campaignOf(c.session.settings).texts.short}办公室`;
}

/** Whom to turn to: the county's contact, else who does it by office. */
export function contactOf(c: Conversation): string {
  const { contact } = c.session.settings;
  return contact === '' ? `请找乡镇包村干部或${countyOffice(c)}` : `请找${contact}`;
}
