import { wholeCounty } from '../../conversations/access/scope.ts';
import { markSent } from '../../db/inbox.ts';
import { write } from '../../db/transaction.ts';
import type { Workplace } from '../workplace.ts';

/** Replies that went out are marked lazily, many at once: nothing waits for it, and a lost mark costs one repeat. */
export interface SentMarks {
  sent(channel: string, messageId: string): void;
  /** Writes what is left; called before the process ends. */
  flush(): Promise<void>;
}

const batchMs = 200;

export function makeSentMarks({
  database,
  county,
  log,
}: Pick<Workplace, 'database' | 'county' | 'log'>): SentMarks {
  let waiting: { channel: string; messageId: string }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0)
      writing = writing
        .then(() => write(database, wholeCounty(county), (tx) => markSent(tx, batch, new Date())))
        .catch((error: unknown) =>
          log.warn({ err: error, count: batch.length }, 'sent replies could not be marked'),
        );
    return writing;
  };
  return {
    sent: (channel, messageId) => {
      waiting.push({ channel, messageId });
      timer ??= setTimeout(() => void flush(), batchMs).unref();
    },
    flush,
  };
}
