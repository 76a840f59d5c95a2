import type { Context } from 'hono';
import { type Action, allows } from '../../../conversations/access/policy.ts';
import { wholeCounty } from '../../../conversations/access/scope.ts';
import { unitCode } from '../../../conversations/contract/ids.ts';
import type { Speaker } from '../../../conversations/contract/session.ts';
import { read } from '../../../db/base/transaction.ts';
import { findSpeaker } from '../../../db/people/staff.ts';
import { type Unit, unitByCode } from '../../../db/places/units.ts';
import { HttpFault } from '../../http/fault-response.ts';
import type { Workplace } from '../../setting/workplace.ts';
import type { PageVariables } from './page.ts';

type Place = Pick<Workplace, 'database' | 'county'>;

/** The visitor as a person of the roster, as it stands now; refused where he is no longer on it. */
export async function speakerOf({ database, county }: Place, c: Context<PageVariables>): Promise<Speaker> {
  const speaker = await read(database, wholeCounty(county), (db) =>
    findSpeaker(db, { id: c.get('visitor').staffId }),
  );
  if (speaker === null) throw new HttpFault('notSignedIn');
  return speaker;
}

/** The unit asked for by its code, or the speaker's own, with whether his right to the action reaches it. */
export async function unitAsked(
  { database, county }: Place,
  speaker: Speaker,
  action: Action,
  asked: string | undefined,
): Promise<{ unit: Unit; allowed: boolean }> {
  const code = unitCode.safeParse(asked ?? speaker.unit).data;
  const unit =
    code === undefined ? null : await read(database, wholeCounty(county), (db) => unitByCode(db, code));
  if (unit === null) throw new HttpFault('notFound');
  const township = unit.kind === 'village' ? unit.parent : null;
  const target = { unit: unit.code, kind: unit.kind, ...(township === null ? {} : { township }) };
  return { unit, allowed: allows(speaker, action, target) };
}
