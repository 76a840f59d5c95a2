import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Context, Hono } from 'hono';
import { allows, widestReach } from '../../../conversations/access/policy.ts';
import type { Speaker } from '../../../conversations/contract/session.ts';
import { read, write } from '../../../db/base/transaction.ts';
import { recentImports } from '../../../db/imports/records.ts';
import { type Undoing, undoImport } from '../../../db/imports/undo.ts';
import { listUnits, type Unit } from '../../../db/places/units.ts';
import { type DeskResult, type ExportName, exportKinds, type ImportChoice } from '../../desk/desk-result.ts';
import { DeskIsBusy, type Work, WorkList } from '../../desk/work-list.ts';
import { openTable } from '../../documents/sheet-writer.ts';
import { exportLeads } from '../../exports/export-leads.ts';
import { exportLedger } from '../../exports/export-ledger.ts';
import { exportProblems } from '../../exports/export-problems.ts';
import { noteExport } from '../../exports/note-export.ts';
import { HttpFault } from '../../http/fault-response.ts';
import {
  type ImportName,
  importIntoCounty,
  importKinds,
  isImportName,
} from '../../imports/import-into-county.ts';
import type { ImportReport } from '../../imports/import-report.ts';
import { writeTemplate } from '../../imports/templates.ts';
import type { Workplace } from '../../setting/workplace.ts';
import { type AdminDesk, seesAll } from './admin-desk.ts';
import { exportsView, importsView, undoneView, workView } from './admin-file-views.ts';
import type { Html } from './layout.ts';
import type { PageVariables } from './page.ts';

const exportFormats = ['xlsx', 'csv'] as const;

/** Endings of files that can be read; a list of units may be JSON. */
const readable = ['.xlsx', '.xls', '.ods', '.csv', '.htm', '.html', '.json'];

export interface FileDesk {
  place: Pick<Workplace, 'database' | 'county' | 'config' | 'key'>;
  desk: AdminDesk;
  now: () => number;
  show(
    c: Context<PageVariables>,
    speaker: Speaker,
    page: { tab: string; title: string; body: Html; scripts?: string[]; refreshS?: number },
  ): Response | Promise<Response>;
}

/** Uploads may be as large as a county's register. */
export const uploadPath = '/admin/import/preview';

