import { z } from 'zod';
import { answers } from '../form/answer.ts';
import { problemCategories } from './finding.ts';
import type { Household } from './household.ts';
import {
  type accountId,
  campaignId,
  householdId,
  roomId,
  staffId,
  unitCode,
  unitKinds,
  visitId,
} from './ids.ts';
import type { DialogueState } from './state.ts';

export const roles = [
  'helper',
  'villageCadre',
  'townshipCadre',
  'departmentOfficer',
  'countyOffice',
  'leader',
  'inspector',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** Who speaks: a member of staff with roles, bound to one unit. */
const speaker = z.object({
  id: staffId,
  name: z.string(),
  roles: z.array(z.enum(roles)),
  unit: unitCode,
  unitKind: z.enum(unitKinds),
  unitName: z.string(),
  /** The township above a village (itself for a township); absent for county and departments. */
  township: unitCode.optional(),
  muted: z.boolean().default(false),
});
export type Speaker = z.infer<typeof speaker>;

/** Where it is said. `key` tells one chat from another within a person's dialogue. */
export type Chat =
  | { kind: 'private'; key: string; channel: string }
  | { kind: 'room'; key: string; channel: string; mentioned: boolean; room: RoomFacts };

const roomFacts = z.object({
  id: roomId,
  name: z.string(),
  unit: unitCode.nullable(),
  unitName: z.string().nullable(),
  unitKind: z.enum(unitKinds).nullable(),
});
export type RoomFacts = z.infer<typeof roomFacts>;

export const visitStatuses = ['draft', 'submitted', 'returned', 'verified'] as const;
/** Done, as far as the helper goes. */
export const handedInStatuses: readonly VisitStatus[] = ['submitted', 'verified'];
export const isHandedIn = (status: VisitStatus): boolean => handedInStatuses.includes(status);
/** The helper's to finish. */
export const inHandStatuses: readonly VisitStatus[] = ['draft', 'returned'];
type VisitStatus = (typeof visitStatuses)[number];
export const outcomes = ['answered', 'notHome', 'refused', 'moved', 'deceased', 'merged'] as const;
export type Outcome = (typeof outcomes)[number];
/** Nobody is left to be asked, and it is told where they went: done without answers. */
export const explainedOutcomes: readonly Outcome[] = ['moved', 'deceased', 'merged'];

/** One household answered under one questionnaire version. */
const visit = z.object({
  id: visitId,
  householdId,
  helper: staffId,
  status: z.enum(visitStatuses),
  /** null while the household is still being answered. */
  outcome: z.enum(outcomes).nullable(),
  questionnaire: z.string(),
  questionnaireVersion: z.number().int(),
  answers,
  /** Milliseconds since 1970. */
  startedAt: z.number(),
  submittedAt: z.number().nullable(),
  returnReason: z.string().nullable(),
  /** Row version: a write under a stale one is refused. 0 = not stored yet. */
  version: z.number().int(),
});
export type Visit = z.infer<typeof visit>;

/** The campaign as the county set it: data, not code. */
export const campaignSettings = z.object({
  id: campaignId,
  countyName: z.string(),
  mode: z.enum(['real', 'demo', 'rehearsal']),
  year: z.number().int(),
  start: z.iso.date(),
  end: z.iso.date(),
  reportDeadline: z.iso.date(),
  /** Net income per head below which a household is looked at, whole yuan, with its year and source. */
  incomeLine: z.object({ yuan: z.number().int(), year: z.number().int(), source: z.string() }),
  /** The subsistence standard (低保标准) per head and year, whole yuan; absent until the county enters it. */
  subsistenceLine: z.object({ yuan: z.number().int(), year: z.number().int() }).optional(),
  /** By when the households are to be visited: before the report. Absent = the campaign's last day. */
  householdsBy: z.iso.date().optional(),
  /** Growth of the local farmers' disposable income, per cent; absent until the county enters it. */
  incomeGrowth: z.number().optional(),
  contact: z.string().default(''),
  /** To whom reports are addressed, where it isn't the office that runs the campaign. */
  addressee: z.string().optional(),
  /** Days to rectify a problem, by category, where the county's own differ from the campaign's. */
  deadlineDays: z.partialRecord(z.enum(problemCategories), z.number().int().min(1).max(365)).optional(),
  questionnaireVersion: z.number().int().default(1),
});
export type CampaignSettings = z.infer<typeof campaignSettings>;

/** Everything one message needs, loaded in one round trip. */
export interface Session {
  settings: CampaignSettings;
  account: { id: z.infer<typeof accountId>; lockedUntil: number | null } | null;
  speaker: Speaker | null;
  chat: Chat;
  dialogue: DialogueState;
  /** The visit the dialogue points to, with its household. */
  visit: Visit | null;
  household: Household | null;
}
