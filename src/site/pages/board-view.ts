import { html } from 'hono/html';
import {
  besideBase,
  type Counts,
  definitions,
  noHouseholds,
  remaining,
  sayShare,
} from '../../../conversations/progress/definitions.ts';
import { sayForecast } from '../../../conversations/progress/forecast.ts';
import type { PlanStanding, ProblemCounts } from '../../../conversations/progress/overview.ts';
import { paceOf, paceWords } from '../../../conversations/progress/pace.ts';
import type { UnitProgress } from '../../../conversations/progress/rollup.ts';
import type { Html } from './layout.ts';

/** What the board shows of one unit. Numbers only: no household and no person. */
export interface Board {
  unit: { code: string; name: string; kind: string };
  /** The unit above, if the visitor may see it. */
  above?: { code: string; name: string };
  asOf: string;
  end: string;
  standing: PlanStanding;
  problems: ProblemCounts;
  /** Units below in register order; groups of a village have no page of their own. */
  below: readonly (UnitProgress & { opens: boolean })[];
  belowKind: '乡镇' | '村' | '组';
  chart: { src: string; alt: string; width: number; height: number };
}

/** The board as a page: figures, chart, units below. */
export function boardView(board: Board): Html {
  const { counts, forecast } = board.standing;
  const { open, done, closed, overdue } = board.problems;
  return html`
<main class="board" data-refresh="60">
  <header>
    ${board.above === undefined ? '' : html`<a class="up" href="/board?unit=${board.above.code}">‹ ${board.above.name}</a>`}
    <h1>${board.unit.name} 排查进度</h1>
    <p class="hint">截至${board.asOf}，每分钟自动更新</p>
    <p class="stale" role="status" hidden>连不上，上面还是${board.asOf}的数，正在重试</p>
  </header>
  <section class="figures" aria-label="主要数字">
    ${figure('已排查', shareOf(counts), `${counts.visited}/${counts.total}户${besideBase(counts)}`)}
    ${figure('还剩', `${remaining(counts)}`, `今天新增${counts.visitedToday}户`)}
    ${figure('待核实', `${counts.toVerify}`, `退回${counts.returned}户`)}
    ${figure('查出问题', `${open + done + closed}`, `已销号${closed}，逾期${overdue}`)}
  </section>
  <p class="forecast">${counts.total === 0 ? noHouseholds : sayForecast(forecast, board.end)}。</p>
  <p class="parts">${parts(counts)}</p>
  ${table(board)}
  <figure><img src="${board.chart.src}" alt="${board.chart.alt}" width="${board.chart.width}" height="${board.chart.height}" loading="lazy"></figure>
  <details><summary>数字怎么算的</summary><dl>${definitions.map((d) => html`<dt>${d.label}</dt><dd>${d.means}</dd>`)}</dl></details>
</main>`;
}

function figure(label: string, value: string, note: string): Html {
  return html`<div class="figure"><span>${label}</span><strong>${value}</strong><small>${note}</small></div>`;
}

function parts(counts: Counts): string {
  return [
    ['没开始', counts.untouched],
    ['答了一半', counts.draft],
    ['不在家', counts.notHome],
    ['拒访', counts.refused],
    ['退回', counts.returned],
  ]
    .filter(([, n]) => Number(n) > 0)
    .map(([label, n]) => `${label}${n}户`)
    .join('、');
}

function table({ below, belowKind, standing }: Board): Html | '' {
  const filled = below.filter(({ counts }) => counts.total > 0);
  const empty = below.length - filled.length;
  const note = empty === 0 ? '' : html`<p class="hint">另有${empty}个${belowKind}没有在册的户，没列出。</p>`;
  if (filled.length === 0) return note;
  const daily = belowKind !== '组';
  return html`
  <div class="sheet"><table>
    <caption>各${belowKind}（按名册顺序）</caption>
    <thead><tr><th scope="col">${belowKind}</th><th scope="col">进度</th><th scope="col">还剩</th>${daily ? html`<th scope="col" class="today">今天</th>` : ''}<th scope="col">快慢</th></tr></thead>
    <tbody>${filled.map((unit) => {
      const { counts } = unit;
      const pace = paceOf(counts, standing.planned);
      return html`<tr class="${pace}">
        <th scope="row">${unit.opens ? html`<a href="/board?unit=${unit.unit}">${unit.name}</a>` : unit.name}</th>
        <td><progress max="${counts.total}" value="${counts.visited}" aria-hidden="true"></progress><b>${shareOf(counts)}</b> <small>${counts.visited}/${counts.total}</small></td>
        <td>${remaining(counts)}</td>${daily ? html`<td class="today">${counts.visitedToday}</td>` : ''}<td><span class="pace">${paceWords[pace]}</span></td></tr>`;
    })}</tbody>
  </table></div>${note}`;
}

/** Of nothing there is no share: a unit without households is neither done nor late. */
function shareOf({ visited, total }: Counts): string {
  return total === 0 ? '—' : sayShare(visited, total);
}