/** 导入 and 导出: what `ruhu import` and `ruhu export` do, for who keeps the county; exports of one's own unit too. */
export function fileRoutes(routes: Hono<PageVariables>, { place, desk, now, show }: FileDesk): void {
  const works = new WorkList<DeskResult>(place, now);
  const { database } = place;

  const begin = async (c: Context<PageVariables>, speaker: Speaker, ...work: BeginArgs) => {
    try {
      const begun = await works.begin(speaker.id, ...work);
      return c.redirect(`/admin/work/${begun}`, 303);
    } catch (error) {
      if (error instanceof DeskIsBusy)
        throw new HttpFault('tooMany', '正有别的文件在导入或导出，等一两分钟再试');
      throw error;
    }
  };
  const own = async (c: Context<PageVariables>, speaker: Speaker): Promise<Work<DeskResult>> => {
    const work = await works.of(c.req.param('id') ?? '', speaker.id);
    if (work === undefined) throw new HttpFault('notFound', '这个文件已经不在了（只留一小时），请重新来一次');
    return work;
  };

  routes.get('/import', async (c) => {
    const speaker = await desk.keeperOf(c);
    const imports = await read(database, desk.scope, (db) => recentImports(db, 20));
    return show(c, speaker, {
      tab: 'import',
      title: '导入',
      body: importsView(imports, now(), (kind) => mayBring(speaker, kind)),
    });
  });

  routes.get('/import/template/:kind', async (c) => {
    const speaker = await desk.keeperOf(c);
    const { kind } = c.req.param();
    if (!isImportName(kind)) throw new HttpFault('notFound');
    const work = await works.begin(speaker.id, '空表', async (folder) => {
      const file = join(folder, `${importKinds[kind]}空表.xlsx`);
      await writeTemplate(kind, file, kind === 'units' ? await read(database, desk.scope, listUnits) : []);
      return { result: { is: 'export', rows: 0 }, file };
    });
    return c.redirect(`/admin/work/${work}/file`, 303);
  });

  routes.post('/import/preview', async (c) => {
    const speaker = await desk.keeperOf(c);
    const { upload, choice } = await uploadIn(c);
    if (!mayBring(speaker, choice.kind)) throw new HttpFault('forbidden', '农户的表由县专班导入');
    return begin(c, speaker, `看导入${importKinds[choice.kind]}会改什么`, async (folder, tell) => {
      const file = join(folder, `upload${extname(choice.fileName).toLowerCase()}`);
      await writeFile(file, Buffer.from(await upload.arrayBuffer()), { mode: 0o600 });
      const report = await importIntoCounty(place, choice.kind, {
        ...choice,
        file,
        partial: true,
        preview: true,
        now: new Date(now()),
        onProgress: tell,
      });
      return { result: { is: 'preview', report, choice }, file };
    });
  });

  routes.post('/import/run', async (c) => {
    const speaker = await desk.keeperOf(c);
    const { work: id, partial } = await c.req.parseBody();
    const shown = await works.of(String(id), speaker.id);
    if (shown?.state.is !== 'done' || shown.state.result.is !== 'preview')
      throw new HttpFault('notFound', '这份文件已经不在了（只留一小时），请重新上传');
    const { choice } = shown.state.result;
    const { fileName = '' } = shown.state;
    const response = await begin(c, speaker, `导入${importKinds[choice.kind]}`, async (folder, tell) => {
      const file = join(folder, fileName);
      await works.fetch(shown.id, file);
      const report = await importIntoCounty(place, choice.kind, {
        ...choice,
        file,
        partial: partial === 'yes',
        by: speaker.id,
        now: new Date(now()),
        onProgress: tell,
      });
      await works.forget(shown.id);
      return { result: { is: 'import', report } };
    });
    return response;
  });

  routes.post('/import/undo', async (c) => {
    const speaker = await desk.keeperOf(c);
    const { id } = await c.req.parseBody();
    if (typeof id !== 'string' || !/^[\da-f-]{36}$/u.test(id)) throw new HttpFault('badRequest');
    const undoing: Undoing = await write(database, desk.scope, (tx) =>
      undoImport(tx, id, speaker.id, new Date(now())),
    );
    return show(c, speaker, { tab: 'import', title: '撤销导入', body: undoneView(undoing) });
  });

  routes.get('/export', async (c) => {
    const speaker = await desk.speakerOf(c);
    if (!mayExport(speaker)) throw new HttpFault('forbidden', '导出不归您的角色');
    return show(c, speaker, { tab: 'export', title: '导出', body: exportsView(await unitsFor(speaker)) });
  });

  routes.post('/export', async (c) => {
    const speaker = await desk.speakerOf(c);
    const { kind, unit: asked, format } = await c.req.parseBody();
    const as = exportFormats.find((one) => one === format);
    if (!isExportName(kind) || as === undefined || typeof asked !== 'string')
      throw new HttpFault('badRequest');
    if (!mayExport(speaker)) throw new HttpFault('forbidden', '导出不归您的角色');
    const unit = await desk.unitOf(speaker, asked);
    if (kind === 'ledger' && unit.kind === 'department')
      throw new HttpFault('badRequest', '台账按乡镇和村导出，部门请导出问题');
    return begin(c, speaker, `导出${unit.short}${exportKinds[kind]}`, async (folder) => {
      const file = join(folder, `${unit.short}${exportKinds[kind]}.${as}`);
      const request = { ...place, file, format: as, unit, now: new Date(now()) };
      const rows =
        kind === 'ledger'
          ? await exportLedger({ ...request, sheets: 'village' })
          : await (kind === 'problems' ? exportProblems(request) : exportLeads(request));
      await noteExport(place, { what: exportKinds[kind], unit: unit.code, rows, at: now(), by: speaker.id });
      return { result: { is: 'export', rows }, file };
    });
  });

  routes.get('/work/:id', async (c) => {
    const speaker = await desk.speakerOf(c);
    const work = await own(c, speaker);
    const isRunning = work.state.is === 'running';
    return show(c, speaker, {
      tab: work.title.startsWith('导出') ? 'export' : 'import',
      title: work.title,
      body: workView(work),
      scripts: ['refresh.js'],
      ...(isRunning ? { refreshS: 2 } : {}),
    });
  });

  routes.get('/work/:id/file', async (c) => {
    const work = await own(c, await desk.speakerOf(c));
    if (work.state.is !== 'done' || work.state.result.is !== 'export') throw new HttpFault('notFound');
    return download(c, work.state.fileName ?? '', works.file(work.id));
  });

  routes.get('/work/:id/errors', async (c) => {
    const work = await own(c, await desk.keeperOf(c));
    if (work.state.is !== 'done' || work.state.result.is === 'export') throw new HttpFault('notFound');
    return download(c, '错误.xlsx', [await errorsOf(work.state.result.report)]);
  });

  /** Units an export may be of: the whole county and its townships, or one's own unit. */
  async function unitsFor(speaker: Speaker): Promise<Unit[]> {
    const units = await read(database, desk.scope, listUnits);
    return seesAll(speaker)
      ? units.filter(({ kind }) => kind === 'county' || kind === 'township')
      : units.filter(({ code }) => code === speaker.unit);
  }
}

