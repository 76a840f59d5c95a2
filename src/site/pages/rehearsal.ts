import { Hono } from 'hono';
import { html } from 'hono/html';
import { wholeCounty } from '../../../conversations/access/scope.ts';
import { dayInWords, isoDate } from '../../../conversations/calendar/days.ts';
import { sayMoment } from '../../../conversations/calendar/workdays.ts';
import type { Chart } from '../../../conversations/charts/chart.ts';
import { pictureData } from '../../../conversations/charts/picture.ts';
import { progressChart } from '../../../conversations/charts/progress-chart.ts';
import { chartSvg } from '../../../conversations/charts/svg.ts';
import { type Counts, sayShare } from '../../../conversations/progress/definitions.ts';
import { total } from '../../../conversations/progress/rollup.ts';
import { read } from '../../../db/base/transaction.ts';
import { latestPushes, pushPicture, type ShownPush } from '../../../db/made-up/rehearsal.ts';
import { countVillages } from '../../../db/progress/progress.ts';
import type { Rehearsal } from '../../county/rehearsal.ts';
import { HttpFault } from '../../http/fault-response.ts';
import { type Html, layout } from './layout.ts';
import type { Page, PageVariables } from './page.ts';

/** What the robots are busy with; null when nothing runs. */
type Busy = { what: string; done: number; all: number } | null;

const steps = {
  day: '过完一整天',
  morning: '到第二天早上',
  visits: '排查员走访一天',
  evening: '到傍晚看小结和日报',
} as const;
type Step = keyof typeof steps;

const isStep = (word: string): word is Step => Object.hasOwn(steps, word);

/** So many of the last messages are shown. */
const shown = 40;

/** One step of the rehearsal at a time, and how far it is. */
class Stepper {
  readonly #rehearsal: Rehearsal;
  #busy: Busy = null;
  #failed = false;

  constructor(rehearsal: Rehearsal) {
    this.#rehearsal = rehearsal;
  }

  get busy(): Busy {
    return this.#busy;
  }

  /** Whether the last step broke off. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Begins the step unless another one is under way; its end is seen at the page. */
  begin(step: Step): void {
    if (this.#busy !== null) return;
    this.#busy = { what: steps[step], done: 0, all: 0 };
    this.#failed = false;
    void this.#take(step)
      .catch((error: unknown) => {
        this.#failed = true;
        this.#rehearsal.app.log.error({ err: error, step }, 'a step of the rehearsal failed');
      })
      .finally(() => {
        this.#busy = null;
      });
  }

  #take(step: Step): Promise<unknown> {
    const told = (done: number, all: number): void => {
      this.#busy = { what: steps[step], done, all };
    };
    if (step === 'visits') return this.#rehearsal.visits(told);
    return step === 'day' ? this.#rehearsal.day(told) : this.#rehearsal[step]();
  }
}

/**
 * 演练: moves the simulated clock, lets robots walk a day, and shows what was sent. For training before the
 * campaign and for showing in two minutes what a day looks like. Everything in it is made up.
 */
