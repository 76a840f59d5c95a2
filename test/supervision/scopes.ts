import { type Scope, scopeOf, wholeCounty } from '../../conversations/access/scope.ts';
import type { Database } from '../../db/base/connect.ts';
import { read } from '../../db/base/transaction.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { county, type Person, type SeededCounty } from '../support/county.ts';

/** What each person of the small county may see. */
export async function scopesOf(
  database: Database,
  people: SeededCounty['staff'],
): Promise<Record<Person, Scope>> {
  const found = await Promise.all(
    Object.entries(people).map(async ([name, id]) => {
      const speaker = await read(database, wholeCounty(county), (db) => findSpeaker(db, { id }));
      if (speaker === null) throw new Error(`${name} is not on the roster.`);
      return [name, scopeOf(county, speaker)] as const;
    }),
  );
  return Object.fromEntries(found) as Record<Person, Scope>;
}
