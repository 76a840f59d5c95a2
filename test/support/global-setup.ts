import { startTestServer } from './server.ts';

/** Holds one database server up for the whole run; the last one out stops it. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startTestServer();
  return () => server.stop();
}
