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
const makers: Readonly<Record<string, DocumentMaker>> = { entryLink: makeEntryLink };

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
