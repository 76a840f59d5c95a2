import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { FileFault } from './file-fault.ts';

/** Unpacked parts of a workbook: a county's register of a million rows has about 1.5 GB. */
const MAX_BYTES = 3_000_000_000;
/** Words of people repeat and shrink to a fifth or a tenth; what shrinks further than this was made to. */
const MAX_RATIO = 60;
/** Small parts may shrink as they like. */
const ALWAYS_FINE = 20_000_000;

/** Records of a zip by the number they begin with, and how long each is without what it names the length of. */
const PART = { signature: 0x04034b50, bytes: 30 };
const LISTED = { signature: 0x02014b50, bytes: 46 };
const END = { signature: 0x06054b50, bytes: 22 };
const SIZES_BEHIND = 0x08;
const STORED = 0;
const DEFLATED = 8;
/** What may stand behind a part whose sizes were not known before: with a signature or without, of 4 or 8 bytes each. */
const BEHIND = [0, 16, 12, 24, 20];

const tooLarge = '这个文件解开后大得不正常，可能是损坏或恶意的，没有导入。请用表格软件打开后另存一份再导入。';

/**
 * Refuses a workbook that unpacks into what no spreadsheet holds, before anything of it is read. Its parts are unpacked
 * one after the other, as the reader goes through them, and thrown away: what the file says of their sizes isn't believed.
 * A file that is no zip is left to the reader, who can't open it.
 */
export async function refuseBomb(file: string): Promise<void> {
  const handle = await open(file);
  try {
    let total = 0;
    for (let at: number | null = 0; at !== null; ) {
      const record = await next({ file, handle }, at, MAX_BYTES - total);
      total += record.unpacked;
      at = record.end;
    }
  } finally {
    await handle.close();
  }
}

/** One record: how large it is unpacked, and where the next one begins; null where there is none that can be read. */
async function next(
  { file, handle }: { file: string; handle: FileHandle },
  at: number,
  allowed: number,
): Promise<{ unpacked: number; end: number | null }> {
  const head = Buffer.alloc(LISTED.bytes);
  const { bytesRead } = await handle.read(head, 0, head.length, at);
  const signature = bytesRead < END.bytes ? 0 : head.readUInt32LE(0);
  if (signature === LISTED.signature) {
    const more = head.readUInt16LE(28) + head.readUInt16LE(30) + head.readUInt16LE(32);
    return { unpacked: 0, end: at + LISTED.bytes + more };
  }
  if (signature === END.signature) return { unpacked: 0, end: at + END.bytes + head.readUInt16LE(20) };
  if (signature !== PART.signature) return { unpacked: 0, end: null };
  const [flags, method, packed] = [head.readUInt16LE(6), head.readUInt16LE(8), head.readUInt32LE(18)];
  const begin = at + PART.bytes + head.readUInt16LE(26) + head.readUInt16LE(28);
  const isBehind = (flags & SIZES_BEHIND) !== 0;
  if (method === STORED) {
    // Where such a part ends can only be guessed, and no spreadsheet program writes one.
    if (isBehind && packed === 0) throw new FileFault(tooLarge);
    return { unpacked: packed, end: begin + packed };
  }
  if (method !== DEFLATED) return { unpacked: 0, end: null };
  const { unpacked, taken } = await inflated(file, begin, allowed);
  return { unpacked, end: isBehind ? await behind(handle, begin + taken) : begin + packed };
}

/** Unpacks a part to its end; refuses it as soon as it is larger than it may be. */
async function inflated(
  file: string,
  begin: number,
  allowed: number,
): Promise<{ unpacked: number; taken: number }> {
  const packed = createReadStream(file, { start: begin });
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  packed.on('error', (error) => inflate.destroy(error));
  let unpacked = 0;
  try {
    for await (const piece of packed.pipe(inflate)) {
      unpacked += (piece as Buffer).length;
      if (unpacked > allowed || (unpacked > ALWAYS_FINE && unpacked > inflate.bytesWritten * MAX_RATIO))
        throw new FileFault(tooLarge);
    }
    return { unpacked, taken: inflate.bytesWritten };
  } finally {
    packed.destroy();
  }
}

/** Where the next record begins behind a part whose sizes stand there. */
async function behind(handle: FileHandle, at: number): Promise<number | null> {
  const bytes = Buffer.alloc(32);
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, at);
  const found = BEHIND.find(
    (more) => more + 4 <= bytesRead && [PART.signature, LISTED.signature].includes(bytes.readUInt32LE(more)),
  );
  return found === undefined ? null : at + found;
}
