import { dayInWords, endOfDay, isoDate } from '../../conversations/calendar/days.ts';
import { selfCheckLines } from '../../conversations/self-check/sheet-lines.ts';
import type { Db } from '../../db/base/transaction.ts';
import { campaignHere } from '../../db/campaign/settings.ts';
import type { Reporter } from '../../db/reports/facts-of.ts';
import { streamSheets } from '../../db/self-checks/stream.ts';
import type { TableColumn } from '../documents/table-sink.ts';
import { intoTable } from './export-table.ts';

const columns: readonly TableColumn[] = [
  { heading: '单位', width: 14 },
  { heading: '方面', width: 20 },
  { heading: '条款', width: 8 },
  { heading: '自查内容', width: 36, align: 'left' },
  { heading: '结果', width: 12 },
  { heading: '依据', width: 36, align: 'left' },
  { heading: '照片（张）', width: 10 },
  { heading: '提交日期', width: 12 },
];

/**
 * What the unit (a township: with its villages) answered of itself and on what it rests, .xlsx beside the report.
 * @returns number of rows
 */
export async function writeSelfCheckSheet(
  db: Db,
  unit: Reporter,
  asOf: string,
  file: string,
): Promise<number> {
  const campaign = await campaignHere(db);
  return intoTable(file, 'xlsx', async (sink) => {
    await sink.sheet({
      name: '单位自查情况表',
      title: `${unit.short}${campaign.texts.short}单位自查情况表`,
      note: `截至${dayInWords(asOf)}`,
      columns,
      frozenColumns: 1,
      paper: 'A3',
    });
    let rows = 0;
    for await (const some of streamSheets(db, unit, new Date(endOfDay(asOf)))) {
      for (const sheet of some) {
        const title = campaign.areas.find((a) => a.no === sheet.area)?.title ?? '';
        for (const line of selfCheckLines(campaign, sheet)) {
          await sink.row([
            sheet.unitName,
            `${sheet.area}.${title}`,
            line.clause,
            line.asked,
            line.result,
            line.evidence,
            line.photos,
            isoDate(sheet.submittedAt.getTime()),
          ]);
          rows += 1;
        }
      }
    }
    return rows;
  });
}
