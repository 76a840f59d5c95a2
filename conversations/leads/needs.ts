import type { AttachmentId, HouseholdId, LeadId, StaffId, UnitCode, VisitId } from '../contract/ids.ts';
import type { Lead } from './lead.ts';
import type { LeadPatch } from './steps.ts';

/** What the monitoring leads' dialogue asks of the database, within the speaker's scope. */
interface LeadNeeds {
  lead: { in: { no: number }; out: Lead | null };
  /** Leads on their way, the most urgent first; `total` counts them all. */
  openLeads: { in: { limit: number; offset: number }; out: { leads: Lead[]; total: number } };
  /** Of one household by its head's name, whatever their stage, newest first. */
  leadsOf: { in: { headName: string }; out: Lead[] };
  /** The household's submitted visit and whose it is: an included household is asked the rest. */
  leadVisit: { in: { household: HouseholdId }; out: { id: VisitId; helper: StaffId } | null };
}

type LeadChange =
  | {
      /** One step of a lead; refused as a conflict when its version is no longer the one that was read. */
      do: 'stepLead';
      lead: { id: LeadId; version: number; household: HouseholdId };
      patch: LeadPatch;
      event: { kind: string; words: string };
      attachments: readonly AttachmentId[];
      /** Said to the helper when the household's visit comes back to him with more questions. */
      returnReason?: string;
    }
  /** The last step is taken back: what it changed stands as before. */
  | { do: 'undoLead'; lead: { id: LeadId; version: number; household: HouseholdId } }
  /** A household asks for it itself (自主申报). */
  | {
      do: 'declareLead';
      lead: { id: LeadId; household: HouseholdId; village: UnitCode; reason: string; stageDue: string };
    }
  /** A household the register knows as monitored: the removal of its risk begins without a lead of ours. */
  | {
      do: 'easeMonitored';
      lead: { id: LeadId; household: HouseholdId; village: UnitCode; words: string; stageDue: string };
    }
  /** Photos of the check, the review or the notice on the board. */
  | { do: 'attachToLead'; leadId: LeadId; attachments: readonly AttachmentId[] };

declare module '../contract/needs.ts' {
  interface Needs extends LeadNeeds {}
}

declare module '../contract/changes.ts' {
  interface ChangesByNoun {
    lead: LeadChange;
  }
}
