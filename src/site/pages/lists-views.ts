import { html } from 'hono/html';
import { fullDayInWords, isoDate } from '../../../conversations/calendar/days.ts';
import type { ListKind } from '../../../conversations/campaign/list-kind.ts';
import { type ListMapping, listFieldLabels, listFields } from '../../../conversations/lists/headings.ts';
import type { ListStanding } from '../../../conversations/lists/listed.ts';
import type { RecentImport } from '../../../db/imports/records.ts';
import { undoHours } from '../../../db/imports/undo.ts';
import type { Work } from '../../desk/work-list.ts';
import type { ImportReport } from '../../imports/import-report.ts';
import { reportView } from './admin-file-views.ts';
import { sayTime } from './admin-views.ts';
import type { Html } from './layout.ts';

/** How a list is to be brought in, as chosen. */
export interface ListChoice {
  listKind: string;
  fileName: string;
  origin?: string;
  mapping: ListMapping;
}

/** What a piece of work at the page came to. */
export type ListResult =
  | { is: 'preview'; report: ImportReport; choice: ListChoice; name: string }
  | { is: 'import'; report: ImportReport; name: string }
  | { is: 'export'; rows: number };

interface ListsFacts {
  kinds: readonly ListKind[];
  lists: readonly ListStanding[];
  names: ReadonlyMap<string, string>;
  imports: readonly RecentImport[];
  now: number;
  mayTake: boolean;
}

const uses: Readonly<Record<ListKind['becomes'], string>> = {
  problem: '每行进问题台账',
  lead: '每行列为监测线索',
  question: '到户排查时核实',
  comparison: '线索数据比对时用',
};

/** Lists and how far they are; who may bring one sees the form. */
export function listsView(facts: ListsFacts): Html {
  return html`<main class="admin"><header><h1>名单</h1><p>督查、考核、信访、省平台预警和部门的名单：对到户，核实，连结果导回去。</p></header>
${facts.kinds.length === 0 ? '' : form(facts.kinds)}${standings(facts)}${recent(facts)}</main>`;
}

function form(kinds: readonly ListKind[]): Html {
  const offered = kinds.map(
    ({ id, name, unit, becomes }) =>
      html`<option value="${id}">${name}（${unit}，${uses[becomes]}）</option>`,
  );
  return html`<h2>导入</h2><form class="upload" method="post" action="/lists/preview" enctype="multipart/form-data">
<p><label>哪一种 <select name="kind">${offered}</select></label></p>
<p><label>哪里来的 <input name="origin" maxlength="30" placeholder="不填就是管这种名单的部门"></label></p>
<p><input type="file" name="file" aria-label="选文件" accept=".xlsx,.xls,.ods,.csv" required></p>
<div class="actions"><button class="main">看看对得上多少</button></div></form>`;
}

function standings({ lists, names, mayTake }: ListsFacts): Html {
  if (lists.length === 0) return html`<p>您的范围内还没有名单。</p>`;
  const items = lists.map((list) => {
    const answered = list.confirmed + list.denied + list.settled;
    const take = html`<form method="post" action="/lists/export"><input type="hidden" name="no" value="${list.no}"><button>导出结果</button></form>`;
    const became = list.problems + list.leads;
    return html`<li><strong>${list.no}号 ${names.get(list.kind) ?? '名单'}</strong> <span class="hint">${list.origin}，${fullDayInWords(isoDate(list.at))}</span>
<p>${list.rows}行，对上${list.households}户${list.unmatched > 0 ? `，没对上${list.unmatched}行` : ''}；已核${answered}行，没核${list.waiting}行${became > 0 ? `；问题、线索${became}条` : ''}</p>${mayTake ? take : ''}</li>`;
  });
  return html`<h2>核到哪儿了</h2><ul class="kinds">${items}</ul>
<p class="hint">没对上户的行，村、镇干部在聊天里回“名单 号数”看，“对上 行号 户主姓名”对。导出的文件里有个人信息，会留记录；用完请删。</p>`;
}

