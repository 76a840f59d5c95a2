import { open } from 'node:fs/promises';
import { FileFault } from './file-fault.ts';

/** Unpacked parts of a workbook: a county's register of a million rows has about 1.5 GB. */
const MAX_BYTES = 3_000_000_000;
/** Words of people repeat and shrink to a fifth or a tenth; what shrinks further than this was made to. */
const MAX_RATIO = 60;
/** Small parts may shrink as they like. */
const ALWAYS_FINE = 20_000_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
/** The end of a zip may be followed by a comment of this length. */
const MAX_COMMENT = 65_535;

/**
 * Refuses a workbook that says of itself that it unpacks into what no spreadsheet holds, before anything of it is
 * unpacked. Reads the list of its parts only; a file without such a list is left to the reader, who can't open it.
 */
export async function refuseBomb(file: string): Promise<void> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, END_BYTES + MAX_COMMENT));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(signature(END));
    if (end < 0) return;
    const list = Buffer.alloc(Math.min(tail.readUInt32LE(end + 12), size));
    await handle.read(list, 0, list.length, tail.readUInt32LE(end + 16));
    refuse(list);
  } finally {
    await handle.close();
  }
}

function refuse(list: Buffer): void {
  let total = 0;
  for (let at = 0; at + 46 <= list.length && list.readUInt32LE(at) === ENTRY; ) {
    const packed = list.readUInt32LE(at + 20);
    const unpacked = list.readUInt32LE(at + 24);
    total += unpacked;
    if (total > MAX_BYTES || (unpacked > ALWAYS_FINE && unpacked > packed * MAX_RATIO))
      throw new FileFault(
        '这个文件解开后大得不正常，可能是损坏或恶意的，没有导入。请用表格软件打开后另存一份再导入。',
      );
    at += 46 + list.readUInt16LE(at + 28) + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
