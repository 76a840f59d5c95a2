/**
 * A part of a whole in tenths of a per cent, as a spreadsheet rounds them: half up, 1 of 6 is 167. 1000 stays for what is
 * whole: 2,999 of 3,000 are 999, so that 100% is said only when everything is done.
 */
export function permilleOf(part: number, whole: number): number {
  const rounded = Math.floor((part * 2000 + whole) / (2 * whole));
  return part < whole ? Math.min(rounded, 999) : rounded;
}

/** 16.7%, 40%, 100% */
export function percentSaid(part: number, whole: number): string {
  const permille = permilleOf(part, whole);
  return `${Math.floor(permille / 10)}${permille % 10 === 0 ? '' : `.${permille % 10}`}%`;
}
