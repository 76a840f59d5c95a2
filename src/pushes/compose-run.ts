import { campaignOf } from '../../conversations/campaigns/all.ts';
import type { CampaignSettings } from '../../conversations/contract/session.ts';
import type { Course } from '../../conversations/progress/overview.ts';
import { eveningDigests } from '../../conversations/pushes/evening-people.ts';
import type { StaffPushFacts } from '../../conversations/pushes/facts.ts';
import { morningPushes } from '../../conversations/pushes/morning-people.ts';
import { type Push, receiverKey } from '../../conversations/pushes/push.ts';
import { townshipSummaries, villageNotes } from '../../conversations/pushes/room-pushes.ts';
import type { Due, PushSettings } from '../../conversations/pushes/schedule.ts';
import type { Db } from '../../db/base/transaction.ts';
import { eveningFacts, morningFacts, roomFacts } from '../../db/pushes/read.ts';

interface ComposedRun {
  pushes: Push[];
  /** Receivers who want deadlines only. */
  muted: ReadonlySet<string>;
}

/** Reads what a run needs and has its messages composed. */
export async function composeRun(
  db: Db,
  due: Due,
  campaign: CampaignSettings,
  settings: PushSettings,
  now: number,
): Promise<ComposedRun> {
  const { calendar } = settings;
  // Households are to be done by their own day, before the report.
  const end = campaign.householdsBy ?? campaign.end;
  const day = { date: due.date, start: campaign.start, end: end < due.date ? campaign.end : end, calendar };
  const course: Course = {
    campaign: campaignOf(campaign).texts.short,
    date: due.date,
    evening: true,
    start: campaign.start,
    end: campaign.end,
    calendar,
  };
  switch (due.job) {
    case 'morning': {
      const facts = await morningFacts(db, due.date);
      const whole = {
        ...day,
        reportDeadline: campaign.reportDeadline,
        deadlinesOnly: due.deadlinesOnly,
      };
      return { pushes: morningPushes(facts, whole), muted: mutedOf(facts.staff) };
    }
    case 'villageNote':
      return { pushes: villageNotes(await roomFacts(db, due.date, true), day), muted: new Set() };
    case 'townshipSummary':
      return {
        pushes: townshipSummaries(await roomFacts(db, due.date, false), course, now),
        muted: new Set(),
      };
    case 'eveningDigest': {
      const facts = await eveningFacts(db, due.date, campaign);
      return {
        pushes: eveningDigests(facts, campaign.reportDeadline, course, now),
        muted: mutedOf(facts.staff),
      };
    }
  }
}

function mutedOf(staff: readonly StaffPushFacts[]): Set<string> {
  return new Set(staff.filter((s) => s.muted).map((s) => receiverKey({ staff: s.id })));
}
