import { wholeCounty } from '../../conversations/access/scope.ts';
import { countyUnits } from '../../conversations/campaign/county-units.ts';
import type { CountyCode } from '../../conversations/engine/ids.ts';
import type { Database } from '../../db/connect.ts';
import { write } from '../../db/transaction.ts';
import { saveUnits } from '../../db/units.ts';

/** Loads the county's real townships and villages and its departments; loading again brings them up to date. */
export async function loadUnits(database: Database, county: CountyCode): Promise<void> {
  await write(database, wholeCounty(county), (tx) => saveUnits(tx, countyUnits(county)));
}
