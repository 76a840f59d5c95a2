import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Outbound } from '../channel.ts';
import { terminalWords } from './words.ts';

/**
 * The lines one message is printed as. A blank line ends the reply to an input line, so a message holds none.
 * Pictures and files are written to `saveTo` where it is given, else only named.
 */
export async function printedLines(
  message: Outbound,
  inRoom: boolean,
  saveTo: string | undefined,
): Promise<string[]> {
  const lines = await contentLines(message, saveTo);
  return inRoom && message.to.kind === 'private' ? [terminalWords.privately, ...lines] : lines;
}

async function contentLines({ content }: Outbound, saveTo: string | undefined): Promise<string[]> {
  if (content.type === 'text') return content.text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const where = saveTo === undefined ? undefined : join(saveTo, basename(content.name));
  if (saveTo !== undefined && where !== undefined) {
    await mkdir(saveTo, { recursive: true });
    await writeFile(where, content.data);
  }
  return [
    content.type === 'image'
      ? terminalWords.image(content.name, where)
      : terminalWords.file(content.name, where),
  ];
}
