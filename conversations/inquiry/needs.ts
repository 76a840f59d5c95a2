import type { HouseholdLine, ProblemLine } from '../progress/needs.ts';
import type { Inquiry } from './inquiry.ts';
import type { UnitNamed } from './mark.ts';
import type { Counted, LeadLine, StaffLine } from './result.ts';

interface Rows<Row> {
  rows: Row[];
  total: number;
}

type Paged = { in: { inquiry: Inquiry; today: string; offset: number; limit: number } };

/** What an inquiry asks of the database: everything within the speaker's scope. */
export interface InquiryNeeds {
  /** Units whose names may stand in a question, in the register's order. */
  unitNames: { in: Record<string, never>; out: UnitNamed[] };
  countInquiry: { in: { inquiry: Inquiry; today: string }; out: Counted };
  /** `value`: the number the rows are put in order by. */
  inquiryHouseholds: Paged & { out: Rows<HouseholdLine & { value: number | null }> };
  inquiryProblems: Paged & { out: Rows<ProblemLine & { value: number | null }> };
  inquiryStaff: Paged & { out: Rows<StaffLine> };
  inquiryLeads: Paged & { out: Rows<LeadLine> };
}

declare module '../contract/needs.ts' {
  interface Needs extends InquiryNeeds {}
}
