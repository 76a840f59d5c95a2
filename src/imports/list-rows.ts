import { createHash } from 'node:crypto';
import type { ListUse } from '../../conversations/campaign/list-kind.ts';
import type { CountyCode } from '../../conversations/contract/ids.ts';
import { matchRow, type PossibleHousehold, type RowMatch } from '../../conversations/lists/match.ts';
import type { ListRow } from '../../conversations/lists/read-row.ts';
import type { Cipher } from '../../db/base/cipher.ts';
import type { Tx } from '../../db/base/transaction.ts';
import { candidatesFor } from '../../db/lists/candidates.ts';
import type { IncomingRow } from '../../db/lists/import.ts';
import { listedCipherContext } from '../../db/lists/sealed.ts';
import type { ImportLog } from './import-report.ts';

interface Matched {
  row: ListRow;
  match: RowMatch;
}

const portion = 2_000;

/** Finds whom each row means; where the number found another name it is noted. */
export async function matchAll(
  tx: Tx,
  rows: readonly ListRow[],
  cipher: Cipher,
  log: ImportLog,
): Promise<Matched[]> {
  const all: Matched[] = [];
  for (let at = 0; at < rows.length; at += portion) {
    const some = rows.slice(at, at + portion);
    const hashes = await Promise.all(
      some.map(async ({ idNumber }) =>
        idNumber === null ? null : Buffer.from(await cipher.hash(idNumber)).toString('base64'),
      ),
    );
    const wanted = some.map((row, i) => ({
      idHash: hashes[i] ?? null,
      code: row.code,
      names: [...new Set([row.person, row.headName].filter((name) => name !== ''))],
      village: row.village,
    }));
    const byClue = indexed(await candidatesFor(tx, wanted));
    some.forEach((row, i) => {
      const { idHash, code, names } = wanted[i] ?? { idHash: null, code: '', names: [] };
      const clues = [...(idHash === null ? [] : [`id ${idHash}`]), `code ${code}`, ...names];
      const candidates = new Set(clues.flatMap((clue) => byClue.get(clue) ?? []));
      const fits = (c: PossibleHousehold) =>
        row.village === null ||
        c.village === row.village ||
        c.code === code ||
        (idHash !== null && c.idHash === idHash);
      const match = matchRow(row, idHash, [...candidates].filter(fits));
      if (match.is === 'one' && match.note !== undefined)
        log.note({ row: row.row, sheet: row.sheet || undefined, text: match.note });
      all.push({ row, match });
    });
  }
  return all;
}

/** Households by all that a row may name them by. */
function indexed(households: readonly PossibleHousehold[]): Map<string, PossibleHousehold[]> {
  const index = new Map<string, PossibleHousehold[]>();
  for (const household of households) {
    const { idHash, code, headName, members } = household;
    const names = new Set([headName, ...members.map(({ name }) => name)]);
    for (const clue of [...(idHash === null ? [] : [`id ${idHash}`]), `code ${code}`, ...names])
      index.set(clue, [...(index.get(clue) ?? []), household]);
  }
  return index;
}

/** Rows as they are stored. Card numbers are sealed, or without a key of the county's own not kept. */
export async function incomingRows(
  matched: readonly Matched[],
  becomes: ListUse,
  { cipher, keepIds, county }: { cipher: Cipher; keepIds: boolean; county: CountyCode },
): Promise<IncomingRow[]> {
  const times = new Map<string, number>();
  return Promise.all(
    matched.map(async ({ row, match }): Promise<IncomingRow> => {
      const household = match.is === 'one' ? match.household : null;
      const sum = sumOf(JSON.stringify(Object.entries(row.cells).sort(([a], [b]) => (a < b ? -1 : 1))));
      const time = (times.get(sum) ?? 0) + 1;
      times.set(sum, time);
      const key = time === 1 ? sum : `${sum}-${time}`;
      const secret = Object.keys(row.secret).length > 0 && keepIds ? JSON.stringify(row.secret) : null;
      const { person, words, category, cells, sheet } = row;
      return {
        ...{ key, person, words, category, cells, sheet, row: row.row },
        sealed: secret === null ? null : await cipher.encrypt(secret, listedCipherContext(county, key)),
        householdId: household?.id ?? null,
        headName: household?.headName ?? null,
        village: household?.village ?? row.village,
        township: household?.township ?? row.township,
        matchedBy: match.is === 'one' ? match.by : isOfPlace(row, becomes) ? 'place' : null,
        candidates: match.is === 'one' ? [] : match.candidates.map(({ id }) => id),
      };
    }),
  );
}

/** A problem of a village or a township that names nobody needs no household. */
function isOfPlace(row: ListRow, becomes: ListUse): boolean {
  return becomes === 'problem' && row.person === '' && row.code === '' && row.township !== null;
}

/** The same list under another name, or in another order, is the same. */
export function listSum(rows: readonly Pick<IncomingRow, 'key'>[]): string {
  return sumOf(
    rows
      .map(({ key }) => key)
      .sort()
      .join('\n'),
  );
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
