import type { Receive } from '../channel.ts';
import { TerminalChannel, type TerminalOptions } from './terminal-channel.ts';
import { TranscriptRecorder } from './transcript.ts';

interface TerminalChat extends Omit<TerminalOptions, 'recorder' | 'onFailure'> {
  receive: Receive;
  /** Writes the chat as a transcript to this file; `as` names the speaker there. */
  record?: { file: string; as: string; title?: string };
}

/** What became of a whole terminal chat: `failures` are the lines that could not be answered. */
interface TerminalChatEnd {
  failures: readonly unknown[];
}

/** Chats on the given streams until the input ends; every line is answered before it returns. */
export async function runTerminalChat({
  receive,
  record,
  ...options
}: TerminalChat): Promise<TerminalChatEnd> {
  const failures: unknown[] = [];
  const recorder =
    record === undefined
      ? undefined
      : new TranscriptRecorder(record.file, {
          title: record.title ?? record.file,
          now: options.now ?? new Date(),
          as: record.as,
        });
  const channel = new TerminalChannel({
    ...options,
    onFailure: (cause) => failures.push(cause),
    ...(recorder === undefined ? {} : { recorder }),
  });
  await recorder?.begin();
  await channel.start(receive);
  await channel.finished;
  return { failures };
}
