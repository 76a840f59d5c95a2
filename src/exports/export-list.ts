import { z } from 'zod';
import { type Scope, wholeCounty } from '../../conversations/access/scope.ts';
import { checkedCells, checkedHeadings } from '../../conversations/lists/checked.ts';
import { type Cipher, openCipher } from '../../db/base/cipher.ts';
import { read, readFar } from '../../db/base/transaction.ts';
import { campaignHere } from '../../db/campaign/settings.ts';
import { type CheckedRow, type ListHead, listByNo, streamChecked } from '../../db/lists/export.ts';
import { listedCipherContext } from '../../db/lists/sealed.ts';
import { FileFault, fileFaultIn } from '../documents/file-fault.ts';
import type { TableFormat } from '../documents/sheet-writer.ts';
import type { Workplace } from '../setting/workplace.ts';
import { intoTable } from './export-table.ts';

type Place = Pick<Workplace, 'database' | 'county' | 'config' | 'key'>;

/** A list and how it is called; null where there is none of this number. */
export async function listHead(
  { database, county }: Place,
  no: number,
): Promise<(ListHead & { name: string }) | null> {
  return read(database, wholeCounty(county), async (db) => {
    const head = await listByNo(db, no);
    const kinds = (await campaignHere(db)).listKinds;
    return head === null ? null : { ...head, name: kinds.find(({ id }) => id === head.kind)?.name ?? '名单' };
  });
}

/**
 * Writes a list back as it came, column by column, with what was found behind: only the rows of the scope. Card
 * numbers are written out whole for the county and for the department whose list it is, which knows them; for a
 * township or a village they stay masked. Gives the number of rows.
 */
export async function exportList(
  place: Place,
  {
    list,
    scope,
    file,
    format,
  }: { list: ListHead & { name: string }; scope: Scope; file: string; format: TableFormat },
): Promise<number> {
  const whole = scope.all || scope.department?.code === list.unit;
  const cipher = await openCipher(Uint8Array.from(place.key.bytes), place.config.cipher);
  try {
    return await readFar(place.database, scope, (db) =>
      intoTable(file, format, async (sink) => {
        await sink.sheet({
          name: list.name.slice(0, 20),
          columns: [...list.columns, ...checkedHeadings].map((heading) => ({
            heading,
            width: Math.min(40, Math.max(10, heading.length * 2 + 2)),
          })),
        });
        let rows = 0;
        for await (const some of streamChecked(db, list.id))
          for (const row of some) {
            const cells = { ...row.cells, ...(whole ? await opened(cipher, place.county, row) : {}) };
            await sink.row([...list.columns.map((heading) => cells[heading] ?? ''), ...checkedCells(row)]);
            rows += 1;
          }
        return rows;
      }),
    );
  } catch (error) {
    throw fileFaultIn(error) ?? error;
  }
}

const secretCells = z.record(z.string(), z.string());

/** The card numbers of a row as they were written; another key than theirs is told, not passed over. */
async function opened(
  cipher: Cipher,
  county: string,
  { key, sealed }: CheckedRow,
): Promise<Record<string, string>> {
  if (sealed === null) return {};
  try {
    return secretCells.parse(JSON.parse(await cipher.decrypt(sealed, listedCipherContext(county, key))));
  } catch (cause) {
    throw new FileFault('名单里的证件号是用另一把密钥加密的，解不开。请换成原来的 RUHU_KEY 再导出。', {
      cause,
    });
  }
}
