import { openApp } from '../composition/compose.ts';
import { loadDemo } from '../county/load-demo.ts';
import { campaignFor } from './campaign.ts';
import type { Streams } from './streams.ts';
import { timeOf } from './time.ts';

interface DemoCommand {
  households: string;
  visited: string;
  /** Id of the campaign; the first when not given. */
  campaign?: string;
  /** The moment that is the campaign's eighth day; now when not given. */
  now?: string;
}

/** `ruhu demo`: fills the made-up county. */
export async function runDemo(options: DemoCommand, streams: Streams): Promise<number> {
  const households = Number(options.households);
  const visited = Number(options.visited);
  if (!Number.isInteger(households) || households < 1 || households > 500_000) {
    streams.errors.write('--households 应是 1 到 500000 的整数\n');
    return 2;
  }
  if (!(visited >= 0 && visited <= 1)) {
    streams.errors.write('--visited 应是 0 到 1 之间的数，如 0.4\n');
    return 2;
  }
  const asOf = timeOf(options.now) ?? new Date();
  const say = (line: string) => streams.errors.write(`${line}\n`);
  const app = await openApp({ env: streams.env, say });
  try {
    const loaded = await loadDemo({
      database: app.database,
      campaign: campaignFor(options.campaign),
      key: app.key,
      households,
      visited,
      realCounty: app.config.county,
      asOf,
      onProgress: (n) => say(`已造 ${n} 户……`),
    });
    streams.output.write(
      `演示县装好了：${loaded.households} 户，已排查 ${loaded.visits} 户，问题 ${loaded.problems} 个，线索 ${loaded.leads} 条，人员 ${loaded.staff} 人。\n`,
    );
    return 0;
  } finally {
    await app.close();
  }
}
