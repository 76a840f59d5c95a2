import { fileURLToPath } from 'node:url';
import { fileTypeFromBuffer } from 'file-type';
import workerpool, { type Pool } from 'workerpool';
import { MAX_PHOTO_BYTES, type PreparedPhoto, type PreparePhoto } from '../channels/web/photo-port.ts';
import type { Decoded } from './decode.ts';
import { PhotoBudget } from './photo-budget.ts';

/** What phones and the page send, by its first bytes. (The decoder can't read an iPhone's HEIC, which phones turn into JPEG.) */
const KNOWN = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** So many photos wait for the one that is being decoded. */
const MAX_WAITING = 24;
const DECODE_MS = 12_000;
/** The decoding process ends after so long without a photo. */
const IDLE_MS = 60_000;

const script = fileURLToPath(new URL('./decode-process.ts', import.meta.url));

/**
 * Where photos are made fit to be kept. One is decoded at a time, in a process of its own: decoding fills the threads
 * that a process has for such work, and with them everybody's signatures would wait (they are checked on the same).
 */
export class PhotoDesk {
  readonly #budget = new PhotoBudget(() => performance.now());
  #pool: Pool | null = null;
  #idle: NodeJS.Timeout | undefined;

  /** @param who the person whose photo it is: his photos are limited by what they cost */
  readonly prepare: PreparePhoto = async (data, who) => {
    if (data.length > MAX_PHOTO_BYTES) return { is: 'refused', why: 'tooLarge' };
    const type = await fileTypeFromBuffer(data);
    if (type === undefined || !KNOWN.has(type.mime)) return { is: 'refused', why: 'notAPhoto' };
    if (!this.#budget.allows(who)) return { is: 'refused', why: 'busy' };
    this.#budget.charge(who, { bytes: data.length, pixels: 0 });
    const { photo, pixels } = await this.#decode(data);
    this.#budget.charge(who, { bytes: 0, pixels });
    return photo;
  };

  /** Ends the decoding process; the next photo starts another. */
  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const pool = this.#pool;
    this.#pool = null;
    await pool?.terminate(true);
  }

  async #decode(data: Uint8Array): Promise<Decoded> {
    clearTimeout(this.#idle);
    this.#pool ??= decoder();
    const pool = this.#pool;
    try {
      return await pool.exec('decodePhoto', [data]).timeout(DECODE_MS);
    } catch (error) {
      return { photo: failed(error), pixels: 0 };
    } finally {
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => void this.close(), IDLE_MS);
      this.#idle.unref();
    }
  }
}

function decoder(): Pool {
  return workerpool.pool(script, {
    workerType: 'process',
    maxWorkers: 1,
    maxQueueSize: MAX_WAITING,
    // Nothing of the bot's environment: what reads strangers' files knows no key.
    forkOpts: {
      serialization: 'advanced',
      execArgv: [],
      env: { UV_THREADPOOL_SIZE: '2' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  });
}

/** A picture that takes too long is none; where only the queue is full, or the process was ended, it may come again. */
function failed(error: unknown): PreparedPhoto {
  const tookTooLong = error instanceof Error && error.name === 'TimeoutError';
  return { is: 'refused', why: tookTooLong ? 'notAPhoto' : 'busy' };
}

const desk = new PhotoDesk();

/** The process's own desk. */
export const preparePhoto: PreparePhoto = desk.prepare;

/** Ends the decoding process, so that nothing keeps this one alive. */
export function closePhotos(): Promise<void> {
  return desk.close();
}
