import { html } from 'hono/html';
import type { SecurityKind } from '../../../db/people/security-kinds.ts';
import type { SecurityLine } from '../../../db/people/security-log.ts';
import { sayTime } from './admin-views.ts';
import type { Html } from './layout.ts';

const labels: Readonly<Record<SecurityKind, string>> = {
  codeIssued: '发码',
  codeAgreed: '同意换号',
  codeRefused: '不同意换号',
  codeUsed: '用码绑定',
  codeFailed: '码输错',
  opinionCodeFailed: '满意度码输错',
  codesVoided: '作废码',
  rebound: '换绑',
  unbound: '解绑',
  removed: '移出名单',
  roomBound: '绑定群',
  settings: '改设置',
  webLogin: '进网页',
  sessionsEnded: '退出网页',
  keyRotated: '换密钥',
  imported: '导入',
  importUndone: '撤销导入',
  exported: '导出',
};

/** What channels and ways in are called. */
const said: Readonly<Record<string, string>> = {
  web: '网页',
  wecom: '企业微信',
  wechaty: '微信',
  terminal: '命令行',
  persona: '选身份',
  link: '链接或绑定码',
};

/** 安全: who became whom, who may what, what was taken along; newest first. */
export function securityView(lines: readonly SecurityLine[]): Html {
  const rows = lines.map(
    ({ at, kind, about, by, channel, detail }) =>
      html`<tr><td>${sayTime(at)}</td><th scope="row">${labels[kind]}</th><td>${about ?? ''}</td><td>${by ?? ''}</td><td>${[said[channel ?? ''] ?? channel ?? '', said[detail] ?? detail].filter((part) => part !== '').join(' ')}</td></tr>`,
  );
  return html`<header><h1>安全日志</h1><p>近30天，最新的在上面，最多列300条。谁看过哪一户，在聊天里问“谁看过 张三”。</p></header>
<div class="scroll"><table><thead><tr><th scope="col">时间</th><th scope="col">事</th><th scope="col">关于谁</th><th scope="col">谁做的</th><th scope="col">说明</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
