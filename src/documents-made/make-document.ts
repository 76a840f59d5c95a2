import type { Reply } from '../../conversations/contract/turn.ts';
import type { Outbound } from '../channels/channel.ts';
import { makeEntryLink } from '../http/make-entry-link.ts';
import type { AskedBy } from '../pushes/outbox-message.ts';
import type { Workplace } from '../setting/workplace.ts';
import { askerNow, type DocumentAsker } from './asker-now.ts';

/** Makes one kind of document for a reply, in the scope of who asked; undefined when there is nothing to make. */
type DocumentMaker = (
  place: Workplace,
  request: NonNullable<Reply['document']>,
  asker: DocumentAsker,
) => Promise<Outbound['content'] | undefined>;

/** Said in place of a document that was promised and can't be made. */
const notMade: Outbound['content'] = { type: 'text', text: '附件没发成，请再回一次刚才的话。' };

/** What replies may ask for, by kind. */
const makers: Readonly<Record<string, DocumentMaker>> = {
  entryLink: makeEntryLink,
  selfReport: async (...asked) => (await import('./make-report.ts')).makeSelfReport(...asked),
  urgingOrder: async (_, request) => (await import('./make-urging-order.ts')).makeUrgingOrder(request),
  opinionSlips: async (...asked) => (await import('./make-opinion-slips.ts')).makeOpinionSlips(...asked),
  leadPapers: async (_, request) => (await import('./make-lead-papers.ts')).makeLeadPapers(request),
  comparison: async (...asked) => (await import('../imports/compare-register.ts')).makeComparison(...asked),
  progressPicture: picture,
  barsPicture: async (_place, request) =>
    (await import('../documents/bars-picture.ts')).barsPictureMade(request),
  householdSheet: async (...asked) => (await import('./make-list-sheet.ts')).makeHouseholdSheet(...asked),
  inquirySheet: async (...asked) => (await import('./make-list-sheet.ts')).makeInquirySheet(...asked),
  problemSheet: async (...asked) => (await import('./make-list-sheet.ts')).makeProblemSheet(...asked),
};

/** Makes one kind of document for a push: what it may show was decided when the push was queued. */
type PushDocumentMaker = (
  place: Workplace,
  request: NonNullable<Reply['document']>,
) => Promise<Outbound['content'] | undefined>;

/** What pushes may carry, by kind. */
const pushMakers: Readonly<Record<string, PushDocumentMaker>> = { progressPicture: picture };

/** Drawn when it is sent; the drawing libraries are loaded then. */
async function picture(
  _place: Workplace,
  request: NonNullable<Reply['document']>,
): Promise<Outbound['content']> {
  const { progressPicture } = await import('../documents/progress-picture.ts');
  return progressPicture(request);
}

/**
 * The document behind a queued message. A push's picture throws when it can't be made, so that the push is tried
 * again. A reply that was left behind is made for who asked, by what he may see now.
 */
export async function makePushDocument(
  place: Workplace,
  request: NonNullable<Reply['document']>,
  askedBy?: AskedBy,
): Promise<Outbound['content'] | undefined> {
  if (askedBy === undefined) return pushMakers[request.kind]?.(place, request);
  const asker = await askerNow(place, askedBy);
  return asker === null ? notMade : makeDocument(place, { document: request }, asker);
}

/** The picture or spreadsheet a reply asks for; a failure costs the document, never the reply. */
export async function makeDocument(
  place: Workplace,
  reply: Pick<Reply, 'document'>,
  asker: DocumentAsker,
): Promise<Outbound['content'] | undefined> {
  const request = reply.document;
  const maker = request === undefined ? undefined : makers[request.kind];
  if (request === undefined || maker === undefined) return undefined;
  try {
    return await maker(place, request, asker);
  } catch (error) {
    place.log.error({ err: error, kind: request.kind }, 'a document could not be made');
    return notMade;
  }
}
