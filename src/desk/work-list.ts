import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { wholeCounty } from '../../conversations/access/scope.ts';
import type { StaffId } from '../../conversations/contract/ids.ts';
import { type Cipher, openCipher } from '../../db/base/cipher.ts';
import { read, type Tx, write } from '../../db/base/transaction.ts';
import {
  addFilePart,
  beatsWithin,
  beginWork,
  dropOldWork,
  dropWork,
  filePart,
  noteWork,
  workOf,
  worksRunning,
} from '../../db/desk/works.ts';
import { fileFaultIn } from '../documents/file-fault.ts';
import type { Workplace } from '../setting/workplace.ts';

/** A piece of work somebody waits for. */
export interface Work<Result> {
  id: string;
  /** 导入人员, as it is shown. */
  title: string;
  /** Rows done so far. */
  rows: number;
  state:
    | { is: 'running' }
    /** `fileName`: of the file that came out of it, or that it is about. */
    | { is: 'done'; result: Result; fileName?: string }
    /** In words for who waits. */
    | { is: 'failed'; words: string };
}

/**
 * What a piece of work does: in a folder that goes with its end, telling how many rows are done. The file it gives back
 * is kept with the result.
 */
type Doing<Result> = (
  folder: string,
  tell: (rows: number) => void,
) => Promise<{ result: Result; file?: string }>;

const keepMs = 60 * 60_000;
/** Who doesn't wait that long sees the result at once, without a page in between. */
const shortMs = 1_500;
const mostAtOnce = 2;
const beatMs = 10_000;
const partBytes = 256 * 1024;

/** Too much is being done; it may be tried again soon. */
export class DeskIsBusy extends Error {}

type Place = Pick<Workplace, 'database' | 'county' | 'key' | 'config'>;
type Ended<Result> = { result: Result; fileName?: string } | { words: string };

/**
 * Work begun at the page and looked at by the one who began it, for an hour after it ended; only so many at once, so
 * that those who talk are not kept waiting. What it came to lies sealed in the database: any process shows it, takes
 * an uploaded file on or gives a made one out.
 */
export class WorkList<Result> {
  readonly #place: Place;
  readonly #now: () => number;
  #cipher: Promise<Cipher> | undefined;

  constructor(place: Place, now: () => number) {
    this.#place = place;
    this.#now = now;
  }

  /** Begins it, and waits a moment: most work is done by then. Gives its id. Throws `DeskIsBusy`. */
  async begin(staffId: StaffId, title: string, doing: Doing<Result>): Promise<string> {
    const id = randomUUID();
    const begun = await this.#write(async (tx) => {
      await dropOldWork(tx, this.#now());
      if ((await worksRunning(tx, this.#now())) >= mostAtOnce) return false;
      await beginWork(tx, { id, staffId, title, ...this.#alive() });
      return true;
    });
    if (!begun) throw new DeskIsBusy();
    // Where not even its end can be told, it beats no more, and whoever waits hears that.
    const ended = this.#run(id, doing).catch(() => undefined);
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, shortMs).unref())]);
    return id;
  }

