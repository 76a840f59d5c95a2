import { inTime } from '../channels/deadline.ts';
import type { Log } from '../setting/log.ts';
import { pause } from './pause.ts';

const busyMs = 500;
/** Nobody is known to wait: messages that another process put aside and died over are found so often. */
const idleMs = 10_000;
const passAtMostMs = 60_000;

/** Answers messages that were put aside until it is stopped; `pass` says how many it answered. */
export function startWaiting(
  pass: () => Promise<number>,
  anybodyWaits: () => boolean,
  log: Log,
): { stop(): Promise<void> } {
  const ending = new AbortController();
  let lookedAt = Number.NEGATIVE_INFINITY;
  const loop = (async () => {
    for (; !ending.signal.aborted; await pause(busyMs, ending.signal)) {
      if (!anybodyWaits() && performance.now() - lookedAt < idleMs) continue;
      lookedAt = performance.now();
      await inTime(pass(), passAtMostMs).catch((error: unknown) =>
        log.error({ err: error }, 'messages that were put aside could not be answered'),
      );
    }
  })();
  return {
    stop: () => {
      ending.abort();
      return loop;
    },
  };
}
