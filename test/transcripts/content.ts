import sharp from 'sharp';
import type { Inbound } from '../../src/channels/channel.ts';

const marks: Readonly<Record<string, Extract<Inbound['content'], { type: 'unreadable' }>['what']>> = {
  '[语音]': 'voice',
  '[表情]': 'sticker',
  '[位置]': 'location',
};

/** A line of a transcript as a platform delivers it; \\u0000 and the like stand for the characters themselves. */
export async function contentOf(line: string): Promise<Inbound['content']> {
  const what = marks[line];
  if (what !== undefined) return { type: 'unreadable', what };
  if (line === '[很长]') return { type: 'text', text: '家里情况都挺好的。'.repeat(1_200) };
  const photo = /^\[照片\]\s*(.*)$/u.exec(line)?.[1];
  if (photo !== undefined)
    return { type: 'image', data: await picture(), ...(photo === '' ? {} : { text: photo }) };
  const [, quote, answer] = /^\[引用：(.*?)\]\s*(.*)$/u.exec(line) ?? [];
  const text = (answer ?? line).replace(/\\u([0-9a-f]{4})/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return { type: 'text', text, ...(quote === undefined ? {} : { quote }) };
}

async function picture(): Promise<Uint8Array> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: '#776655' } })
    .jpeg()
    .toBuffer();
}
