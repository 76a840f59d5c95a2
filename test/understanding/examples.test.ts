import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fields, understandField } from '../../conversations/understanding/index.ts';

const example = z.object({
  field: z.enum(fields),
  text: z.string(),
  expect: z.unknown(),
  ambiguous: z.boolean(),
  q: z.string().optional(),
});

const lines = readFileSync(new URL('./examples.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean);
const examples = lines.map((line) => example.parse(JSON.parse(line)));

describe('the examples of how people answer', () => {
  test.each(examples)('$field $q: $text', ({ field, text, q, expect: meaning, ambiguous }) => {
    const understood = understandField(field, text, q);
    const found =
      understood.status === 'control'
        ? understood.control
        : understood.status === 'none'
          ? undefined
          : understood.value;
    if (field === 'control') expect(['control', 'ask']).toContain(understood.status);
    else expect(understood.status).toBe(ambiguous ? 'ask' : 'value');
    if (field === 'control' && !ambiguous) expect(understood.status).toBe('control');
    if (understood.status === 'control' || !ambiguous || meaning !== null) expect(found).toEqual(meaning);
  });
});
