import { writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { allows, rolesFor, widestReach } from '../../../conversations/access/policy.ts';
import { scopeOf, wholeCounty } from '../../../conversations/access/scope.ts';
import { departmentCode } from '../../../conversations/campaign/departments.ts';
import type { ListKind } from '../../../conversations/campaign/list-kind.ts';
import type { Speaker } from '../../../conversations/contract/session.ts';
import { type ListMapping, listFields } from '../../../conversations/lists/headings.ts';
import { read, write } from '../../../db/base/transaction.ts';
import { recentImports } from '../../../db/imports/records.ts';
import { undoImport } from '../../../db/imports/undo.ts';
import { listStandings } from '../../../db/lists/asked.ts';
import { DeskIsBusy, WorkList } from '../../desk/work-list.ts';
import { exportList, listHead } from '../../exports/export-list.ts';
import { noteExport } from '../../exports/note-export.ts';
import { HttpFault } from '../../http/fault-response.ts';
import { importIntoCounty } from '../../imports/import-into-county.ts';
import { listKindsOf } from '../../imports/import-list.ts';
import type { Workplace } from '../../setting/workplace.ts';
import { undoneView } from './admin-file-views.ts';
import { type Html, layout } from './layout.ts';
import { type ListChoice, type ListResult, listsView, listWorkView } from './lists-views.ts';
import type { Page, PageVariables } from './page.ts';
import { speakerOf } from './who-asks.ts';

interface ListsOptions {
  place: Pick<Workplace, 'database' | 'county' | 'config' | 'key'>;
  now?: () => number;
}

type Ctx = Context<PageVariables>;

const here = '/lists';
const readable = ['.xlsx', '.xls', '.ods', '.csv', '.htm', '.html'];

/** 名单: lists from elsewhere come in, are followed and go back with what was found. */
export function listsPage({ place, now = Date.now }: ListsOptions): Page {
  const routes = new Hono<PageVariables>();
  const { database, county } = place;
  const works = new WorkList<ListResult>(place, now);
  const everything = wholeCounty(county);

  /** The kinds this person may bring: a department its own. */
  const kindsOf = async (speaker: Speaker): Promise<ListKind[]> => {
    const kinds = await listKindsOf(place);
    return kinds.filter((kind) => mayBring(speaker, kind));
  };
  const begin = async (c: Ctx, speaker: Speaker, ...work: BeginArgs) => {
    try {
      const begun = await works.begin(speaker.id, ...work);
      return c.redirect(`${here}/work/${begun}`, 303);
    } catch (error) {
      if (error instanceof DeskIsBusy)
        throw new HttpFault('tooMany', '正有别的名单在导入或导出，等一两分钟再试');
      throw error;
    }
  };
  const workOf = async (id: unknown, speaker: Speaker) => {
    const work = await works.of(String(id), speaker.id);
    if (work === undefined) throw new HttpFault('notFound', '这个文件已经不在了（只留一小时），请重新来一次');
    return work;
  };
  const bring = (speaker: Speaker, choice: ListChoice, file: string, preview: boolean) =>
    importIntoCounty(place, 'list', {
      ...choice,
      file,
      preview,
      partial: preview,
      by: speaker.id,
      mayLook: speaker.unitKind === 'county' && widestReach(speaker, 'household') !== 'none',
      now: new Date(now()),
    });

  routes.get('/', async (c) => {
    const speaker = await speakerOf(place, c);
    const kinds = await kindsOf(speaker);
    const lists = await read(database, scopeOf(county, speaker), (db) => listStandings(db));
    const imports = await read(database, everything, (db) => recentImports(db, 50));
    const undoable = imports.filter(({ kind, byId }) => kind === 'list' && mayUndo(speaker, byId));
    const names = new Map((await listKindsOf(place)).map(({ id, name }) => [id, name]));
    const facts = { kinds, lists, names, imports: undoable, now: now(), mayTake: mayTake(speaker) };
    return shown(c, '名单', listsView(facts));
  });

  routes.post('/preview', async (c) => {
    const speaker = await speakerOf(place, c);
    const { kind: asked, origin: written, file } = await c.req.parseBody();
    const kind = (await kindsOf(speaker)).find(({ id }) => id === asked);
    if (kind === undefined) throw new HttpFault('forbidden', '请选一种您单位管的名单');
    if (!(file instanceof File) || file.size === 0) throw new HttpFault('badRequest', '请选一个文件');
    const ending = extname(file.name).toLowerCase();
    if (!readable.includes(ending))
      throw new HttpFault('badRequest', '能读 .xlsx、.xls、.ods、.csv 表格，请另存后再传');
    const origin = typeof written === 'string' ? written.trim().slice(0, 30) : '';
    const choice: ListChoice = {
      listKind: kind.id,
      fileName: basename(file.name).slice(-80),
      mapping: {},
      ...(origin === '' ? {} : { origin }),
    };
    return begin(c, speaker, `看导入${kind.name}会怎样`, async (folder) => {
      const path = join(folder, `upload${ending}`);
      await writeFile(path, Buffer.from(await file.arrayBuffer()), { mode: 0o600 });
      const report = await bring(speaker, choice, path, true);
      return { result: { is: 'preview', report, choice, name: kind.name }, file: path };
    });
  });

  /** The columns as chosen: another look at the same file, or the import itself. */
  routes.post('/run', async (c) => {
    const speaker = await speakerOf(place, c);
    const body = await c.req.parseBody();
    const before = await workOf(body['work'], speaker);
    if (before.state.is !== 'done' || before.state.result.is !== 'preview') throw new HttpFault('notFound');
    const { result, fileName = '' } = before.state;
    const { choice: first, name, report: seen } = result;
    const asRead = seen.listed?.mapped ?? {};
    const choice = { ...first, mapping: { ...first.mapping, ...chosenIn(body, asRead) } };
    const isLook = body['do'] === 'look';
    return begin(c, speaker, isLook ? before.title : `导入${name}`, async (folder) => {
      const file = join(folder, fileName);
      await works.fetch(before.id, file);
      const report = await bring(speaker, choice, file, isLook);
      if (isLook) return { result: { is: 'preview', report, choice, name }, file };
      await works.forget(before.id);
      return { result: { is: 'import', report, name } };
    });
  });

  routes.post('/undo', async (c) => {
    const speaker = await speakerOf(place, c);
    const { id } = await c.req.parseBody();
    const imports = await read(database, everything, (db) => recentImports(db, 50));
    const found = imports.find((one) => one.id === id && one.kind === 'list' && mayUndo(speaker, one.byId));
    if (found === undefined) throw new HttpFault('forbidden', '这次导入不是您做的');
    const undoing = await write(database, everything, (tx) =>
      undoImport(tx, found.id, speaker.id, new Date(now())),
    );
    return shown(c, '撤销导入', undoneView(undoing, here));
  });

  routes.post('/export', async (c) => {
    const speaker = await speakerOf(place, c);
    const { no, format } = await c.req.parseBody();
    const scope = scopeOf(county, speaker);
    const lists = await read(database, scope, (db) => listStandings(db));
    if (!mayTake(speaker) || !lists.some((list) => list.no === Number(no)))
      throw new HttpFault('forbidden', '这份名单不归您导出');
    const list = await listHead(place, Number(no));
    if (list === null) throw new HttpFault('notFound');
    const as = format === 'csv' ? 'csv' : 'xlsx';
    return begin(c, speaker, `导出${list.name}`, async (folder) => {
      const file = join(folder, `${list.name}核查结果.${as}`);
      const rows = await exportList(place, { list, scope, file, format: as });
      await noteExport(place, { what: list.name, unit: speaker.unit, rows, at: now(), by: speaker.id });
      return { result: { is: 'export', rows }, file };
    });
  });

  routes.get('/work/:id', async (c) => {
    const speaker = await speakerOf(place, c);
    const work = await workOf(c.req.param('id'), speaker);
    const refreshS = work.state.is === 'running' ? 2 : 0;
    return shown(c, work.title, listWorkView(work), refreshS);
  });

  routes.get('/work/:id/file', async (c) => {
    const work = await workOf(c.req.param('id'), await speakerOf(place, c));
    if (work.state.is !== 'done' || work.state.result.is !== 'export') throw new HttpFault('notFound');
    return download(c, work.state.fileName ?? '', works.file(work.id));
  });

  const roles = [...new Set([...rolesFor('lists'), ...rolesFor('importLists')])];
  return { path: here, label: '名单', roles, uploads: [`${here}/preview`], routes };
}

type BeginArgs = [title: string, doing: Parameters<WorkList<ListResult>['begin']>[2]];

/** A department brings the lists it keeps itself, the county's office and administrators all. */
function mayBring(speaker: Speaker, kind: ListKind): boolean {
  if (!allows(speaker, 'importLists', { unit: speaker.unit, kind: speaker.unitKind })) return false;
  return speaker.unitKind === 'county' || speaker.unit === departmentCode(kind.unit);
}

const mayTake = (speaker: Speaker): boolean =>
  widestReach(speaker, 'lists') !== 'none' && widestReach(speaker, 'export') !== 'none';

/** One's own import, and for the county's office and administrators any. */
function mayUndo(speaker: Speaker, by: string | null): boolean {
  const own = { unit: speaker.unit, kind: speaker.unitKind };
  return by === speaker.id || (speaker.unitKind === 'county' && allows(speaker, 'importLists', own));
}

/** Columns chosen otherwise than they were read; '' = none means this. */
function chosenIn(body: Readonly<Record<string, unknown>>, read: ListMapping): ListMapping {
  return Object.fromEntries(
    listFields.flatMap((field) => {
      const heading = body[`map-${field}`];
      return typeof heading === 'string' && heading !== (read[field] ?? '') ? [[field, heading]] : [];
    }),
  );
}

function shown(c: Ctx, title: string, body: Html, refreshS = 0) {
  return c.html(
    layout({
      title: `${title} · 名单`,
      assetVersion: c.get('assetVersion'),
      styles: ['admin.css', 'admin-files.css'],
      ...(refreshS > 0 ? { scripts: ['refresh.js'] } : {}),
      nav: c.get('nav'),
      here,
      body,
    }),
  );
}

function download(c: Ctx, fileName: string, parts: AsyncIterable<Uint8Array>): Response {
  c.header('content-type', 'application/octet-stream');
  c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
  return c.body(Readable.toWeb(Readable.from(parts)) as ReadableStream);
}
