import type { SendResult } from '../channel.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The token was withdrawn or ran out: get a new one and try again at once. */
export const STALE_TOKEN: ReadonlySet<number> = new Set([40014, 42001]);

/** Passing trouble, and after how long another try makes sense. */
const PASSING: ReadonlyMap<number, number> = new Map([
  [-1, 5 * SECOND], // system busy
  [6000, 2 * SECOND], // two writers at once
  [40007, SECOND], // media id ran out: the next try uploads again
  [45009, MINUTE], // calls per minute used up; the platform blocks for 60 s at least
  [45033, 2 * SECOND], // too many calls at the same time
  [846605, SECOND], // the bot's request id is no longer known: the next try goes out as a push
  [846608, SECOND], // the bot's stream has ended
]);

/** No fault of the message: the allowance of its robot, bot or app is used up, or the platform is busy. */
const QUOTA: ReadonlySet<number> = new Set([-1, 45009, 45033]);

/** Set up wrongly: somebody has to repair it in the console, so trying again soon is useless but not forbidden. */
const MISCONFIGURED: ReadonlySet<number> = new Set([40001, 40013, 40056, 48002, 60011, 60020, 301002]);

/** This message can never arrive: the receiver is unknown or out of sight, the robot is gone, the content is bad. */
const HOPELESS: ReadonlySet<number> = new Set([
  40003, 40008, 40031, 40032, 40033, 40035, 40058, 44004, 45002, 60111, 81013, 82001, 86001, 93000, 93004,
  93008,
]);

/** What was sent is too heavy: it can never arrive, but a few words can. */
const TOO_HEAVY: ReadonlySet<number> = new Set([40006, 40009, 45001]);

/** What an error code of the platform means for the message that met it. Unknown codes are tried again slowly. */
export function resultOf(errcode: number, errmsg: string): SendResult {
  const why = `${errcode} ${errmsg}`.slice(0, 200);
  if (errcode === 0) return { is: 'sent' };
  const afterMs = PASSING.get(errcode);
  if (afterMs !== undefined)
    return { is: 'retry', afterMs, why, ...(QUOTA.has(errcode) ? { fault: 'route' } : {}) };
  if (TOO_HEAVY.has(errcode)) return { is: 'refused', why, tooHeavy: true };
  if (HOPELESS.has(errcode)) return { is: 'refused', why };
  if (MISCONFIGURED.has(errcode)) return { is: 'retry', afterMs: 10 * MINUTE, why, fault: 'channel' };
  return { is: 'retry', afterMs: MINUTE, why };
}

/** No answer, a broken one, or none in time: nobody knows whether it went through. */
export function unreachable(why: string): SendResult {
  return { is: 'retry', afterMs: 5 * SECOND, why: why.slice(0, 200), fault: 'channel' };
}
