import { wholeCounty } from '../../conversations/access/scope.ts';
import { openApp } from '../composition/compose.ts';
import { findUnit } from '../county/find-unit.ts';
import { formatOf } from '../documents/sheet-writer.ts';
import { exportAnswers } from '../exports/export-answers.ts';
import { exportLeads } from '../exports/export-leads.ts';
import { exportLedger } from '../exports/export-ledger.ts';
import { exportList, listHead } from '../exports/export-list.ts';
import { exportProblems } from '../exports/export-problems.ts';
import { sheetsBy } from '../exports/ledger-sheets.ts';
import { noteExport } from '../exports/note-export.ts';
import { campaignFor } from './campaign.ts';
import type { Streams } from './streams.ts';
import { timeOf } from './time.ts';

interface ExportOptions {
  kind: string;
  /** Of a list from elsewhere: its number. */
  no?: string;
  file: string;
  /** Code or name. */
  unit?: string;
  sheets?: string;
  all?: boolean;
  /** Id of an earlier campaign. */
  campaign?: string;
  now?: string;
}

const kinds = { ledger: '台账', problems: '问题', leads: '监测线索', answers: '答问' } as const;

const others = { problems: exportProblems, leads: exportLeads, answers: exportAnswers } as const;

/** `ruhu export ledger|problems|leads|answers <file>`: the file's ending says the format. */
export async function runExport(options: ExportOptions, streams: Streams): Promise<number> {
  const wrong = (text: string): number => {
    streams.errors.write(`${text}\n`);
    return 2;
  };
  const { kind, file } = options;
  const format = formatOf(file);
  const sheets = sheetsBy.find((by) => by === (options.sheets ?? 'village'));
  if (kind !== 'list' && !isKind(kind))
    return wrong(`能导出的是：${[...Object.keys(kinds), 'list'].join('、')}。“${kind}”不认识。`);
  if (format === null) return wrong('文件名要以 .xlsx、.csv 或 .json 结尾');
  if (sheets === undefined) return wrong('--sheets 可填 village、township 或 one');
  const now = timeOf(options.now) ?? new Date();
  if (kind !== 'list' && options.no !== undefined) return wrong('只写一个文件名。');
  if (kind === 'list') return runListExport(options, format, now, streams);
  const app = await openApp({ env: streams.env, say: (line) => streams.errors.write(`${line}\n`) });
  try {
    const unit = options.unit === undefined ? {} : { unit: await findUnit(app, options.unit) };
    const of = options.campaign === undefined ? {} : { campaign: campaignFor(options.campaign).id };
    const request = { database: app.database, county: app.county, file, format, now, ...unit, ...of };
    if (kind === 'ledger' && request.unit?.kind === 'department')
      return wrong('台账按乡镇和村导出，部门请导出 problems');
    const rows =
      kind === 'ledger'
        ? await exportLedger({ ...request, sheets, all: options.all === true })
        : await others[kind](request);
    const taken = { what: kinds[kind], unit: request.unit?.code ?? null, rows, at: now.getTime() };
    await noteExport(app, taken);
    streams.output.write(`导出${kinds[kind]} ${rows} 条到 ${file}\n`);
    return 0;
  } finally {
    await app.close();
  }
}

/** `ruhu export list <number> <file>`: as it came, with what was found. */
async function runListExport(
  { no, file }: ExportOptions,
  format: ReturnType<typeof formatOf>,
  now: Date,
  { env, errors, output }: Streams,
): Promise<number> {
  if (no === undefined || !/^\d{1,4}$/u.test(no) || format === null || format === 'json') {
    errors.write(
      '要写成 ruhu export list 号数 文件.xlsx（或 .csv）；号数在导入时打印过，聊天里回“名单”也有。\n',
    );
    return 2;
  }
  const app = await openApp({ env, say: (line) => errors.write(`${line}\n`) });
  try {
    const list = await listHead(app, Number(no));
    if (list === null) {
      errors.write(`没有${no}号名单。\n`);
      return 1;
    }
    const rows = await exportList(app, { list, scope: wholeCounty(app.county), file, format });
    await noteExport(app, { what: list.name, unit: null, rows, at: now.getTime() });
    output.write(`导出${list.name} ${rows} 行到 ${file}\n`);
    return 0;
  } finally {
    await app.close();
  }
}

function isKind(kind: string): kind is keyof typeof kinds {
  return Object.hasOwn(kinds, kind);
}
