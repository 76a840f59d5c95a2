import { createInterface } from 'node:readline';
import { z } from 'zod';
import { campaigns } from '../../conversations/campaigns/all.ts';
import { hintsOf } from '../../conversations/reading/hints.ts';
import { isField, type Understood, understandField } from '../../conversations/understanding/index.ts';

/** One input line; anything else is answered with status `none`. */
const request = z.object({ field: z.string(), text: z.string(), q: z.string().nullish() });

/** What the campaigns' forms say of each question, by key; the first campaign that has it counts. */
export const hints = new Map(
  [...campaigns]
    .reverse()
    .flatMap(({ householdForm }) => hintsOf(householdForm).map((hint) => [hint.key, hint])),
);

/** Lines longer than this are refused unread, so that no input can fill the memory. */
const maxLine = 100_000;

/**
 * `ruhu understand`: JSON lines {field,text,q?} in, {text,status,value?} out, in the same order and as they come.
 * A line that is no such object is answered with an empty text and status `none`.
 */
export async function runUnderstand(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    if (!output.write(`${JSON.stringify(answerLine(line))}\n`)) await drained(output);
  }
}

interface UnderstoodLine {
  text: string;
  status: Understood['status'];
  value?: unknown;
}

/** The answer to one line of input. */
function answerLine(line: string): UnderstoodLine {
  const parsed = parse(line);
  if (!parsed) return { text: '', status: 'none' };
  const { field, text, q } = parsed;
  if (!isField(field)) return { text, status: 'none' };
  const understood = understandField(field, text, q ?? undefined, hints.get(q ?? ''));
  const found = shown(understood);
  return found === undefined
    ? { text, status: understood.status }
    : { text, status: understood.status, value: found };
}

function parse(line: string): z.infer<typeof request> | undefined {
  if (line.length > maxLine) return undefined;
  let json: unknown;
  try {
    // A file saved on Windows may open with a byte order mark.
    json = JSON.parse(line.replace(/^\ufeff/, ''));
  } catch {
    // The caller learns it from the answer: an empty text and status none.
    return undefined;
  }
  const checked = request.safeParse(json);
  return checked.success ? checked.data : undefined;
}

function shown(understood: Understood): unknown {
  if (understood.status === 'control') return understood.control;
  return understood.status === 'none' ? undefined : understood.value;
}

function drained(output: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => output.once('drain', resolve));
}
