import type { Reply } from '../../conversations/contract/turn.ts';
import type { Outbound } from '../channels/channel.ts';
import { urgingOrderDocument } from '../documents/word-urging-order.ts';

/** The written order to hurry as a Word file: its words were decided when it was sent. */
export async function makeUrgingOrder({
  args,
  fileName,
}: NonNullable<Reply['document']>): Promise<Outbound['content'] | undefined> {
  const data = await urgingOrderDocument({
    no: args['no'] ?? '',
    unit: args['unit'] ?? '',
    words: args['words'] ?? '',
    date: args['date'] ?? '',
    year: Number(args['year'] ?? 0),
    office: args['office'] ?? '',
  });
  return { type: 'file', name: fileName, data };
}
