import type { RoomId, StaffId } from '../contract/ids.ts';
import type { DocumentRequest } from '../contract/turn.ts';

export type Receiver = { staff: StaffId } | { room: RoomId };

/** A message that nobody asked for. The key says what, for which day and to whom: it is sent once. */
export interface Push {
  key: string;
  to: Receiver;
  kind: 'reminder' | 'digest';
  text: string;
  /** A picture that shows the same as the text; whoever can't load it misses nothing. */
  document?: DocumentRequest;
  /** Deadlines come through mute and budget. */
  deadline?: true;
}

/** The receiver as one text: the outbox sends one message per receiver at a time. */
export function receiverKey(to: Receiver): string {
  return 'staff' in to ? `staff:${to.staff}` : `room:${to.room}`;
}

/**
 * What, when, to whom: a push with the same key is queued once for ever.
 * @param date ISO date
 */
export function pushKey(job: string, date: string, to: Receiver): string {
  return `${job}/${date}/${receiverKey(to)}`;
}

/** Lines that have something to say, joined. */
export function lines(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join('\n');
}

/** 3组8户（张三、李四等） — a list cut after `most`, with the rest counted. */
export function listed(items: readonly string[], most: number, rest: (left: number) => string): string {
  const shown = items.slice(0, most).join('、');
  return items.length <= most ? shown : `${shown}${rest(items.length - most)}`;
}
