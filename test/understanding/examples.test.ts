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

function read(file: string): z.infer<typeof example>[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => example.parse(JSON.parse(line)));
}

const examples = read('./examples.jsonl');
/** Two thousand more of the same kind; `expect` of a doubtful one is left open. */
const heard = read('./heard.jsonl');

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

test('two thousand more, none of the doubtful ones guessed', () => {
  const wrong = heard.filter(({ field, text, q, expect: meaning, ambiguous }) => {
    const understood = understandField(field, text, q);
    if (ambiguous) return understood.status === 'value' || understood.status === 'none';
    const found =
      understood.status === 'control'
        ? understood.control
        : understood.status === 'none'
          ? undefined
          : understood.value;
    return understood.status === 'ask' || JSON.stringify(sorted(found)) !== JSON.stringify(sorted(meaning));
  });
  expect(wrong.map((e) => `${e.field} ${e.q ?? ''} ${e.text}`)).toEqual([]);
});

/** The same object whatever the order of its keys. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)));
}
