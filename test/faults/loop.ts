import { pause } from './bot.ts';
import type { Between, Fault } from './faults.ts';
import { type Ground, postmasterOf } from './ground.ts';
import { type Judgement, judge } from './judge.ts';
import { type Recovery, recovery } from './recovery.ts';

export interface Looped extends Judgement {
  kills: number;
  others: number;
  /** What came when after each fault had healed. */
  recoveries: Recovery[];
  /** Faults after which the bot was not well within a minute. */
  notBack: string[];
}

/** So many things killed, drawn by weight; or every fault so many times, in order. */
export type Until = { kills: number } | { rounds: number };

const quietMs = 4_000;

/** Lets faults befall the bot while people talk, then lets it come to rest and judges. */
export async function loop(
  ground: Ground,
  faults: readonly Fault[],
  until: Until,
  say: (line: string) => void,
  between: Between = {},
): Promise<Looped> {
  const { service, people, names } = ground;
  service.start();
  if ((await service.untilHealthy(120_000)) === null) throw new Error(`not up: ${service.said.join('\n')}`);
  const talks = names.map(async (name, i) => {
    await pause(i * 400);
    await people.talk(name);
  });
  const looped = {
    kills: 0,
    others: 0,
    recoveries: [] as Recovery[],
    notBack: [] as string[],
  };
  const isOver = (n: number) =>
    'kills' in until ? looped.kills >= until.kills : n > until.rounds * faults.length;
  for (let n = 1; !isOver(n); n += 1) {
    await pause(quietMs * (0.5 + Math.random()));
    const fault = 'kills' in until ? drawn(faults) : (faults[(n - 1) % faults.length] as Fault);
    const before = { server: postmasterOf(ground.dataDir), bot: service.pid };
    await fault.befall(ground, between);
    looped.kills += fault.kills ? 1 : 0;
    looped.others += fault.kills ? 0 : 1;
    const recovered = await recovery(ground, fault.name, before);
    looped.recoveries.push(recovered);
    if (recovered.wellMs === null || recovered.answeredMs === null) looped.notBack.push(fault.name);
    if (n % 20 === 0) say(`${looped.kills} kills, ${people.said.length} messages`);
  }
  people.stop();
  await Promise.all(talks);
  await rest(ground);
  return { ...looped, ...(await judge(ground)) };
}

/** What was left behind goes out after 45 seconds; then nothing is on its way any more. */
async function rest({ service, platform }: Ground): Promise<void> {
  await service.untilHealthy(60_000);
  await pause(60_000);
  for (let before = -1; before !== platform.arrived.length; await pause(15_000))
    before = platform.arrived.length;
}

function drawn(faults: readonly Fault[]): Fault {
  const whole = faults.reduce((sum, { weight }) => sum + weight, 0);
  let at = Math.random() * whole;
  for (const fault of faults) {
    at -= fault.weight;
    if (at < 0) return fault;
  }
  return faults[0] as Fault;
}
