import type { Visit } from '../../conversations/contract/session.ts';
import type { Change } from '../../conversations/contract/turn.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import type { Database } from '../../db/base/connect.ts';
import { type Incoming, type Loaded, loadSession } from '../../db/turn/session.ts';
import { writeTurn } from '../../db/turn/turn.ts';
import { county, units, uuid } from './county.ts';

export type Opened = Extract<Loaded, { is: 'session' }>;

/** Noon of a day in December 2021, Asia/Shanghai, in milliseconds. */
export const december = (day: number): number => Date.UTC(2021, 11, day, 4);

let messages = 0;

/** The next message of a person at the terminal, which binds by itself. */
export function message(staffId: string, part: Partial<Incoming> = {}): Incoming {
  messages += 1;
  return {
    channel: 'terminal',
    messageId: `m${messages}`,
    externalId: `phone of ${staffId}`,
    staffId,
    ...part,
  };
}

export async function open(database: Database, incoming: Incoming): Promise<Opened> {
  const loaded = await loadSession(database, county, incoming);
  if (loaded.is !== 'session') throw new Error('This message was answered already.');
  return loaded;
}

export interface Saying {
  text: string;
  changes?: readonly Change[];
  visitId?: Visit['id'];
  at?: number;
}

/** What became of it, without when. */
interface Stored {
  is: 'ok' | 'stale';
}

export async function save(
  database: Database,
  incoming: Incoming,
  { session, versions }: Opened,
  said: Saying,
): Promise<Stored> {
  const state = { ...session.dialogue, ...(said.visitId === undefined ? {} : { visitId: said.visitId }) };
  const { is } = await writeTurn(database, county, {
    message: { channel: incoming.channel, messageId: incoming.messageId, at: said.at ?? december(10) },
    answerTo: { kind: 'private', externalId: incoming.externalId },
    carried: null,
    session,
    versions,
    turn: { state, replies: [{ text: said.text }], changes: said.changes ?? [] },
  });
  return { is };
}

/** A person's turn from load to commit. */
export async function take(database: Database, staffId: string, said: Saying): Promise<Stored> {
  const incoming = message(staffId);
  return save(database, incoming, await open(database, incoming), said);
}

export function visitOf(
  householdId: Visit['householdId'] | undefined,
  helper: Visit['helper'],
  answers: Answers,
  part: Partial<Visit> = {},
): Visit {
  if (householdId === undefined) throw new Error('No such household.');
  return {
    id: uuid() as Visit['id'],
    householdId,
    helper,
    status: 'draft',
    outcome: null,
    questionnaire: 'household',
    questionnaireVersion: 1,
    answers,
    startedAt: december(10),
    submittedAt: null,
    returnReason: null,
    version: 0,
    ...part,
  };
}

/** The changes that store a visit and log its answers. */
export function saved(visit: Visit, village = units.liuyuan, township = units.longcheng): Change[] {
  const answers = Object.keys(visit.answers).map((question) => ({
    visitId: visit.id,
    householdId: visit.householdId,
    question,
    before: null,
    after: visit.answers[question] ?? null,
  }));
  const toVerify = Object.keys(visit.answers).filter((key) => visit.answers[key]?.is === 'unsure');
  return [
    {
      do: 'saveVisit',
      visit,
      household: { id: visit.householdId, village, township },
      problemCount: 1,
      toVerify,
      warnings: [],
    },
    { do: 'logAnswers', answers },
  ];
}
