import { z } from 'zod';

/** Six-digit county code: the tenant and the distribution key of every table. */
export const countyCode = z
  .string()
  .regex(/^\d{6}$/)
  .brand<'CountyCode'>();
export type CountyCode = z.infer<typeof countyCode>;

/** Which campaign: the name of its folder in conversations/campaigns, in the keys of the tables after the county. */
export const campaignId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40)
  .brand<'CampaignId'>();
export type CampaignId = z.infer<typeof campaignId>;

/**
 * Code of a unit: twelve digits for county, township and village (GB/T 2260 plus the NBS tail), `d:` and a
 * slug for a department. Kinds are stored, never read from the code: codes change between editions.
 */
export const unitCode = z
  .string()
  .regex(/^(\d{12}|d:[\p{Script=Han}（）\w]{1,40})$/u)
  .brand<'UnitCode'>();
export type UnitCode = z.infer<typeof unitCode>;

/** What a unit is, widest first; a department stands beside the townships. */
export const unitKinds = ['county', 'township', 'village', 'department'] as const;
export type UnitKind = (typeof unitKinds)[number];

const uuid = z.uuid();
export const staffId = uuid.brand<'StaffId'>();
export type StaffId = z.infer<typeof staffId>;
export const householdId = uuid.brand<'HouseholdId'>();
export type HouseholdId = z.infer<typeof householdId>;
export const visitId = uuid.brand<'VisitId'>();
export type VisitId = z.infer<typeof visitId>;
export const roomId = uuid.brand<'RoomId'>();
export type RoomId = z.infer<typeof roomId>;
export const accountId = uuid.brand<'AccountId'>();
export type AccountId = z.infer<typeof accountId>;
export const problemId = uuid.brand<'ProblemId'>();
export type ProblemId = z.infer<typeof problemId>;
export const leadId = uuid.brand<'LeadId'>();
export type LeadId = z.infer<typeof leadId>;
export const attachmentId = uuid.brand<'AttachmentId'>();
export type AttachmentId = z.infer<typeof attachmentId>;
