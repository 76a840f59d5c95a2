import { randomUUID } from 'node:crypto';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { codeDays, codeFrom, normalCode } from '../../conversations/dialogues/binding/code.ts';
import { issueCodes, unboundStaff, voidCodes } from '../../db/codes.ts';
import { read, write } from '../../db/transaction.ts';
import { openApp } from '../compose.ts';
import { findUnit } from '../services/find-unit.ts';
import type { Streams } from './streams.ts';

export interface CodesOptions {
  unit: string;
  revoke?: boolean;
}

/** `ruhu codes <unit>`: prints a one-time binding code for everybody of a unit who isn't bound; shown once. */
export async function runCodes(options: CodesOptions, streams: Streams): Promise<number> {
  const app = await openApp({ env: streams.env, say: (line) => streams.errors.write(`${line}\n`) });
  try {
    const { database, county, outside } = app;
    const scope = wholeCounty(county);
    const unit = await findUnit(app, options.unit);
    const people = await read(database, scope, (db) => unboundStaff(db, unit.code));
    const at = new Date();
    if (options.revoke === true) {
      const count = await write(database, scope, (tx) =>
        voidCodes(
          tx,
          people.map((p) => p.id),
          at,
        ),
      );
      streams.output.write(`${unit.name}：作废了 ${count} 个没用过的码\n`);
      return 0;
    }
    const codes = people.map((person) => ({
      person,
      code: codeFrom(outside.hashOf(`code:${randomUUID()}`)),
    }));
    const rows = codes.map(({ person, code }) => ({
      staffId: person.id,
      hash: outside.hashOf(normalCode(code)),
    }));
    const expires = new Date(at.getTime() + codeDays * 86_400_000);
    await write(database, scope, (tx) => issueCodes(tx, rows, at, expires));
    for (const { person, code } of codes)
      streams.output.write(`${code}\t${person.name}\t${person.unitName}\n`);
    streams.errors.write(
      `${unit.name}：${codes.length} 个码，${codeDays} 天内有效；只显示这一次，发给本人\n`,
    );
    return 0;
  } finally {
    await app.close();
  }
}
