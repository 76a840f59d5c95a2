import { appendFile, writeFile } from 'node:fs/promises';

/** A chat as it is kept under test/transcripts: it reads as a cadre would tell it. */
interface TranscriptHead {
  title: string;
  now: Date;
  as: string;
}

/** Lines in Asia/Shanghai, so that a morning visit reads as one. */
function shanghaiTime(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

function headText({ title, now, as }: TranscriptHead): string {
  return `# ${title}\nnow: ${shanghaiTime(now)}\nas: ${as}\n`;
}

function exchangeText(say: string, reply: readonly string[]): string {
  return `${['', `> ${say}`, ...reply.map((line) => `< ${line}`)].join('\n')}\n`;
}

/**
 * Writes a chat as a transcript: `# title`, `now:` and `as:`, then `> said` and `< answered` lines. What the
 * ledger must hold afterwards is added by hand as `ledger …` and `problems …` lines. Written as the chat goes,
 * so that a chat broken off is kept as far as it came.
 */
export class TranscriptRecorder {
  readonly #file: string;
  readonly #head: TranscriptHead;

  constructor(file: string, head: TranscriptHead) {
    this.#file = file;
    this.#head = head;
  }

  /** Begins the file; a folder that isn't there is known before anything is said. */
  begin(): Promise<void> {
    return writeFile(this.#file, headText(this.#head));
  }

  add(say: string, reply: readonly string[]): Promise<void> {
    return appendFile(this.#file, exchangeText(say, reply));
  }
}
