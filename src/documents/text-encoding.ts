import type { ReadStream } from 'node:fs';
import { FileFault } from './file-fault.ts';

type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** How many bytes are looked at: a Chinese header stands at the very start. */
const sampleBytes = 256 * 1024;

/**
 * Says how a text file was saved: by its byte order mark, else UTF-8 where the start is valid as such, else
 * UTF-16 where every other byte is zero, else GB18030 (which reads GBK and GB2312 too).
 */
export function detectEncoding(sample: Uint8Array, isWhole: boolean): TextEncoding {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return 'utf-8';
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const zeros = countZeros(sample.subarray(0, 4_000));
  if (zeros.odd + zeros.even > 0) return zeros.odd >= zeros.even ? 'utf-16le' : 'utf-16be';
  try {
    // As a stream, a character cut off at the sample's end is no error.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: !isWhole });
    return 'utf-8';
  } catch {
    // Not UTF-8: what else Chinese spreadsheets are saved in.
    return 'gb18030';
  }
}

function countZeros(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  bytes.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  return zeros;
}

/** The text of a byte stream, piece by piece, without a byte order mark. */
export async function* decodedText(stream: ReadStream): AsyncGenerator<string> {
  let sample: Buffer = Buffer.alloc(0);
  let decoder: TextDecoder | null = null;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (decoder !== null) {
      yield decode(decoder, chunk, true);
      continue;
    }
    sample = Buffer.concat([sample, chunk]);
    if (sample.length < sampleBytes) continue;
    decoder = decoderFor(sample, false);
    yield decode(decoder, sample, true);
  }
  decoder ??= decoderFor(sample, true);
  yield sample.length < sampleBytes ? decode(decoder, sample, false) : decode(decoder, undefined, false);
}

function decoderFor(sample: Uint8Array, isWhole: boolean): TextDecoder {
  return new TextDecoder(detectEncoding(sample, isWhole), { fatal: true });
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, more: boolean): string {
  try {
    return decoder.decode(bytes, { stream: more });
  } catch (cause) {
    throw new FileFault('文件里有读不出的字符，可能混了两种编码，请用表格软件打开后另存为 .xlsx 再导入。', {
      cause,
    });
  }
}
