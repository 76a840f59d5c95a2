import { createWriteStream, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { entryName } from '../../src/documents/archive.ts';
import { readTable } from '../../src/documents/sheet-reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'ruhu-borders-'));

async function rowsIn(file: string): Promise<Record<string, string>[]> {
  const rows: Record<string, string>[] = [];
  for await (const event of readTable(file, (cells) => (cells.includes('姓名') ? cells.length : 0)))
    if (event.is === 'row') rows.push(event.cells);
  return rows;
}

describe('a workbook made to be endless', () => {
  const bomb = async (name: string): Promise<string> => {
    const file = join(folder, name);
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('<a/>'), '[Content_Types].xml', { compress: false });
    zip.addReadStream(Readable.from(repeated('<si/>', 8_000_000)), 'xl/sharedStrings.xml');
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(file));
    expect(statSync(file).size).toBeLessThan(1_000_000);
    return file;
  };

  it('is refused in words before anything of it is read', async () => {
    await expect(rowsIn(await bomb('bomb.xlsx'))).rejects.toThrow(/解开后大得不正常/u);
  });

  it('is refused as an .ods too, which is read whole', async () => {
    const file = join(folder, 'bomb.ods');
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('application/vnd.oasis.opendocument.spreadsheet'), 'mimetype', {
      compress: false,
    });
    zip.addReadStream(Readable.from(repeated('<text:p/>', 8_000_000)), 'content.xml');
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(file));
    await expect(rowsIn(file)).rejects.toThrow(/解开后大得不正常/u);
  });

  it('is refused also where it says of its parts that they are small', async () => {
    const file = await bomb('liar.xlsx');
    const bytes = readFileSync(file);
    for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4))
      bytes.writeUInt32LE(1_000, at + 24);
    writeFileSync(file, bytes);
    await expect(rowsIn(file)).rejects.toThrow(/解开后大得不正常/u);
  });

  it('is refused also where it doesn’t name the part at all', async () => {
    const file = await bomb('hidden.xlsx');
    const bytes = readFileSync(file);
    const end = Buffer.from(bytes.subarray(bytes.lastIndexOf('PK\u0005\u0006')));
    end.fill(0, 8, 16);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, bytes.indexOf('PK\u0001\u0002')), end]));
    await expect(rowsIn(file)).rejects.toThrow(/解开后大得不正常/u);
  });
});

function* repeated(text: string, times: number): Generator<Buffer> {
  const block = Buffer.from(text.repeat(10_000));
  for (let n = 0; n < times; n += 10_000) yield block;
}

describe('headings that mean something to the program', () => {
  it('are headings like any other: constructor, toString, __proto__', async () => {
    const file = join(folder, 'headings.csv');
    writeFileSync(file, '姓名,constructor,toString,__proto__\n张三,甲,乙,丙\n');
    const [row] = await rowsIn(file);
    expect(Object.entries(row ?? {}).map(([heading, text]) => `${heading}=${text}`)).toEqual([
      '姓名=张三',
      'constructor=甲',
      'toString=乙',
      '__proto__=丙',
    ]);
  });
});

describe('a name in an archive', () => {
  it.each([
    ['..', '_'],
    ['.', '_'],
    ['', '_'],
    ['3组. ', '3组'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['a/../b', 'a_.._b'],
    ['张三', '张三'],
  ])('%j leads nowhere else and stands on every system: %j', (words, name) => {
    expect(entryName(words)).toBe(name);
  });
});
