import type { Member } from '../contract/household.ts';
import type { HouseholdLine } from './household-row.ts';
import type { RowError } from './problem.ts';

/** A household as it goes into the register. */
export interface RegisterEntry
  extends Omit<HouseholdLine, 'headName' | 'member' | 'insured' | 'dangerousHousing' | 'safeWater'> {
  headName: string;
  members: Member[];
  /** Answers another system already gave, by question key. */
  known: Record<string, boolean>;
}

export type Grouped = { is: 'household'; entry: RegisterEntry } | { is: 'wrong'; error: RowError };

/**
 * Joins the lines of one household. Where the file has a 与户主关系 column, lines with the same 户编号 that stand
 * one below the other are its members (the national export's layout); otherwise each line is a household.
 */
export class HouseholdGrouper {
  #open: HouseholdLine[] = [];

  /** Takes the next line; gives back the household that it closes, if any. */
  push(line: HouseholdLine): Grouped | undefined {
    if (line.member === null) return this.#swap([line]);
    const [first] = this.#open;
    const same =
      first?.member != null && first.code !== null && first.code === line.code && first.sheet === line.sheet;
    if (!same) return this.#swap([line]);
    this.#open.push(line);
    return undefined;
  }

  /** The last household. */
  end(): Grouped | undefined {
    return this.#swap([]);
  }

  #swap(next: HouseholdLine[]): Grouped | undefined {
    const lines = this.#open;
    this.#open = next;
    return lines.length === 0 ? undefined : joined(lines);
  }
}

function joined(lines: readonly HouseholdLine[]): Grouped {
  const head =
    lines.find((line) => line.headName !== null && line.id !== null) ??
    lines.find((line) => line.headName !== null);
  const [first] = lines;
  if (head === undefined || head.headName === null) {
    const at =
      first === undefined
        ? {}
        : { row: first.row, ...(first.sheet === undefined ? {} : { sheet: first.sheet }) };
    return {
      is: 'wrong',
      error: { ...at, text: '这一户没有户主那一行（与户主关系应有“户主”或“本人”），请补上' },
    };
  }
  const members = lines.flatMap((line, i) =>
    line.member === null || line.member.name === '' ? [] : [memberOf(line.member, i)],
  );
  const { member: _, insured: __, dangerousHousing: ___, safeWater: ____, ...rest } = head;
  const population = head.population ?? (members.length > 0 ? members.length : undefined);
  return {
    is: 'household',
    entry: {
      ...rest,
      headName: head.headName,
      ...(population === undefined ? {} : { population }),
      members,
      known: knownAnswers(lines),
    },
  };
}

function memberOf(member: NonNullable<HouseholdLine['member']>, index: number): Member {
  return {
    no: index + 1,
    name: member.name,
    ...(member.relation === '' ? {} : { relation: member.relation }),
    ...(member.birthYear === undefined ? {} : { birthYear: member.birthYear }),
  };
}

/** Insurance is told per member and asked per household: all insured only if every line says so. */
function knownAnswers(lines: readonly HouseholdLine[]): Record<string, boolean> {
  const known: Record<string, boolean> = {};
  if (lines.some((line) => line.insured === false)) known.allInsured = false;
  else if (lines.every((line) => line.insured === true)) known.allInsured = true;
  const danger = lines.find((line) => line.dangerousHousing !== undefined)?.dangerousHousing;
  if (danger !== undefined) known.housingSafe = !danger;
  const water = lines.find((line) => line.safeWater !== undefined)?.safeWater;
  if (water !== undefined) known.waterProblem = !water;
  return known;
}
