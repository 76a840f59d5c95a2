import { areaOf, type MergedArea } from './merged-cells.ts';
import { WholeCharacterReader } from './whole-characters.ts';

/** What of a sheet is no cell: what is merged and what is hidden. */
interface SheetLayout {
  merged: MergedArea[];
  /** Row numbers from 1. */
  hidden: Set<number>;
}

interface ScannedSheet {
  sheetNo: string;
  pieces: AsyncIterable<string>;
}

/** Hands out each sheet as text instead of rows. */
class SheetScanner extends WholeCharacterReader {
  override *_parseWorksheet(pieces: AsyncIterable<Uint8Array | string>, sheetNo: string): Generator<unknown> {
    yield { eventType: 'worksheet', value: { sheetNo, pieces: decoded(pieces) } satisfies ScannedSheet };
  }
}

const interesting =
  /<(?:\w+:)?(?:mergeCell\s[^>]*?\bref="([^"]+)"|row\s([^>]*?)\bhidden="(?:1|true)")[^>]*>/g;
/** A tag of these kinds is never longer. */
const longestTag = 2_000;

/**
 * Looks through a workbook once for what the row reader doesn't tell: merged cells stand behind the rows they hold
 * for. By number of the sheet's part.
 */
export async function scanLayout(file: string): Promise<ReadonlyMap<string, SheetLayout>> {
  const found = new Map<string, SheetLayout>();
  const scanner = new SheetScanner(file, {
    sharedStrings: 'cache',
    styles: 'ignore',
    hyperlinks: 'ignore',
    worksheets: 'emit',
  });
  for await (const sheet of scanner as unknown as AsyncIterable<ScannedSheet>) {
    const layout: SheetLayout = { merged: [], hidden: new Set() };
    let rest = '';
    for await (const piece of sheet.pieces) {
      const text = rest + piece;
      let read = 0;
      for (const match of text.matchAll(interesting)) {
        const area = match[1] === undefined ? undefined : areaOf(match[1]);
        if (area !== undefined) layout.merged.push(area);
        const row = match[1] === undefined ? /\br="(\d+)"/.exec(match[0])?.[1] : undefined;
        if (row !== undefined) layout.hidden.add(Number(row));
        read = match.index + match[0].length;
      }
      rest = text.slice(Math.max(read, text.length - longestTag));
    }
    found.set(sheet.sheetNo, layout);
  }
  return found;
}

async function* decoded(pieces: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const piece of pieces)
    yield typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
}
