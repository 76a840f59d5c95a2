import type { Address, Content, Outbound } from '../channel.ts';
import type { ChatKey, MessageContent, NewMessage } from './message.ts';

/** The chat an address means. */
function chatOf(to: Address): ChatKey {
  return to.kind === 'private' ? `person:${to.externalId}` : `room:${to.externalId}`;
}

function contentOf(content: Content): MessageContent {
  if (content.type !== 'text') return content;
  return { type: 'text', text: content.text, ...(content.confirms === true ? { confirms: true } : {}) };
}

/** What the bot says, as the page keeps it. `nameOf` turns those mentioned into names. */
export async function webMessageOf(
  message: Outbound,
  id: string,
  at: number,
  nameOf: (externalId: string) => Promise<string | undefined>,
): Promise<NewMessage> {
  const mentioned =
    message.to.kind === 'room' ? await Promise.all((message.to.mention ?? []).map(nameOf)) : [];
  const mention = mentioned.filter((name) => name !== undefined);
  return {
    id,
    chat: chatOf(message.to),
    at,
    author: { is: 'bot' },
    content: contentOf(message.content),
    ...(mention.length === 0 ? {} : { mention }),
  };
}
