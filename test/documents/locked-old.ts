import { randomBytes } from 'node:crypto';
import { CFB, utils, write } from '@e965/xlsx';
import { ZipFile } from 'yazl';

/**
 * A .xls as a password leaves it: behind its first record one that says RC4 with salt and verifier, and the contents of
 * all others unreadable.
 */
export function lockedXls(): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['户编号', '户主姓名']]), '名册');
  const container = CFB.read(write(book, { type: 'buffer', bookType: 'biff8' }), { type: 'buffer' });
  const stream = CFB.find(container, 'Workbook');
  if (stream === null) throw new Error('no workbook');
  const plain = Buffer.from(stream.content);
  const first = 4 + plain.readUInt16LE(2);
  const locked = Buffer.from(plain.subarray(first));
  for (let at = 0; at < locked.length; ) {
    const end = at + 4 + locked.readUInt16LE(at + 2);
    randomBytes(end - at - 4).copy(locked, at + 4);
    at = end;
  }
  const password = Buffer.concat([Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]), randomBytes(48)]);
  stream.content = Buffer.concat([plain.subarray(0, first), password, locked]);
  stream.size = stream.content.length;
  return CFB.write(container, { type: 'buffer' }) as Uint8Array;
}

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="4000">
<manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="x">
<manifest:algorithm manifest:algorithm-name="Blowfish CFB" manifest:initialisation-vector="x"/>
<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:iteration-count="1024" manifest:salt="x"/>
</manifest:encryption-data></manifest:file-entry></manifest:manifest>`;

/** An .ods as a password leaves it: its parts unreadable, and how they were locked in the list of them. */
export async function lockedOds(): Promise<Uint8Array> {
  const zip = new ZipFile();
  const kind = 'application/vnd.oasis.opendocument.spreadsheet';
  zip.addBuffer(Buffer.from(kind), 'mimetype', { compress: false });
  for (const part of ['content.xml', 'styles.xml', 'meta.xml'])
    zip.addBuffer(randomBytes(1_200), part, { compress: false });
  zip.addBuffer(Buffer.from(manifest), 'META-INF/manifest.xml');
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
