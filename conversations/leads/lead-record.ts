import { z } from 'zod';

const day = z.iso.date();
const votes = z.object({ on: day, attended: z.number().int(), agreed: z.number().int() });

/** What each step of a lead left behind beside its words; a step adds its part, an undone one takes it off again. */
export const leadRecord = z.object({
  /** The household signed the authorisation to compare its data. */
  authorised: z.boolean().optional(),
  /** The data comparison: what was compared and what came out. */
  compared: z.string().optional(),
  /** The village review: its day, how many came, how many agreed. */
  review: votes.optional(),
  /** The county's decision: its day and the number of the minutes. */
  decided: day.optional(),
  minute: z.string().optional(),
  announced: day.optional(),
  /** When it was entered into the national system. */
  registered: day.optional(),
  /** The help plan and who answers for it. */
  help: z.object({ plan: z.string(), person: z.string() }).optional(),
  /** The removal of the risk: its own review and minutes. */
  easingReview: votes.optional(),
  easingMinute: z.string().optional(),
});
export type LeadRecord = z.infer<typeof leadRecord>;
export type Votes = z.infer<typeof votes>;
