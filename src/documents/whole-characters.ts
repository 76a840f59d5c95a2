import type { Readable } from 'node:stream';
import Excel from '@protobi/exceljs';

/** What the library's streaming reader does with each part of the file; not in its types. */
interface Parts {
  _parseRels(entry: Readable): Promise<void>;
  _parseWorkbook(entry: Readable): Promise<void>;
  _parseStyles(entry: Readable): Promise<void>;
  _parseSharedStrings(entry: Readable): AsyncGenerator<unknown>;
  _parseWorksheet(pieces: AsyncIterable<Uint8Array | string>, sheetNo: string): Generator<unknown>;
}

type Reader = Excel.stream.xlsx.WorkbookReader & Parts;
const LibraryReader = Excel.stream.xlsx.WorkbookReader as unknown as new (
  ...args: ConstructorParameters<typeof Excel.stream.xlsx.WorkbookReader>
) => Reader;

/**
 * The library (4.4.0-protobi.10) decodes each piece of a file by itself, so a Chinese character that lies across
 * two pieces, one in about 50 000, comes out as �. Here every part arrives as text that was decoded in one go.
 */
export class WholeCharacterReader extends LibraryReader {
  override _parseRels(entry: Readable): Promise<void> {
    return super._parseRels(entry.setEncoding('utf8'));
  }

  override _parseWorkbook(entry: Readable): Promise<void> {
    return super._parseWorkbook(entry.setEncoding('utf8'));
  }

  override _parseStyles(entry: Readable): Promise<void> {
    return super._parseStyles(entry.setEncoding('utf8'));
  }

  override _parseSharedStrings(entry: Readable): AsyncGenerator<unknown> {
    return super._parseSharedStrings(entry.setEncoding('utf8'));
  }

  override _parseWorksheet(pieces: AsyncIterable<Uint8Array | string>, sheetNo: string): Generator<unknown> {
    return super._parseWorksheet(decoded(pieces), sheetNo);
  }
}

async function* decoded(pieces: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const piece of pieces)
    yield typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
}
