import { type CipherGCM, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { PassThrough, type Readable, type Transform } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { PartFile } from '../documents/part-file.ts';

/**
 * The file: the mark, a nonce, then everything else compressed and sealed (AES-256-GCM), then the seal. Inside, frames:
 * one byte what it is, four bytes how long, and the bytes.
 */
const mark = Buffer.from('RUHU-BACKUP-1\n', 'latin1');
const nonceBytes = 12;
const sealBytes = 16;

const kinds = { json: 1, rows: 2 } as const;

/** A frame: something told, or rows. */
export type Frame = { is: 'json'; value: unknown } | { is: 'rows'; chunk: Uint8Array };

/** The file isn't a backup, was cut or changed, or the key is another one. */
export class BackupFault extends Error {}

/** Writes frames into a sealed file that gets its name when it is whole. */
export class FrameWriter {
  readonly #file: PartFile;
  readonly #cipher: CipherGCM;
  readonly #gzip = createGzip({ level: 6 });
  #failed: unknown;

  constructor(path: string, key: Uint8Array) {
    const nonce = randomBytes(nonceBytes);
    this.#file = new PartFile(path);
    this.#cipher = createCipheriv('aes-256-gcm', key, nonce);
    this.#file.stream.write(Buffer.concat([mark, nonce]));
    this.#gzip.pipe(this.#cipher).pipe(this.#file.stream, { end: false });
    for (const stream of [this.#gzip, this.#cipher])
      stream.on('error', (error) => {
        this.#failed ??= error;
      });
  }

  json(value: unknown): Promise<void> {
    return this.#frame(kinds.json, Buffer.from(JSON.stringify(value), 'utf8'));
  }

  rows(chunk: Uint8Array): Promise<void> {
    return this.#frame(kinds.rows, chunk);
  }

  /** The file gets its name. */
  async keep(): Promise<void> {
    await this.#file.keep(async () => {
      this.#gzip.end();
      await once(this.#cipher, 'end');
      this.#file.stream.end(this.#cipher.getAuthTag());
    });
  }

  drop(): Promise<void> {
    this.#gzip.destroy();
    return this.#file.drop();
  }

  async #frame(kind: number, bytes: Uint8Array): Promise<void> {
    if (this.#failed !== undefined) throw this.#failed;
    this.#file.check();
    const head = Buffer.alloc(5);
    head.writeUInt8(kind, 0);
    head.writeUInt32BE(bytes.length, 1);
    this.#gzip.write(head);
    if (!this.#gzip.write(bytes)) await this.#file.drained(this.#gzip);
  }
}

/** Reads the frames of a file; at its end it throws where the seal doesn't hold. */
export async function* readFrames(path: string, key: Uint8Array): AsyncGenerator<Frame> {
  const { size } = await stat(path);
  const opening = await opened(path, size);
  const decipher = createDecipheriv('aes-256-gcm', key, opening.nonce);
  decipher.setAuthTag(opening.seal);
  const file = createReadStream(path, { start: mark.length + nonceBytes, end: size - sealBytes - 1 });
  const gunzip = createGunzip();
  const frames = new PassThrough();
  const steps: readonly (readonly [Readable, Transform])[] = [
    [file, decipher],
    [decipher, gunzip],
    [gunzip, frames],
  ];
  for (const [from, to] of steps) {
    from.on('error', () => frames.destroy(new BackupFault(notOurs)));
    from.pipe(to);
  }
  try {
    yield* cut(frames);
  } finally {
    file.destroy();
  }
}

const notOurs = '备份打不开：不是 ruhu 的备份文件，文件不完整，或 RUHU_BACKUP_KEY 不是当时那把';

async function opened(path: string, size: number): Promise<{ nonce: Buffer; seal: Buffer }> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(mark.length + nonceBytes);
    await file.read(head, 0, head.length, 0);
    if (size < head.length + sealBytes || !head.subarray(0, mark.length).equals(mark))
      throw new BackupFault(notOurs);
    const seal = Buffer.alloc(sealBytes);
    await file.read(seal, 0, sealBytes, size - sealBytes);
    return { nonce: head.subarray(mark.length), seal };
  } finally {
    await file.close();
  }
}

async function* cut(bytes: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    while (held.length >= 5) {
      const length = held.readUInt32BE(1);
      if (held.length < 5 + length) break;
      const body = held.subarray(5, 5 + length);
      if (held.readUInt8(0) === kinds.rows) yield { is: 'rows', chunk: body };
      else yield { is: 'json', value: JSON.parse(body.toString('utf8')) };
      held = held.subarray(5 + length);
    }
  }
  if (held.length > 0) throw new BackupFault(notOurs);
}
