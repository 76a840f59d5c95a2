import { describe, expect, it } from 'vitest';
import { Gather } from '../../db/turn/gather.ts';

/** Until what was added has been sent. */
async function begun(): Promise<void> {
  for (let i = 0; i < 3; i += 1) await new Promise((done) => setImmediate(done));
}

/** A statement that ends when the test says so, and tells which items came in it. */
function held() {
  const batches: string[][] = [];
  const ends: (() => void)[] = [];
  const run = (items: readonly string[]): Promise<readonly string[]> => {
    batches.push([...items]);
    return new Promise((done, failed) => {
      ends.push(() =>
        items.includes('bad') ? failed(new Error('bad')) : done(items.map((item) => item.toUpperCase())),
      );
    });
  };
  const end = async () => {
    ends.shift()?.();
    await begun();
  };
  return { batches, run, end };
}

describe('gathering', () => {
  it('sends together who comes in the same turn of the loop, then who came meanwhile', async () => {
    const { batches, run, end } = held();
    const gather = new Gather({ run, atOnce: 1, largest: 10 });
    const first = Promise.all(['a', 'b'].map((item) => gather.add(item)));
    await begun();
    const later = Promise.all(['c', 'd'].map((item) => gather.add(item)));
    await begun();
    expect(batches).toEqual([['a', 'b']]);
    await end();
    expect(batches).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    await end();
    expect(await Promise.all([first, later])).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ]);
  });

  it('keeps two items of one key apart and in their order', async () => {
    const { batches, run, end } = held();
    const gather = new Gather({ run, atOnce: 1, largest: 10, keys: (item) => [item.charAt(0)] });
    const all = Promise.all(['a1', 'a2', 'b1', 'a3'].map((item) => gather.add(item)));
    await begun();
    for (let i = 0; i < 3; i += 1) await end();
    expect(batches).toEqual([['a1', 'b1'], ['a2'], ['a3']]);
    await all;
  });

  it('tries each alone when a statement of several fails, so that only the bad one fails', async () => {
    const { batches, run, end } = held();
    const gather = new Gather({ run, atOnce: 1, largest: 10 });
    const all = Promise.allSettled(['good', 'bad', 'fine'].map((item) => gather.add(item)));
    await begun();
    for (let i = 0; i < 4; i += 1) await end();
    expect(batches).toEqual([['good', 'bad', 'fine'], ['good'], ['bad'], ['fine']]);
    expect((await all).map((r) => r.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('puts no more in one statement than allowed', async () => {
    const { batches, run, end } = held();
    const gather = new Gather({ run, atOnce: 1, largest: 2 });
    const all = Promise.all(['a', 'b', 'c'].map((item) => gather.add(item)));
    await begun();
    for (let i = 0; i < 2; i += 1) await end();
    expect(batches.map((batch) => batch.length)).toEqual([2, 1]);
    await all;
  });

  it('shares out what waits over the statements that may run at once', async () => {
    const { batches, run, end } = held();
    const gather = new Gather({ run, atOnce: 2, largest: 10 });
    const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map((item) => gather.add(item)));
    await begun();
    expect(batches).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
    for (let i = 0; i < 2; i += 1) await end();
    await all;
  });
});
