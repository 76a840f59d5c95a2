import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { isoDate } from '../../../conversations/calendar/days.ts';
import { settingChange, settingLines } from '../../../conversations/dialogues/receipt/settings-commands.ts';
import { read, write } from '../../../db/base/transaction.ts';
import { readCampaign } from '../../../db/campaign/settings.ts';
import { readPushSettings } from '../../../db/pushes/asked.ts';
import { changeCampaign, changeSchedule } from '../../../db/pushes/receipt.ts';
import { HttpFault } from '../../http/fault-response.ts';
import type { FileDesk } from './admin-files.ts';
import type { Html } from './layout.ts';
import type { PageVariables } from './page.ts';

/** What can be set, as it is said to the bot, with how its value is written; one a line. */
const settable = [
  ['县名', '如：某某县'],
  ['主送', '自查报告主送谁'],
  ['开始', '如：12月10日'],
  ['截止', '如：12月31日'],
  ['入户', '入户要在哪天前完成，如：12月20日'],
  ['报告', '自查报告哪天前，如：12月27日'],
  ['收入线', '人均多少元，可带年度和出处，如：6500 省里公布'],
  ['低保线', '人均每年多少元'],
  ['增幅', '全县农民收入增幅，如：10.5'],
  ['联系人', '如：张主任 0557-…'],
  ['休息', '如：周日、双休、不休'],
  ['时限', '哪类问题几天，如：住房 30'],
] as const;

/** 设置: the campaign's settings, read and changed as by the bot's own words. */
export function settingsRoutes(
  routes: Hono<PageVariables>,
  { place: { database }, desk, now, show }: Pick<FileDesk, 'place' | 'desk' | 'now' | 'show'>,
): void {
  const standing = () =>
    read(database, desk.scope, async (db) => {
      const settings = await readCampaign(db);
      if (settings === null) throw new HttpFault('notFound', '县里还没有开始排查');
      return { settings, pushes: await readPushSettings(db) };
    });

  routes.get('/settings', async (c) => {
    const speaker = await desk.keeperOf(c);
    const { settings, pushes } = await standing();
    return show(c, speaker, {
      tab: 'settings',
      title: '设置',
      body: settingsView(settingLines(settings, pushes)),
    });
  });

  routes.post('/settings', async (c) => {
    const speaker = await desk.keeperOf(c);
    const { words, agreed } = await asked(c);
    const { settings, pushes } = await standing();
    const { calendar } = pushes;
    const patch = settingChange(words, { settings, calendar, today: isoDate(now()) });
    const page = (body: Html) => show(c, speaker, { tab: 'settings', title: '设置', body });
    if (patch === undefined)
      return page(settingsView(settingLines(settings, pushes), `没看懂“${words}”，照右边的例子写。`));
    if (!agreed) return page(confirmView(words, patch.told));
    const by = { staff: speaker.id, account: null, room: null, channel: 'web', chat: 'web', at: now() };
    await write(database, desk.scope, async (tx) => {
      if (patch.campaign !== undefined)
        await changeCampaign(tx, by, { do: 'changeCampaign', campaign: patch.campaign });
      if (patch.schedule !== undefined)
        await changeSchedule(tx, by, { do: 'changeSchedule', schedule: patch.schedule });
    });
    const after = await standing();
    return page(settingsView(settingLines(after.settings, after.pushes), `好，${patch.told}。`));
  });
}

async function asked(c: Context): Promise<{ words: string; agreed: boolean }> {
  const { what, value, agreed, words } = await c.req.parseBody();
  if (typeof words === 'string') return { words: words.slice(0, 60), agreed: agreed === 'yes' };
  if (typeof what !== 'string' || typeof value !== 'string') throw new HttpFault('badRequest');
  return { words: `${what} ${value.trim()}`.slice(0, 60), agreed: false };
}

function settingsView(lines: readonly string[], told = ''): Html {
  const rows = settable.map(
    ([
      what,
      how,
    ]) => html`<li><form method="post" action="/admin/settings"><input type="hidden" name="what" value="${what}">
<label><strong>${what}</strong> <input name="value" maxlength="40" required placeholder="${how}"></label><button>改</button></form></li>`,
  );
  return html`<header><h1>设置</h1>${told === '' ? '' : html`<p role="status">${told}</p>`}</header>
<ul class="faults">${lines.map((line) => html`<li>${line}</li>`)}</ul><h2>要改的</h2><ul class="settings">${rows}</ul>`;
}

function confirmView(words: string, told: string): Html {
  return html`<header><h1>设置</h1><p role="status">${told}，全县马上生效。确定吗？</p></header>
<div class="actions"><form method="post" action="/admin/settings"><input type="hidden" name="words" value="${words}"><input type="hidden" name="agreed" value="yes"><button class="main">确定</button></form><a class="button" href="/admin/settings">不改</a></div>`;
}
