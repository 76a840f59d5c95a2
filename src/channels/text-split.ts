/** Places where a long text may be cut, best first: between paragraphs, after a sentence, after a clause. */
const CUTS: readonly RegExp[] = [
  /\n\n+/gu,
  /\n/gu,
  /[。！？!?；;…]+[”』」）)"']*/gu,
  /[，,、：:]/gu,
  /\s+/gu,
];

/** A cut that leaves less than this share of the room used is passed over for a finer one. */
const LEAST_FILLED = 0.4;

const encoder = new TextEncoder();

/** Length in UTF-8 bytes: what the platforms count. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/** How many UTF-16 units of `text` fit into `maxBytes`, never cutting a character (or its joined parts) in two. */
function fitting(text: string, maxBytes: number): number {
  const whole = fittingOf(new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text), maxBytes);
  // A heap of accents on one letter, longer than a message may be: then between two of its signs.
  return whole > 0 ? whole : fittingOf(signsOf(text), maxBytes);
}

function* signsOf(text: string): Generator<{ segment: string; index: number }> {
  let index = 0;
  for (const segment of text) {
    yield { segment, index };
    index += segment.length;
  }
}

function fittingOf(parts: Iterable<{ segment: string; index: number }>, maxBytes: number): number {
  let bytes = 0;
  let end = 0;
  for (const { segment, index } of parts) {
    bytes += byteLength(segment);
    if (bytes > maxBytes) break;
    end = index + segment.length;
  }
  return end;
}

/** The last good place to cut within the first `room` units, or `room` itself where there is none. */
function cutWithin(text: string, room: number): number {
  for (const pattern of CUTS) {
    let best = 0;
    for (const match of text.slice(0, room).matchAll(pattern)) best = match.index + match[0].length;
    if (best >= room * LEAST_FILLED) return best;
  }
  return room;
}

/**
 * Cuts a text into parts of at most `maxBytes` UTF-8 bytes each, at a paragraph or sentence where possible.
 * Only white space at the cuts is dropped. A short text comes back as the one part; an empty one as none.
 */
export function splitText(text: string, maxBytes: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (byteLength(rest) > maxBytes) {
    const room = fitting(rest, maxBytes);
    if (room === 0) throw new RangeError(`A part of ${maxBytes} bytes can't hold one sign.`);
    const cut = cutWithin(rest, room);
    const part = rest.slice(0, cut).trimEnd();
    if (part !== '') parts.push(part);
    rest = rest.slice(cut).trimStart();
  }
  if (rest !== '') parts.push(rest);
  return parts;
}
