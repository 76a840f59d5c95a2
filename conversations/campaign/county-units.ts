import { z } from 'zod';
import { type CountyCode, type UnitCode, unitCode } from '../engine/ids.ts';
import { areas } from './plan.ts';
import { departmentName, departments } from './units.ts';
import file from './units-341322.json' with { type: 'json' };

/** A unit as the register of units gives it; codes belong to an edition, kinds are never read from them. */
export interface CountyUnit {
  code: UnitCode;
  kind: 'county' | 'township' | 'village' | 'department';
  name: string;
  short: string;
  parent: UnitCode | null;
  sort: number;
  areas: number[] | null;
  validFrom: string | null;
}

const village = z.object({ code: z.string(), name: z.string(), short: z.string() });
const register = z.object({
  county: z.object({ code: z.string(), name: z.string() }),
  townships: z.array(z.object({ code: z.string(), name: z.string(), villages: z.array(village) })),
});

const townshipEdition = '2021-10-31';
const villageEdition = '2016-07-31';

/**
 * The county with its townships (edition of 2021-10-31), villages (2016-07-31; an admin may correct them) and the
 * departments the plan names. For a made-up county the first six digits of every code are replaced.
 */
export function countyUnits(county: CountyCode): CountyUnit[] {
  const { county: head, townships } = register.parse(file);
  const code = (real: string): UnitCode => unitCode.parse(`${county}${real.slice(6)}`);
  const top = code(`${head.code}000000`);
  const unit = (u: Omit<CountyUnit, 'areas' | 'validFrom'>, validFrom: string): CountyUnit => ({
    ...u,
    areas: null,
    validFrom,
  });
  return [
    unit(
      { code: top, kind: 'county', name: head.name, short: head.name, parent: null, sort: 0 },
      townshipEdition,
    ),
    ...townships.flatMap((t, i) => [
      unit(
        { code: code(t.code), kind: 'township', name: t.name, short: t.name, parent: top, sort: i },
        townshipEdition,
      ),
      ...t.villages.map((v, j) =>
        unit(
          {
            code: code(v.code),
            kind: 'village',
            name: v.name,
            short: v.short,
            parent: code(t.code),
            sort: j,
          },
          villageEdition,
        ),
      ),
    ]),
    ...departments.map(
      (d, i): CountyUnit => ({
        code: d.code,
        kind: 'department',
        name: d.name,
        short: d.name,
        parent: top,
        sort: i,
        areas: areas.filter((a) => a.lead.some((l) => departmentName(l) === d.name)).map((a) => a.no),
        validFrom: null,
      }),
    ),
  ];
}
