import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fields, understandField } from '../../conversations/understanding/index.ts';

const example = z.object({
  field: z.enum(fields),
  text: z.string(),
  ambiguous: z.boolean(),
  q: z.string().optional(),
});
const clear = readFileSync(new URL('./examples.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => example.parse(JSON.parse(line)))
  .filter((e) => !e.ambiguous && e.field !== 'control');

/** Of a message of several facts the hedge doubts only the first, and a corrected part is said anew. */
const whole = clear.filter((e) => e.field !== 'multi' && !/不对|错了/.test(e.text));

describe('the manner of speaking', () => {
  test.each(['应该', '好像', '可能', '听说'])('%s before any clear answer makes it doubtful', (hedge) => {
    for (const { field, text, q } of whole)
      expect(understandField(field, hedge + text, q).status, text).not.toBe('value');
  });

  test.each(['吧', '吗？', '？', '，不太确定'])('%s behind any clear answer makes it doubtful', (tail) => {
    for (const { field, text, q } of whole)
      expect(understandField(field, text + tail, q).status, text).not.toBe('value');
  });

  test.each([
    ['an opening word', (t: string) => `嗯，${t}`],
    ['a report', (t: string) => `报告：${t}`],
    ['a full stop', (t: string) => `${t}。`],
    ['a thumb', (t: string) => `${t}👍`],
    ['a face', (t: string) => `${t}[微笑]`],
    ['thanks', (t: string) => `${t}，谢谢`],
    ['a particle', (t: string) => `${t}啊`],
    ['quotation marks', (t: string) => `“${t}”`],
    ['zero-width spaces', (t: string) => [...t].join('\u200b')],
    ['spaces around', (t: string) => `  ${t}\n`],
  ])('%s beside a clear answer changes nothing', (_name, dressed) => {
    for (const { field, text, q } of clear) {
      expect(understandField(field, dressed(text), q), text).toMatchObject(understandField(field, text, q));
    }
  });
});
