/** A stretch of the text on the way chosen, and what it is; undefined where nothing but the character itself is there. */
export interface Stretch<By> {
  from: number;
  to: number;
  by: By | undefined;
}

/** Offers a stretch that begins at the place looked at. */
export type Offer<By> = (to: number, cost: number, by?: By) => void;

/**
 * The cheapest way through a text of `length` characters; of two that cost the same the one found first. `each` is
 * called once a place and must offer a stretch of one character at least. Work grows with the number of stretches.
 */
export function cheapestWay<By>(
  length: number,
  each: (from: number, offer: Offer<By>) => void,
): Stretch<By>[] {
  const cost = new Array<number>(length + 1).fill(Number.POSITIVE_INFINITY);
  const before: number[] = [];
  const what: (By | undefined)[] = [];
  cost[0] = 0;
  for (let from = 0; from < length; from += 1) {
    const so = cost[from] ?? 0;
    each(from, (to, added, by) => {
      if (so + added >= (cost[to] ?? 0)) return;
      cost[to] = so + added;
      before[to] = from;
      what[to] = by;
    });
  }
  const way: Stretch<By>[] = [];
  for (let to = length; to > 0; to = before[to] ?? 0) way.push({ from: before[to] ?? 0, to, by: what[to] });
  return way.reverse();
}
