import { openApp } from '../compose.ts';
import { loadDemo } from '../services/load-demo.ts';
import type { Streams } from './streams.ts';

export interface DemoOptions {
  households: string;
  visited: string;
}

const most = 5_000_000;

/** `ruhu demo`: a made-up county on the real townships and villages. Refused over real households. */
export async function runDemo(options: DemoOptions, streams: Streams): Promise<number> {
  const households = Number(options.households);
  const visited = Number(options.visited);
  if (
    !Number.isInteger(households) ||
    households < 1 ||
    households > most ||
    !(visited >= 0 && visited <= 1)
  ) {
    streams.errors.write(`--households 要是 1 到 ${most} 的整数，--visited 要在 0 到 1 之间\n`);
    return 2;
  }
  const app = await openApp({ env: streams.env, say: (line) => streams.errors.write(`${line}\n`) });
  try {
    const report = await loadDemo({ database: app.database, real: app.config.county, households, visited });
    streams.output.write(
      `演示县装好了：${report.households} 户，已排查 ${report.visits} 户，问题 ${report.problems} 个，人员 ${report.staff} 人\n`,
    );
    return 0;
  } finally {
    await app.close();
  }
}
