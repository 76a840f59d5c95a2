import type { Message, Wechaty } from 'wechaty';
import type { Inbound } from '../channel.ts';
import { inTime } from '../deadline.ts';
import { withoutFrontMentions, withoutOwnMentions } from '../mentions.ts';

/** Larger photos are not taken in. */
const MAX_PHOTO_BYTES = 20 * 1024 * 1024;
const PHOTO_TIMEOUT_MS = 30_000;
const PHOTO_TRIES = 2;

/** WeChat writes a quoting reply as the quoted words in brackets, a dashed line, and the answer below. */
const QUOTING = /^「(?:[^：\n]{1,40}：)?([\s\S]*?)」\s*\n(?:- ?){5,}\n([\s\S]*)$/u;

/** Whether a text mentions one of these names, and what remains of it without them. */
export function withoutNames(text: string, names: readonly string[]): { mentioned: boolean; rest: string } {
  const rest = withoutOwnMentions(text, names);
  return { mentioned: rest !== null, rest: rest ?? text.replaceAll('\u2005', ' ').trim() };
}

/** The words of a reply and the words it quotes. */
export function withoutQuote(text: string): { text: string; quote?: string } {
  const found = QUOTING.exec(text);
  return found ? { text: (found[2] ?? '').trim(), quote: (found[1] ?? '').trim() } : { text };
}

type What = Extract<Inbound['content'], { type: 'unreadable' }>['what'];

/** By the name of the message's type, as puppets number them alike but import them from different copies. */
const UNREADABLE: Readonly<Record<string, What>> = {
  Audio: 'voice',
  Video: 'video',
  Attachment: 'file',
  ChatHistory: 'file',
  Contact: 'link',
  Emoticon: 'sticker',
  Location: 'location',
  MiniProgram: 'link',
  Url: 'link',
  Post: 'link',
};

async function photoOf(message: Message): Promise<Inbound['content']> {
  for (let tries = 0; tries < PHOTO_TRIES; tries++) {
    const fetched = message
      .toFileBox()
      .then((box) => box.toBuffer())
      .catch(() => null);
    const outcome = await inTime(fetched, PHOTO_TIMEOUT_MS);
    if (outcome.is === 'late' || outcome.value === null) continue;
    const fits = outcome.value.length > 0 && outcome.value.length <= MAX_PHOTO_BYTES;
    if (fits) return { type: 'image', data: new Uint8Array(outcome.value) };
    break;
  }
  // The person is told that it can't be read, rather than waiting for an answer that never comes.
  return { type: 'unreadable', what: 'file' };
}

/** The names by which a room may mention the bot: its own, and its alias in that room where the puppet tells it. */
async function ownNames(bot: Wechaty, message: Message): Promise<string[]> {
  const alias = await message
    .room()
    ?.alias(bot.currentUser)
    .catch(() => undefined);
  return [bot.currentUser.name(), ...(alias ? [alias] : [])];
}

/** Some puppets don't know mentions; the names in the text have been looked for before. */
async function mentionsSelf(message: Message): Promise<boolean> {
  return message.mentionSelf().catch(() => false);
}

/** A message as it goes in, or null for what says nothing (system notes, red envelopes, the bot's own words). */
export async function inboundOf(bot: Wechaty, message: Message, channel: string): Promise<Inbound | null> {
  const talker = message.talker();
  if (message.self() || talker.type() === bot.Contact.Type.Official) return null;
  const type = bot.Message.Type[message.type()] ?? 'Unknown';
  const room = message.room();
  const names = room ? await ownNames(bot, message) : [];
  const said = withoutQuote(message.text());
  const named = withoutNames(said.text, names);
  const mentioned = named.mentioned || (room !== undefined && (await mentionsSelf(message)));
  // Mentioned by a name it doesn't know (emoji in it are spelt out, say): the word at the front is that name.
  const text = mentioned && !named.mentioned ? withoutFrontMentions(said.text) : named.rest;

  let content: Inbound['content'];
  if (type === 'Text') content = { type: 'text', text, ...(said.quote ? { quote: said.quote } : {}) };
  else if (type === 'Recalled') {
    // A platform that no longer knows which one it was: nothing can be told of it.
    const recalled = await message.toRecalled().catch(() => null);
    if (recalled == null) return null;
    content = { type: 'recalled', of: recalled.id };
  } else if (type === 'Image') content = await photoOf(message);
  else if (UNREADABLE[type]) content = { type: 'unreadable', what: UNREADABLE[type] };
  else return null;

  const inRoom = async (): Promise<Inbound['chat']> => ({
    kind: 'room',
    externalId: room?.id ?? '',
    // A room without a name is one all the same.
    name: (await room?.topic().catch(() => undefined)) ?? '',
    mentioned,
  });
  return {
    channel,
    messageId: message.id,
    at: message.date().getTime(),
    from: { externalId: talker.id, name: talker.name() },
    // What he said stays his own matter: he is told of it in private.
    chat: room && content.type !== 'recalled' ? await inRoom() : { kind: 'private' },
    content,
  };
}
