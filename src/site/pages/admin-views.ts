import { html } from 'hono/html';
import { sayMoment } from '../../../conversations/calendar/workdays.ts';
import type { UnitCode } from '../../../conversations/contract/ids.ts';
import type { RoomBinding, StaffBinding, UnitBinding } from '../../../db/people/roster.ts';
import type { Unit } from '../../../db/places/units.ts';
import { labelOf } from '../../channels/platforms.ts';
import type { Html } from './layout.ts';
import { roleNames } from './role-names.ts';

/** 12月18日 17:00, in Beijing time, as everywhere. */
export function sayTime(at: Date | number): string {
  return sayMoment(Number(at));
}

/** The page's own parts; channels only for who keeps the whole county. */
export function adminTabs(current: string, whole: boolean, body: Html, refreshS = 0): Html {
  const tabs = [
    { key: 'staff', href: '/admin', label: '人员' },
    { key: 'rooms', href: '/admin/rooms', label: '群' },
    ...(whole ? [{ key: 'import', href: '/admin/import', label: '导入' }] : []),
    { key: 'export', href: '/admin/export', label: '导出' },
    ...(whole
      ? [
          { key: 'settings', href: '/admin/settings', label: '设置' },
          { key: 'channels', href: '/admin/channels', label: '渠道' },
          { key: 'security', href: '/admin/security', label: '安全' },
        ]
      : []),
  ];
  const links = tabs.map(({ key, href, label }) =>
    key === current
      ? html`<a href="${href}" aria-current="true">${label}</a>`
      : html`<a href="${href}">${label}</a>`,
  );
  const stays = refreshS === 0 ? '' : html` data-refresh="${refreshS}"`;
  return html`<main class="admin"${stays}><nav class="tabs" aria-label="管理">${links}</nav>${body}</main>`;
}

interface Rights {
  /** May take people off the roster. */
  remove: boolean;
}

interface StaffCardFacts {
  unit: Unit;
  above: UnitCode | null;
  units: readonly UnitBinding[];
  people: readonly StaffBinding[];
  rights: Rights;
}

/** A unit: how many are bound in it and below it, and its own people. */
export function staffView({ unit, above, units, people, rights }: StaffCardFacts): Html {
  const below = units.filter((u) => u.code !== unit.code);
  const all = units.reduce((sum, u) => ({ staff: sum.staff + u.staff, bound: sum.bound + u.bound }), {
    staff: 0,
    bound: 0,
  });
  return html`
${search('')}
<header><h1>${unit.name}</h1>
${above === null ? '' : html`<a class="up" href="/admin?unit=${encodeURIComponent(above)}">返回上级</a>`}
<p>共${all.staff}人，已绑定${all.bound}人，未绑定<strong>${all.staff - all.bound}</strong>人</p><p class="hint">绑定指微信、企业微信；只在网页上聊的不算在内，也能照常用。</p></header>
${unit.kind === 'county' || all.staff === all.bound ? '' : unitCodes(unit)}
${below.length === 0 ? '' : unitTable(below)}
${people.length === 0 ? (below.length === 0 ? html`<p class="hint">这里还没有人，请导入人员名单。</p>` : '') : peopleTable(below.length === 0 ? '人员' : `${unit.short}本级`, people, rights)}`;
}

function unitCodes(unit: Unit): Html {
  return html`<div class="actions">
<form method="post" action="/admin/codes"><input type="hidden" name="unit" value="${unit.code}"><button class="main">打印未绑定的人的码</button></form>
<form method="post" action="/admin/revoke"><input type="hidden" name="unit" value="${unit.code}"><button>作废没用过的码</button></form>
</div><p class="hint">每打印一次都是新码，旧码当场作废。码只显示这一次。</p>`;
}

