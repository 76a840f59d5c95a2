import { writeFile } from 'node:fs/promises';

/** A chat as data: what was said and what was answered. `ledger` and `problems` are filled in by hand. */
export interface Transcript {
  title: string;
  now: string;
  as: string;
  chat: { say: string; reply: string[] }[];
  ledger: Record<string, unknown>;
  problems: unknown[];
}

/** Collects a chat line by line and writes it as JSON. */
export class TranscriptRecorder {
  readonly #path: string;
  readonly #transcript: Transcript;

  constructor(path: string, about: { title: string; now: Date; as: string }) {
    this.#path = path;
    this.#transcript = {
      title: about.title,
      now: about.now.toISOString(),
      as: about.as,
      chat: [],
      ledger: {},
      problems: [],
    };
  }

  add(say: string, reply: readonly string[]): void {
    this.#transcript.chat.push({ say, reply: [...reply] });
  }

  async write(): Promise<void> {
    await writeFile(this.#path, `${JSON.stringify(this.#transcript, null, 2)}\n`);
  }
}
