import type { Context } from 'hono';
import { allows } from '../../../conversations/access/policy.ts';
import { type Scope, wholeCounty } from '../../../conversations/access/scope.ts';
import { staffId } from '../../../conversations/contract/ids.ts';
import type { Speaker } from '../../../conversations/contract/session.ts';
import { read } from '../../../db/base/transaction.ts';
import { personToBind, type Unbound, unboundStaff } from '../../../db/people/codes.ts';
import type { Unit } from '../../../db/places/units.ts';
import { HttpFault } from '../../http/fault-response.ts';
import type { Workplace } from '../../setting/workplace.ts';
import type { PageVariables } from './page.ts';
import { speakerOf, unitAsked } from './who-asks.ts';

type Place = Pick<Workplace, 'database' | 'county'>;

/** So many codes fit one request; a township has fewer people. */
const mostCodes = 600;

/**
 * Who stands at the administrators' page and about whom he may ask. Every method refuses by an `HttpFault`
 * what lies outside his subtree.
 */
export class AdminDesk {
  readonly #place: Place;
  readonly scope: Scope;

  constructor(place: Place) {
    this.#place = place;
    this.scope = wholeCounty(place.county);
  }

  /** The visitor as a person of the roster. */
  speakerOf(c: Context<PageVariables>): Promise<Speaker> {
    return speakerOf(this.#place, c);
  }

  /** As `speakerOf`, for what only who keeps the whole county may see. */
  async keeperOf(c: Context<PageVariables>): Promise<Speaker> {
    const speaker = await this.speakerOf(c);
    if (!seesAll(speaker)) throw new HttpFault('forbidden', '这一页由县指挥部办公室和管理员看');
    return speaker;
  }

  /** The unit asked for, or the speaker's own. */
  async unitOf(speaker: Speaker, asked: string | undefined): Promise<Unit> {
    const { unit, allowed } = await unitAsked(this.#place, speaker, 'codes', asked);
    if (!allowed) throw new HttpFault('forbidden', '这个单位不在您的范围里');
    return unit;
  }

  /** The people a form is about: one by id, or all of a unit who aren't bound. */
  async peopleMeant(
    c: Context<PageVariables>,
    speaker: Speaker,
  ): Promise<{ people: Unbound[]; unit: string | undefined }> {
    const { staff, unit: asked } = await c.req.parseBody();
    const id = staffId.safeParse(staff);
    if (id.success) {
      const person = await read(this.#place.database, this.scope, (db) =>
        personToBind(db, speaker.id, id.data),
      );
      if (person === null) throw new HttpFault('forbidden', '这个人不在您的范围里');
      return { people: [person], unit: undefined };
    }
    if (typeof asked !== 'string') throw new HttpFault('badRequest');
    const unit = await this.unitOf(speaker, asked);
    if (unit.kind === 'county') throw new HttpFault('badRequest', '全县人太多，请一个乡镇一个乡镇地发');
    const people = await read(this.#place.database, this.scope, (db) =>
      unboundStaff(db, speaker.id, unit.code, mostCodes),
    );
    return { people, unit: unit.short };
  }
}

/** Who keeps the roster of the whole county sees channels and groups that belong to nobody yet. */
export function seesAll(speaker: Speaker): boolean {
  return speaker.unitKind === 'county' && allows(speaker, 'roster', { unit: speaker.unit, kind: 'county' });
}
