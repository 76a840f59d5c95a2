import type { ChatKey } from '../../channels/web/message.ts';
import type { WebPerson, WebRoom } from '../../channels/web/people.ts';
import { HttpFault } from '../../http/fault-response.ts';

/** Every chat a person sees on the page. */
export function chatsOf(person: WebPerson): ChatKey[] {
  return [`person:${person.staffId}`, ...person.rooms.map((room): ChatKey => `room:${room.externalId}`)];
}

/** The chat the page names: his private one, or a group he belongs to. Refuses any other. */
export function chatNamed(person: WebPerson, name: string): { key: ChatKey; room?: WebRoom } {
  if (name === 'private') return { key: `person:${person.staffId}` };
  const room = person.rooms.find((one) => name === `room:${one.externalId}`);
  if (room === undefined) throw new HttpFault('forbidden', '你不在这个群里');
  return { key: `room:${room.externalId}`, room };
}
