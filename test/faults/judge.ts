import { demoCounty } from '../../conversations/campaign/counties.ts';
import type { Ground } from './ground.ts';
import type { Said } from './people.ts';

export interface Judgement {
  acknowledged: number;
  /** Acknowledged and not in the database. */
  lost: number;
  /** Answers logged more than once for one message. */
  doubled: number;
  /** Acknowledged, stored, and the reply never arrived. */
  unanswered: number;
  /** Replies that arrived more than once, of all that arrived. */
  repeated: number;
  replied: number;
  /** Replies that had not arrived after ten seconds, though the message was taken in. */
  late: number;
  /** Longest time without any message taken in, while people talked all the time; milliseconds. */
  longestSilenceMs: number;
  /** What stands in the outbox as given up, and what is still to be sent though all is at rest. */
  parked: number;
  queued: number;
  missing: string[];
}

/** Compares what people were told with what the database holds. */
export async function judge(ground: Ground): Promise<Judgement> {
  const acknowledged = ground.people.said.filter((said) => said.acknowledgedAt !== null);
  const { inbox, answers, outbox } = await ground.inDatabase(async (tx) => ({
    inbox: new Set(
      (
        await tx.sql<{ id: string }[]>`
          select message_id as id from inbox where county = ${demoCounty} and channel = 'wecom'`
      ).map(({ id }) => id),
    ),
    answers: new Map(
      (
        await tx.sql<{ id: string; n: number }[]>`
          select message_id as id, count(*)::int as n from answer where county = ${demoCounty} and question = 'annualIncome'
          group by message_id`
      ).map(({ id, n }) => [id, n]),
    ),
    outbox: (
      await tx.sql<{ parked: number; queued: number }[]>`
        select count(*) filter (where status = 'dead')::int as parked,
          count(*) filter (where status = 'queued' and due_at <= now())::int as queued
        from outbox where county = ${demoCounty} and kind = 'reply'`
    )[0],
  }));
  const found = (said: Said) => [...inbox].some((id) => id === said.id || id.endsWith(said.id));
  const timesLogged = (said: Said) =>
    [...answers].find(([id]) => id === said.id || id.endsWith(said.id))?.[1] ?? 0;
  const lost = acknowledged.filter((said) => !found(said));
  const valued = acknowledged.filter(({ yuan }) => yuan !== null);
  const replies = valued.map((said) => ({
    said,
    times: ground.people.replies(said),
    logged: timesLogged(said),
  }));
  const unanswered = replies.filter(({ times, logged }) => times === 0 && logged > 0);
  return {
    acknowledged: acknowledged.length,
    lost: lost.length,
    doubled: replies.filter(({ logged }) => logged > 1).length,
    unanswered: unanswered.length,
    repeated: replies.filter(({ times }) => times > 1).length,
    replied: replies.filter(({ times }) => times > 0).length,
    late: valued.filter(({ late }) => late).length,
    longestSilenceMs: longestSilence(acknowledged),
    parked: outbox?.parked ?? 0,
    queued: outbox?.queued ?? 0,
    missing: [...lost, ...unanswered.map(({ said }) => said)].map(({ id }) => id),
  };
}

function longestSilence(acknowledged: readonly Said[]): number {
  const times = acknowledged.map(({ acknowledgedAt }) => acknowledgedAt ?? 0).sort((a, b) => a - b);
  return Math.round(Math.max(0, ...times.slice(1).map((at, i) => at - (times[i] ?? at))));
}
