import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { hintsOf } from '../../conversations/reading/hints.ts';
import { fields, understandField } from '../../conversations/understanding/index.ts';
import { saidOf } from '../../src/cli/score.ts';
import { type ScoreVerdict, verdictOf } from '../../src/cli/score-verdict.ts';

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

/** What comes of each line, as `ruhu understand --score` counts it. */
function verdictsOf(said: readonly z.infer<typeof example>[]): Record<ScoreVerdict, string[]> {
  const found: Record<ScoreVerdict, string[]> = { right: [], oneTap: [], asked: [], wrong: [], overSure: [] };
  for (const line of said) {
    const { field, text, q } = line;
    const understood = understandField(field, text, q, hints.get(q ?? ''));
    const verdict = verdictOf(field, line, saidOf(understood));
    found[verdict].push(`${field} ${q ?? ''} ${text} → ${JSON.stringify(understood)}`);
  }
  return found;
}

/** Of the lines so many must be right at once; the others cost a question, never a wrong fact. */
describe('the examples of how people answer', () => {
  test.each([
    { name: 'the shared examples', said: examples, right: 0.98, wrong: 0, overSure: 0 },
    { name: 'two thousand more, heard', said: heard, right: 0.9, wrong: 0.001, overSure: 0.015 },
    {
      name: 'evidence, rhetorical questions and dialect',
      said: spoken,
      right: 0.9,
      wrong: 0.001,
      overSure: 0.015,
    },
    { name: 'short answers', said: short, right: 0.9, wrong: 0.005, overSure: 0.015 },
  ])('$name', ({ said, right, wrong, overSure }) => {
    const verdicts = verdictsOf(said);
    expect(verdicts.wrong.length / said.length, verdicts.wrong.join('\n')).toBeLessThanOrEqual(wrong);
    expect(verdicts.overSure.length / said.length, verdicts.overSure.join('\n')).toBeLessThanOrEqual(
      overSure,
    );
    const missed = [...verdicts.oneTap, ...verdicts.asked].join('\n');
    expect(verdicts.right.length / said.length, missed).toBeGreaterThanOrEqual(right);
  });
});
