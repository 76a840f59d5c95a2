import type { Wechaty } from 'wechaty';
import type { Address, Outbound, SendResult } from '../channel.ts';
import { reasonOf } from '../channel-log.ts';
import { inTime } from '../deadline.ts';

/** A puppet that has not finished a send by now is taken to be stuck. */
const SEND_TIMEOUT_MS = 30_000;

const OFFLINE: SendResult = { is: 'retry', afterMs: 10_000, why: 'not logged in', fault: 'channel' };

/** Whether the puppet knows the receiver; ids of contacts and rooms change with a login on some puppets. */
async function known(bot: Wechaty, to: Address): Promise<boolean> {
  const payload =
    to.kind === 'room' ? bot.puppet.roomPayload(to.externalId) : bot.puppet.contactPayload(to.externalId);
  return payload.then(
    () => true,
    () => false,
  );
}

/** `@name ` for each person mentioned, as WeChat itself writes it. */
async function mentions(bot: Wechaty, ids: readonly string[]): Promise<string> {
  const names = await Promise.all(
    ids.map((id) =>
      bot.puppet.contactPayload(id).then(
        ({ name }) => name,
        () => null,
      ),
    ),
  );
  return names.flatMap((name) => (name === null ? [] : `@${name}\u2005`)).join('');
}

async function say(bot: Wechaty, { to, content }: Outbound): Promise<void> {
  if (content.type !== 'text') {
    // Base64 rather than a buffer: only such a box can travel to a puppet in another process.
    const { FileBox } = await import('file-box');
    await bot.puppet.messageSendFile(
      to.externalId,
      FileBox.fromBase64(Buffer.from(content.data).toString('base64'), content.name),
    );
    return;
  }
  const mentioned = to.kind === 'room' ? (to.mention ?? []) : [];
  const text = (await mentions(bot, mentioned)) + content.text;
  await bot.puppet.messageSendText(to.externalId, text, [...mentioned]);
}

/** Sends through the puppet. What fails is tried again, unless the receiver is gone for good. */
export async function sendBy(bot: Wechaty, message: Outbound): Promise<SendResult> {
  if (!bot.isLoggedIn) return OFFLINE;
  try {
    const outcome = await inTime(say(bot, message), SEND_TIMEOUT_MS);
    if (outcome.is === 'done') return { is: 'sent' };
    return { is: 'retry', afterMs: 10_000, why: 'the puppet did not answer' };
  } catch (thrown) {
    if (!bot.isLoggedIn) return OFFLINE;
    const why = reasonOf(thrown);
    const alive = await known(bot, { kind: 'private', externalId: bot.currentUser.id });
    if (alive && !(await known(bot, message.to)))
      return { is: 'refused', why: 'the receiver is not known to this account' };
    return { is: 'retry', afterMs: 10_000, why };
  }
}
