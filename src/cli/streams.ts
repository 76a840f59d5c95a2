import type { Readable, Writable } from 'node:stream';

/** What a command needs of the process: tests pass their own. */
export interface Streams {
  input: Readable & { isTTY?: boolean };
  output: Writable;
  errors: Writable;
  env: Readonly<Record<string, string | undefined>>;
}
