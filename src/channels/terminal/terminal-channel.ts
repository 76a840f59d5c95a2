import { randomUUID } from 'node:crypto';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import {
  type Capabilities,
  type Channel,
  type Inbound,
  type Outbound,
  type Receive,
  type SendResult,
  unlimited,
} from '../channel.ts';
import { lineClock } from './clock.ts';
import { readLine } from './inbound.ts';
import { printedLines } from './outbound.ts';
import type { TranscriptRecorder } from './transcript.ts';
import { terminalWords } from './words.ts';

export interface TerminalOptions {
  input: Readable;
  output: Writable;
  /** Who types. */
  as: { externalId: string; name?: string };
  /** The group in which it is typed; every line there is spoken to the bot. Without it: private chat. */
  room?: { externalId: string; name?: string };
  /** Fixes the clock: the first line is said then. */
  now?: Date;
  /** Shows a prompt and lets lines be edited. */
  interactive: boolean;
  /** Where pictures and files among the replies are written. */
  saveTo?: string;
  recorder?: TranscriptRecorder;
  /** Told of every line that could not be answered. */
  onFailure?: (cause: unknown) => void;
}

/** A chat on standard input and output: one line in, its replies and a blank line out, strictly in order. */
export class TerminalChannel implements Channel {
  readonly name = 'terminal';
  readonly capabilities: Capabilities = {
    rooms: true,
    mention: true,
    image: true,
    file: true,
    maxTextBytes: Number.MAX_SAFE_INTEGER,
    maxImageBytes: Number.MAX_SAFE_INTEGER,
    rate: { total: unlimited, perReceiver: unlimited },
  };
  readonly #options: TerminalOptions;
  readonly #clock: () => number;
  /** Message ids must not repeat between runs over the same database. */
  readonly #run = randomUUID();
  #lines: Interface | undefined;
  #count = 0;
  #finished: Promise<void> = Promise.resolve();

  constructor(options: TerminalOptions) {
    this.#options = options;
    this.#clock = lineClock(options.now);
  }

  start(receive: Receive): Promise<void> {
    const { input, output, interactive } = this.#options;
    this.#lines = createInterface({
      input,
      ...(interactive ? { output, prompt: '› ' } : {}),
      terminal: interactive,
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    output.on('error', this.#onOutputError);
    this.#finished = this.#converse(this.#lines, receive);
    return Promise.resolve();
  }

  /** Resolves when the input has ended and everything said has been answered. */
  get finished(): Promise<void> {
    return this.#finished;
  }

  async send(message: Outbound): Promise<SendResult> {
    const lines = await printedLines(message, this.#options.room !== undefined, this.#options.saveTo);
    await this.#print(lines);
    return { is: 'sent' };
  }

  async stop(): Promise<void> {
    this.#lines?.close();
    await this.#finished;
    this.#options.output.off('error', this.#onOutputError);
  }

  async #converse(lines: Interface, receive: Receive): Promise<void> {
    let open = true;
    lines.once('close', () => {
      open = false;
    });
    const prompt = () => {
      // The input may have ended while the last line was being answered.
      if (this.#options.interactive && open) lines.prompt();
    };
    prompt();
    for await (const line of lines) {
      const said = this.#count === 0 ? line.replace(/^\uFEFF/u, '') : line;
      if (!this.#options.interactive || said.trim() !== '') await this.#answer(said, receive);
      prompt();
    }
  }

  async #answer(line: string, receive: Receive): Promise<void> {
    const reply = await this.#replyTo(line, receive);
    await this.#print(reply.lines);
    reply.sent();
    await this.#options.recorder?.add(line, reply.lines);
  }

  async #replyTo(line: string, receive: Receive): Promise<{ lines: string[]; sent: () => void }> {
    const nothing = () => {};
    const at = this.#clock();
    try {
      const read = await readLine(line);
      if (read.is === 'noSuchFile') return { lines: [terminalWords.noSuchFile(read.path)], sent: nothing };
      const received = await receive(this.#inbound(at, read.content));
      const inRoom = this.#options.room !== undefined;
      const lines: string[] = [];
      for (const reply of received.replies)
        lines.push(...(await printedLines(reply, inRoom, this.#options.saveTo)));
      return { lines, sent: () => received.sent() };
    } catch (cause) {
      this.#options.onFailure?.(cause);
      return { lines: [terminalWords.failed], sent: nothing };
    }
  }

  #inbound(at: number, content: Inbound['content']): Inbound {
    const { as, room } = this.#options;
    this.#count += 1;
    return {
      channel: this.name,
      messageId: `${this.#run}/${this.#count}`,
      at,
      from: as,
      chat: room === undefined ? { kind: 'private' } : { kind: 'room', ...room, mentioned: true },
      content,
    };
  }

  /** Waits until the lines are handed over: a slow reader of the pipe slows the chat and loses nothing. */
  #print(lines: readonly string[]): Promise<void> {
    const text = `${[...lines, ''].join('\n')}\n`;
    return new Promise((resolve, reject) => {
      this.#options.output.write(text, (error) => {
        if (error && !isReaderGone(error)) reject(error);
        else resolve();
      });
    });
  }

  /** Nobody reads any more (`| head -1`): nothing more is said. Other errors come out where the line is printed. */
  readonly #onOutputError = (error: Error): void => {
    if (isReaderGone(error)) this.#lines?.close();
  };
}

function isReaderGone(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE';
}
