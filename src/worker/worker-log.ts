import { pino } from 'pino';
import type { Log } from '../setting/log.ts';

/** A Worker has no stderr: its log is the console, one object a line. */
export function makeWorkerLog(level: string): Log {
  return pino({ level, base: null, browser: { asObject: true } });
}
