import { html } from 'hono/html';
import type { OutboxState } from '../../../db/outbox/outbox-intake.ts';
import type { Parked } from '../../../db/outbox/outbox-report.ts';
import type { ChannelState } from '../../channels/platform.ts';
import { labelOf } from '../../channels/platforms.ts';
import { sayTime } from './admin-views.ts';
import type { Html } from './layout.ts';

interface ChannelFacts {
  states: readonly ChannelState[];
  queue: readonly OutboxState[];
  parked: readonly Parked[];
  now: number;
}

/** The channels, the login code, and what waits or was given up. */
export function channelsView({ states, queue, parked, now }: ChannelFacts): Html {
  return html`<header><h1>渠道</h1><p>每20秒自动刷新。</p><p class="open stale" role="status" hidden>连不上，下面是刚才的样子，正在重试。</p></header>
${
  states.length === 0
    ? html`<p class="hint">只有网页在用。要接企业微信或微信，请照 .env.example 填好再启动。</p>`
    : html`<ul class="channels">${states.map((state) => channelRow(state, now))}</ul>`
}
<h2>发消息</h2>
${queue.length === 0 ? html`<p class="hint">没有积压，近7天也没有发不出去的。</p>` : queueTable(queue, now)}
${parked.length === 0 ? '' : parkedTable(parked)}`;
}

const loginSays = {
  stopped: '没有启动',
  starting: '正在连接',
  scan: '等人扫码',
  online: '已登录',
  offline: '掉线了，正在重连',
} as const;

function channelRow({ name, ready, login }: ChannelState, now: number): Html {
  const says = login === undefined ? (ready ? '能收发' : '发不出去') : loginSays[login.is];
  const since = login === undefined ? '' : html`<span>从 ${sayTime(login.since)} 起</span>`;
  const why = login?.why == null ? '' : html`<p class="why">${login.why}</p>`;
  const qr =
    login?.qr == null
      ? ''
      : html`<figure><img src="/admin/login.svg?at=${now}" width="240" height="240" alt="登录二维码"><figcaption>用专门注册的备用微信号扫码登录，别用干部本人的。</figcaption></figure>`;
  return html`<li><strong>${labelOf(name)}</strong> <span class="${ready ? 'done' : 'open'}">${says}</span> ${since}${why}${qr}</li>`;
}

function queueTable(queue: readonly OutboxState[], now: number): Html {
  const rows = queue.map(
    (q) => html`<tr><th scope="row">${labelOf(q.channel)}</th><td>${q.queued}</td>
<td>${q.oldest === null ? '' : waited(now - q.oldest.getTime())}</td><td class="${q.dead > 0 ? 'open' : ''}">${q.dead}</td></tr>`,
  );
  return html`<div class="scroll"><table><thead><tr><th scope="col">渠道</th><th scope="col">排队</th><th scope="col">最久的等了</th><th scope="col">7天内没发出去</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function waited(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return '不到1分钟';
  return minutes < 120 ? `${minutes}分钟` : `${Math.floor(minutes / 60)}小时`;
}

function parkedTable(parked: readonly Parked[]): Html {
  const rows = parked.map(
    (p) =>
      html`<tr><th scope="row">${labelOf(p.channel)}</th><td>${p.count}</td><td class="words">${p.why}</td><td>${sayTime(p.latest)}</td></tr>`,
  );
  return html`<h2>没发出去的</h2><div class="scroll"><table><thead><tr><th scope="col">渠道</th><th scope="col">条数</th><th scope="col" class="words">平台怎么说</th><th scope="col">最近一次</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** The login code as a picture. */
export async function qrPicture(code: string): Promise<string> {
  const { default: QRCode } = await import('qrcode');
  return QRCode.toString(code, { type: 'svg', margin: 2, errorCorrectionLevel: 'L' });
}
