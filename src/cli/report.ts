import { dayInWords, isoDate } from '../../conversations/calendar/days.ts';
import { besideBase } from '../../conversations/progress/definitions.ts';
import { findUnit } from '../county/find-unit.ts';
import { reporterOf, writeReport } from '../documents-made/make-report.ts';
import { noteExport } from '../exports/note-export.ts';
import type { Workplace } from '../setting/workplace.ts';
import { exampleDay } from './time.ts';

interface ReportArgs {
  /** Code or name of a township, a department or the county. */
  unit: string;
  /** The .docx to be written; its attachments go beside it. */
  out: string;
  /** ISO date, the last day that counts; absent = the day of `now`. */
  asOf?: string | undefined;
  /** With the red letterhead, the signer's place and the imprint. */
  redHead?: boolean | undefined;
  now: Date;
}

/**
 * `ruhu report <unit> <out.docx> [--as-of <date>]`: the unit's self-inspection report with its attachments.
 * Returns the exit code: 2 where the arguments were wrong.
 */
export async function runReport(
  place: Workplace,
  args: ReportArgs,
  say: (line: string) => void,
): Promise<number> {
  const now = args.now.getTime();
  const asOf = args.asOf ?? isoDate(now);
  const wrong = wrongUse(args.out, asOf);
  if (wrong !== undefined) {
    say(wrong);
    return 2;
  }
  const unit = await reporterOf(place, (await findUnit(place, args.unit)).code);
  const { facts, files } = await writeReport(place, unit, asOf, now, args.out, args.redHead === true);
  await noteExport(place, { what: '报告附件', unit: unit.code, rows: facts.households, at: now });
  say(
    `${unit.short}自查报告，截至${dayInWords(asOf)}：已排查${facts.visited}/${facts.households}户${besideBase(facts)}，问题${facts.problems}个，已销号${facts.closed}个`,
  );
  for (const file of files) say(file);
  return 0;
}

function wrongUse(file: string, asOf: string): string | undefined {
  if (!/\.docx$/iu.test(file)) return '报告要写成 .docx 文件，如 龙城镇自查报告.docx';
  const date = new Date(`${asOf}T00:00:00Z`);
  const isDate = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(asOf);
  return isDate ? undefined : `--as-of 要写成 ${exampleDay} 这样，“${asOf}”看不懂`;
}
