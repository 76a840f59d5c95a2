import { z } from 'zod';

const day = z.iso.date();

/** What each step of a lead left behind beside its words; a step adds its part, an undone one takes it off again. */
export const leadRecord = z.object({
  /** The household check: who signed the authorisation to compare its data. */
  authorised: z.boolean().optional(),
  /** The data comparison: what came out of it. */
  compared: z.string().optional(),
  /** The village review: its day, how many came, how many agreed. */
  review: z.object({ on: day, attended: z.number().int(), agreed: z.number().int() }).optional(),
  /** The county's decision. */
  minute: z.string().optional(),
  /** Where the county announced it. */
  announced: day.optional(),
  /** When it was entered into the national system. */
  registered: day.optional(),
  /** The help plan and who answers for it. */
  help: z.object({ plan: z.string(), person: z.string() }).optional(),
});
export type LeadRecord = z.infer<typeof leadRecord>;
