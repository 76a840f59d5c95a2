import { wholeCounty } from '../../conversations/access/scope.ts';
import { codeDays } from '../../conversations/dialogues/binding/code.ts';
import { read, write } from '../../db/base/transaction.ts';
import { unboundStaff, voidCodes } from '../../db/people/codes.ts';
import { findUnit } from '../county/find-unit.ts';
import { handOutCodes } from '../county/hand-out-codes.ts';
import type { Streams } from './streams.ts';
import { withApp } from './with-app.ts';

interface CodesOptions {
  unit: string;
  revoke?: boolean;
}

/** `ruhu codes <unit>`: prints a one-time binding code for everybody of a unit who isn't bound; shown once. */
export function runCodes(options: CodesOptions, streams: Streams): Promise<number> {
  return withApp(streams, async (app) => {
    const { database, county } = app;
    const scope = wholeCounty(county);
    const unit = await findUnit(app, options.unit);
    const people = await read(database, scope, (db) => unboundStaff(db, null, unit.code));
    const at = new Date();
    if (options.revoke === true) {
      const ids = people.map((person) => person.id);
      const count = await write(database, scope, (tx) => voidCodes(tx, null, ids, at));
      streams.output.write(`${unit.name}：作废了 ${count} 个没用过的码\n`);
      return 0;
    }
    const { codes } = await handOutCodes(app, null, people, at.getTime());
    for (const { code, name, unitName } of codes) streams.output.write(`${code}\t${name}\t${unitName}\n`);
    streams.errors.write(
      `${unit.name}：${codes.length} 个码，${codeDays} 天内有效；只显示这一次，发给本人\n`,
    );
    return 0;
  });
}
