import { type UnitCode, unitCode } from '../contract/ids.ts';
import type { ClauseId } from '../form/keys.ts';
import type { Office } from '../subjects/problem-rule.ts';
import type { Area } from './plan.ts';

/** A department of the county as the roster and the problem ledger name it. */
export interface Department {
  code: UnitCode;
  name: string;
}

/** Who a name of the plan stands for that is no department's: the leads of areas, all departments, townships, or those listed. */
type Group = 'leads' | 'departments' | 'townships' | readonly string[];

/** Who does what, as the campaign writes it down. */
export interface DutyData {
  /** In front of a department's name, also where the plan drops it: 医保局 and 县医保局 are one. */
  prefix: string;
  groups: Readonly<Record<string, Group>>;
  /** The office that runs the campaign among them; it takes what no department leads by itself. */
  offices: Readonly<Record<Office, string>>;
  /** Where an area has several leads, or a group as its lead, the clause itself says whose business it is. */
  narrowed: Partial<Record<ClauseId, readonly string[]>>;
}

/** The departments of a campaign and what they lead. */
export interface Units {
  /** The office that runs the campaign. */
  coordinator: string;
  /** Every department the plan names as lead or responsible, in the plan's order, each once. */
  departments: readonly Department[];
  /** Departments that lead an area: they file a self-inspection report of their own. */
  leadDepartments: readonly Department[];
  /** A department's full name as the roster has it; undefined for a group. */
  departmentName(written: string): string | undefined;
  /** Does what the plan wrote (a department, or a group) mean this department? */
  meansDepartment(written: string, department: string): boolean;
  /** Does it mean townships? */
  meansTownships(written: string): boolean;
  /** Lead units of a clause by department name, the first one answering for it; groups resolve to the coordinator. */
  leadUnitsOf(clause: ClauseId): readonly string[];
}

/** Departments have no official code: theirs is made of the name. Throws where the name makes no code. */
export function departmentCode(name: string): UnitCode {
  return unitCode.parse(`d:${name}`);
}

/** What follows from the plan's areas and the campaign's duties. */
export function unitsOf(
  duties: DutyData,
  areas: readonly Area[],
  areaOf: (id: ClauseId) => Area | undefined,
): Units {
  const { prefix, groups, offices, narrowed } = duties;
  const coordinator = offices.coordinator;
  const departmentName = (written: string) => {
    if (Object.hasOwn(groups, written)) return undefined;
    return written.startsWith(prefix) ? written : `${prefix}${written}`;
  };
  const written = areas.flatMap((a) => [...a.lead, ...a.responsible]);
  const departments = [...new Set(written.flatMap((unit) => departmentName(unit) ?? []))].map((name) => ({
    code: departmentCode(name),
    name,
  }));
  const leadDepartments = departments.filter((d) =>
    areas.some((a) => a.lead.some((unit) => departmentName(unit) === d.name)),
  );
  return {
    coordinator,
    departments,
    leadDepartments,
    departmentName,
    meansDepartment: (said, department) => {
      const group = groups[said];
      if (group === undefined) return departmentName(said) === department;
      if (group === 'leads') return leadDepartments.some((d) => d.name === department);
      return group === 'departments' || (group !== 'townships' && group.includes(department));
    },
    meansTownships: (said) => groups[said] === 'townships',
    leadUnitsOf: (clause) => {
      const own = narrowed[clause];
      if (own !== undefined) return own;
      const named = (areaOf(clause)?.lead ?? []).flatMap((unit) => departmentName(unit) ?? []);
      return named.length > 0 ? named : [coordinator];
    },
  };
}
