import { z } from 'zod';
import { type CountyCode, countyCode, type UnitCode, type UnitKind, unitCode } from '../contract/ids.ts';
import { isMadeUp, madeUpNames } from './counties.ts';
import type { Units } from './departments.ts';
import type { Area } from './plan.ts';

const twelveDigits = z.string().regex(/^\d{12}$/);

/** A list of townships and villages with its edition, as kept beside a campaign. */
export const unitList = z.object({
  county: z.object({ code: z.string().regex(/^\d{6}$/), name: z.string().min(1) }),
  /** Edition of the township codes: an ISO date at its beginning. */
  vintage: z.object({ townships: z.string() }),
  townships: z
    .array(
      z.object({
        code: twelveDigits,
        name: z.string().min(1),
        villages: z.array(
          z.looseObject({
            code: twelveDigits,
            name: z.string().min(1),
            short: z.string().min(1),
            /** Villages that went into this one since the edition before. */
            merged: z.array(z.string().min(1)).optional(),
          }),
        ),
      }),
    )
    .min(1),
});
export type UnitList = z.infer<typeof unitList>;

/** The code under the township's later one, where the township got a new code since: `codeDerived` and a year. */
function laterCode(village: Record<string, unknown>): string | undefined {
  const found = Object.entries(village).find(([name]) => name.startsWith('codeDerived'));
  return found === undefined ? undefined : twelveDigits.parse(found[1]);
}

/** A unit as the county's tables keep it. */
export interface CountyUnit {
  code: UnitCode;
  kind: UnitKind;
  name: string;
  /** The name people say. */
  short: string;
  parent: UnitCode | null;
  sort: number;
  /** Areas of the plan that a department leads. */
  areas: number[] | null;
  validFrom: string | null;
}

/** What the units of a county need of its campaign. */
interface UnitSource extends Units {
  areas: readonly Area[];
  units: UnitList | null;
  settings: { countyName: string };
}

/**
 * The units a county starts with: the campaign's list for its county and, with the first six digits replaced, for
 * made-up counties; for any other county only itself and the plan's departments, until its own list is imported.
 */
export function countyUnits(county: CountyCode, campaign: UnitSource): CountyUnit[] {
  const { units } = campaign;
  const name = countyNameIn(county, campaign);
  if (units !== null && (county === units.county.code || isMadeUp(county)))
    return unitsFrom(units, county, campaign, name);
  return [countyItself(county, name), ...departmentUnits(county, campaign)];
}

/**
 * How a county is called in a campaign that begins: by its own name where the campaign is of it or made up, a made-up
 * county of a real campaign by a name that says so; any other has to say its name (设置 县名, or a list of units).
 */
export function countyNameIn(
  county: CountyCode,
  { units, settings }: Pick<UnitSource, 'units' | 'settings'>,
): string {
  if (units === null || county === units.county.code) return settings.countyName;
  if (!isMadeUp(county)) return unnamed;
  return isMadeUp(countyCode.parse(units.county.code))
    ? settings.countyName
    : (madeUpNames[county] ?? settings.countyName);
}

const unnamed = '本县';

/** Units of a list under the given county code, the list's order kept. */
export function unitsFrom(
  list: UnitList,
  county: CountyCode,
  campaign: UnitSource,
  name = list.county.name,
): CountyUnit[] {
  const under = (code: string): UnitCode => unitCode.parse(county + code.slice(6));
  const validFrom = /^\d{4}-\d{2}-\d{2}/.exec(list.vintage.townships)?.[0] ?? null;
  const top = countyItself(county, name);
  const places = list.townships.flatMap((town, t): CountyUnit[] => {
    const township = under(town.code);
    return [
      {
        code: township,
        kind: 'township',
        name: town.name,
        short: town.name,
        parent: top.code,
        sort: t + 1,
        areas: null,
        validFrom,
      },
      ...town.villages.map(
        (village, v): CountyUnit => ({
          code: under(laterCode(village) ?? village.code),
          kind: 'village',
          name: village.name,
          short: village.short,
          parent: township,
          sort: v + 1,
          areas: null,
          validFrom,
        }),
      ),
    ];
  });
  return [top, ...places, ...departmentUnits(county, campaign)];
}

function countyItself(county: CountyCode, name: string): CountyUnit {
  const code = unitCode.parse(`${county}000000`);
  return { code, kind: 'county', name, short: name, parent: null, sort: 0, areas: null, validFrom: null };
}

/** The departments a campaign's plan names, as units. */
export function departmentUnits(
  county: CountyCode,
  { areas, departments, departmentName }: UnitSource,
): CountyUnit[] {
  const parent = unitCode.parse(`${county}000000`);
  return departments.map(({ code, name }, i) => {
    const led = areas
      .filter((area) => area.lead.some((unit) => departmentName(unit) === name))
      .map((area) => area.no);
    const short = name.replace(/（.*$/, '');
    return { code, kind: 'department', name, short, parent, sort: i + 1, areas: led, validFrom: null };
  });
}