export function rehearsalPage(rehearsal: Rehearsal): Page {
  const { app, clock } = rehearsal;
  const stepper = new Stepper(rehearsal);
  const routes = new Hono<PageVariables>();
  const everything = wholeCounty(app.county);

  routes.get('/', async (c) => {
    const today = isoDate(clock.now());
    const facts = await read(app.database, everything, async (db) => ({
      counts: total(await countVillages(db, { today })).counts,
      pushes: await latestPushes(db, shown),
    }));
    return c.html(
      layout({
        title: '演练',
        assetVersion: c.get('assetVersion'),
        styles: ['board.css', 'rehearsal.css'],
        scripts: ['refresh.js'],
        nav: c.get('nav'),
        here: '/rehearsal',
        body: bodyOf({ ...facts, now: clock.now(), end: rehearsal.campaign.end, stepper }),
      }),
    );
  });
  routes.post('/:step', (c) => {
    const step = c.req.param('step');
    if (!isStep(step)) throw new HttpFault('notFound');
    stepper.begin(step);
    return c.redirect('/rehearsal', 303);
  });
  const chartOf = async (key: string): Promise<Chart> => {
    const data = await read(app.database, everything, (db) => pushPicture(db, key));
    if (data === null) throw new HttpFault('notFound');
    return progressChart(pictureData.parse(JSON.parse(data)));
  };
  routes.get('/picture.svg', async (c) => {
    c.header('content-type', 'image/svg+xml; charset=utf-8');
    return c.body(chartSvg(await chartOf(c.req.query('key') ?? '')));
  });
  routes.get('/picture.png', async (c) => {
    const chart = await chartOf(c.req.query('key') ?? '');
    const { chartPng } = await import('../../documents/chart-picture.ts');
    c.header('content-type', 'image/png');
    return c.body(Uint8Array.from(await chartPng(chart)).buffer);
  });
  return { path: '/rehearsal', label: '演练', routes };
}

interface Facts {
  counts: Counts;
  pushes: readonly ShownPush[];
  /** The simulated clock, milliseconds since 1970. */
  now: number;
  /** The campaign's last day. */
  end: string;
  stepper: Pick<Stepper, 'busy' | 'failed'>;
}

function bodyOf({ counts, pushes, now, end, stepper: { busy, failed } }: Facts): Html {
  return html`
<main class="board"${busy === null ? '' : html` data-refresh="1"`}>
  <header><h1>演练</h1><p class="hint">全是编出来的户，和真数据分开。钟可以往前拨，机器排查员会替您走访。</p>
    <p class="stale" role="status" hidden>连不上，正在重试</p></header>
  <section class="figures" aria-label="演练到哪了">
    <div class="figure clock"><span>演练时间</span><strong>${sayMoment(now)}</strong><small>排查期到${dayInWords(end)}</small></div>
    <div class="figure"><span>已排查</span><strong>${sayShare(counts.visited, counts.total)}</strong><small>${counts.visited}/${counts.total}户，今天${counts.visitedToday}户</small></div>
  </section>
  ${failed ? html`<p class="trouble" role="alert">刚才那步没走完，请再点一次；还不行请看日志。</p>` : ''}
  ${busyOrButtons(busy)}
  <h2>发出的消息</h2>
  ${pushes.length === 0 ? html`<p class="hint">还没有。点“到第二天早上”看早上的提醒。</p>` : html`<ol class="pushes">${pushes.map(pushItem)}</ol>`}
</main>`;
}

function busyOrButtons(busy: Busy): Html {
  if (busy !== null) {
    const { what, done, all } = busy;
    return html`<p class="busy" role="status">${what}……${all > 0 ? `已走访${done}/${all}户` : ''} <progress ${all > 0 ? html`max="${all}" value="${done}"` : ''}></progress></p>`;
  }
  const { day, ...single } = steps;
  return html`<div class="steps">${stepButton('day', day, 'primary')}
  <p class="hint">或者一步一步走：</p>
  <div class="single">${Object.entries(single).map(([step, label]) => stepButton(step, label, 'secondary'))}</div></div>`;
}

function stepButton(step: string, label: string, look: 'primary' | 'secondary'): Html {
  return html`<form method="post" action="/rehearsal/${step}"><button class="${look}">${label}</button></form>`;
}

function pushItem(push: ShownPush): Html {
  const key = encodeURIComponent(push.key);
  return html`<li>
    <p class="push-to"><strong>${push.to}</strong> <span class="hint">${sayMoment(push.at.getTime())}</span></p>
    <p class="push-text">${push.text}</p>
    ${push.picture === null ? '' : html`<a class="push-picture" href="/rehearsal/picture.png?key=${key}"><img src="/rehearsal/picture.svg?key=${key}" alt="随消息发的进度图，点开看大图" loading="lazy"></a>`}
  </li>`;
}
