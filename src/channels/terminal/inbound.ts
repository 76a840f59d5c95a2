import { readFile } from 'node:fs/promises';
import type { Inbound } from '../channel.ts';

/** A line `[图片] path/to/file.jpg` sends that photo. */
const PHOTO_LINE = /^\[图片\]\s*(?<path>\S.*)$/u;

type ReadLine = { is: 'content'; content: Inbound['content'] } | { is: 'noSuchFile'; path: string };

/** What one typed line sends: its text, or the photo it names. */
export async function readLine(line: string): Promise<ReadLine> {
  const path = PHOTO_LINE.exec(line.trim())?.groups?.['path'];
  if (path === undefined) return { is: 'content', content: { type: 'text', text: line } };
  try {
    return { is: 'content', content: { type: 'image', data: await readFile(path) } };
  } catch (cause) {
    if (isMissing(cause)) return { is: 'noSuchFile', path };
    throw cause;
  }
}

function isMissing(cause: unknown): boolean {
  return (
    cause instanceof Error && 'code' in cause && ['ENOENT', 'EISDIR', 'EACCES'].includes(String(cause.code))
  );
}
