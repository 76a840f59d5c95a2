import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The 32 bytes behind encryption, hashes and sessions, and where they came from. */
export interface Key {
  bytes: Uint8Array;
  /** `made`: lies in DATA_DIR, good for demo and rehearsal only; real data needs RUHU_KEY. */
  from: 'environment' | 'made';
}

const fileName = 'ruhu.key';

/** The configured key, or the one kept in `dataDir`, made on first use and readable by its owner only. */
export function keyFor(configured: string | undefined, dataDir: string): Key {
  if (configured !== undefined) return { bytes: Buffer.from(configured, 'base64'), from: 'environment' };
  const path = join(dataDir, fileName);
  const found = readKey(path);
  if (found !== undefined) return { bytes: found, from: 'made' };
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    // Another process made it in between: its key is the one to use.
    if (!isCode(cause, 'EEXIST')) throw cause;
  }
  const made = readKey(path);
  if (made === undefined) throw new Error(`密钥文件 ${path} 读不出来`);
  return { bytes: made, from: 'made' };
}

function readKey(path: string): Uint8Array | undefined {
  try {
    const bytes = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
    return bytes.length === 32 ? bytes : undefined;
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return undefined;
    throw cause;
  }
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code;
}

/** A keyed one-way hash, hex; `purpose` keeps hashes of different things apart. */
export function hasher(key: Key, purpose: string): (text: string) => string {
  // The root key itself is used for nothing: every purpose has one derived from it.
  const derived = Buffer.from(hkdfSync('sha256', key.bytes, '', `ruhu hash ${purpose}`, 32));
  return (text) => createHmac('sha256', derived).update(`${purpose}:${text}`).digest('hex');
}
