import { pino } from 'pino';

/** Logs carry ids and counts, never names, numbers or texts of chats. They go to stderr: stdout is the chat's. */
export type Log = ReturnType<typeof makeLog>;

/** Logs JSON lines to stderr; written at once, so that a process that dies leaves its last one. */
export function makeLog(level: string) {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
