import { addDays } from '../../conversations/calendar/days.ts';
import type { CampaignSettings } from '../../conversations/contract/session.ts';
import type { EveningFacts, MorningFacts, RoomPushFacts } from '../../conversations/pushes/facts.ts';
import type { Db } from '../base/transaction.ts';
import { pressingLeads } from '../leads/read.ts';
import { countVillages } from '../progress/progress.ts';
import {
  boundRooms,
  forcesByVillage,
  groupsLeft,
  leadsByTownship,
  problemsByLeadUnit,
  problemsByTownship,
  reportsOf,
  staffFacts,
} from './facts.ts';
import { firstInQueue, lots, newsSince, pressingProblems, unfinished } from './lists.ts';
import { lastRunBefore } from './runs.ts';

/** Everything the morning messages are made from. */
export async function morningFacts(db: Db, date: string): Promise<MorningFacts> {
  return {
    staff: await staffFacts(db),
    lots: await lots(db, date),
    first: await firstInQueue(db, date),
    unfinished: await unfinished(db, date),
    problems: await pressingProblems(db, date),
    news: await newsSince(db, (await lastRunBefore(db, 'morning', date)) ?? addDays(date, -1), date),
    leads: await pressingLeads(db, date),
    forces: await forcesByVillage(db, date),
    reports: await reportsOf(db),
    lastTold: (await lastRunBefore(db, 'morning', date)) ?? addDays(date, -1),
  };
}

/** What the pushes to groups are made from; the villages' own groups only where they are told. */
export async function roomFacts(db: Db, date: string, withGroups: boolean): Promise<RoomPushFacts> {
  const rooms = await boundRooms(db);
  const villages = rooms.filter((r) => r.kind === 'village').map((r) => r.unit);
  return {
    rooms,
    villages: await countVillages(db, { today: date }),
    groups: withGroups ? await groupsLeft(db, villages) : new Map(),
    problems: await problemsByTownship(db, date),
  };
}

/** Also for 日报 asked in chat: the same facts, so the same numbers. */
export async function eveningFacts(
  db: Db,
  date: string,
  campaign: Pick<CampaignSettings, 'countyName'>,
): Promise<EveningFacts> {
  return {
    ...(await roomFacts(db, date, false)),
    staff: await staffFacts(db),
    leadUnits: await problemsByLeadUnit(db, date),
    leads: await leadsByTownship(db, date),
    forces: await forcesByVillage(db, date),
    reports: await reportsOf(db),
    county: { name: campaign.countyName },
  };
}
