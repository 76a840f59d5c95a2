import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scopeOf } from '../../conversations/access/scope.ts';
import { isoDate } from '../../conversations/calendar/days.ts';
import { householdTypeLabel } from '../../conversations/contract/household.ts';
import type { HouseholdId, StaffId } from '../../conversations/contract/ids.ts';
import type { Speaker } from '../../conversations/contract/session.ts';
import type { DocumentRequest } from '../../conversations/contract/turn.ts';
import { sayTally } from '../../conversations/dialogues/progress/lists.ts';
import { listFrom } from '../../conversations/dialogues/progress/show-households.ts';
import { problemListFrom } from '../../conversations/dialogues/progress/show-problems.ts';
import { inquiry } from '../../conversations/inquiry/inquiry.ts';
import { categoryLabels, statusLabels } from '../../conversations/problems/states.ts';
import { type Tx, write } from '../../db/base/transaction.ts';
import { logLooks } from '../../db/households/access-log.ts';
import { sheetHouseholds, sheetProblems } from '../../db/inquiry/sheet-rows.ts';
import {
  householdRows,
  problemRows,
  type SheetHousehold,
  type SheetProblem,
} from '../../db/progress/list-rows.ts';
import type { Content } from '../channels/channel.ts';
import { openTable } from '../documents/sheet-writer.ts';
import type { TableCell, TableColumn, TableSink } from '../documents/table-sink.ts';
import type { Workplace } from '../setting/workplace.ts';
import type { DocumentAsker } from './asker-now.ts';

type Place = Pick<Workplace, 'database' | 'county'>;

/** More rows than this are for an export, not for a chat: platforms refuse the file. */
const most = 50_000;

const householdColumns: readonly TableColumn[] = [
  { heading: '乡镇', width: 10 },
  { heading: '行政村', width: 12 },
  { heading: '村民组', width: 8 },
  { heading: '户编号', width: 14 },
  { heading: '户主姓名', width: 10 },
  { heading: '户属性', width: 12 },
  { heading: '状态', width: 16 },
  { heading: '排查员', width: 10 },
  { heading: '提交日期', width: 12 },
  { heading: '问题数', width: 8 },
];

const problemColumns: readonly TableColumn[] = [
  { heading: '编号', width: 8 },
  { heading: '乡镇', width: 10 },
  { heading: '行政村', width: 12 },
  { heading: '村民组', width: 8 },
  { heading: '户主姓名', width: 10 },
  { heading: '问题类别', width: 10 },
  { heading: '问题描述', width: 36, align: 'left' },
  { heading: '牵头单位', width: 14 },
  { heading: '整改时限', width: 12 },
  { heading: '进度', width: 12 },
];

/** The list behind the last answer as .xlsx, within what the asker may see; every household in it is logged. */
export async function makeHouseholdSheet(
  place: Place,
  request: DocumentRequest,
  session: DocumentAsker,
): Promise<Content | undefined> {
  const { args, fileName } = request;
  return inScope(place, session, fileName, async (tx, sink, asker) => {
    const list = listFrom(args);
    await sink.sheet({
      name: '名单',
      title: fileName.replace(/\.xlsx$/u, ''),
      columns: householdColumns,
      frozenColumns: 5,
    });
    const wanted = {
      filter: list.filter,
      today: args['today'] ?? isoDate(asker.at),
      ...(list.unit === undefined ? {} : { unit: list.unit }),
      ...(list.group === undefined ? {} : { group: list.group }),
      ...(list.own === true ? { own: true } : {}),
    };
    return into(sink, householdRows(tx, asker, wanted), householdCells, (row) => row.id);
  });
}

/** As `makeHouseholdSheet`, for a list of problems. */
export async function makeProblemSheet(
  place: Place,
  request: DocumentRequest,
  session: DocumentAsker,
): Promise<Content | undefined> {
  const { args, fileName } = request;
  return inScope(place, session, fileName, async (tx, sink, asker) => {
    const { unitName: _, ...list } = problemListFrom(args);
    await sink.sheet({
      name: '问题',
      title: fileName.replace(/\.xlsx$/u, ''),
      columns: problemColumns,
      frozenColumns: 1,
    });
    return into(
      sink,
      problemRows(tx, { ...list, today: args['today'] ?? isoDate(asker.at) }),
      problemCells,
      (row) => row.householdId,
    );
  });
}

