import { join } from 'node:path';
import { dayInWords, endOfDay, isoDate } from '../../conversations/calendar/days.ts';
import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { ledgerCells } from '../../conversations/campaign/ledger.ts';
import { isHandedIn } from '../../conversations/contract/session.ts';
import {
  counts,
  problemLedgerColumns,
  problemLedgerRow,
  statusOn,
} from '../../conversations/problems/ledger-line.ts';
import type { Db } from '../../db/base/transaction.ts';
import { campaignHere } from '../../db/campaign/settings.ts';
import { streamProblems } from '../../db/problems/ledger.ts';
import type { Reporter } from '../../db/reports/facts-of.ts';
import { type LedgerEntry, streamLedger } from '../../db/visits/ledger.ts';
import type { TableCell, TableColumn } from '../documents/table-sink.ts';
import { intoTable } from './export-table.ts';

/**
 * The problem ledger beside a report, .xlsx: what was found up to the cut-off, as it stood then.
 * @returns number of rows
 */
export async function writeProblemLedger(
  db: Db,
  unit: Reporter,
  asOf: string,
  file: string,
): Promise<number> {
  const until = endOfDay(asOf);
  const campaign = await campaignHere(db);
  const { texts } = campaign;
  const whose =
    unit.kind === 'department'
      ? { department: { code: unit.code, leadUnit: unit.short } }
      : unit.kind === 'township'
        ? { unit: unit.code }
        : {};
  return intoTable(file, 'xlsx', async (sink) => {
    await sink.sheet({
      name: '问题整改台账',
      title: `${unit.short}${texts.full}问题整改台账`,
      note: `截至${dayInWords(asOf)}`,
      columns: problemLedgerColumns.map((heading) => ({ heading, ...problemColumn(heading) })),
      frozenColumns: 1,
      paper: 'A3',
    });
    let rows = 0;
    for await (const some of streamProblems(db, { ...whose, until: new Date(until) })) {
      for (const { problem, history, photos } of some) {
        if (!counts(statusOn(history, until))) continue;
        await sink.row(
          problemLedgerRow(campaign, problem, history, photos.filter((at) => at <= until).length, until),
        );
        rows += 1;
      }
    }
    return rows;
  });
}

function problemColumn(heading: string): Partial<TableColumn> {
  if (heading === '问题描述' || heading === '整改措施') return { width: 32, align: 'left' };
  return { width: heading.length > 5 ? 12 : 10 };
}

const beside: readonly TableColumn[] = [
  { heading: '户编号', width: 14 },
  { heading: '乡镇', width: 10 },
  { heading: '村', width: 12 },
  { heading: '村民组', width: 10 },
];
const behind: readonly TableColumn[] = [
  { heading: '排查状态', width: 10 },
  { heading: '提交日期', width: 12 },
  { heading: '排查员', width: 10 },
  { heading: '待核实项（个）', width: 10 },
];

/**
 * The household ledger beside a report, .xlsx, with the plan's columns: every household of the unit; those
 * submitted after the cut-off stand as not yet visited.
 * @returns number of rows
 */
export async function writeHouseholdLedger(
  db: Db,
  unit: Reporter,
  asOf: string,
  file: string,
): Promise<number> {
  const until = endOfDay(asOf);
  const campaign = await campaignHere(db);
  return intoTable(file, 'xlsx', async (sink) => {
    await sink.sheet({
      name: '入户排查台账',
      title: `${unit.short}${campaign.texts.short}入户排查台账`,
      note: `截至${dayInWords(asOf)}`,
      columns: [
        ...beside,
        ...campaign.ledgerColumns.map((c) => ({ heading: c.heading, group: c.group, width: 12 })),
        ...behind,
      ],
      frozenColumns: 5,
      paper: 'A3',
    });
    let rows = 0;
    const options = {
      questionnaire: campaign.householdForm.id,
      ...(unit.kind === 'township' ? { unit: unit.code } : {}),
    };
    for await (const some of streamLedger(db, options)) {
      for (const entry of some) await sink.row(householdRow(campaign, entry, until));
      rows += some.length;
    }
    return rows;
  });
}

function householdRow(campaign: Campaign, { household, visit }: LedgerEntry, until: number): TableCell[] {
  const counted =
    visit !== null && isHandedIn(visit.status) && (visit.submittedAt ?? Number.POSITIVE_INFINITY) <= until
      ? visit
      : null;
  const cells = ledgerCells(
    campaign,
    household,
    counted === null ? { answers: {}, problemCount: null } : counted,
  );
  return [
    household.code,
    household.townshipName,
    household.villageName,
    household.group,
    ...campaign.ledgerColumns.map((c) => cells[c.field] ?? ''),
    statusOf(visit, counted !== null),
    counted?.submittedAt == null ? '' : isoDate(counted.submittedAt),
    counted?.helperName ?? '',
    counted === null ? '' : counted.toVerify.length,
  ];
}

const outcomes: Readonly<Record<string, string>> = {
  moved: '已搬走',
  deceased: '户主已故',
  merged: '已并户',
  notHome: '不在家',
  refused: '拒访',
};

/** 已排查, 核减（已搬走） …, 不在家, 拒访, 未排查: what the report's figures count. */
function statusOf(visit: LedgerEntry['visit'], counted: boolean): string {
  if (visit === null) return '未排查';
  const special = outcomes[visit.outcome ?? ''];
  if (counted) return special === undefined ? '已排查' : `核减（${special}）`;
  return visit.status === 'draft' && special !== undefined ? special : '未排查';
}

/** 附件1 问题整改台账.xlsx beside the report. */
export function attachmentFile(folder: string, no: number, name: string): string {
  return join(folder, `附件${no} ${name}.xlsx`);
}
