import type { BadLink } from '../support/bad-link.ts';
import { pause } from './bot.ts';
import type { Fault } from './faults.ts';
import type { Ground } from './ground.ts';
import { type Judgement, judge } from './judge.ts';

export interface Looped extends Judgement {
  kills: number;
  others: number;
  /** From a fault until the bot is well again, and from then until the next message gets its 200; milliseconds. */
  backMs: number[];
  silentMs: number[];
  /** Faults after which the bot was not well within a minute. */
  notBack: string[];
}

const quietMs = 5_000;

/** Lets faults befall the bot while people talk, then lets it come to rest and judges. */
export async function loop(
  ground: Ground,
  faults: readonly Fault[],
  kills: number,
  say: (line: string) => void,
  link: BadLink | null = null,
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
    backMs: [] as number[],
    silentMs: [] as number[],
    notBack: [] as string[],
  };
  for (let n = 1; looped.kills < kills; n += 1) {
    await pause(quietMs * (0.5 + Math.random()));
    const fault = drawn(faults);
    await fault.befall(ground, link);
    looped.kills += fault.kills ? 1 : 0;
    looped.others += fault.kills ? 0 : 1;
    const healedAt = performance.now();
    const back = await service.untilHealthy(60_000);
    if (back === null) looped.notBack.push(fault.name);
    else looped.backMs.push(back);
    const wellAt = performance.now();
    // From here on somebody must get a 200 soon; people speak all the time.
    for (let waited = 0; waited < 60_000; waited += 100) {
      if (people.said.some(({ acknowledgedAt }) => acknowledgedAt !== null && acknowledgedAt > healedAt))
        break;
      await pause(100);
    }
    looped.silentMs.push(performance.now() - wellAt);
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
