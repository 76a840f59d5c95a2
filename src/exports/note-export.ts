import { wholeCounty } from '../../conversations/access/scope.ts';
import type { UnitCode } from '../../conversations/contract/ids.ts';
import { write } from '../../db/base/transaction.ts';
import { logPlace } from '../../db/households/access-log.ts';
import { noteSecurity } from '../../db/people/security-log.ts';
import { operatorName } from '../setting/operator.ts';
import type { Workplace } from '../setting/workplace.ts';

/**
 * Notes that the operator at the machine took data along: in the log of looks for whoever asks 谁看过, and in the
 * security log. `unit` null = the whole county.
 */
export async function noteExport(
  { database, county }: Pick<Workplace, 'database' | 'county'>,
  { what, unit, rows, at }: { what: string; unit: UnitCode | null; rows: number; at: number },
): Promise<void> {
  const operator = operatorName();
  await write(database, wholeCounty(county), async (tx) => {
    await logPlace(tx, { operator }, { unit, what: `导出${what}`, chat: 'terminal', at });
    await noteSecurity(tx, [
      { kind: 'exported', operator, detail: `${what} ${unit ?? ''} ${rows}`.replaceAll('  ', ' '), at },
    ]);
  });
}
