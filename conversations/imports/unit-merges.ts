import type { UnitCode } from '../contract/ids.ts';
import type { KnownUnit, UnitEdition } from './unit-edition.ts';

/** A village as a list of units names it, with the villages that went into it. */
export interface MergedVillage {
  township: string;
  name: string;
  short: string;
  /** Names or codes of villages that the list doesn't have any more. */
  merged: readonly string[];
}

export type MergeReading =
  | { is: 'merges'; merges: readonly { from: KnownUnit; into: KnownUnit }[] }
  /** `says`: which name, and why it can't be told which village is meant. */
  | { is: 'wrong'; says: string };

/**
 * Which village goes into which, as the list says itself. Only a village that this edition names no more can go, and
 * into one that it does: what still stands in the list is not merged away by a slip.
 */
export function readMerges(
  { units, gone }: Pick<UnitEdition, 'units' | 'gone'>,
  villages: readonly MergedVillage[],
): MergeReading {
  const townships = new Map(units.map((unit) => [unit.code, unit.name]));
  const merges: { from: KnownUnit; into: KnownUnit }[] = [];
  for (const { township, name, merged } of villages) {
    const into = units.find(
      (unit) =>
        unit.kind === 'village' &&
        unit.name === name &&
        unit.parent !== null &&
        townships.get(unit.parent) === township,
    );
    for (const old of merged) {
      const found = gone.filter((unit) => unit.kind === 'village' && isCalled(unit, old));
      const near = found.filter((unit) => unit.parent === into?.parent);
      const [from, ...others] = near.length > 0 ? near : found;
      if (from === undefined || into === undefined)
        return { is: 'wrong', says: `${name}并入的“${old}”：表里还有这个村，或者县里没有这个村，请核对。` };
      if (others.length > 0)
        return { is: 'wrong', says: `${name}并入的“${old}”不止一个村叫这个名字，请写12位代码。` };
      merges.push({ from, into });
    }
  }
  const twice = merges.find(({ from }, i) => merges.slice(0, i).some((m) => m.from.code === from.code));
  return twice === undefined
    ? { is: 'merges', merges }
    : { is: 'wrong', says: `${twice.from.short}写了并到两个村，请核对。` };
}

function isCalled({ code, name, short }: KnownUnit, word: string): boolean {
  return [code as string, name, short].includes(word);
}

/** Codes of villages that went away and where their households are now. */
export function mergedCodes(
  merges: readonly { from: KnownUnit; into: KnownUnit }[],
): { from: UnitCode; into: UnitCode }[] {
  return merges.map(({ from, into }) => ({ from: from.code, into: into.code }));
}
