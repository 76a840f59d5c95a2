import type { Channel, Outbound, Received, SendResult } from './channel.ts';
import type { ChannelLog } from './channel-log.ts';
import { splitText } from './text-split.ts';

type Sender = Pick<Channel, 'capabilities' | 'send'>;

/** The messages to send for one reply: a text that is too long for the platform becomes several. */
function fitToChannel(message: Outbound, maxTextBytes: number): Outbound[] {
  const { content } = message;
  if (content.type !== 'text') return [message];
  const parts = splitText(content.text, maxTextBytes);
  if (parts.length <= 1) return [message];
  return parts.map((text, part) => ({
    to: message.to,
    content: { type: 'text', text },
    ...(message.key === undefined ? {} : { key: `${message.key}/${part}` }),
  }));
}

/**
 * A reply that has waited longer than this behind others is not begun: the delivery loop is about to take it,
 * and a reply must not be sent by both.
 */
export const SEND_WITHIN_MS = 12_000;

/**
 * Sends the committed replies of one inbound message in order and marks them sent. At the first one that does
 * not go out it stops: the delivery loop finds the rest unsent and knows how to wait.
 */
export async function sendReplies(
  channel: Sender,
  received: Received,
  log: ChannelLog,
  clock: { now: () => number; takenAt: number },
): Promise<void> {
  if (received.repeated) return;
  const messages = received.replies.flatMap((reply) =>
    fitToChannel(reply, channel.capabilities.maxTextBytes),
  );
  for (const message of messages) {
    if (clock.now() - clock.takenAt > SEND_WITHIN_MS) {
      log.warn({}, 'a late reply was left to the delivery loop');
      return;
    }
    const result: SendResult = await channel.send(message);
    if (result.is !== 'sent') {
      log.warn({ result: result.is, why: result.why }, 'a reply was left to the delivery loop');
      return;
    }
  }
  received.sent();
}
