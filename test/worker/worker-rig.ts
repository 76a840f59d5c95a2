import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestHarness } from 'wrangler';
import { type AppSaid, appCall, appXml, type Door, deliver, newAesKey } from '../channels/wecom/caller.ts';
import type { WecomPlatform } from '../channels/wecom/platform.ts';

const root = join(import.meta.dirname, '../..');
const HYPERDRIVE = 'CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE';

/** The bot in workerd, as it would be deployed, with a real PostgreSQL behind Hyperdrive. */
export interface WorkerRig {
  key: Uint8Array;
  appDoor: Door;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** One callback of the app, delivered until it is answered. */
  app(said: AppSaid): Promise<{ attempts: number; last: Response }>;
  /** The minute's cron trigger, at a moment in milliseconds since 1970 (now where none is given). */
  scheduled(at?: number): Promise<void>;
  close(): Promise<void>;
}

export async function workerRig(
  databaseUrl: string,
  platform: WecomPlatform,
  apiBase: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<WorkerRig> {
  // Wrangler keeps its logs and registries in the home folder.
  const home = await mkdtemp(join(tmpdir(), 'ruhu-wrangler-'));
  const environment = { [HYPERDRIVE]: databaseUrl, XDG_CONFIG_HOME: home, WRANGLER_SEND_METRICS: 'false' };
  const before = Object.fromEntries(Object.keys(environment).map((name) => [name, process.env[name]]));
  Object.assign(process.env, environment);
  const key = randomBytes(32);
  const appDoor: Door = { token: 'app-token', aesKey: newAesKey(), receiver: platform.corpId };
  const server = createTestHarness({
    root,
    workers: [
      {
        configPath: 'wrangler.toml',
        vars: { RUHU_COUNTY: '341322', LOG_LEVEL: 'warn', WECOM_API_BASE: apiBase },
        secrets: {
          RUHU_KEY: key.toString('base64'),
          WECOM_CORP_ID: platform.corpId,
          WECOM_AGENT_ID: String(platform.agentId),
          WECOM_SECRET: platform.secret,
          WECOM_TOKEN: appDoor.token,
          WECOM_AES_KEY: appDoor.aesKey,
          ...extra,
        },
      },
    ],
  });
  const { url } = await server.listen();
  const worker = server.getWorker();
  const reach = async (request: Request): Promise<Response> => {
    const body = request.method === 'POST' ? await request.text() : undefined;
    const { pathname, search } = new URL(request.url);
    return fetch(new URL(pathname + search, url), {
      method: request.method,
      ...(body === undefined ? {} : { body }),
    });
  };
  const { corpId, agentId } = platform;
  return {
    key,
    appDoor,
    fetch: (path, init) => fetch(new URL(path, url), init),
    app: (said) =>
      deliver(reach, () => appCall(appDoor, 'http://worker/wecom/app', appXml(corpId, agentId, said))),
    scheduled: async (at = Date.now()) => {
      await worker.scheduled({ cron: '* * * * *', scheduledTime: new Date(at) });
    },
    close: async () => {
      await server.close();
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      await rm(home, { recursive: true, force: true });
    },
  };
}
