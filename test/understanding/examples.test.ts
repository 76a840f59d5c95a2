import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { hintsOf } from '../../conversations/understanding/hints.ts';
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
/** Evidence, rhetoric and dialect at every yes/no question of the questionnaire. */
const spoken = read('./spoken.jsonl');
/** Two to eight characters and one thought each: polarity by question, double negation, dialect, hedges. */
const short = read('./short.jsonl');
const hints = new Map(hintsOf(xiaoxian2021.householdForm).map((hint) => [hint.key, hint]));

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

function wrongOf(said: readonly z.infer<typeof example>[]): string[] {
  const wrong = said.filter(({ field, text, q, expect: meaning, ambiguous }) => {
    const understood = understandField(field, text, q, hints.get(q ?? ''));
    if (ambiguous) return understood.status === 'value' || understood.status === 'none';
    const found =
      understood.status === 'control'
        ? understood.control
        : understood.status === 'none'
          ? undefined
          : understood.value;
    return understood.status === 'ask' || JSON.stringify(sorted(found)) !== JSON.stringify(sorted(meaning));
  });
  return wrong.map((e) => `${e.field} ${e.q ?? ''} ${e.text}`);
}

test('two thousand more, none of the doubtful ones guessed', () => {
  expect(wrongOf(heard)).toEqual([]);
});

test('evidence, rhetorical questions and dialect in place of yes and no', () => {
  expect(wrongOf(spoken)).toEqual([]);
});

test('short answers to yes/no questions, of people, and commands', () => {
  expect(wrongOf(short)).toEqual([]);
});

/** The same object whatever the order of its keys. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)));
}
