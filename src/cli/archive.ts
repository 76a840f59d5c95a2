import { findUnit } from '../county/find-unit.ts';
import { writeArchive } from '../exports/archive.ts';
import { noteExport } from '../exports/note-export.ts';
import type { Workplace } from '../setting/workplace.ts';

interface ArchiveArgs {
  /** Code or name of a village, a township or the county. */
  unit: string;
  /** The .zip to be written. */
  out: string;
  now: Date;
}

/** `ruhu archive <unit> <out.zip>`: everything known of a unit's households. Returns the exit code. */
export async function runArchive(
  place: Workplace,
  args: ArchiveArgs,
  say: (line: string) => void,
): Promise<number> {
  if (!/\.zip$/iu.test(args.out)) {
    say('档案要写成 .zip 文件，如 龙城镇档案.zip');
    return 2;
  }
  const unit = await findUnit(place, args.unit);
  if (unit.kind === 'department') {
    say('档案按村、乡镇整理；部门的问题台账用 ruhu export problems 导出');
    return 2;
  }
  const { households, photos, files } = await writeArchive(place, unit, args.out, args.now.getTime());
  await noteExport(place, { what: '档案', unit: unit.code, rows: households, at: args.now.getTime() });
  say(`${unit.name}档案：${households}户，照片${photos}张，共${files}个文件`);
  say(args.out);
  return 0;
}
