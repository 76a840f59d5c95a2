import { type App, openApp } from '../composition/compose.ts';
import type { Streams } from './streams.ts';

/** Opens the app for one command and closes it whatever happens; the database speaks on the errors' stream. */
export async function withApp(streams: Streams, work: (app: App) => Promise<number>): Promise<number> {
  const app = await openApp({ env: streams.env, say: (line) => streams.errors.write(`${line}\n`) });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