function unitTable(units: readonly UnitBinding[]): Html {
  const rows = units.map(
    (u) => html`<tr><th scope="row"><a href="/admin?unit=${encodeURIComponent(u.code)}">${u.name}</a></th>
<td>${u.staff}</td><td>${u.bound}</td><td>${u.staff - u.bound}</td><td>${u.codes === 0 ? '' : u.codes}</td></tr>`,
  );
  return html`<div class="scroll"><table><thead><tr><th scope="col">单位</th><th scope="col">人数</th><th scope="col">已绑定</th><th scope="col">未绑定</th><th scope="col">待用码</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** People found by name. */
export function foundView(words: string, people: readonly StaffBinding[], rights: Rights): Html {
  return html`${search(words)}
<header><h1>找“${words}”</h1><a class="up" href="/admin">返回</a></header>
${people.length === 0 ? html`<p class="hint">您的范围里没有这个人。</p>` : peopleTable('', people, rights)}`;
}

function search(words: string): Html {
  return html`<form class="search" method="get" action="/admin" role="search"><input name="q" value="${words}" placeholder="姓名或手机号" aria-label="找人" maxlength="20"><button>找</button></form>`;
}

function peopleTable(title: string, people: readonly StaffBinding[], rights: Rights): Html {
  const rows = people.map((p) => personRow(p, rights));
  return html`${title === '' ? '' : html`<h2>${title}</h2>`}<ul class="staff">${rows}</ul>`;
}

function personRow(p: StaffBinding, rights: Rights): Html {
  const bound = p.channels.map((name) => labelOf(name)).join('、');
  const about = [p.unitName, p.duty ?? p.roles.map((role) => roleNames[role]).join('、')].join(' · ');
  const state =
    bound === '' ? html`<span class="open">未绑定</span>` : html`<span class="done">已绑定 ${bound}</span>`;
  const id = html`<input type="hidden" name="staff" value="${p.id}">`;
  return html`<li><div class="who"><strong>${p.name}</strong><span>${about}</span></div>
<div class="state">${state}${p.codeUntil === null ? '' : html`<span>码到 ${sayTime(p.codeUntil)}</span>`}</div>
<div class="actions">${
    p.mayGive
      ? html`<form method="post" action="/admin/codes">${id}<button>${bound === '' ? '发码' : '换号发码'}</button></form>`
      : html`<span class="hint">由县里发码</span>`
  }${
    p.mayGive && p.codeUntil !== null
      ? html`<form method="post" action="/admin/revoke">${id}<button>作废</button></form>`
      : ''
  }${
    rights.remove
      ? html`<details><summary>移出</summary><form method="post" action="/admin/remove">${id}<button class="danger">确认移出名单</button></form></details>`
      : ''
  }</div></li>`;
}

/** The groups, who bound them and to which unit. */
export function roomsView(rooms: readonly RoomBinding[]): Html {
  const rows = rooms.map(
    (
      r,
    ) => html`<tr><th scope="row">${r.name === '' ? '（没有名字的群）' : r.name}</th><td>${labelOf(r.channel)}</td>
<td class="${r.unitName === null ? 'open' : ''}">${r.unitName ?? '未绑定'}</td><td>${r.boundByName ?? ''}</td><td>${r.boundAt === null ? '' : sayTime(r.boundAt)}</td></tr>`,
  );
  return html`<header><h1>群</h1><p>在群里@入户助手说“绑定本群”，或“绑定本群 柳元村”，就绑到那个单位；再说一次就改绑。这里只列微信、企业微信的群；网页上的群跟着群名册来，不用绑定。</p></header>
${
  rooms.length === 0
    ? html`<p class="hint">还没有群。把入户助手拉进群，说一句话就会出现在这里。</p>`
    : html`<div class="scroll"><table><thead><tr><th scope="col">群</th><th scope="col">平台</th><th scope="col">单位</th><th scope="col">谁绑的</th><th scope="col">时间</th></tr></thead><tbody>${rows}</tbody></table></div>`
}`;
}
