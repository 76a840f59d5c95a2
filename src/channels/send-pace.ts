import type { PaceLimits } from '../../db/outbox/outbox.ts';
import type { Capabilities } from './channel.ts';

/** A claimed message is begun within this time or given back. The paces count on it. */
export const CLAIM_FRESH_MS = 5_000;

/** A fifth of what is allowed within a window may go at once, the rest evenly. */
const BURST_SHARE = 0.2;

/** More than this in any window is as good as no limit. */
const UNLIMITED = 1_000_000;

const FIRST_BACKOFF_MS = 5_000;
const LONGEST_BACKOFF_MS = 30 * 60_000;

/**
 * The pace that keeps `count` sends within any `perMs`, however they fall: a burst, then one at a time. As a send
 * may follow its claim by up to CLAIM_FRESH_MS, the even part is counted over that much more.
 */
export function channelPace({ total }: Capabilities['rate']): PaceLimits {
  const count = Math.min(total.count, UNLIMITED);
  const burst = Math.max(1, Math.floor(count * BURST_SHARE));
  return { burst, everyMs: (total.perMs + CLAIM_FRESH_MS) / Math.max(1, count - burst) };
}

/** Between the end of one message to a receiver and the beginning of the next. */
export function receiverPauseMs({ perReceiver }: Capabilities['rate']): number {
  return Math.ceil(perReceiver.perMs / perReceiver.count);
}

/** The pause after the n-th attempt (from 1): doubling, with a fifth more or less by chance (0 to 1). */
export function backoffMs(attempts: number, chance: number): number {
  const doubled = FIRST_BACKOFF_MS * 2 ** Math.min(attempts - 1, 20);
  return Math.round(Math.min(doubled, LONGEST_BACKOFF_MS) * (0.8 + 0.4 * chance));
}
