import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { SecondSaid } from '../../conversations/reading/agreement.ts';
import type { SecondQuestion } from '../../conversations/reading/needs.ts';
import { chatReader } from '../second-reader/chat-protocol.ts';
import type { ScoredLine } from './score-verdict.ts';
import { hints } from './understand.ts';

const recorded = z.object({ text: z.string(), sure: z.boolean().nullable(), value: z.unknown() });

/** Second readings of the lines of a file: recorded ones, line by line, or asked of a model now. */
export async function secondOf(
  from: string,
  lines: readonly ScoredLine[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<(SecondSaid | null)[]> {
  return /^https?:\/\//u.test(from) ? askedOf(from, lines, env) : recordedIn(from, lines);
}

async function recordedIn(file: string, lines: readonly ScoredLine[]): Promise<(SecondSaid | null)[]> {
  const read = (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => recorded.parse(JSON.parse(line)));
  return lines.map(({ text }, i) => {
    const second = read[i];
    if (second?.text !== text) throw new Error(`第${i + 1}行和要读的文件对不上：两份文件要逐行对应。`);
    return second.sure === null ? null : { sure: second.sure, value: second.value };
  });
}

async function askedOf(
  url: string,
  lines: readonly ScoredLine[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<(SecondSaid | null)[]> {
  const model = env['SECOND_READER_MODEL'] ?? 'default';
  const reader = chatReader({ url, model, key: env['SECOND_READER_KEY'], daily: lines.length });
  const said: (SecondSaid | null)[] = [];
  for (const line of lines) {
    const question = questionOf(line);
    said.push(question === undefined ? null : inField(line.field, await reader.read(question)));
  }
  return said;
}

function questionOf({ field, text, q }: ScoredLine): SecondQuestion | undefined {
  const asked = (key: string) => hints.get(key)?.ask ?? key;
  const labels = (key: string) => (hints.get(key)?.choices ?? []).map((choice) => choice.value);
  switch (field) {
    case 'yesNo':
      return { text, ask: asked(q ?? ''), kind: 'yesNo' };
    case 'population':
      return { text, ask: asked('population'), kind: 'count' };
    case 'money':
      return { text, ask: asked('annualIncome'), kind: 'money' };
    case 'dropoutReason':
      return { text, ask: asked('dropoutReason'), kind: 'choice', choices: labels('dropoutReason') };
    case 'incomeSource':
      return { text, ask: asked('incomeSource'), kind: 'choices', choices: labels('incomeSource') };
    case 'housing':
      return { text, ask: asked('housingSafe'), kind: 'yesNo' };
    case 'water':
      return { text, ask: asked('waterProblem'), kind: 'yesNo' };
    default:
      return undefined;
  }
}

/** The reader's plain value in the shape of the field. */
function inField(field: string, said: SecondSaid | null): SecondSaid | null {
  if (said === null || said.value === null) return said;
  switch (field) {
    case 'money':
      return { ...said, value: { amount: said.value, period: 'year' } };
    case 'dropoutReason':
      return { ...said, value: { reason: said.value } };
    case 'incomeSource':
      return { ...said, value: { sources: said.value } };
    case 'housing':
      return { ...said, value: { safe: said.value } };
    case 'water':
      return { ...said, value: { problem: said.value } };
    default:
      return said;
  }
}
