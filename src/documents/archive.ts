import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import yazl from 'yazl';
import { PartFile } from './part-file.ts';

/** One file of an archive: bytes at hand, or a file to be read. Folders are slashes in the name. */
type ZipEntry = { name: string } & ({ data: Uint8Array } | { file: string });

/** Pictures are compressed already. */
const compressed = /\.(?:jpe?g|png|webp|zip|docx|xlsx)$/iu;

/** Adds one file; resolves when it is on its way to the disk. */
export type AddEntry = (entry: ZipEntry) => Promise<void>;

/**
 * Writes a .zip entry by entry: `fill` waits for each before it makes the next, so that memory doesn't grow with
 * the archive. A failure leaves nothing behind.
 * @returns number of entries
 */
export async function zipFiles(
  out: string,
  fill: (add: AddEntry) => Promise<void>,
  mtime = new Date(),
): Promise<number> {
  const file = new PartFile(out);
  const zip = new yazl.ZipFile();
  const failed = new Promise<never>((_, reject) => {
    file.stream.once('error', reject);
    zip.once('error', reject);
  });
  // Raced against below; before that it mustn't count as a forgotten error.
  failed.catch(() => undefined);
  zip.outputStream.pipe(file.stream);
  let count = 0;
  try {
    await fill(async (entry) => {
      await Promise.race([put(zip, entry, mtime), failed]);
      count += 1;
    });
  } catch (error) {
    await file.drop();
    throw error;
  }
  await file.keep(() => zip.end());
  return count;
}

/** Resolves when the entry's last byte was read. */
function put(zip: yazl.ZipFile, entry: ZipEntry, mtime: Date): Promise<void> {
  return new Promise((done, failed) => {
    const options = { mtime, compress: !compressed.test(entry.name), mode: 0o100600 };
    zip.addReadStreamLazy(entry.name, options, (give) => {
      const stream =
        'file' in entry ? createReadStream(entry.file) : Readable.from([Buffer.from(entry.data)]);
      stream.once('error', failed);
      stream.once('end', done);
      give(null, stream);
    });
  });
}

/** Names that some systems keep for devices, with or without an ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/**
 * A name that may stand in an archive on any system: no slash, no reserved sign or name, no dot or space at its end,
 * not too long. `.` and `..` would lead elsewhere.
 */
export function entryName(words: string): string {
  const safe = words
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .trim();
  const short = [...safe]
    .slice(0, 60)
    .join('')
    .replace(/[. ]+$/u, '');
  return short === '' || reserved.test(short) ? `_${short}` : short;
}
