import { z } from 'zod';
import type { DocumentRequest } from '../../conversations/contract/turn.ts';
import type { Content } from '../channels/channel.ts';
import { papersDocument } from '../documents/word-papers.ts';

const papers = z.array(z.object({ title: z.string(), lines: z.array(z.string()) }));

/** The papers of a monitoring lead as a Word file: their words were decided when they were asked for. */
export async function makeLeadPapers({ args, fileName }: DocumentRequest): Promise<Content> {
  const data = await papersDocument(papers.parse(JSON.parse(args['papers'] ?? '[]')));
  return { type: 'file', data, name: fileName };
}
