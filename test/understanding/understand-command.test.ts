import { PassThrough, Readable } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { runUnderstand } from '../../src/cli/understand.ts';

async function run(lines: readonly string[]): Promise<unknown[]> {
  const output = new PassThrough();
  const said = readText(output);
  await runUnderstand(Readable.from(`${lines.join('\n')}\n`), output);
  output.end();
  return (await said)
    .split('\n')
    .filter((l) => l !== '')
    .map((l): unknown => JSON.parse(l));
}

describe('ruhu understand', () => {
  test('answers each line in order', async () => {
    const answers = await run([
      '{"field":"money","text":"3万2"}',
      '{"field":"yesNo","text":"没问题","q":"housingSafe"}',
      '{"field":"yesNo","text":"没问题","q":"waterProblem"}',
      '{"field":"control","text":"跳过"}',
      '{"field":"population","text":"好几口"}',
      '{"field":"yesNo","text":"有","q":null}',
    ]);
    expect(answers).toEqual([
      { text: '3万2', status: 'value', value: { amount: 32000, period: 'year' } },
      { text: '没问题', status: 'value', value: true },
      { text: '没问题', status: 'value', value: false },
      { text: '跳过', status: 'control', value: { action: 'skip' } },
      { text: '好几口', status: 'ask' },
      { text: '有', status: 'value', value: true },
    ]);
  });

  test('a bad line is answered, not died of', async () => {
    const none = { text: '', status: 'none' };
    expect(
      await run([
        'not json',
        '{"field":1}',
        '[]',
        'null',
        '{"field":"money"}',
        '{"field":"shoe","text":"x"}',
        '{"field":"money","text":""}',
      ]),
    ).toEqual([none, none, none, none, none, { text: 'x', status: 'none' }, none]);
  });

  test('thousands of lines keep their order', async () => {
    const lines = Array.from({ length: 5000 }, (_, i) =>
      JSON.stringify({ field: 'money', text: `${i + 2000}元` }),
    );
    const answers = await run(lines);
    expect(answers).toHaveLength(5000);
    expect(answers[4999]).toEqual({
      text: '6999元',
      status: 'value',
      value: { amount: 6999, period: 'year' },
    });
  });
});
