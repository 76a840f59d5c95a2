import { type Connection, onConnection } from './connection.ts';
import { type Deadline, deadlines } from './deadlines.ts';
import { DatabaseFault } from './faults.ts';

/** What the server does for a connection. `gone`: it doesn't know it, or doesn't answer. */
type Life = 'works' | 'waits' | 'gone';

/**
 * Waits for work on a connection, for the loss of it, or for the end of its time. A loss that only the work noticed
 * counts: what failed so is never used again. `another` opens a connection of the same login to ask how it is.
 */
export async function watched<T>(
  deadline: Deadline,
  connection: Connection,
  work: Promise<T>,
  another: () => Connection,
): Promise<T> {
  const watching = watch(connection, deadline, () => lifeOf(connection, another()));
  try {
    return await onConnection(connection, work);
  } finally {
    watching.stop();
  }
}

function watch(
  connection: Connection,
  { whole, silent, idle = 0 }: Deadline,
  ask: () => Promise<Life>,
): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  if (whole !== undefined)
    timer = setTimeout(() => connection.lose(late(`no answer within ${whole / 1000} s`)), whole);
  else if (silent !== undefined) listen(silent, connection.heard, 0);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };

  function listen(everyMs: number, heard: number | undefined, silentMs: number): void {
    timer = setTimeout(async () => {
      if (connection.heard !== heard) return listen(everyMs, connection.heard, 0);
      const life = await ask();
      if (stopped) return;
      const waitedMs = life === 'waits' ? silentMs + everyMs : 0;
      if (life === 'gone' || (life === 'waits' && waitedMs >= idle)) connection.lose(late('no sign of life'));
      else listen(everyMs, heard, waitedMs);
    }, everyMs);
  }
}

/** Asks over another connection, which has little time itself and is ended. */
async function lifeOf({ name }: Connection, other: Connection): Promise<Life> {
  try {
    const [found] = await watched(
      deadlines.turn,
      other,
      other.sql<{ works: boolean }[]>`
        select state = 'active' and (wait_event_type, wait_event) is distinct from ('Client', 'ClientWrite') as works
        from pg_stat_activity where application_name = ${name}`.execute(),
      () => other,
    );
    if (found === undefined) return 'gone';
    return found.works ? 'works' : 'waits';
  } catch {
    // A server that doesn't answer shows no sign of life.
    return 'gone';
  } finally {
    void other.end();
  }
}

function late(what: string): DatabaseFault {
  return new DatabaseFault('unreachable', `The connection was given up: ${what}.`);
}
