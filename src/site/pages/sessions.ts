import { Hono } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import type { ChatPeople, OpenSession } from '../../channels/web/people.ts';
import { HttpFault } from '../../http/fault-response.ts';
import { sayTime } from './admin-views.ts';
import { type Html, layout } from './layout.ts';
import type { Page, PageVariables } from './page.ts';

const here = '/sessions';

/** 登录: where one is in, and how to end it there. Everybody sees his own. */
export function sessionsPage(people: Pick<ChatPeople, 'sessionsOf' | 'endSessions'>): Page {
  const routes = new Hono<PageVariables>();

  routes.get('/', async (c) => {
    const { staffId } = c.get('visitor');
    const open = await people.sessionsOf(staffId);
    return c.html(
      layout({
        title: '我的登录',
        assetVersion: c.get('assetVersion'),
        styles: ['admin.css'],
        scripts: [],
        nav: c.get('nav'),
        here,
        body: view(open),
      }),
    );
  });

  routes.post('/end', async (c) => {
    const { session } = await c.req.parseBody();
    const id = z.uuid().safeParse(session);
    if (!id.success && session !== 'all') throw new HttpFault('badRequest');
    await people.endSessions(c.get('visitor').staffId, id.success ? id.data : undefined);
    return c.redirect(here, 303);
  });

  return { path: here, label: '登录', routes };
}

function view(open: readonly OpenSession[]): Html {
  return html`<main class="admin"><header><h1>我的登录</h1><p>您的身份在这些浏览器里开着。不认识的，点“退出”；手机丢了，全部退出，再请乡镇重新绑定。</p></header>
<div class="scroll"><table><thead><tr><th scope="col">设备</th><th scope="col">进入</th><th scope="col">最近使用</th><th scope="col"></th></tr></thead>
<tbody>${open.map(line)}</tbody></table></div>
<form method="post" action="${here}/end"><div class="actions"><button class="main" name="session" value="all">全部退出</button></div></form></main>`;
}

function line({ id, device, begunAt, seenAt }: OpenSession): Html {
  return html`<tr><th scope="row">${device}</th><td>${sayTime(begunAt.getTime())}</td><td>${sayTime(seenAt.getTime())}</td>
<td><form method="post" action="${here}/end"><button name="session" value="${id}">退出</button></form></td></tr>`;
}
