import { Hono } from 'hono';
import { allows, rolesFor } from '../../../conversations/access/policy.ts';
import { scopeOf, wholeCounty } from '../../../conversations/access/scope.ts';
import { pictureDataOf } from '../../../conversations/charts/picture.ts';
import { panelsChart } from '../../../conversations/charts/progress-chart.ts';
import { chartSvg } from '../../../conversations/charts/svg.ts';
import { type UnitCode, unitCode } from '../../../conversations/engine/ids.ts';
import type { Speaker } from '../../../conversations/engine/session.ts';
import { isoDate } from '../../../conversations/problems/dates.ts';
import { noCounts } from '../../../conversations/progress/definitions.ts';
import { type Course, standing } from '../../../conversations/progress/overview.ts';
import { byTownship, byVillage, total } from '../../../conversations/progress/rollup.ts';
import { sayMoment, shanghaiMinute } from '../../../conversations/pushes/calendar.ts';
import { countProblems, groupsOf, readPushSettings } from '../../../db/progress-needs.ts';
import { readCampaign } from '../../../db/settings.ts';
import { findSpeaker } from '../../../db/staff.ts';
import { read } from '../../../db/transaction.ts';
import { unitByCode } from '../../../db/units.ts';
import { type LivePlace, liveProgress } from '../../services/live-progress.ts';
import { HttpProblem } from '../problem-response.ts';
import { type Board, boardView } from './board-view.ts';
import { layout } from './layout.ts';
import type { Page, PageVariables } from './page.ts';

/** 看板: the figures of chat, digest and picture as a page, county → township → village → groups. */
export function boardPage(place: LivePlace, now: () => number = Date.now): Page {
  const routes = new Hono<PageVariables>();
  routes.get('/', async (c) => {
    const speaker = await speakerOf(place, c.get('visitor').staffId);
    const facts = await boardOf(place, speaker, c.req.query('unit'), now());
    return c.html(
      layout({
        title: `${facts.board.unit.name} 看板`,
        assetVersion: c.get('assetVersion'),
        styles: ['board.css'],
        scripts: ['refresh.js'],
        nav: c.get('nav'),
        here: '/board',
        body: boardView(facts.board),
      }),
    );
  });
  routes.get('/chart.svg', async (c) => {
    const speaker = await speakerOf(place, c.get('visitor').staffId);
    const { chart } = await boardOf(place, speaker, c.req.query('unit'), now());
    c.header('content-type', 'image/svg+xml; charset=utf-8');
    return c.body(chartSvg(chart));
  });
  return { path: '/board', label: '看板', roles: rolesFor('dashboard'), routes };
}

async function speakerOf({ database, county }: LivePlace, id: string): Promise<Speaker> {
  const speaker = await read(database, wholeCounty(county), (db) => findSpeaker(db, { id }));
  if (speaker === null) throw new HttpProblem('notSignedIn');
  return speaker;
}

async function boardOf(place: LivePlace, speaker: Speaker, asked: string | undefined, at: number) {
  const scope = scopeOf(place.county, speaker);
  const unit = await unitMeant(place, speaker, asked);
  const today = isoDate(at);
  const live = await liveProgress(place, scope, { unit: unit.code, today });
  const facts = await read(place.database, scope, async (db) => ({
    problems: await countProblems(db, { unit: unit.code, today }),
    campaign: await readCampaign(db),
    schedule: await readPushSettings(db),
    groups: unit.kind === 'village' ? await groupsOf(db, unit.code) : [],
    above: unit.parent === null ? null : await unitByCode(db, unit.parent),
  }));
  if (facts.campaign === null) throw new HttpProblem('notFound');
  const { start, end } = facts.campaign;
  const course: Course = {
    date: today,
    evening: shanghaiMinute(at) >= 17 * 60,
    start,
    end,
    calendar: facts.schedule.calendar,
  };
  const sum = total(live.villages);
  const s = standing(sum.counts, sum.days, course);
  const units =
    unit.kind === 'county'
      ? byTownship(live.villages)
      : unit.kind === 'township'
        ? byVillage(live.villages)
        : groupRows(facts.groups);
  const chart = panelsChart(
    pictureDataOf({
      title: unit.short,
      at,
      end,
      counts: sum.counts,
      standing: s,
      units,
      unitKind: unit.kind === 'county' ? 'township' : unit.kind === 'township' ? 'village' : 'group',
      days: sum.days,
      problems: facts.problems,
    }),
  );
  const { above } = facts;
  const mayGoUp =
    above !== null &&
    allows(speaker, 'dashboard', {
      unit: above.code,
      kind: above.kind,
      ...(above.kind === 'township' ? { township: above.code } : {}),
    });
  const board: Board = {
    unit: { code: unit.code, name: unit.short, kind: unit.kind },
    ...(above !== null && mayGoUp ? { above: { code: above.code, name: above.short } } : {}),
    asOf: sayMoment(at),
    end,
    standing: s,
    problems: facts.problems,
    below: units.map((row) => ({ ...row, opens: unit.kind !== 'village' })),
    belowKind: unit.kind === 'county' ? '乡镇' : unit.kind === 'township' ? '村' : '组',
    chart: {
      // A browser keeps the picture of an address as long as the page lives.
      src: `/board/chart.svg?unit=${unit.code}&at=${at}`,
      alt: chart.alt,
      width: chart.width,
      height: chart.height,
    },
  };
  return { board, chart };
}

async function unitMeant({ database, county }: LivePlace, speaker: Speaker, asked: string | undefined) {
  const code = asked === undefined ? speaker.unit : unitCode.safeParse(asked).data;
  const unit =
    code === undefined ? null : await read(database, wholeCounty(county), (db) => unitByCode(db, code));
  if (unit === null) throw new HttpProblem('notFound');
  const township = unit.kind === 'township' ? unit.code : unit.kind === 'village' ? unit.parent : null;
  const target = { unit: unit.code, kind: unit.kind, ...(township === null ? {} : { township }) };
  if (unit.kind === 'department' || !allows(speaker, 'dashboard', target))
    throw new HttpProblem('forbidden', '这个单位不在你能看的范围里');
  return unit;
}

function groupRows(groups: readonly { group: string; total: number; visited: number }[]) {
  return groups.map(({ group, total: all, visited }) => ({
    unit: '' as UnitCode,
    name: group === '' ? '没写组的' : group,
    counts: { ...noCounts, total: all, visited },
    days: [],
  }));
}
