import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { runScore } from '../../src/cli/score.ts';
import { verdictOf } from '../../src/cli/score-verdict.ts';

describe('how a reading compares with what was meant', () => {
  const clear = (expect: unknown) => ({ expect, ambiguous: false });
  const doubtful = { expect: 3, ambiguous: true };

  test('a sure value is right or silently wrong', () => {
    expect(verdictOf('population', clear(4), { is: 'sure', value: 4 })).toBe('right');
    expect(verdictOf('population', clear(4), { is: 'sure', value: 5 })).toBe('wrong');
  });
  test('a question is one tap if its guess is what was meant, else it is asked', () => {
    expect(verdictOf('population', clear(4), { is: 'ask', value: 4 })).toBe('oneTap');
    expect(verdictOf('population', clear(4), { is: 'ask' })).toBe('asked');
    expect(verdictOf('population', clear(4), { is: 'nothing' })).toBe('asked');
  });
  test('where the words leave it open, only asking is right', () => {
    expect(verdictOf('population', doubtful, { is: 'ask' })).toBe('right');
    expect(verdictOf('population', doubtful, { is: 'sure', value: 3 })).toBe('overSure');
  });
  test('of a house only its safety counts, of money the amount and the period', () => {
    expect(
      verdictOf('housing', clear({ safe: true, grade: 'A' }), {
        is: 'sure',
        value: { safe: true, grade: null },
      }),
    ).toBe('right');
    const year = clear({ amount: 5000, period: 'year' });
    expect(verdictOf('money', year, { is: 'sure', value: { amount: 5000, period: 'month' } })).toBe('wrong');
  });
});

test('ruhu understand --score prints a row for each field and one for all', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'score-'));
  try {
    const file = join(folder, 'said.jsonl');
    const lines = [
      { field: 'population', text: '5口人', expect: 5, ambiguous: false },
      { field: 'population', text: '好几口', expect: null, ambiguous: true },
      { text: '户主张三 5口人', expect: { population: 5, waterProblem: false } },
    ];
    await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    const output = new PassThrough();
    const printed = readText(output);
    expect(await runScore({ file, misses: true }, output)).toBe(0);
    output.end();
    const rows = (await printed).split('\n');
    expect(rows[1]).toMatch(/^population +\| +2 \| +100\.0% \(2\)/u);
    expect(rows[2]).toMatch(/^multi +\| +2 \| +50\.0% \(1\) \| +0\.0% \(0\) \| +50\.0% \(1\)/u);
    expect(rows[3]).toMatch(/^合计 +\| +4 \|/u);
    expect(rows[4]).toContain('waterProblem');
  } finally {
    await rm(folder, { recursive: true });
  }
});