/** Files that hold households: who keeps only units, people and groups sees none of them. */
const ofHouseholds: readonly ImportName[] = ['households', 'national'];

function mayBring(speaker: Speaker, kind: ImportName): boolean {
  const own = { unit: speaker.unit, kind: speaker.unitKind };
  // Lists from elsewhere have a page of their own, which departments open too.
  if (kind === 'list') return false;
  return !ofHouseholds.includes(kind) || allows(speaker, 'household', own);
}

/** The right to hand out codes, which opens this page, is none to take households along. */
function mayExport(speaker: Speaker): boolean {
  return widestReach(speaker, 'export') !== 'none';
}

type BeginArgs = [title: string, doing: Parameters<WorkList<DeskResult>['begin']>[2]];

/** The uploaded file and how it is to be brought in; refused in words where it can't be. */
async function uploadIn(c: Context): Promise<{ upload: File; choice: ImportChoice }> {
  const { kind, file, complete, newPhones } = await c.req.parseBody();
  if (!isImportName(kind)) throw new HttpFault('badRequest', '请选要导入的是什么');
  if (!(file instanceof File) || file.size === 0) throw new HttpFault('badRequest', '请选一个文件');
  const ending = extname(file.name).toLowerCase();
  if (!readable.includes(ending) || (kind !== 'units' && ending === '.json'))
    throw new HttpFault('badRequest', '能读 .xlsx、.xls、.ods、.csv 表格，请另存后再传');
  const isStaff = kind === 'staff';
  return {
    upload: file,
    choice: {
      kind,
      fileName: basename(file.name).slice(-80),
      complete: isStaff && complete === 'yes',
      newPhones: isStaff && newPhones === 'yes',
    },
  };
}

function isExportName(kind: unknown): kind is ExportName {
  return typeof kind === 'string' && Object.hasOwn(exportKinds, kind);
}

function download(
  c: Context,
  name: string,
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Response {
  const type = name.endsWith('.csv')
    ? 'text/csv; charset=utf-8'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  c.header('content-type', type);
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  return c.body(Readable.toWeb(Readable.from(parts)) as ReadableStream);
}

/** The errors as a table to work through, a row each. */
async function errorsOf({ errors }: ImportReport): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'ruhu-desk-'));
  try {
    const file = join(folder, 'errors.xlsx');
    const sink = openTable(file, 'xlsx');
    await sink.sheet({
      name: '错误',
      columns: [
        { heading: '工作表', width: 16 },
        { heading: '行', width: 8 },
        { heading: '怎么了', width: 80, align: 'left' },
      ],
    });
    for (const { sheet, row, text } of errors) await sink.row([sheet ?? '', row ?? '', text]);
    await sink.end();
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
