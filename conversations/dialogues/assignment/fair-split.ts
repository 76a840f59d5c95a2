/** A household to be given out, in group and address order. */
interface Placed<Id extends string = string> {
  id: Id;
  group: string;
}

export interface Share<H extends { load: number }, Id extends string = string> {
  helper: H;
  households: Id[];
  /** 1组、2组 or 3组前20户, in order. */
  groups: { group: string; count: number; whole: boolean }[];
}

/** A group stays whole if that shifts a share by no more than this part of it. */
const slack = 0.2;

/**
 * Splits households among helpers so that each ends up with about the same number, counting what he has already,
 * in one stretch of groups and addresses: nobody walks criss-cross. Cuts lie between groups where that costs
 * little fairness, else within a group by address. Everything is given out; the same input gives the same shares.
 */
export function fairSplit<H extends { load: number }, Id extends string>(
  households: readonly Placed<Id>[],
  helpers: readonly H[],
): Share<H, Id>[] {
  if (helpers.length === 0) return [];
  const quotas = quotasOf(
    households.length,
    helpers.map((h) => h.load),
  );
  const boundaries = groupBoundaries(households);
  const shares: Share<H, Id>[] = [];
  let from = 0;
  let wanted = 0;
  helpers.forEach((helper, i) => {
    const quota = quotas[i] ?? 0;
    wanted += quota;
    const last = i === helpers.length - 1;
    const to = last
      ? households.length
      : Math.max(from, snapped(wanted, quota, boundaries, households.length));
    const mine = households.slice(from, to);
    shares.push({ helper, households: mine.map((h) => h.id), groups: groupsOf(mine, households) });
    from = to;
  });
  return shares;
}

/** Everybody is filled up to one level as far as the households reach (water-filling); the rest goes one by one. */
function quotasOf(count: number, loads: readonly number[]): number[] {
  const quotas = loads.map(() => 0);
  const order = loads.map((load, i) => ({ load, i })).sort((a, b) => a.load - b.load || a.i - b.i);
  let left = count;
  for (let level = 0; level < order.length && left > 0; level++) {
    const here = order[level]?.load ?? 0;
    const next = order[level + 1]?.load ?? Number.POSITIVE_INFINITY;
    const raised = Math.min(next - here, Math.floor(left / (level + 1)));
    for (const { i } of order.slice(0, level + 1)) quotas[i] = (quotas[i] ?? 0) + raised;
    left -= raised * (level + 1);
    if (raised < next - here) {
      for (const { i } of order.slice(0, level + 1)) {
        if (left === 0) break;
        quotas[i] = (quotas[i] ?? 0) + 1;
        left -= 1;
      }
      break;
    }
  }
  return quotas;
}

function groupBoundaries(households: readonly Placed[]): number[] {
  return households.flatMap((h, i) => (i > 0 && h.group !== households[i - 1]?.group ? [i] : []));
}

/** The cut moved to the nearest border between groups, if there is one near enough. */
function snapped(cut: number, quota: number, boundaries: readonly number[], end: number): number {
  const nearest = [...boundaries, end].reduce(
    (best, b) => (Math.abs(b - cut) < Math.abs(best - cut) ? b : best),
    end,
  );
  return Math.abs(nearest - cut) <= quota * slack ? nearest : cut;
}

function groupsOf(mine: readonly Placed[], all: readonly Placed[]): Share<{ load: number }>['groups'] {
  const sizes = new Map<string, number>();
  for (const { group } of all) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const { group } of mine) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts].map(([group, count]) => ({ group, count, whole: count === sizes.get(group) }));
}
