import type { Session } from '../../conversations/contract/session.ts';
import type { Content } from '../channels/channel.ts';
import type { Workplace } from '../setting/workplace.ts';
import { entryAddress, Sessions } from './session.ts';

/** A link to the chat page for who asked: good for ten minutes, once. */
export async function makeEntryLink(
  { config, key }: Pick<Workplace, 'config' | 'key'>,
  _request: unknown,
  { speaker }: Pick<Session, 'speaker'>,
): Promise<Content | undefined> {
  if (speaker === null) return undefined;
  if (config.publicUrl === undefined)
    return { type: 'text', text: '网页版还没开通：管理员要先设置 PUBLIC_URL。' };
  const ticket = await new Sessions(key.bytes, Date.now).issueTicket(speaker.id);
  return { type: 'text', text: entryAddress(config.publicUrl, ticket) };
}
