import type { UnitCode, UnitKind } from '../contract/ids.ts';
import type { CampaignSettings } from '../contract/session.ts';
import type { DigestFacts } from './evening-digest.ts';
import type { PushSettings } from './schedule.ts';

/** What the bot cost people and what it saved them, over some days. */
export interface Receipt {
  /** Messages nobody asked for, deadlines left out, and the most that one person got on one day. */
  pushes: number;
  people: number;
  most: number;
  roomPushes: number;
  rooms: number;
  roomMost: number;
  /** Not sent because of mute or budget. */
  withheld: number;
  /** Since the campaign began: */
  visits: number;
  /** answers that the register had and a helper only confirmed, */
  confirmed: number;
  /** lines of the problem ledger, */
  problems: number;
  /** and days for which summaries were made by themselves. */
  digestDays: number;
}

export interface PushNeeds {
  /** Of the speaker alone (`own`), or of a unit and all below it. */
  receipt: { in: { own: boolean; unit?: UnitCode; from: string; today: string }; out: Receipt };
  /** What the evening digest of a county or township says. */
  digestFacts: {
    in: { unit: UnitCode; unitName: string; unitKind: UnitKind; today: string };
    out: DigestFacts;
  };
  pushSettings: { in: Record<string, never>; out: PushSettings };
}

export type ReceiptChange =
  | { do: 'mute'; muted: boolean }
  /** Parts of the campaign's settings and of the schedule that the county office set anew. */
  | { do: 'changeCampaign'; campaign: Partial<CampaignSettings> }
  | { do: 'changeSchedule'; schedule: Partial<PushSettings> };

declare module '../contract/needs.ts' {
  interface Needs extends PushNeeds {}
}

declare module '../contract/changes.ts' {
  interface ChangesByNoun {
    receipt: ReceiptChange;
  }
}
