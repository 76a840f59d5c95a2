import { html, raw } from 'hono/html';
import { tryFirst } from '../../../conversations/demo/personas.ts';
import type { Persona } from '../../channels/web/people.ts';
import { type Html, layout } from './layout.ts';
import { mainRole } from './role-names.ts';

interface PageOptions {
  assetVersion: string;
}

/** Who one wants to be; exists over demo and rehearsal data only. */
export function personaPage(
  { assetVersion }: PageOptions,
  mode: 'demo' | 'rehearsal',
  personas: readonly Persona[],
): Html {
  const about =
    mode === 'demo'
      ? '这里全是编出来的户，随便试，不会影响任何真实数据。'
      : '这里是演练数据，练熟了再上真的。';
  return layout({
    title: '入户助手 · 选一个身份',
    assetVersion,
    body: html`
<main class="card">
  <h1>入户助手</h1>
  <p>${about}选一个身份进去聊：</p>
  <ul class="people">${personas.map(
    (persona) => html`
    <li><form method="post" action="/persona"><button name="staff" value="${persona.staffId}">
      <span class="avatar" aria-hidden="true">${[...persona.name][0] ?? ''}</span>
      <span class="people-name"><strong>${persona.name}</strong><span>${persona.unitName}</span><span class="people-try">${tryFirst(persona.roles, nthOfKind(personas, persona))}</span></span>
      <span class="people-role">${mainRole(persona.roles)}</span>
    </button></form></li>`,
  )}</ul>
  ${personas.length === 0 ? html`<p>名单还是空的，请先导入人员或运行演示。</p>` : ''}
</main>`,
  });
}

/** How many of his kind stand before him. */
function nthOfKind(personas: readonly Persona[], persona: Persona): number {
  const kind = mainRole(persona.roles);
  return personas.slice(0, personas.indexOf(persona)).filter(({ roles }) => mainRole(roles) === kind).length;
}

/** A link that lets nobody in any more, over data where one may simply choose who to be. */
export function chooseAgainPage({ assetVersion }: PageOptions): Html {
  return layout({
    title: '入户助手 · 进入',
    assetVersion,
    body: html`
<main class="card">
  <h1>${usedUp}</h1>
  <p>这里不是真实数据，用不着链接。</p>
  <p><a href="/">选一个身份进去</a></p>
</main>`,
  });
}

const usedUp = '链接用过了，或者过期了';

/** Over real data one comes in by a binding code, or by a link the bot hands out. `said`: what became of a code. */
export function howToEnterPage({
  assetVersion,
  expired = false,
  said,
}: PageOptions & { expired?: boolean; said?: string }): Html {
  return layout({
    title: '入户助手 · 进入',
    assetVersion,
    body: html`
<main class="card">
  <h1>${expired ? usedUp : '入户助手'}</h1>
  <p>这里是真实数据，先说明您是谁。</p>
  <form class="door" method="post" action="/code">
    <label for="code">绑定码（乡镇发的，8 位，如 8K3F-2M7Q）</label>
    <input id="code" name="code" required maxlength="40" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false"${said === undefined ? '' : raw(' aria-describedby="code-said" aria-invalid="true"')}>
    ${said === undefined ? '' : html`<p class="door-said" id="code-said" role="alert">${said}</p>`}
    <button class="primary">用绑定码进入</button>
  </form>
  <p>已经在微信或企业微信里绑定过的，也可以从机器人那里拿链接：</p>
  <ol>
    <li>在微信或企业微信里<strong>私聊</strong>入户助手</li>
    <li>发“<strong>网页</strong>”两个字</li>
    <li>10 分钟内点开它回的链接（只能用一次）</li>
  </ol>
  <p class="hint">没有绑定码的，找乡镇要一个。一个码只能用一次，别转给别人。</p>
</main>`,
  });
}

/** A link is opened by a person's press: chat programs fetch links to preview them and would use it up. */
export function enterPage({ assetVersion }: PageOptions, ticket: string): Html {
  return layout({
    title: '入户助手 · 进入',
    assetVersion,
    body: html`
<main class="card">
  <h1>入户助手</h1>
  <p>点一下进入网页版，两天内不用再拿链接。别把链接转给别人。</p>
  <form method="post" action="/enter"><input type="hidden" name="t" value="${ticket}"><button class="primary">进入</button></form>
</main>`,
  });
}
