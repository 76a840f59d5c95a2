import { readFile } from 'node:fs/promises';
import { agreed, type FieldSaid, type SecondSaid } from '../../conversations/reading/agreement.ts';
import {
  isField,
  keyCalled,
  readCells,
  type Understood,
  understandField,
} from '../../conversations/understanding/index.ts';
import {
  isRecord,
  isSame,
  type ScoredLine,
  type ScoreVerdict,
  scoredLine,
  verdictOf,
  verdicts,
} from './score-verdict.ts';
import { secondOf } from './second.ts';
import { hints } from './understand.ts';

interface Scoring {
  file: string;
  misses: boolean;
  /** Recorded second readings, or where a second reader answers. */
  second?: string | undefined;
  env?: Readonly<Record<string, string | undefined>>;
}

/** One line, or one cell of a whole message, with what came of it. */
interface Scored {
  field: string;
  about: string;
  verdict: ScoreVerdict;
  said: FieldSaid;
  expect: unknown;
}

/** `ruhu understand --score <file.jsonl>`: how well the reader reads a file whose meanings are written beside. */
export async function runScore(
  { file, misses, second, env = {} }: Scoring,
  output: NodeJS.WritableStream,
): Promise<number> {
  const lines = (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => scoredLine.parse(JSON.parse(line)));
  const seconds = second === undefined ? [] : await secondOf(second, lines, env);
  const scored = lines.flatMap((line, i) => scoredOf(line, seconds[i] ?? null));
  output.write(tableOf(scored));
  if (misses) for (const line of scored.filter((s) => s.verdict !== 'right')) output.write(missOf(line));
  return 0;
}

function scoredOf(line: ScoredLine, second: SecondSaid | null): Scored[] {
  if (line.field === 'multi' && !line.ambiguous) return cellsOf(line);
  const first = isField(line.field)
    ? saidOf(understandField(line.field, line.text, line.q ?? undefined, hints.get(line.q ?? '')))
    : ({ is: 'nothing' } as const);
  const said = agreed(first, second, (a, b) => isSame(line.field, a, b));
  const about = `${line.q ?? ''} ${line.text}`.trim();
  return [
    { field: line.field, about, verdict: verdictOf(line.field, line, said), said, expect: line.expect },
  ];
}

/** A whole message counts once for each ledger cell that it tells. */
function cellsOf(line: ScoredLine): Scored[] {
  const cells = readCells(line.text);
  const expected = isRecord(line.expect) ? Object.entries(line.expect) : [];
  return expected.map(([key, expect]) => {
    const cell = cells.get(keyCalled(key));
    const said = cell === undefined ? ({ is: 'nothing' } as const) : saidOf(cell);
    const verdict = verdictOf('multi', { expect, ambiguous: line.ambiguous }, said);
    return { field: 'multi', about: `${key} ${line.text}`, verdict, said, expect };
  });
}

/** What is sure, asked or not read, in the words of scoring. */
export function saidOf(understood: Understood): FieldSaid {
  switch (understood.status) {
    case 'value':
      return { is: 'sure', value: understood.value };
    case 'control':
      return { is: 'sure', value: understood.control };
    case 'ask':
      return { is: 'ask', value: understood.value };
    case 'none':
      return { is: 'nothing' };
  }
}

const headings: Readonly<Record<ScoreVerdict, string>> = {
  right: '读对',
  oneTap: '一点就对',
  asked: '反问',
  wrong: '错记',
  overSure: '该问没问',
};

function tableOf(scored: readonly Scored[]): string {
  const fields = [...new Set(scored.map((s) => s.field))];
  const rows = [
    ...fields.map((field) => [field, scored.filter((s) => s.field === field)] as const),
    ['合计', scored] as const,
  ];
  const lines = rows.map(([name, of]) => {
    const cells = verdicts.map((verdict) => shareOf(of, verdict));
    return [name.padEnd(14), String(of.length).padStart(5), ...cells].join(' | ');
  });
  const head = ['项'.padEnd(13), '   数', ...verdicts.map((v) => headings[v])].join(' | ');
  return `${[head, ...lines].join('\n')}\n`;
}

function shareOf(of: readonly Scored[], verdict: ScoreVerdict): string {
  const count = of.filter((s) => s.verdict === verdict).length;
  const share = of.length === 0 ? 0 : (100 * count) / of.length;
  return `${share.toFixed(1)}% (${count})`.padStart(12);
}

function missOf({ field, about, verdict, said, expect }: Scored): string {
  const found = said.is === 'nothing' ? '' : JSON.stringify(said.value);
  return `${headings[verdict]}\t${field}\t${about}\t${said.is} ${found}\t${JSON.stringify(expect)}\n`;
}