function recent({ imports, now }: ListsFacts): Html | '' {
  if (imports.length === 0) return '';
  const rows = imports.slice(0, 10).map((one) => {
    const late = now - one.at.getTime() > undoHours * 3_600_000;
    const undo = html`<details><summary>撤销</summary><form method="post" action="/lists/undo"><input type="hidden" name="id" value="${one.id}"><button class="danger">确认撤销</button></form></details>`;
    const cell = one.undoneAt !== null ? html`<span class="hint">已撤销</span>` : late ? '' : undo;
    return html`<tr><th scope="row">${one.fileName}</th><td>${one.rows}行</td><td>${sayTime(one.at)}</td><td>${one.by ?? '服务器上'}</td><td>${cell}</td></tr>`;
  });
  return html`<h2>最近导入</h2><div class="scroll"><table><thead><tr><th scope="col">文件</th><th scope="col">多少</th><th scope="col">时间</th><th scope="col">谁</th><th scope="col"></th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** How a piece of work stands. */
export function listWorkView(work: Work<ListResult>): Html {
  const { state, title } = work;
  const page = (body: Html) =>
    html`<main class="admin"${state.is === 'running' ? html` data-refresh="2"` : ''}>${body}</main>`;
  if (state.is === 'running')
    return page(
      html`<header><h1>${title}</h1><p role="status">正在做……这一页会自己更新，不用刷新。</p></header><progress></progress>`,
    );
  if (state.is === 'failed')
    return page(
      html`<header><h1>${title}</h1><p role="alert" class="open">${state.words}</p></header>${back}`,
    );
  const { result } = state;
  if (result.is === 'export')
    return page(
      html`<header><h1>${title}</h1><p>好了，${result.rows}行。文件只留一小时。</p></header><div class="actions"><a class="main button" href="/lists/work/${work.id}/file">下载</a></div>${back}`,
    );
  const { report, name } = result;
  if (result.is === 'preview') return page(preview(work.id, report, name, result.choice));
  const told = report.stored
    ? `${report.listed?.listNo ?? ''}号名单已写入，对上${report.listed?.matched ?? 0}行，没对上${report.listed?.unmatched ?? 0}行。${undoHours}小时内可以撤销。`
    : '文件里有错，一行都没写入。';
  return page(
    html`<header><h1>${name}</h1><p role="status">${told}</p></header>${reportView(report)}${back}`,
  );
}

const back = html`<p><a href="/lists">返回名单</a></p>`;

/** What would come of it, and how the columns were read: another one can be chosen. */
function preview(id: string, report: ImportReport, name: string, choice: ListChoice): Html {
  const { listed } = report;
  const willDo = report.errorCount === 0 && report.added + report.changed > 0;
  const button = (what: string, label: string, main: boolean) =>
    html`<button name="do" value="${what}"${main ? html` class="main"` : ''}>${label}</button>`;
  return html`<header><h1>${name}：还没写入</h1><p>${choice.fileName}，读了${report.read}行，对上${listed?.matched ?? 0}行，没对上${listed?.unmatched ?? 0}行。</p></header>
<form class="upload" method="post" action="/lists/run"><input type="hidden" name="work" value="${id}">
${listed === undefined ? '' : columns(listed.mapped, listed.headings, report.errorCount > 0)}
<div class="actions">${willDo ? button('run', '确认导入', true) : ''}${button('look', '按选的列再看一遍', !willDo)}<a class="button" href="/lists">不导入</a></div></form>
${reportView(report)}`;
}

function columns(mapped: ListMapping, headings: readonly string[], isOpen: boolean): Html {
  const rows = listFields.map((field) => {
    const options = headings.map((heading) =>
      mapped[field] === heading
        ? html`<option value="${heading}" selected>${heading}</option>`
        : html`<option value="${heading}">${heading}</option>`,
    );
    return html`<p><label>${listFieldLabels[field]} <select name="map-${field}"><option value="">（没有）</option>${options}</select></label></p>`;
  });
  return html`<details${isOpen ? html` open` : ''}><summary>哪一列是什么（改过一次就记住）</summary>${rows}</details>`;
}
