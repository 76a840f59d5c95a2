import { inTime } from '../channels/deadline.ts';
import type { Pass } from '../pushes/deliver-outbox.ts';
import type { Log } from '../setting/log.ts';
import { pause } from './pause.ts';
import { Pulse } from './pulse.ts';

const busyMs = 200;
const idleMs = 2_000;
const troubledMs = 5_000;
/** As long as a claim (deliver-outbox.ts): every send and every statement in it has an end of its own long before. */
const passAtMostMs = 3 * 60_000;

/**
 * A pass; `adopts`: the one before went well. After a trouble with the database other processes need a moment to
 * note what they sent before it; until then that isn't taken for left behind.
 */
type DeliveryPass = (adopts: boolean) => Promise<Pass>;

/** Runs passes over the outbox until it is stopped; `stop` waits for the pass under way. */
export function startDelivery(pass: DeliveryPass, log: Log, pulse = new Pulse()): { stop(): Promise<void> } {
  const ending = new AbortController();
  const loop = run(pass, log, pulse, ending.signal);
  return {
    stop: () => {
      ending.abort();
      return loop;
    },
  };
}

async function run(pass: DeliveryPass, log: Log, pulse: Pulse, ending: AbortSignal): Promise<void> {
  let calm = false;
  while (!ending.aborted) {
    const done = await once(() => pass(calm), log, pulse);
    const busy = calm && done !== null && done.sent + done.adopted > 0;
    calm = done !== null;
    await pause(calm ? (busy ? busyMs : idleMs) : troubledMs, ending);
  }
}

/** One pass; null where it failed. */
async function once(pass: () => Promise<Pass>, log: Log, pulse: Pulse): Promise<Pass | null> {
  try {
    const ended = await inTime(pass(), passAtMostMs);
    // What it claimed is claimed again when its lease has run out; the loop itself must go on.
    if (ended.is === 'late') throw new Error('A pass over the outbox did not end and is left to itself.');
    const done = ended.value;
    pulse.beat('delivery');
    if (done.parked > 0) log.warn({ parked: done.parked }, 'messages were parked as undeliverable');
    return done;
  } catch (error) {
    pulse.missed(error);
    log.error({ err: error }, 'a pass over the outbox failed');
    return null;
  }
}
