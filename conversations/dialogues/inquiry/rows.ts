import { dayInWords } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { HouseholdId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Inquiry } from '../../inquiry/inquiry.ts';
import { keyLabel, unitOfKey } from '../../inquiry/tell.ts';
import { leadStageLabels } from '../../leads/lead.ts';
import { householdLine, listedProblem, type Span } from '../progress/lists.ts';

interface Page {
  inquiry: Inquiry;
  today: string;
  offset: number;
  limit: number;
}

interface Lines {
  lines: string[];
  households: HouseholdId[];
  total: number;
}

/** The rows of an inquiry as lines. They are for the asker alone: names stand in full. */
export function* lineOf(c: Conversation, asked: Inquiry, page: Page): Asking<Lines> {
  if (asked.of === 'problems') {
    const { rows, total } = yield* ask('inquiryProblems', page);
    return {
      lines: rows.map(
        (row) =>
          `${listedProblem(c, row, page.today, false)}${row.value === null ? '' : `，已${row.value}天`}`,
      ),
      households: rows.flatMap((row) => row.householdId ?? []),
      total,
    };
  }
  if (asked.of === 'staff') {
    const { rows, total } = yield* ask('inquiryStaff', page);
    return {
      lines: rows.map(
        ({ name, unitName, bound }) =>
          `${unitName} ${name}${bound || asked.where.some((x) => x.on === 'worked') ? '' : '（没绑定）'}`,
      ),
      households: [],
      total,
    };
  }
  if (asked.of === 'leads') {
    const { rows, total } = yield* ask('inquiryLeads', page);
    return {
      lines: rows.map(
        (row) =>
          `${row.no}号 ${row.villageName}${row.group} ${row.headName}（${leadStageLabels[row.stage as keyof typeof leadStageLabels] ?? row.stage}${row.due === null ? '' : `，${dayInWords(row.due)}到期`}）`,
      ),
      households: rows.map((row) => row.householdId),
      total,
    };
  }
  const { rows, total } = yield* ask('inquiryHouseholds', page);
  const span = spanOf(asked);
  return {
    lines: rows.map((row) => `${householdLine(c, row, span, false)}${amountOf(c, asked, row.value)}`),
    households: rows.map((row) => row.id),
    total,
  };
}

function spanOf({ place }: Inquiry): Span {
  if (place.is !== 'unit') return 'villages';
  return place.kind === 'village' ? 'village' : place.kind === 'township' ? 'villages' : 'townships';
}

/** The number that put the rows in order: 年收入36000元. */
function amountOf(c: Conversation, { key }: Inquiry, value: number | null): string {
  if (value === null || key === undefined) return '';
  const campaign = campaignOf(c.session.settings);
  return ` ${keyLabel(campaign, key)}${value}${unitOfKey(campaign, key)}`;
}
