import { readFile } from 'node:fs/promises';
import yauzl from 'yauzl';

/** The files inside a .zip by name. */
export async function unzip(file: string | Buffer): Promise<Map<string, Buffer>> {
  const data = typeof file === 'string' ? await readFile(file) : file;
  return new Promise((done, failed) => {
    yauzl.fromBuffer(data, { lazyEntries: true }, (error, zip) => {
      if (error !== null || zip === undefined) return failed(error);
      const found = new Map<string, Buffer>();
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (problem, stream) => {
          if (problem !== null || stream === undefined) return failed(problem);
          const parts: Buffer[] = [];
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('end', () => {
            found.set(entry.fileName, Buffer.concat(parts));
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => done(found));
      zip.on('error', failed);
      zip.readEntry();
    });
  });
}

const textIn = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
    .map((m) => m[1])
    .join('')
    .replaceAll('&amp;', '&');

/** A Word file's XML and its running text. */
export async function docxText(
  file: string | Buffer,
): Promise<{ document: string; footer: string; text: string }> {
  const parts = await unzip(file);
  const document = parts.get('word/document.xml')?.toString('utf8') ?? '';
  const footer = [...parts]
    .filter(([name]) => name.startsWith('word/footer'))
    .map(([, xml]) => textIn(xml.toString('utf8')))
    .join('');
  return { document, footer, text: textIn(document) };
}

/** The text of each paragraph. */
export async function paragraphs(file: string | Buffer): Promise<string[]> {
  const { document } = await docxText(file);
  return document.split('</w:p>').map(textIn);
}
