import { z } from 'zod';
import type { ClaimedPush } from '../../db/outbox/outbox.ts';
import type { Address, Capabilities, Content, Outbound } from '../channels/channel.ts';
import { splitText } from '../channels/text-split.ts';

const address = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('private'), externalId: z.string().min(1) }),
  z.object({
    kind: z.literal('room'),
    externalId: z.string().min(1),
    mention: z.array(z.string()).optional(),
  }),
]);

const document = z.object({
  kind: z.string(),
  args: z.record(z.string(), z.string()),
  fileName: z.string(),
});

/** The id of the staff who asked for a document, and the key of the chat he asked in. */
const askedBy = z.object({ staff: z.string(), chat: z.string() });

export type AskedBy = z.infer<typeof askedBy>;

const body = z.object({
  type: z.literal('text'),
  text: z.string(),
  document: document.optional(),
  askedBy: askedBy.optional(),
});

type Document = z.infer<typeof document>;

/** What makes pictures for messages, and makes them smaller. Missing where it can't run. */
export interface Making {
  /**
   * The document behind a message, or undefined where there is none to make any more. `asked` says who asked
   * for it; a push has none.
   */
  document?(request: Document, asked: AskedBy | undefined): Promise<Content | undefined>;
  /** The same picture in at most so many bytes, or null. */
  shrink?(data: Uint8Array, maxBytes: number): Promise<Extract<Content, { type: 'image' }> | null>;
}

/** The next message to send for a push; none where the document can't be made. */
interface PushPart {
  message: Outbound | null;
  last: boolean;
}

function addressOf(push: ClaimedPush): Address {
  const read = address.parse(push.address);
  if (read.kind === 'private') return read;
  const { kind, externalId, mention } = read;
  return { kind, externalId, ...(mention ? { mention } : {}) };
}

/** A picture that the channel takes, or nothing: the text beside it says the same. */
async function fitting(
  content: Content | undefined,
  limits: Capabilities,
  making: Making,
): Promise<Content | null> {
  if (content === undefined) return null;
  if (content.type === 'file') return limits.file ? content : null;
  if (content.type !== 'image') return content;
  if (!limits.image) return null;
  if (content.data.length <= limits.maxImageBytes) return content;
  const smaller = await making.shrink?.(content.data, limits.maxImageBytes);
  return smaller ? { ...smaller, name: content.name } : null;
}

/** A reply that was left behind goes under the key it would have had, so that a platform may know it by that. */
function nameOf(key: string): string {
  return key.replace(/^reply\/[^/]*\//u, '');
}

/**
 * A push goes out as the parts of its text and then its document. Which comes next follows from how many have
 * gone, so that any process can go on where another stopped.
 */
export async function nextPart(
  push: ClaimedPush,
  limits: Capabilities,
  making: Making,
  now: number,
): Promise<PushPart> {
  const { text, document: request, askedBy: asked } = body.parse(push.body);
  const to = addressOf(push);
  const texts = splitText(text, limits.maxTextBytes);
  const said = texts[push.partsSent];
  const last = push.partsSent >= texts.length - 1 + (request === undefined ? 0 : 1);
  const name = nameOf(push.key);
  if (said !== undefined) {
    // Whether a reply that was left behind went out before, nobody knows: its process died, or got no answer.
    const repeat =
      name === push.key ? { unique: true as const } : { mayRepeatMs: now - push.createdAt.getTime() };
    const key = texts.length === 1 ? name : `${name}/${push.partsSent}`;
    return { message: { to, content: { type: 'text', text: said }, key, ...repeat }, last };
  }
  const content = request && (await fitting(await making.document?.(request, asked), limits, making));
  return { message: content ? { to, content, key: `${name}/document` } : null, last };
}
