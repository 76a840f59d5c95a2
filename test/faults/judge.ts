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
  missing: string[];
}

/** Compares what people were told with what the database holds. */
export async function judge(ground: Ground): Promise<Judgement> {
  const acknowledged = ground.people.said.filter((said) => said.acknowledgedAt !== null);
  const { inbox, answers } = await ground.inDatabase(async (tx) => ({
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
    missing: [...lost, ...unanswered.map(({ said }) => said)].map(({ id }) => id),
  };
}
