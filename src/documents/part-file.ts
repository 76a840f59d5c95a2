import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { FileFault } from './file-fault.ts';

/**
 * A file that gets its name only when it is whole: written beside it as `.part`, renamed at the end. It may hold
 * personal data, so nobody but its owner may read it.
 */
export class PartFile {
  readonly stream: WriteStream;
  readonly #path: string;
  readonly #part: string;
  #error: unknown;

  constructor(path: string) {
    this.#path = path;
    this.#part = `${path}.part`;
    this.stream = createWriteStream(this.#part, { mode: 0o600 });
    this.stream.on('error', (error) => {
      this.#error ??= error;
    });
  }

  get isOpen(): boolean {
    return this.#error === undefined && !this.stream.destroyed;
  }

  /** Throws when the disk didn't take what was written so far. */
  check(): void {
    if (this.#error !== undefined) throw unwritable(this.#error);
  }

  /** Waits until `full` takes more; also ends when the file was closed by a failure, which is then thrown. */
  async drained(full: Writable): Promise<void> {
    if (this.isOpen) {
      await new Promise<void>((done) => {
        const go = () => {
          full.off('drain', go);
          this.stream.off('close', go);
          done();
        };
        full.on('drain', go);
        this.stream.on('close', go);
      });
    }
    this.check();
  }

  /** `finish` gives the last bytes to the stream and ends it; then the file gets its name. */
  async keep(finish: () => unknown): Promise<void> {
    try {
      this.check();
      await finish();
      if (!this.stream.closed) await finished(this.stream);
      this.check();
      await rename(this.#part, this.#path);
    } catch (cause) {
      await this.drop();
      throw cause instanceof FileFault ? cause : unwritable(cause);
    }
  }

  async drop(): Promise<void> {
    this.stream.destroy();
    await rm(this.#part, { force: true });
  }
}

function unwritable(cause: unknown): FileFault {
  return new FileFault('文件写不进去，请核对文件夹是否存在、有没有写权限、磁盘是否满了。', { cause });
}
