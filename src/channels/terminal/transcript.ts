import { writeFile } from 'node:fs/promises';

/** One line said and what was answered. */
export interface Exchange {
  say: string;
  reply: readonly string[];
}

/** A chat as it is kept under test/transcripts: it reads as a cadre would tell it. */
export interface TranscriptHead {
  title: string;
  now: Date;
  as: string;
}

/** Lines in Asia/Shanghai, so that a morning visit reads as one. */
function shanghaiTime(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

/**
 * Writes a chat as a transcript: `# title`, `now:` and `as:`, then `> said` and `< answered` lines. What the
 * ledger must hold afterwards is added by hand as `ledger …` and `problems …` lines.
 */
export function transcriptText({ title, now, as }: TranscriptHead, exchanges: readonly Exchange[]): string {
  const head = [`# ${title}`, `now: ${shanghaiTime(now)}`, `as: ${as}`];
  const chat = exchanges.flatMap(({ say, reply }) => ['', `> ${say}`, ...reply.map((line) => `< ${line}`)]);
  return `${[...head, ...chat].join('\n')}\n`;
}

export class TranscriptRecorder {
  readonly #file: string;
  readonly #head: TranscriptHead;
  readonly #exchanges: Exchange[] = [];

  constructor(file: string, head: TranscriptHead) {
    this.#file = file;
    this.#head = head;
  }

  add(say: string, reply: readonly string[]): void {
    this.#exchanges.push({ say, reply });
  }

  write(): Promise<void> {
    return writeFile(this.#file, transcriptText(this.#head, this.#exchanges));
  }
}
