import { fullDayInWords, isoDate } from '../../conversations/calendar/days.ts';
import { householdTypeLabel } from '../../conversations/contract/household.ts';
import { type Lead, leadStageLabels } from '../../conversations/leads/lead.ts';
import type { Db } from '../../db/base/transaction.ts';
import { campaignHere } from '../../db/campaign/settings.ts';
import { streamLeads } from '../../db/leads/read.ts';
import type { TableCell, TableColumn, TableSheet } from '../documents/table-sink.ts';
import { type ExportRequest, intoJson, intoTable, narrowedTo, reading, titleOf } from './export-table.ts';

const columns: readonly TableColumn[] = [
  { heading: '编号', width: 7 },
  { heading: '乡镇', width: 12 },
  { heading: '村', width: 12 },
  { heading: '村民组', width: 9 },
  { heading: '户主姓名', width: 10 },
  { heading: '户属性', width: 11 },
  { heading: '家庭人口数', width: 9 },
  { heading: '线索原因', width: 46, align: 'left' },
  { heading: '发现时间', width: 12 },
  { heading: '进度', width: 12 },
  { heading: '本步时限', width: 12 },
  { heading: '公示开始', width: 12 },
  { heading: '未纳入原因', width: 24, align: 'left' },
];

/** Writes the monitoring leads; withdrawn ones are left out. Gives their number. */
export function exportLeads(request: ExportRequest): Promise<number> {
  const { format } = request;
  return reading(request, async (db) => {
    if (format === 'json') {
      return intoJson(request.file, (writer) => each(db, request, (lead) => writer.item(leadObject(lead))));
    }
    const { texts } = await campaignHere(db);
    return intoTable(request.file, format, async (sink) => {
      await sink.sheet(sheetOf(texts.short, request));
      return each(db, request, (lead) => sink.row(leadRow(lead)));
    });
  });
}

async function each(db: Db, request: ExportRequest, put: (lead: Lead) => Promise<void>): Promise<number> {
  const unit = narrowedTo(request);
  let rows = 0;
  for await (const some of streamLeads(db, unit === undefined ? {} : { unit: unit.code })) {
    for (const lead of some) await put(lead);
    rows += some.length;
  }
  return rows;
}

function sheetOf(short: string, request: ExportRequest): TableSheet {
  return {
    name: '监测线索',
    title: titleOf(`${short}监测线索`, request),
    footer: {
      left: `截至${fullDayInWords(isoDate(request.now.getTime()))}　线索由排查情况提示，是否纳入按程序核定`,
    },
    columns,
    frozenColumns: 1,
    paper: 'A4',
  };
}

function leadRow(lead: Lead): TableCell[] {
  return [
    lead.no,
    lead.township.name,
    lead.village.name,
    lead.household.group,
    lead.household.headName,
    householdTypeLabel({ type: lead.household.type }),
    lead.household.population,
    lead.reasons.map((flag) => flag.reason).join('；'),
    isoDate(lead.flaggedAt),
    leadStageLabels[lead.stage],
    lead.stageDue,
    lead.publishedFrom,
    lead.declinedReason,
  ];
}

function leadObject(lead: Lead): Record<string, unknown> {
  return {
    no: lead.no,
    householdId: lead.household.id,
    township: lead.township.name,
    village: lead.village.name,
    reasons: lead.reasons.map((flag) => flag.reason),
    stage: lead.stage,
  };
}
