import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { unquoted } from './cell-text.ts';
import { FileFault } from './file-fault.ts';
import type { RawRow } from './table.ts';
import { decodedText } from './text-encoding.ts';

const delimiters = [',', ';', '\t', '，', '；', '|'] as const;

/** Streams the rows of a .csv in whatever encoding and with whatever separator it was saved. */
export async function* readCsvRows(file: string): AsyncGenerator<RawRow> {
  const text = await withFirstPiece(decodedText(createReadStream(file)));
  const announced = /^sep=(.)\r?\n/i.exec(text.first)?.[1];
  const parser = parse({
    delimiter: announced ?? likelyDelimiter(text.first),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 1_000_000,
  });
  // The parser reports what goes wrong upstream too; the callback only keeps it from being reported twice.
  pipeline(Readable.from(text.all()), parser, () => undefined);
  let rowNumber = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      rowNumber += 1;
      if (rowNumber === 1 && announced !== undefined) continue;
      yield { sheet: null, rowNumber, cells: record.map((cell) => unquoted(cell.trim())) };
    }
  } catch (cause) {
    if (cause instanceof FileFault) throw cause;
    throw new FileFault(
      `第 ${lineOf(cause) ?? rowNumber + 1} 行附近读不下去：引号没有成对，请检查这一行里的英文引号。`,
      {
        cause,
      },
    );
  }
}

/** Where the parser stopped: it reads ahead of the rows it has handed out. */
function lineOf(cause: unknown): number | undefined {
  const lines = cause instanceof Error && 'lines' in cause ? cause.lines : undefined;
  return typeof lines === 'number' ? lines : undefined;
}

/** The separator that cuts the first lines most often; a comma where nothing does. */
function likelyDelimiter(start: string): string {
  const lines = start
    .split(/\r?\n/)
    .slice(0, 10)
    .map((line) => line.replace(/"[^"]*"/g, ''));
  const counts = delimiters.map((d) => ({
    d,
    n: Math.max(...lines.map((line) => line.split(d).length - 1)),
  }));
  return counts.reduce((best, next) => (next.n > best.n ? next : best)).d;
}

/** Looks at the first piece of a stream and gives the whole back. */
async function withFirstPiece(
  pieces: AsyncGenerator<string>,
): Promise<{ first: string; all(): AsyncGenerator<string> }> {
  let first = '';
  // A piece may be as short as a byte order mark: go on until there is something to look at.
  while (first.length < 2_000) {
    const next = await pieces.next();
    if (next.done) break;
    first += next.value;
  }
  return {
    first,
    all: async function* () {
      yield first;
      yield* pieces;
    },
  };
}