/** As `makeHouseholdSheet`, for the rows behind an inquiry: households, or problems where those were asked for. */
export async function makeInquirySheet(
  place: Place,
  { args, fileName }: DocumentRequest,
  session: DocumentAsker,
): Promise<Content | undefined> {
  const asked = inquiry.safeParse(JSON.parse(args['inquiry'] ?? 'null'));
  if (!asked.success) return undefined;
  const ofProblems = asked.data.of === 'problems';
  return inScope(place, session, fileName, async (tx, sink, asker) => {
    await sink.sheet({
      name: ofProblems ? '问题' : '名单',
      title: fileName.replace(/\.xlsx$/u, ''),
      columns: ofProblems ? problemColumns : householdColumns,
      frozenColumns: ofProblems ? 1 : 5,
    });
    const moment = { today: args['today'] ?? isoDate(asker.at) };
    if (ofProblems)
      return into(sink, sheetProblems(tx, asker, asked.data, moment), problemCells, (row) => row.householdId);
    return into(sink, sheetHouseholds(tx, asker, asked.data, moment), householdCells, (row) => row.id);
  });
}

interface Asking {
  speaker: Speaker;
  at: number;
}

/** Writes a workbook within the asker's scope and logs in the same transaction whose data it holds. */
async function inScope(
  { database, county }: Place,
  { speaker, chat }: DocumentAsker,
  fileName: string,
  fill: (tx: Tx, sink: TableSink, asker: Asking) => Promise<HouseholdId[]>,
): Promise<Content | undefined> {
  if (speaker === null) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'ruhu-sheet-'));
  try {
    const file = join(folder, 'list.xlsx');
    const asker = { speaker, at: Date.now() };
    await write(database, scopeOf(county, speaker), async (tx) => {
      const sink = openTable(file, 'xlsx');
      const households = await fill(tx, sink, asker).catch(async (error: unknown) => {
        await sink.abort();
        throw error;
      });
      await sink.end();
      await log(tx, speaker.id, households, chat.key, asker.at);
    });
    return { type: 'file', data: await readFile(file), name: fileName };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function log(
  tx: Tx,
  staff: StaffId,
  households: readonly HouseholdId[],
  chat: string,
  at: number,
): Promise<void> {
  for (let from = 0; from < households.length; from += 5000)
    await logLooks(tx, {
      staff,
      households: households.slice(from, from + 5000),
      what: '名单表格',
      chat,
      at,
    });
}

async function into<Row>(
  sink: TableSink,
  rows: AsyncIterable<Row[]>,
  cells: (row: Row) => TableCell[],
  household: (row: Row) => HouseholdId | null,
): Promise<HouseholdId[]> {
  const seen: HouseholdId[] = [];
  let count = 0;
  for await (const some of rows) {
    for (const row of some) {
      if (count === most) return seen;
      await sink.row(cells(row));
      count += 1;
      const id = household(row);
      if (id !== null) seen.push(id);
    }
  }
  return seen;
}

function householdCells(row: SheetHousehold): TableCell[] {
  const type = householdTypeLabel(
    row.monitoredKind === null ? { type: row.type } : { type: row.type, monitoredKind: row.monitoredKind },
  );
  const day = row.submittedAt === null ? '' : isoDate(row.submittedAt.getTime());
  return [
    row.townshipName,
    row.villageName,
    row.group,
    row.code,
    row.headName,
    type,
    sayTally(row.tally),
    row.helperName ?? '',
    day,
    row.problems,
  ];
}

function problemCells(row: SheetProblem): TableCell[] {
  return [
    row.no,
    row.townshipName,
    row.villageName,
    row.group,
    row.headName,
    categoryLabels[row.category],
    row.description,
    row.leadUnit,
    row.due,
    statusLabels[row.status],
  ];
}
