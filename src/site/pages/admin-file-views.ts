import { html } from 'hono/html';
import type { RecentImport } from '../../../db/imports/records.ts';
import { type Undoing, undoHours } from '../../../db/imports/undo.ts';
import type { Unit } from '../../../db/places/units.ts';
import { type DeskResult, exportKinds, type ImportChoice } from '../../desk/desk-result.ts';
import type { Work } from '../../desk/work-list.ts';
import { type ImportName, importKinds, isImportName } from '../../imports/import-into-county.ts';
import type { ImportReport } from '../../imports/import-report.ts';
import { changesView } from './admin-changes-view.ts';
import { sayTime } from './admin-views.ts';
import type { Html } from './layout.ts';

/** What each kind of file is, in a line. */
const about: Readonly<Record<keyof typeof importKinds, string>> = {
  units: '乡镇和村的单位表，换新版本会认出原来的村；并掉的村写在“并入的村”一列',
  staff: '人员名单：姓名、手机号、角色、单位',
  households: '农户名册：户编号、户主、户属性、乡镇、村；一村一张表也行',
  rooms: '群名册：平台、群标识、单位',
  national: '全国防返贫监测系统的导出，用来比对和预填',
  answers: '群众常问的问题和县里的答复',
  list: '督查、考核、信访、省平台预警，医保、教体、残联、民政、住建、公安等部门的名单',
};

const shownErrors = 30;

/** The form, and what came in lately. */
export function importsView(
  imports: readonly RecentImport[],
  now: number,
  mayBring: (kind: ImportName) => boolean,
): Html {
  const offered = Object.entries(importKinds).filter(([kind]) => isImportName(kind) && mayBring(kind));
  const kinds = offered.map(
    ([
      kind,
      name,
    ]) => html`<li><label><input type="radio" name="kind" value="${kind}" required> <strong>${name}</strong></label>
<span class="hint">${about[kind as keyof typeof importKinds]}</span> <a href="/admin/import/template/${kind}">${kind === 'units' ? '现在的表' : '空表'}</a></li>`,
  );
  return html`<header><h1>导入</h1><p>先看会改什么，确认了才写入；${undoHours}小时内可以撤销。</p></header>
<form class="upload" method="post" action="/admin/import/preview" enctype="multipart/form-data">
<ul class="kinds">${kinds}</ul>
<details><summary>人员名单的选项</summary>
<p><label><input type="checkbox" name="newPhones" value="yes"> 同单位同名、手机号不同的，是同一个人换了号</label></p>
<p><label><input type="checkbox" name="complete" value="yes"> 这是整份名单，表里没有的人移出</label></p></details>
<p><input type="file" name="file" aria-label="选文件" accept=".xlsx,.xls,.ods,.csv,.json" required></p>
<div class="actions"><button class="main">看看会改什么</button></div></form>
<p>督查、考核、信访、预警和部门的名单在<a href="/lists">名单</a>页导入。</p>
${recentView(imports, now)}`;
}

