import { html } from 'hono/html';
import { codeDays } from '../../../conversations/dialogues/binding/code.ts';
import type { HandedCode, HandedCodes } from '../../county/hand-out-codes.ts';
import { sayTime } from './admin-views.ts';
import type { Html } from './layout.ts';

/** Codes to print and cut: shown this once, in clear nowhere else. */
export function codeSheet(title: string, { codes, expiresAt }: HandedCodes): Html {
  if (codes.length === 0)
    return html`<header><h1>${title}</h1><a class="up" href="/admin">返回</a></header><p>都已经绑定了，没有要发的码。</p>`;
  const until = sayTime(expiresAt);
  return html`<header class="screen-only"><h1>${title}：${codes.length}个绑定码</h1><a class="up" href="/admin">返回</a>
<p><strong>只显示这一次</strong>，离开这页就看不到了。打印后沿虚线剪开，当面交给本人，别拍照发群里。${codeDays}天内有效。</p>
<div class="actions"><button type="button" class="main" id="print">打印</button></div></header>
<ul class="slips">${codes.map((code) => slip(code, until))}</ul>`;
}

function slip({ name, unitName, code }: HandedCode, until: string): Html {
  return html`<li class="slip"><p class="slip-who"><strong>${name}</strong><span>${unitName}</span></p>
<p class="slip-code">${code}</p>
<ol><li>在微信或企业微信里找到“入户助手”</li><li>私聊发：<strong>绑定 ${code}</strong></li><li>回“绑定好了”就能用，发“排查”开始</li></ol>
<p class="slip-note">${until} 前有效，只能用一次，别发到群里</p></li>`;
}
