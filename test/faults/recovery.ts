import { pause } from './bot.ts';
import { type Ground, isReady, postmasterOf } from './ground.ts';

/** What was there when, milliseconds after a fault had healed; null: not within a minute, or nothing had to come anew. */
export interface Recovery {
  fault: string;
  /** A new server of the database runs, where the old one was killed; and it is ready. */
  serverMs: number | null;
  readyMs: number | null;
  /** A new bot listens, where the old one was killed. */
  listensMs: number | null;
  /** The bot calls itself well. */
  wellMs: number | null;
  /** The next message got its 200: before that it was silent. */
  answeredMs: number | null;
}

type Step = 'serverMs' | 'readyMs' | 'listensMs' | 'wellMs' | 'answeredMs';

const patience = 60_000;

/** Watches the bot come back, after a fault that is over. */
export async function recovery(
  { service, people, dataDir }: Ground,
  fault: string,
  before: { server: number | null; bot: number },
): Promise<Recovery> {
  const healedAt = performance.now();
  const found: Recovery = {
    fault,
    serverMs: null,
    readyMs: null,
    listensMs: null,
    wellMs: null,
    answeredMs: null,
  };
  const note = (step: Step, isThere: boolean) => {
    if (isThere) found[step] ??= performance.now() - healedAt;
  };
  const over = () =>
    performance.now() - healedAt >= patience || (found.wellMs !== null && found.answeredMs !== null);
  // Asked apart: a bot that doesn't answer must not stop the watch of the rest.
  const asking = (async () => {
    for (; !over(); await pause(50)) {
      const health = await service.health();
      note('listensMs', service.pid !== before.bot && health !== null);
      note('wellMs', health === 200);
    }
  })();
  for (; !over(); await pause(50)) {
    const server = postmasterOf(dataDir);
    const isNew = server !== null && server !== before.server;
    note('serverMs', isNew);
    note('readyMs', isNew && isReady(dataDir));
    note(
      'answeredMs',
      people.said.some(({ acknowledgedAt }) => acknowledgedAt !== null && acknowledgedAt > healedAt),
    );
  }
  await asking;
  return found;
}

/** How long each step took, over all faults and for each kind of fault. */
export function broken(recoveries: readonly Recovery[]): string[] {
  const kinds = [...new Set(recoveries.map(({ fault }) => fault))].sort();
  return [
    `after all ${recoveries.length}: ${told(recoveries)}`,
    ...kinds.map((kind) => {
      const own = recoveries.filter(({ fault }) => fault === kind);
      return `  ${kind} (${own.length}): ${told(own)}`;
    }),
  ];
}

const words: Readonly<Record<Step, string>> = {
  serverMs: 'new server',
  readyMs: 'ready',
  listensMs: 'new bot listens',
  wellMs: 'well',
  answeredMs: 'next 200',
};

function told(recoveries: readonly Recovery[]): string {
  return (Object.keys(words) as Step[])
    .map((step) => ({ step, ms: recoveries.map((one) => one[step]).filter((ms) => ms !== null) }))
    .filter(({ ms }) => ms.length > 0)
    .map(({ step, ms }) => `${words[step]} ${spread(ms)}`)
    .join(' · ');
}

/** Half within, nine of ten within, the longest; seconds. */
function spread(ms: readonly number[]): string {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (share: number) =>
    ((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) / 1000).toFixed(1);
  return `${at(0.5)}/${at(0.9)}/${at(1)} s`;
}