  /** One's own work; undefined where it is gone, or somebody else's. */
  async of(id: string, staffId: StaffId): Promise<Work<Result> | undefined> {
    if (!/^[\da-f-]{36}$/u.test(id)) return undefined;
    const row = await read(this.#place.database, this.#scope, (db) => workOf(db, id, staffId, this.#now()));
    if (row === undefined) return undefined;
    const { title, rows } = row;
    if (row.state === 'running') {
      const isDead = row.beatAt.getTime() < this.#now() - beatsWithin;
      return { id, title, rows, state: isDead ? { is: 'failed', words: stopped } : { is: 'running' } };
    }
    const ended = row.result === null ? { words: stopped } : await this.#opened(row.result, id);
    // The key was changed since: nobody can read it any more.
    if (ended === null) return undefined;
    return {
      id,
      title,
      rows,
      state: 'words' in ended ? { is: 'failed', ...ended } : { is: 'done', ...ended },
    };
  }

  /** The file of a work, part by part as it is taken. */
  async *file(id: string): AsyncGenerator<Uint8Array> {
    const cipher = await this.#box();
    for (let no = 0; ; no += 1) {
      const part = await read(this.#place.database, this.#scope, (db) => filePart(db, id, no));
      if (part === undefined) return;
      yield await cipher.open(part, aboutPart(id, no));
    }
  }

  /** Puts the file of a work back on the disk, for its owner alone. */
  async fetch(id: string, path: string): Promise<void> {
    await pipeline(Readable.from(this.file(id)), createWriteStream(path, { mode: 0o600 }));
  }

  /** Takes it and its file away. */
  async forget(id: string): Promise<void> {
    await this.#write((tx) => dropWork(tx, id));
  }

  async #run(id: string, doing: Doing<Result>): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'ruhu-desk-'));
    let rows = 0;
    const beat = setInterval(() => {
      this.#write((tx) => noteWork(tx, id, { rows, ...this.#alive() })).catch(() => {
        // The database is away for a moment: the next beat, or the end itself, tells.
      });
    }, beatMs);
    beat.unref();
    try {
      const { result, file } = await doing(folder, (n) => {
        rows = n;
      });
      if (file !== undefined) await this.#keep(id, file);
      await this.#end(id, rows, { result, ...(file === undefined ? {} : { fileName: basename(file) }) });
    } catch (error) {
      await this.#end(id, rows, { words: fileFaultIn(error)?.message ?? fault });
    } finally {
      clearInterval(beat);
      await rm(folder, { recursive: true, force: true });
    }
    const forget = () => this.#write((tx) => dropOldWork(tx, this.#now()));
    // Should the database be away then, the next work that is begun, or the night, takes it away.
    setTimeout(() => void forget().catch(() => undefined), keepMs + 1_000).unref();
  }

  async #keep(id: string, file: string): Promise<void> {
    const cipher = await this.#box();
    let no = 0;
    for await (const part of createReadStream(file, { highWaterMark: partBytes })) {
      const at = no;
      const sealed = await cipher.seal(part, aboutPart(id, at));
      await this.#write((tx) => addFilePart(tx, id, at, sealed));
      no += 1;
    }
  }

  async #end(id: string, rows: number, ended: Ended<Result>): Promise<void> {
    const result = await (await this.#box()).encrypt(JSON.stringify(ended), aboutWork(id));
    const state = 'words' in ended ? 'failed' : 'done';
    await this.#write((tx) => noteWork(tx, id, { state, rows, result, ...this.#alive() }));
  }

  async #opened(sealed: Uint8Array, id: string): Promise<Ended<Result> | null> {
    const text = await (await this.#box()).decrypt(sealed, aboutWork(id)).catch(() => null);
    // Sealed by `#end` above, which nobody else can.
    return text === null ? null : (JSON.parse(text) as Ended<Result>);
  }

  #alive(): { beatAt: Date; goesAt: Date } {
    return { beatAt: new Date(this.#now()), goesAt: new Date(this.#now() + keepMs) };
  }

  #box(): Promise<Cipher> {
    this.#cipher ??= openCipher(Uint8Array.from(this.#place.key.bytes), this.#place.config.cipher);
    return this.#cipher;
  }

  get #scope() {
    return wholeCounty(this.#place.county);
  }

  #write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return write(this.#place.database, this.#scope, work);
  }
}

const aboutWork = (id: string) => `desk/${id}`;
const aboutPart = (id: string, no: number) => `desk/${id}/${no}`;

const fault = '没做成，系统出了错。请稍后再试，还不行请找管理员看日志。';
const stopped = '做到一半服务停了。看“最近导入”里有没有这一次，没有就重新来一次。';
