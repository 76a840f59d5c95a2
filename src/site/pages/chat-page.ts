import { html } from 'hono/html';
import type { Action } from '../../../conversations/access/policy.ts';
import { rolesFor } from '../../../conversations/access/policy.ts';
import { BOT_NAME } from '../../channels/mentions.ts';
import type { WebPerson } from '../../channels/web/people.ts';
import { type Html, layout, type NavLink } from './layout.ts';
import { mainRole } from './role-names.ts';

interface ChatPageOptions {
  visitor: WebPerson;
  mode: 'real' | 'demo' | 'rehearsal';
  assetVersion: string;
  nav: readonly NavLink[];
}

const modeNames = { real: '', demo: '演示数据', rehearsal: '演练数据' } as const;

/** The chat itself: header, messages, quick answers, input; the script fills it. */
export function chatPage({ visitor, mode, assetVersion, nav }: ChatPageOptions): Html {
  const chats = [
    { key: 'private', name: BOT_NAME, kind: 'private' },
    ...visitor.rooms.map((room) => ({ key: `room:${room.externalId}`, name: room.name, kind: 'room' })),
  ];
  const who = `${visitor.name} · ${visitor.unitName}${mainRole(visitor.roles)}`;
  const boot = {
    me: { id: visitor.staffId, name: visitor.name },
    bot: BOT_NAME,
    chats,
    mode,
    who,
    words: usualWords(visitor),
  };
  return frame({ who, mode, assetVersion, nav, boot });
}

/** What is offered when nothing is asked, by what one may do; three at most. */
const usual: readonly { word: string; for: Action }[] = [
  { word: '排查', for: 'visit' },
  { word: '进度', for: 'progress' },
  { word: '问题', for: 'problems' },
  { word: '日报', for: 'digest' },
];

function usualWords({ roles }: WebPerson): string[] {
  const may = usual.filter((one) => rolesFor(one.for).some((role) => roles.includes(role)));
  return [...may.slice(0, 2).map(({ word }) => word), '帮助'];
}

/** The page that opens without a network: it knows nobody, and takes what lies on the phone. */
export function shellPage(assetVersion: string): Html {
  return frame({ who: '', mode: 'real', assetVersion, nav: [], boot: null });
}

interface FrameOptions extends Omit<ChatPageOptions, 'visitor'> {
  who: string;
  boot: object | null;
}

function frame({ who, mode, assetVersion, nav, boot }: FrameOptions): Html {
  return layout({
    title: BOT_NAME,
    assetVersion,
    bodyClass: 'chat',
    styles: ['chat.css', 'messages.css'],
    scripts: ['chat.js'],
    boot,
    body: html`
<main class="phone">
  <header class="bar">
    <button type="button" class="bar-button" id="open-sheet" aria-haspopup="dialog" aria-label="切换会话或身份">
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 6h16M4 12h16M4 18h16"/></svg>
      <span class="badge" id="badge" hidden></span>
    </button>
    <div class="bar-title"><h1 id="chat-name">${BOT_NAME}</h1><p id="who">${who}</p></div>
    <span class="bar-mode">${modeNames[mode]}</span>
  </header>
  <p class="offline" id="offline" role="status" hidden></p>
  <section class="messages" id="messages" role="log" aria-live="polite" aria-label="聊天记录" tabindex="0">
    <button type="button" class="older" id="older" hidden>更早的消息</button>
    <ol class="list" id="list"></ol>
  </section>
  <form class="composer" id="composer" autocomplete="off">
    <button type="button" class="to-end" id="to-end" hidden>有新消息 ↓</button>
    <div class="chips" id="chips" role="group" aria-label="快捷回答"></div>
    <p class="voice-fault" id="voice-fault" role="status" hidden></p>
    <div class="quote" id="quote" hidden><span id="quote-text"></span><button type="button" id="quote-clear" aria-label="不引用">×</button></div>
    <div class="row">
      <label class="icon-button" title="发照片">
        <input type="file" id="photo" accept="image/*" multiple class="visually-hidden" aria-label="发照片">
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 8h3l2-3h6l2 3h3v11H4z"/><circle cx="12" cy="13" r="3.5"/></svg>
      </label>
      <button type="button" class="icon-button" id="voice" aria-label="说话输入" aria-pressed="false" hidden>
        <svg viewBox="0 0 24 24" aria-hidden="true"><rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5 11a7 7 0 0 0 14 0M12 18v3"/></svg>
      </button>
      <textarea id="text" rows="1" maxlength="20000" enterkeyhint="send" aria-label="输入消息" placeholder="说点什么"></textarea>
      <button type="submit" class="send" id="send" disabled>发送</button>
    </div>
  </form>
</main>
<dialog class="sheet" id="sheet" aria-label="会话和身份">
  <h2>会话</h2>
  <div class="sheet-list" id="chats"></div>
  ${pageLinks(nav)}
  <details class="picker" id="picker" hidden>
    <summary id="picker-count">要去的户</summary>
    <input type="search" id="picker-search" placeholder="按姓名、组或户编号找" aria-label="按姓名、组或户编号找">
    <div class="sheet-list" id="picker-list"></div>
  </details>
  <details class="picker" id="visits" hidden>
    <summary id="visits-count">我的走访</summary>
    <div class="sheet-list" id="visits-list"></div>
  </details>
  <div class="sheet-sizes" id="sizes" role="group" aria-label="字号"></div>
  <button type="button" class="size" id="photo-mark" aria-pressed="false">照片上写时间和位置</button>
  <form method="post" action="/leave" id="leave"><button class="sheet-leave">${mode === 'real' ? '退出' : '换一个身份'}</button></form>
  <form method="dialog"><button class="sheet-close">关闭</button></form>
</dialog>
<dialog class="viewer" id="viewer" aria-label="看图片"><form method="dialog"><img class="viewer-image" id="viewer-image" alt=""><button class="viewer-close" aria-label="关闭图片">×</button></form></dialog>
<noscript><p class="card">这个页面需要开启 JavaScript。</p></noscript>`,
  });
}

/** The other pages this visitor may open. */
function pageLinks(nav: readonly NavLink[]): Html | '' {
  const others = nav.filter(({ href }) => href !== '/');
  if (others.length === 0) return '';
  const links = others.map(({ href, label }) => html`<a href="${href}">${label}</a>`);
  return html`<nav class="sheet-list sheet-pages" aria-label="其他页面">${links}</nav>`;
}
