import { z } from 'zod';
import type { Inbound } from '../channel.ts';
import { BOT_NAME, withoutFrontMentions, withoutOwnMentions } from '../mentions.ts';
import { memberId, photo } from './app-message.ts';

const text = z.object({ content: z.string() });
const media = z.object({ url: z.url(), aeskey: z.string().optional() });
const mixed = z.object({
  msg_item: z.array(z.looseObject({ msgtype: z.string(), text: text.optional(), image: media.optional() })),
});
const quote = z.looseObject({ text: text.optional(), voice: text.optional(), mixed: mixed.optional() });

/** A callback of the bot after decryption, or the body of a frame of its long connection. */
export const botMessage = z.looseObject({
  msgid: z.string().min(1).max(180),
  chatid: z.string().optional(),
  chattype: z.enum(['single', 'group']).optional(),
  from: z.looseObject({ userid: z.string().min(1).max(100) }),
  create_time: z.number().optional(),
  response_url: z.url().optional(),
  msgtype: z.string(),
  text: text.optional(),
  image: media.optional(),
  mixed: mixed.optional(),
  voice: text.optional(),
  quote: quote.optional(),
  event: z
    .looseObject({
      eventtype: z.string(),
      template_card_event: z.looseObject({ event_key: z.string().optional() }).optional(),
      event_key: z.string().optional(),
    })
    .optional(),
});
export type BotMessage = z.infer<typeof botMessage>;

/** An encrypted picture; `aesKey` is null where the callback's own key opens it. */
export interface BotPicture {
  url: string;
  aesKey: string | null;
}

export type FetchPicture = (picture: BotPicture) => Promise<Uint8Array>;

/** Takes the bot's own mention out of the text (off the front, where its name isn't known). */
export function withoutMention(said: string, botName: string | null): string {
  return withoutOwnMentions(said, [botName ?? BOT_NAME]) ?? withoutFrontMentions(said);
}

function quoted(message: BotMessage): { quote?: string } {
  const of = message.quote;
  const words = of?.text?.content ?? of?.voice?.content ?? wordsOf(of?.mixed);
  return words ? { quote: words } : {};
}

function wordsOf(parts: z.infer<typeof mixed> | undefined): string {
  return (parts?.msg_item ?? []).flatMap((item) => item.text?.content ?? []).join('\n');
}

function picturesOf(message: BotMessage): BotPicture[] {
  const images = message.image
    ? [message.image]
    : (message.mixed?.msg_item ?? []).flatMap((item) => item.image ?? []);
  return images.map((image) => ({ url: image.url, aesKey: image.aeskey ?? null }));
}

/** Texts, and voice messages, which arrive already transcribed. */
function spoken(message: BotMessage): string | undefined {
  return message.text?.content ?? message.voice?.content;
}

type Contents = { id: string; content: Inbound['content'] }[];

/** What a message says: one content, or several where somebody sent more than one picture at once. */
async function contentsOf(
  message: BotMessage,
  words: (said: string) => string,
  fetchPicture: FetchPicture,
): Promise<Contents> {
  const { msgid: id } = message;
  if (message.msgtype === 'event') {
    const button = message.event?.template_card_event?.event_key ?? message.event?.event_key;
    const pressed = message.event?.eventtype === 'template_card_event' && button;
    return pressed ? [{ id, content: { type: 'pressed', button: button.slice(0, 200) } }] : [];
  }
  const pictures = picturesOf(message);
  if (pictures.length > 0) {
    const caption = words(wordsOf(message.mixed));
    const fetched = await Promise.all(pictures.map((picture) => photo(() => fetchPicture(picture))));
    return fetched.map((content, n) => ({
      id: n === 0 ? id : `${id}#${n}`,
      content:
        n === 0 && caption !== '' && content.type === 'image' ? { ...content, text: caption } : content,
    }));
  }
  const said = spoken(message) ?? wordsOf(message.mixed);
  if (said !== '') return [{ id, content: { type: 'text', text: words(said), ...quoted(message) } }];
  const what = message.msgtype === 'video' ? 'video' : 'file';
  return message.msgtype === 'stream' ? [] : [{ id, content: { type: 'unreadable', what } }];
}

/** Callbacks tell the time in seconds; some frames in milliseconds. */
function millisecondsOf(time: number): number {
  return time < 1e11 ? time * 1000 : time;
}

/** The group a message was said in, or null: it was said to the bot alone. */
export function roomOf(message: BotMessage): string | null {
  return message.chattype === 'group' ? (message.chatid ?? null) : null;
}

/** The inbound messages of one callback; in a group the bot only hears what mentions it. */
export async function botInbound(
  message: BotMessage,
  options: { channel: string; botName: string | null; now: number; fetchPicture: FetchPicture },
): Promise<Inbound[]> {
  const room = roomOf(message);
  const words = (said: string) => (room !== null ? withoutMention(said, options.botName) : said.trim());
  const contents = await contentsOf(message, words, options.fetchPicture);
  const chat: Inbound['chat'] =
    room !== null ? { kind: 'room', externalId: room, mentioned: true } : { kind: 'private' };
  return contents.map(({ id, content }) => ({
    channel: options.channel,
    messageId: `bot:${id}`,
    at: Math.min(
      message.create_time === undefined ? options.now : millisecondsOf(message.create_time),
      options.now,
    ),
    from: { externalId: memberId(message.from.userid) },
    chat,
    content,
  }));
}

/**
 * A plain text inside markdown, which is all the bot can send: the signs that markdown would take for its own
 * become their full-width twins (a masked name like 张* would otherwise start italics).
 */
export function asMarkdown(plain: string): string {
  return plain
    .replaceAll('*', '＊')
    .replaceAll('`', '｀')
    .replaceAll('_', '＿')
    .replace(/^#/gmu, '＃')
    .replace(/^>/gmu, '＞')
    .replace(/^- /gmu, '－ ');
}
