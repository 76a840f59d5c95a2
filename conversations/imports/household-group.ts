import type { Member } from '../contract/household.ts';
import { answersFrom } from '../subjects/register-facts.ts';
import type { RowError } from './cell.ts';
import type { RegisterLine } from './household-row.ts';

/** A household as it goes into the register. */
export interface RegisterEntry
  extends Omit<RegisterLine, 'headName' | 'member' | 'insured' | 'dangerousHousing' | 'safeWater'> {
  headName: string;
  members: Member[];
  /** Answers another system already gave, by question key. */
  known: Record<string, boolean>;
}

export type Grouped = { is: 'household'; entry: RegisterEntry } | { is: 'wrong'; error: RowError };

/**
 * Joins the lines of one household. Where the file has a 与户主关系 column, lines with the same 户编号 are its
 * members (the national export's layout), wherever in the sheet they stand; without a 户编号 the lines below a head
 * are his. Otherwise each line is a household.
 */
export class HouseholdGrouper {
  readonly #byCode = new Map<string, RegisterLine[]>();
  /** Households a line of which can't be read: they don't come in with somebody missing. */
  readonly #broken = new Set<string>();
  /** The household without a 户编号 whose lines stand here. */
  #open: RegisterLine[] = [];

  /** Takes the next line; gives back the household that it closes, if any. */
  push(line: RegisterLine): Grouped | undefined {
    if (line.member === null) return joined([line]);
    if (line.code === null) {
      if (line.headName === null && this.#open.length > 0) {
        this.#open.push(line);
        return undefined;
      }
      return this.#swap([line]);
    }
    const lines = this.#byCode.get(line.code);
    if (lines === undefined) this.#byCode.set(line.code, [line]);
    else lines.push(line);
    return undefined;
  }

  /** A line that can't be read, of the household with this 户编号 ('' where it has none). */
  missing(code: string): void {
    this.#broken.add(code);
  }

  /** The sheet ends: what is left of its households. */
  *end(): Generator<Grouped> {
    const last = this.#swap([]);
    if (last !== undefined) yield last;
    for (const [code, lines] of this.#byCode) {
      if (!this.#broken.has(code)) yield joined(lines);
      else if (lines.length > 0) yield { is: 'wrong', error: { ...placeOf(lines), text: lacksSomebody } };
    }
    this.#byCode.clear();
    this.#broken.clear();
  }

  #swap(next: RegisterLine[]): Grouped | undefined {
    const lines = this.#open;
    this.#open = next;
    return lines.length === 0 ? undefined : joined(lines);
  }
}

const lacksSomebody = '这一户有成员的行读不出，整户没有导入，免得少了人；改好那一行再导入';

function placeOf([first]: readonly RegisterLine[]): Pick<RowError, 'row' | 'sheet'> {
  if (first === undefined) return {};
  return { row: first.row, ...(first.sheet === undefined ? {} : { sheet: first.sheet }) };
}

function joined(lines: readonly RegisterLine[]): Grouped {
  const head =
    lines.find((line) => line.headName !== null && line.id !== null) ??
    lines.find((line) => line.headName !== null);
  if (head === undefined || head.headName === null) {
    return {
      is: 'wrong',
      error: { ...placeOf(lines), text: '这一户没有户主那一行（与户主关系应有“户主”或“本人”），请补上' },
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
      tags: [...new Set(lines.flatMap((line) => line.tags))],
    },
  };
}

function memberOf(member: NonNullable<RegisterLine['member']>, index: number): Member {
  return {
    no: index + 1,
    name: member.name,
    ...(member.relation === '' ? {} : { relation: member.relation }),
    ...(member.birthYear === undefined ? {} : { birthYear: member.birthYear }),
  };
}

/** Insurance is told per member and asked per household: all insured only if every line says so. */
function knownAnswers(lines: readonly RegisterLine[]): Record<string, boolean> {
  const insured = lines.some((line) => line.insured === false)
    ? false
    : lines.every((line) => line.insured === true)
      ? true
      : undefined;
  const danger = lines.find((line) => line.dangerousHousing !== undefined)?.dangerousHousing;
  const water = lines.find((line) => line.safeWater !== undefined)?.safeWater;
  return answersFrom({
    ...(insured === undefined ? {} : { insured }),
    ...(danger === undefined ? {} : { dangerousHousing: danger }),
    ...(water === undefined ? {} : { safeWater: water }),
  });
}