function recentView(imports: readonly RecentImport[], now: number): Html | '' {
  if (imports.length === 0) return '';
  const rows = imports.map(
    (one) => html`<tr><th scope="row">${nameOf(one.kind)}<br><span class="hint">${one.fileName}</span></th>
<td>${one.rows}行</td><td>${sayTime(one.at)}</td><td>${one.by ?? '服务器上'}</td><td>${undoCell(one, now)}</td></tr>`,
  );
  return html`<h2>最近导入</h2><div class="scroll"><table><thead><tr><th scope="col">什么</th><th scope="col">多少</th><th scope="col">时间</th><th scope="col">谁</th><th scope="col"></th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function undoCell({ id, at, undoneAt }: RecentImport, now: number): Html | '' {
  if (undoneAt !== null) return html`<span class="hint">已撤销</span>`;
  if (now - at.getTime() > undoHours * 3_600_000) return '';
  return html`<details><summary>撤销</summary><form method="post" action="/admin/import/undo"><input type="hidden" name="id" value="${id}"><button class="danger">确认撤销</button></form></details>`;
}

const nameOf = (kind: string): string => (isImportName(kind) ? importKinds[kind] : kind);

/** What may be taken out: of which unit, as which file. */
export function exportsView(units: readonly Unit[]): Html {
  const kinds = Object.entries(exportKinds).map(
    ([kind, name]) =>
      html`<li><label><input type="radio" name="kind" value="${kind}" required> <strong>${name}</strong></label></li>`,
  );
  const options = units.map((unit) => html`<option value="${unit.code}">${unit.name}</option>`);
  return html`<header><h1>导出</h1><p>文件里有个人信息，导出会留记录；用完请删。</p></header>
<form class="upload" method="post" action="/admin/export"><ul class="kinds">${kinds}</ul>
<p><label>单位 <select name="unit">${options}</select></label> <label>格式 <select name="format"><option value="xlsx">表格（.xlsx）</option><option value="csv">文本（.csv）</option></select></label></p>
<div class="actions"><button class="main">导出</button></div></form>`;
}

/** How a piece of work stands. */
export function workView(work: Work<DeskResult>): Html {
  const { state, title } = work;
  if (state.is === 'running')
    return html`<header><h1>${title}</h1><p role="status">正在做……${work.rows > 0 ? `已读${work.rows}行。` : ''}这一页会自己更新，不用刷新。</p></header><progress></progress>`;
  if (state.is === 'failed')
    return html`<header><h1>${title}</h1><p role="alert" class="open">${state.words}</p></header>${back}`;
  const { result } = state;
  if (result.is === 'export')
    return html`<header><h1>${title}</h1><p>好了，${result.rows}条。文件只留一小时。</p></header><div class="actions"><a class="main button" href="/admin/work/${work.id}/file">下载</a></div><p><a href="/admin/export">再导出一份</a></p>`;
  return result.is === 'preview'
    ? previewView(work.id, result.report, result.choice)
    : importedView(work.id, result.report);
}

const back = html`<p><a href="/admin/import">返回导入</a></p>`;

/** What would change, and what is wrong; nothing has been stored. */
function previewView(id: string, report: ImportReport, choice: ImportChoice): Html {
  const willChange = report.added + report.changed > 0 || choice.complete;
  const run = (partial: boolean, label: string) =>
    html`<form method="post" action="/admin/import/run"><input type="hidden" name="work" value="${id}"><input type="hidden" name="partial" value="${partial ? 'yes' : 'no'}"><button class="main">${label}</button></form>`;
  const buttons = !willChange
    ? ''
    : report.errorCount === 0
      ? run(false, '确认导入')
      : run(true, '只导入没错的行');
  return html`<header><h1>导入${importKinds[choice.kind]}：还没写入</h1><p>${choice.fileName}，读了${report.read}行。</p></header>
${figures(report)}${choice.complete ? html`<p class="hint">这是整份名单：表里没有的人会移出，他们的绑定也会解除。</p>` : ''}
${errorsView(id, report)}${notesView(report)}${changesView(report)}
<div class="actions">${buttons}<a class="button" href="/admin/import">${willChange ? '不导入' : '返回'}</a></div>`;
}

function importedView(id: string, report: ImportReport): Html {
  return html`<header><h1>导入${importKinds[report.kind]}：${report.stored ? '已写入' : '没有写入'}</h1></header>
${figures(report)}${errorsView(id, report)}${notesView(report)}
<p>${report.stored ? `不对的话，${undoHours}小时内可以在“最近导入”里撤销。` : '文件里有错，一行都没写入。'}</p>${back}`;
}

function figures({ added, changed, unchanged }: ImportReport): Html {
  return html`<dl class="figures"><div><dt>新增</dt><dd>${added}</dd></div><div><dt>更新</dt><dd>${changed}</dd></div><div><dt>没变</dt><dd>${unchanged}</dd></div></dl>`;
}

function errorsView(id: string, { errors, errorCount }: ImportReport): Html | '' {
  if (errorCount === 0) return '';
  const items = errors
    .slice(0, shownErrors)
    .map(({ sheet, row, text }) => html`<li>${placeOf(sheet, row)}${text}</li>`);
  return html`<h2>${errorCount}处要改</h2><ul class="faults">${items}</ul>
<p>${errorCount > shownErrors ? `这里只列前${shownErrors}处。` : ''}<a href="/admin/work/${id}/errors">下载错误清单（带行号）</a></p>`;
}

/** Figures, errors and notes of an import, where no file of errors is offered. */
export function reportView(report: ImportReport): Html {
  const items = report.errors.map(({ sheet, row, text }) => html`<li>${placeOf(sheet, row)}${text}</li>`);
  return html`${figures(report)}${items.length === 0 ? '' : html`<h2>${report.errorCount}处要改</h2><ul class="faults">${items}</ul>`}${notesView(
    { ...report, unknownColumns: [] },
  )}`;
}

function notesView({ notes, unknownColumns }: ImportReport): Html | '' {
  if (notes.length === 0 && unknownColumns.length === 0) return '';
  const items = notes.map(({ sheet, rows, text }) => html`<li>${placeOf(sheet, rows)}${text}</li>`);
  const unknown =
    unknownColumns.length === 0 ? '' : html`<li>不认识的列（原样留存）：${unknownColumns.join('、')}</li>`;
  return html`<h2>说明</h2><ul class="faults">${items}${unknown}</ul>`;
}

function placeOf(sheet: string | undefined, row: number | string | undefined): string {
  const at = [sheet === undefined ? '' : `“${sheet}”表`, row === undefined ? '' : `第${row}行`].join('');
  return at === '' ? '' : `${at}：`;
}

const relations: Readonly<Record<string, string>> = {
  household: '户',
  staff: '人',
  unit: '单位',
  room: '群',
  assignment: '户的排查员',
  register_fact: '户的比对资料',
  setting: '设置',
  outside_row: '名单的行',
  outside_list: '名单',
  outside_mapping: '列名对应',
};

/** How the undoing ended, and what to do where it couldn't be. */
export function undoneView(undoing: Undoing, returnTo = '/admin/import'): Html {
  return html`<header><h1>撤销导入</h1><p role="status">${undoneWords(undoing)}</p></header><p><a href="${returnTo}">返回</a></p>`;
}

function undoneWords(undoing: Undoing): string {
  switch (undoing.is) {
    case 'undone':
      return `已撤销，${nameOf(undoing.kind)}回到导入前的样子。`;
    case 'already':
      return '这次导入已经撤销过了。';
    case 'late':
      return `过了${undoHours}小时，撤不了了。请改好表再导入一次。`;
    case 'unknown':
      return '没有这次导入。';
    case 'touched': {
      const what = undoing.touched
        .map(({ relation, rows }) => `${rows}${relations[relation] ?? '条'}`)
        .join('、');
      return `没有撤销：导入后${what}又有人改过，或已经有人排查、绑定。撤了会把后来做的冲掉，请改好表再导入一次。`;
    }
  }
}
