import { once } from 'node:events';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import { countyState } from '../../db/places/counties.ts';
import { inTime } from '../channels/deadline.ts';
import { type App, openApp } from '../composition/compose.ts';
import { runServer } from '../composition/run-server.ts';
import { keyFits, wrongKey } from '../county/examine-data.ts';
import { writeCompiled } from '../setting/compiled.ts';
import { failureLine } from './failure.ts';
import type { Streams } from './streams.ts';
import { timeOf } from './time.ts';

interface StartOptions {
  demo?: boolean;
  /** The moment that is the eighth day of a demo made now. */
  now?: string;
}

const demoSize = { households: 2000, visited: 0.35 };

/** `ruhu start`: serves until it is told to stop. `--demo` loads a made-up county when there is nothing yet. */
export async function runStart(options: StartOptions, streams: Streams): Promise<number> {
  const say = (line: string) => streams.errors.write(`${line}\n`);
  const app = await opened(options, streams, say);
  try {
    if (app.mode === 'real' && app.key.from !== 'environment') {
      say(
        '有真实数据必须设 RUHU_KEY（32 字节的 base64，可用 openssl rand -base64 32 生成），写进 .env 后再启动。',
      );
      return 1;
    }
    if ((await keyFits(app)) === false) {
      say(`${wrongKey}。这样启动，新记的和旧的就要两把密钥。`);
      return 1;
    }
    if (app.key.from === 'made') say('提示：没设 RUHU_KEY，用 DATA_DIR 里自动生成的密钥，只适合演示和演练。');
    const running = await runServer(app, say);
    streams.output.write(`入户已启动：${running.http.url}${app.mode === 'real' ? '' : '（演示数据）'}\n`);
    writeCompiled();
    await stopSignal();
    say('正在停下……');
    await stopInTime(() => running.stop().then(() => app.close()), say);
    return 0;
  } finally {
    await app.close();
  }
}

async function opened(options: StartOptions, streams: Streams, say: (line: string) => void): Promise<App> {
  const asOf = timeOf(options.now) ?? new Date();
  const app = await openApp({ env: streams.env, say });
  if (options.demo !== true || app.mode !== 'real') return app;
  try {
    if ((await countyState(app.database, app.county)).hasHouseholds) return app;
    const { loadDemo } = await import('../county/load-demo.ts');
    say(`第一次启动：数据库起好了，正在造演示县（${demoSize.households} 户，约 10 秒）……`);
    await loadDemo({ ...app, realCounty: app.config.county, county: demoCounty, ...demoSize, asOf });
    return await app.over(demoCounty);
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** A service manager kills after ten seconds or more: by then it has ended, whatever hangs. A second signal ends it at once. */
const stopWithinMs = 8_000;

async function stopInTime(stop: () => Promise<void>, say: (line: string) => void): Promise<void> {
  const stopped = inTime(stop(), stopWithinMs)
    .then(({ is }) => is === 'done')
    .catch((error: unknown) => {
      say(failureLine(error));
      return false;
    });
  if (await Promise.race([stopped, stopSignal().then(() => false)])) return;
  say('有的活没等到收尾就退出了：记下的都在，没发出的回复下次启动补发。');
  process.exit(0);
}

function stopSignal(): Promise<unknown> {
  return Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}
