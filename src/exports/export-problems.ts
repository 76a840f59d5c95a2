import { fullDayInWords, isoDate } from '../../conversations/calendar/days.ts';
import { counts, problemLedgerColumns, problemLedgerRow } from '../../conversations/problems/ledger-line.ts';
import type { Problem } from '../../conversations/problems/problem.ts';
import type { Db } from '../../db/base/transaction.ts';
import { campaignHere } from '../../db/campaign/settings.ts';
import { streamProblems } from '../../db/problems/ledger.ts';
import type { TableColumn, TableSheet } from '../documents/table-sink.ts';
import {
  type ExportRequest,
  intoJson,
  intoTable,
  isoTime,
  narrowedTo,
  reading,
  titleOf,
} from './export-table.ts';

type Entry = Awaited<ReturnType<ReturnType<typeof streamProblems>['next']>>['value'][number];

/** Writes the problem ledger; what was withdrawn or merged counts nowhere and is left out. Gives the number of problems. */
export function exportProblems(request: ExportRequest): Promise<number> {
  const { format, now } = request;
  return reading(request, async (db) => {
    if (format === 'json') {
      return intoJson(request.file, (writer) =>
        each(db, request, ({ problem }) => writer.item(problemObject(problem))),
      );
    }
    const campaign = await campaignHere(db);
    return intoTable(request.file, format, async (sink) => {
      await sink.sheet(sheetOf(campaign.texts.short, request));
      return each(db, request, ({ problem, history, photos }) =>
        sink.row(problemLedgerRow(campaign, problem, history, photos.length, now.getTime())),
      );
    });
  });
}

/** A department's problems are those of the areas it leads, any other unit's those of its villages. */
function whoseOf(request: ExportRequest): Parameters<typeof streamProblems>[1] {
  const unit = narrowedTo(request);
  if (unit === undefined) return {};
  if (unit.kind === 'department') return { department: { code: unit.code, leadUnit: unit.name } };
  return { unit: unit.code };
}

async function each(db: Db, request: ExportRequest, put: (entry: Entry) => Promise<void>): Promise<number> {
  let rows = 0;
  for await (const some of streamProblems(db, whoseOf(request))) {
    for (const entry of some) {
      if (!counts(entry.problem.status)) continue;
      await put(entry);
      rows += 1;
    }
  }
  return rows;
}

const wide: Readonly<Record<string, number>> = {
  来源: 12,
  进度: 12,
  发现时间: 12,
  整改时限: 12,
  报完成时间: 12,
  销号时间: 12,
  '佐证照片（张）': 15,
  '销号后重开（次）': 17,
  问题描述: 36,
  整改措施: 28,
  牵头单位: 14,
  责任单位: 12,
  乡镇: 12,
  村: 12,
};

function sheetOf(short: string, request: ExportRequest): TableSheet {
  const columns = problemLedgerColumns.map((heading): TableColumn => {
    const width = wide[heading] ?? Math.max(9, Math.ceil(heading.length / 2) * 2 + 2);
    return { heading, width, align: width > 20 ? 'left' : 'center' };
  });
  return {
    name: '问题整改台账',
    title: titleOf(`${short}问题整改台账`, request),
    footer: { left: `截至${fullDayInWords(isoDate(request.now.getTime()))}` },
    columns,
    frozenColumns: 1,
    paper: 'A3',
  };
}

function problemObject(problem: Problem): Record<string, unknown> {
  return {
    id: problem.id,
    no: problem.no,
    clause: problem.clause,
    category: problem.category,
    householdId: problem.household?.id ?? null,
    township: problem.township?.name ?? null,
    village: problem.village?.name ?? null,
    description: problem.description,
    leadUnit: problem.leadUnit,
    responsibleUnit: problem.responsibleUnit?.name ?? null,
    responsiblePerson: problem.responsiblePerson?.name ?? null,
    due: problem.due,
    status: problem.status,
    openedAt: isoTime(problem.openedAt),
    closedAt: isoTime(problem.closedAt),
  };
}
