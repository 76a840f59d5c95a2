import { wholeCounty } from '../../conversations/access/scope.ts';
import type { Session } from '../../conversations/contract/session.ts';
import { read } from '../../db/base/transaction.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import type { AskedBy } from '../pushes/outbox-message.ts';
import type { Workplace } from '../setting/workplace.ts';

/** Who asked for a document, and in which chat: all that its making needs of a session. */
export interface DocumentAsker {
  speaker: Session['speaker'];
  chat: { key: string };
}

/** The asker of a document that is made later than the turn, as he stands now; null when he is no longer there. */
export async function askerNow(
  { database, county }: Pick<Workplace, 'database' | 'county'>,
  { staff, chat }: AskedBy,
): Promise<DocumentAsker | null> {
  const speaker = await read(database, wholeCounty(county), (db) => findSpeaker(db, { id: staff }));
  return speaker === null ? null : { speaker, chat: { key: chat } };
}
