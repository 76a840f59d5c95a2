import type { Log } from '../log.ts';
import type { Pass } from '../services/deliver-outbox.ts';

const busyMs = 200;
const idleMs = 2_000;
const troubledMs = 10_000;

/** Runs passes over the outbox until it is stopped; `stop` waits for the pass under way. */
export function startDelivery(pass: () => Promise<Pass>, log: Log): { stop(): Promise<void> } {
  const ending = new AbortController();
  const loop = run(pass, log, ending.signal);
  return {
    stop: () => {
      ending.abort();
      return loop;
    },
  };
}

async function run(pass: () => Promise<Pass>, log: Log, ending: AbortSignal): Promise<void> {
  while (!ending.aborted) {
    await pause(await once(pass, log), ending);
  }
}

/** One pass; how long to rest after it. */
async function once(pass: () => Promise<Pass>, log: Log): Promise<number> {
  try {
    const { sent, adopted, parked } = await pass();
    if (parked > 0) log.warn({ parked }, 'messages were parked as undeliverable');
    return sent + adopted > 0 ? busyMs : idleMs;
  } catch (error) {
    log.error({ err: error }, 'a pass over the outbox failed');
    return troubledMs;
  }
}

function pause(ms: number, ending: AbortSignal): Promise<void> {
  if (ending.aborted) return Promise.resolve();
  return new Promise((done) => {
    const timer = setTimeout(finish, ms);
    function finish(): void {
      clearTimeout(timer);
      ending.removeEventListener('abort', finish);
      done();
    }
    ending.addEventListener('abort', finish);
  });
}
