import type { CountyCode } from '../../conversations/contract/ids.ts';
import { openCipher } from '../../db/base/cipher.ts';
import { type App, openApp } from '../composition/compose.ts';
import { importAnswers } from '../imports/import-answers.ts';
import { importHouseholds } from '../imports/import-households.ts';
import { importNational } from '../imports/import-national.ts';
import type { ImportReport } from '../imports/import-report.ts';
import { importRooms } from '../imports/import-rooms.ts';
import { importStaff } from '../imports/import-staff.ts';
import { importUnits } from '../imports/load-units.ts';
import type { Streams } from './streams.ts';
import { timeOf } from './time.ts';

export interface ImportOptions {
  kind: string;
  file: string;
  partial?: boolean;
  complete?: boolean;
  newPhones?: boolean;
  now?: string;
}

const kinds = ['staff', 'households', 'rooms', 'units', 'national', 'answers'] as const;
type Kind = (typeof kinds)[number];

/** `ruhu import <kind> <file>`: into the real county, all or nothing unless --partial; errors with their row. */
export async function runImport(options: ImportOptions, streams: Streams): Promise<number> {
  const kind = kinds.find((k) => k === options.kind);
  if (kind === undefined) {
    streams.errors.write(`能导入的是：${kinds.join('、')}。“${options.kind}”不认识。\n`);
    return 2;
  }
  if (options.complete === true && (kind !== 'staff' || options.partial === true)) {
    streams.errors.write('--complete 只用于整份人员名单，不能和 --partial 一起用。\n');
    return 2;
  }
  const now = timeOf(options.now) ?? new Date();
  const say = (line: string) => streams.errors.write(`${line}\n`);
  const app = await openApp({ env: streams.env, say }, 'real');
  try {
    if (kind === 'units') {
      const { units, notes } = await importUnits(app.database, app.county, options.file);
      for (const note of notes) streams.errors.write(`${note}\n`);
      streams.output.write(`导入单位 ${units} 个\n`);
      return 0;
    }
    const report = await importInto(app, app.county, kind, { ...options, now, say });
    tell(report, options.partial === true, streams);
    return report.stored ? 0 : 1;
  } finally {
    await app.close();
  }
}

async function importInto(
  app: App,
  county: CountyCode,
  kind: Exclude<Kind, 'units'>,
  {
    file,
    partial = false,
    complete = false,
    newPhones = false,
    now,
    say,
  }: {
    file: string;
    partial?: boolean;
    complete?: boolean;
    newPhones?: boolean;
    now: Date;
    say: (line: string) => void;
  },
): Promise<ImportReport> {
  const request = {
    database: app.database,
    county,
    file,
    partial,
    complete,
    newPhones,
    now,
    onProgress: (rows: number) => say(`已读 ${rows} 行……`),
  };
  if (kind === 'staff') return importStaff(request);
  if (kind === 'rooms') return importRooms(request);
  if (kind === 'answers') return importAnswers(request);
  const cipher = await openCipher(Uint8Array.from(app.key.bytes), app.config.cipher);
  if (kind === 'national') return importNational({ ...request, cipher });
  const keepIds = app.key.from === 'environment';
  if (!keepIds) say('没设 RUHU_KEY：身份证号只校验、不保存。要保存，请设好 RUHU_KEY 再导入一次。');
  return importHouseholds({ ...request, keepIds, cipher });
}

const names: Readonly<Record<ImportReport['kind'], string>> = {
  households: '农户',
  staff: '人员',
  rooms: '群',
  answers: '答问',
  national: '国家系统的户',
};

function tell(report: ImportReport, partial: boolean, { output, errors }: Streams): void {
  for (const error of report.errors) errors.write(`${place(error)}${error.text}\n`);
  const untold = report.errorCount - report.errors.length;
  if (untold > 0) errors.write(`还有 ${untold} 处错误没列出来\n`);
  for (const { sheet, rows, text } of report.notes) errors.write(`${place({ sheet, row: rows })}${text}\n`);
  if (report.unknownColumns.length > 0)
    errors.write(`不认识的列（原样留存）：${report.unknownColumns.join('、')}\n`);
  if (!report.stored) {
    errors.write(
      `有 ${report.errorCount} 处错误，一行都没写入。改好再导入；只想导入没错的行，加 --partial\n`,
    );
    return;
  }
  const skipped = partial && report.errorCount > 0 ? `，跳过 ${report.errorCount} 处错误` : '';
  output.write(
    `${names[report.kind]}：读了 ${report.read} 行，新增 ${report.added}，更新 ${report.changed}，没变 ${report.unchanged}${skipped}\n`,
  );
}

function place({ sheet, row }: { sheet?: string | undefined; row?: number | string | undefined }): string {
  const at = [sheet === undefined ? '' : `“${sheet}”表`, row === undefined ? '' : `第 ${row} 行`].join('');
  return at === '' ? '' : `${at}：`;
}
