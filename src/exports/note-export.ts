import { wholeCounty } from '../../conversations/access/scope.ts';
import type { StaffId, UnitCode } from '../../conversations/contract/ids.ts';
import { write } from '../../db/base/transaction.ts';
import { logPlace } from '../../db/households/access-log.ts';
import { noteSecurity } from '../../db/people/security-log.ts';
import { operatorName } from '../setting/operator.ts';
import type { Workplace } from '../setting/workplace.ts';

/**
 * Notes that somebody at the page (`by`), else the operator at the machine, took data along: in the log of looks for whoever asks 谁看过, and in the
 * security log. `unit` null = the whole county.
 */
export async function noteExport(
  { database, county }: Pick<Workplace, 'database' | 'county'>,
  {
    what,
    unit,
    rows,
    at,
    by,
  }: { what: string; unit: UnitCode | null; rows: number; at: number; by?: StaffId },
): Promise<void> {
  const who = by === undefined ? { operator: operatorName() } : { by };
  await write(database, wholeCounty(county), async (tx) => {
    await logPlace(tx, by === undefined ? { operator: operatorName() } : { staff: by }, {
      unit,
      what: `导出${what}`,
      chat: by === undefined ? 'terminal' : 'web',
      at,
    });
    await noteSecurity(tx, [
      { kind: 'exported', ...who, detail: `${what} ${unit ?? ''} ${rows}`.replaceAll('  ', ' '), at },
    ]);
  });
}
