import { listFieldLabels, mappingSaid } from '../../conversations/lists/headings.ts';
import { openApp } from '../composition/compose.ts';
import { importIntoCounty, importKinds, isImportName, keepsIds } from '../imports/import-into-county.ts';
import type { ImportReport } from '../imports/import-report.ts';
import type { Streams } from './streams.ts';
import { timeOf } from './time.ts';

interface ImportOptions {
  kind: string;
  file: string;
  partial?: boolean;
  complete?: boolean;
  newPhones?: boolean;
  /** 旧村=新村, of a unit list. */
  merge?: readonly string[];
  /** Of a list from elsewhere: its kind, where it comes from, 身份证=证件号码. */
  listKind?: string;
  from?: string;
  map?: readonly string[];
  preview?: boolean;
  now?: string;
}

/** `ruhu import <kind> <file>`: into the real county, all or nothing unless --partial; errors with their row. */
export async function runImport(options: ImportOptions, streams: Streams): Promise<number> {
  const { kind, file, partial = false, complete = false, newPhones = false, merge = [] } = options;
  if (!isImportName(kind)) {
    streams.errors.write(`能导入的是：${Object.keys(importKinds).join('、')}。“${kind}”不认识。\n`);
    return 2;
  }
  if (options.complete === true && (kind !== 'staff' || options.partial === true)) {
    streams.errors.write('--complete 只用于整份人员名单，不能和 --partial 一起用。\n');
    return 2;
  }
  if (kind !== 'list' && (options.listKind ?? options.from ?? options.map) !== undefined) {
    streams.errors.write('--kind、--from、--map 只用于外来名单（import list）。\n');
    return 2;
  }
  const told = mappingSaid(options.map ?? []);
  if ('unknown' in told) {
    const fields = Object.values(listFieldLabels).join('、');
    streams.errors.write(`--map 要写成 字段=表头，字段是：${fields}。“${told.unknown}”不认识。\n`);
    return 2;
  }
  const now = timeOf(options.now) ?? new Date();
  const say = (line: string) => streams.errors.write(`${line}\n`);
  const app = await openApp({ env: streams.env, say }, 'real');
  try {
    if (kind === 'households' && !keepsIds(app))
      say('没设 RUHU_KEY：身份证号只校验、不保存。要保存，请设好 RUHU_KEY 再导入一次。');
    const onProgress = (rows: number) => say(`已读 ${rows} 行……`);
    const report = await importIntoCounty(app, kind, {
      file,
      partial,
      complete,
      newPhones,
      merge,
      ...(options.listKind === undefined ? {} : { listKind: options.listKind }),
      ...(options.from === undefined ? {} : { origin: options.from }),
      mapping: told.mapping,
      preview: options.preview === true,
      now,
      onProgress,
    });
    tell(report, { partial, preview: options.preview === true }, streams);
    return report.stored || (options.preview === true && report.errorCount === 0) ? 0 : 1;
  } finally {
    await app.close();
  }
}

function tell(
  report: ImportReport,
  { partial, preview }: { partial: boolean; preview: boolean },
  { output, errors }: Streams,
): void {
  for (const error of report.errors) errors.write(`${place(error)}${error.text}\n`);
  const untold = report.errorCount - report.errors.length;
  if (untold > 0) errors.write(`还有 ${untold} 处错误没列出来\n`);
  for (const { sheet, rows, text } of report.notes) errors.write(`${place({ sheet, row: rows })}${text}\n`);
  if (report.unknownColumns.length > 0 && report.listed === undefined)
    errors.write(`不认识的列（原样留存）：${report.unknownColumns.join('、')}\n`);
  const isPreview = preview && (partial || report.errorCount === 0);
  if (!report.stored && !isPreview) {
    errors.write(
      `有 ${report.errorCount} 处错误，一行都没写入。改好再导入；只想导入没错的行，加 --partial\n`,
    );
    return;
  }
  const skipped = partial && report.errorCount > 0 ? `，跳过 ${report.errorCount} 处错误` : '';
  if (report.kind === 'units') {
    output.write(`导入单位 ${report.read} 个\n`);
    return;
  }
  if (isPreview) output.write('只是看看，一行都没写入。\n');
  output.write(
    `${importKinds[report.kind]}：读了 ${report.read} 行，新增 ${report.added}，更新 ${report.changed}，没变 ${report.unchanged}${skipped}\n`,
  );
  const { listed } = report;
  if (listed === undefined) return;
  const no = isPreview ? '' : `，${listed.listNo ?? ''}号名单`;
  output.write(`对上 ${listed.matched} 行，没对上 ${listed.unmatched} 行${no}\n`);
}

function place({ sheet, row }: { sheet?: string | undefined; row?: number | string | undefined }): string {
  const at = [sheet === undefined ? '' : `“${sheet}”表`, row === undefined ? '' : `第 ${row} 行`].join('');
  return at === '' ? '' : `${at}：`;
}
