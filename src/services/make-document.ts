import type { Session } from '../../conversations/engine/session.ts';
import type { Reply } from '../../conversations/engine/turn.ts';
import type { Outbound } from '../channels/channel.ts';
import type { Workplace } from '../workplace.ts';
import { makeEntryLink } from './make-entry-link.ts';

/** Makes one kind of document for a reply, in the scope of who asked; undefined when there is nothing to make. */
export type DocumentMaker = (
  place: Workplace,
  request: NonNullable<Reply['document']>,
  session: Session,
) => Promise<Outbound['content'] | undefined>;

/** What replies may ask for, by kind. */
const makers: Readonly<Record<string, DocumentMaker>> = {
  entryLink: makeEntryLink,
  selfReport: async (...asked) => (await import('./make-report.ts')).makeSelfReport(...asked),
  comparison: async (...asked) => (await import('./compare-register.ts')).makeComparison(...asked),
  progressPicture: picture,
  householdSheet: async (...asked) => (await import('./make-list-sheet.ts')).makeHouseholdSheet(...asked),
  problemSheet: async (...asked) => (await import('./make-list-sheet.ts')).makeProblemSheet(...asked),
};

/** Makes one kind of document for a push: what it may show was decided when the push was queued. */
export type PushDocumentMaker = (
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

/** The picture behind a push; throws when it can't be made, so that the push is tried again. */
export async function makePushDocument(
  place: Workplace,
  request: NonNullable<Reply['document']>,
): Promise<Outbound['content'] | undefined> {
  return pushMakers[request.kind]?.(place, request);
}

/** The picture or spreadsheet a reply asks for; a failure costs the document, never the reply. */
export async function makeDocument(
  place: Workplace,
  reply: Reply,
  session: Session,
): Promise<Outbound['content'] | undefined> {
  const request = reply.document;
  const maker = request === undefined ? undefined : makers[request.kind];
  if (request === undefined || maker === undefined) return undefined;
  try {
    return await maker(place, request, session);
  } catch (error) {
    place.log.error({ err: error, kind: request.kind }, 'a document could not be made');
    return undefined;
  }
}
