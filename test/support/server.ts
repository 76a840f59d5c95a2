import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, joinServer } from '../../db/embedded/server.ts';

/**
 * One real PostgreSQL for the whole test run, shared by all its processes: the first one in starts it, the last
 * one out stops it. Its files stay in the temporary folder, so the next run starts at once. Test data may be
 * lost in a power cut: fsync is off.
 */
export const testData = join(tmpdir(), `ruhu-test-${userInfo().uid}`);
const throwAway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};

export interface TestServer {
  server: EmbeddedServer;
  stop(): Promise<void>;
}

/** Holds the server up; a run's global set-up calls it so that the server isn't started anew per file. */
export async function startTestServer(): Promise<TestServer> {
  const server = await joinServer({ dataDir: testData, settings: throwAway });
  return { server, stop: () => server.leave() };
}
