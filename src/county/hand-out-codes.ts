import { wholeCounty } from '../../conversations/access/scope.ts';
import { codeDays, codeFrom, normalCode } from '../../conversations/dialogues/binding/code.ts';
import { write } from '../../db/base/transaction.ts';
import { type Giver, issueCodes, type Unbound } from '../../db/people/codes.ts';
import type { Workplace } from '../setting/workplace.ts';

/** A code for one person, in clear: shown once and stored nowhere. */
export interface HandedCode extends Unbound {
  code: string;
}

export interface HandedCodes {
  codes: HandedCode[];
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Makes a fresh code for each of these people; their older unused ones are void. All or nothing. */
export async function handOutCodes(
  { database, county, outside }: Pick<Workplace, 'database' | 'county' | 'outside'>,
  giver: Giver,
  people: readonly Unbound[],
  now: number,
): Promise<HandedCodes> {
  const codes = people.map((person) => ({
    ...person,
    code: codeFrom(outside.hashOf(`code:${crypto.randomUUID()}:${person.id}`)),
  }));
  const rows = codes.map(({ id, code }) => ({ staffId: id, hash: outside.hashOf(normalCode(code)) }));
  const expiresAt = now + codeDays * 86_400_000;
  await write(database, wholeCounty(county), (tx) =>
    issueCodes(tx, giver, rows, { at: new Date(now), expiresAt: new Date(expiresAt) }),
  );
  return { codes, expiresAt };
}
