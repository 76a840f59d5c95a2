import { html } from 'hono/html';
import type { ImportReport } from '../../imports/import-report.ts';
import type { Html } from './layout.ts';

const saidOf = { new: '新增', changed: '更新', gone: '去掉' } as const;

/** Row by row what would be another: the changed ones first. */
export function changesView({ changes = [], added, changed }: ImportReport): Html | '' {
  if (changes.length === 0) return '';
  const rows = changes.map(({ is, who, where, fields }) => {
    const words = fields.map(({ label, from, to }) =>
      from === to ? label : `${label}：${from || '（空）'} → ${to || '（空）'}`,
    );
    return html`<li>${saidOf[is]} <strong>${who}</strong> ${where}${words.length === 0 ? '' : `，${words.join('；')}`}</li>`;
  });
  const more =
    added + changed > changes.length ? html`<p>这里只列前${changes.length}行，更新的在前。</p>` : '';
  return html`<h2>会变的</h2><ul class="faults">${rows}</ul>${more}`;
}
