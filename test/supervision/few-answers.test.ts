import { describe, expect, it } from 'vitest';
import { safeSum } from '../../conversations/campaign/satisfaction.ts';

const village = (township: string, asked: number, good = asked) => ({ township, asked, good });

describe('a share less another one never tells what a few households think', () => {
  it('a village of one answer isn’t found by taking the other villages from the township', () => {
    expect(safeSum([village('a', 10, 9), village('a', 1, 0)], 5)).toEqual({ asked: 10, good: 9 });
  });

  it('villages of few answers count where they are enough together', () => {
    expect(safeSum([village('a', 10), village('a', 3, 1), village('a', 2)], 5)).toEqual({
      asked: 15,
      good: 13,
    });
  });

  it('nor is what a township left out found by taking the townships from the county', () => {
    const counted = [village('a', 10), village('b', 6), village('b', 5, 2)];
    expect(safeSum([...counted, village('a', 1, 0)], 5)).toEqual({ asked: 21, good: 18 });
    expect(safeSum([...counted, village('a', 4, 0), village('b', 2, 0)], 5)).toEqual({ asked: 27, good: 18 });
  });

  it('of too few in all there is what there is, and no share is told of it', () => {
    expect(safeSum([village('a', 2, 1), village('a', 1)], 5)).toEqual({ asked: 3, good: 2 });
    expect(safeSum([], 5)).toEqual({ asked: 0, good: 0 });
  });
});
