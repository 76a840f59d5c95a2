import { describe, expect, it } from 'vitest';
import { ArrivalOrder } from '../../src/channels/arrival-order.ts';

describe('things that take their own time to be read', () => {
  it('come through in the order in which they arrived; what fails, fails alone', async () => {
    const out: number[] = [];
    const order = new ArrivalOrder(60_000);
    const gates = [0, 1, 2].map(() => Promise.withResolvers<number>());
    const passed = gates.map(({ promise }) => order.pass(promise).then((n) => out.push(n)));
    gates[2]?.resolve(2);
    gates[1]?.reject(new Error('gone'));
    gates[0]?.resolve(0);
    const results = await Promise.allSettled(passed);
    expect(out).toEqual([0, 2]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('are not held up for ever by a slow one', async () => {
    const order = new ArrivalOrder(1);
    const slow = Promise.withResolvers<string>();
    const late = order.pass(slow.promise);
    expect(await order.pass(Promise.resolve('second'))).toBe('second');
    slow.resolve('first');
    expect(await late).toBe('first');
  });
});
