import { Hono } from 'hono';
import { allows, rolesFor } from '../../../conversations/access/policy.ts';
import { scopeOf } from '../../../conversations/access/scope.ts';
import { isoDate } from '../../../conversations/calendar/days.ts';
import { sayMoment, shanghaiMinute } from '../../../conversations/calendar/workdays.ts';
import { campaignOf } from '../../../conversations/campaigns/all.ts';
import type { Chart } from '../../../conversations/charts/chart.ts';
import { pictureDataOf } from '../../../conversations/charts/picture.ts';
import { panelsChart } from '../../../conversations/charts/progress-chart.ts';
import { chartSvg } from '../../../conversations/charts/svg.ts';
import type { UnitCode } from '../../../conversations/contract/ids.ts';
import type { Speaker } from '../../../conversations/contract/session.ts';
import { noCounts } from '../../../conversations/progress/definitions.ts';
import {
  type Course,
  type PlanStanding,
  type ProblemCounts,
  standing,
} from '../../../conversations/progress/overview.ts';
import {
  byTownship,
  byVillage,
  total,
  type UnitProgress,
  type VillageProgress,
} from '../../../conversations/progress/rollup.ts';
import { read } from '../../../db/base/transaction.ts';
import { readCampaign } from '../../../db/campaign/settings.ts';
import { type Unit, unitByCode } from '../../../db/places/units.ts';
import { countProblems, groupsOf } from '../../../db/progress/asked.ts';
import { readPushSettings } from '../../../db/pushes/asked.ts';
import { type LivePlace, liveProgress } from '../../county/live-progress.ts';
import { HttpFault } from '../../http/fault-response.ts';
import { type Board, boardView } from './board-view.ts';
import { layout } from './layout.ts';
import type { Page, PageVariables } from './page.ts';
import { speakerOf, unitAsked } from './who-asks.ts';

/** 看板: the figures of chat, digest and picture as a page, county → township → village → groups. */
export function boardPage(place: LivePlace, now: () => number = Date.now): Page {
  const routes = new Hono<PageVariables>();
  routes.get('/', async (c) => {
    const speaker = await speakerOf(place, c);
    const board = boardOf(speaker, await shownTo(place, speaker, c.req.query('unit'), now()));
    return c.html(
      layout({
        title: `${board.unit.name} 看板`,
        assetVersion: c.get('assetVersion'),
        styles: ['board.css'],
        scripts: ['refresh.js'],
        nav: c.get('nav'),
        here: '/board',
        body: boardView(board),
      }),
    );
  });
  routes.get('/chart.svg', async (c) => {
    const speaker = await speakerOf(place, c);
    const shown = await shownTo(place, speaker, c.req.query('unit'), now());
    c.header('content-type', 'image/svg+xml; charset=utf-8');
    return c.body(chartSvg(chartOf(shown)));
  });
  return { path: '/board', label: '看板', roles: rolesFor('dashboard'), routes };
}

/** What the page and its picture show of one unit at one moment. */
interface Shown {
  /** How the campaign is called: 大排查. */
  campaign: string;
  unit: Unit;
  above: Unit | null;
  at: number;
  end: string;
  counted: ReturnType<typeof total>;
  standing: PlanStanding;
  units: readonly UnitProgress[];
  problems: ProblemCounts;
}

/** What lies right below a unit: as the picture has it, and in words. */
const below = {
  county: { unitKind: 'township', label: '乡镇' },
  township: { unitKind: 'village', label: '村' },
  village: { unitKind: 'group', label: '组' },
  department: { unitKind: 'group', label: '组' },
} as const satisfies Record<Unit['kind'], unknown>;

async function shownTo(
  place: LivePlace,
  speaker: Speaker,
  asked: string | undefined,
  at: number,
): Promise<Shown> {
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
  if (facts.campaign === null) throw new HttpFault('notFound');
  const { start, end } = facts.campaign;
  const evening = shanghaiMinute(at) >= 17 * 60;
  const campaign = campaignOf(facts.campaign).texts.short;
  const course: Course = { campaign, date: today, evening, start, end, calendar: facts.schedule.calendar };
  const counted = total(live.villages);
  return {
    unit,
    campaign,
    above: facts.above,
    at,
    end,
    counted,
    standing: standing(counted.counts, counted.days, course),
    units: unitsBelow(unit.kind, live.villages, facts.groups),
    problems: facts.problems,
  };
}

function unitsBelow(
  kind: Unit['kind'],
  villages: readonly VillageProgress[],
  groups: Parameters<typeof groupRows>[0],
): Shown['units'] {
  if (kind === 'county') return byTownship(villages);
  return kind === 'township' ? byVillage(villages) : groupRows(groups);
}

function chartOf({ unit, campaign, at, end, counted, standing: s, units, problems }: Shown): Chart {
  return panelsChart(
    pictureDataOf({
      title: unit.short,
      campaign,
      at,
      end,
      counts: counted.counts,
      standing: s,
      units,
      unitKind: below[unit.kind].unitKind,
      days: counted.days,
      problems,
    }),
  );
}

function boardOf(speaker: Speaker, shown: Shown): Board {
  const { unit, above, at } = shown;
  const chart = chartOf(shown);
  return {
    unit: { code: unit.code, name: unit.short, kind: unit.kind },
    ...(above !== null && maySee(speaker, above) ? { above: { code: above.code, name: above.short } } : {}),
    asOf: sayMoment(at),
    end: shown.end,
    standing: shown.standing,
    problems: shown.problems,
    below: shown.units.map((row) => ({ ...row, opens: unit.kind !== 'village' })),
    belowKind: below[unit.kind].label,
    chart: {
      // A browser keeps the picture of an address as long as the page lives.
      src: `/board/chart.svg?unit=${unit.code}&at=${at}`,
      alt: chart.alt,
      width: chart.width,
      height: chart.height,
    },
  };
}

function maySee(speaker: Speaker, above: Unit): boolean {
  const township = above.kind === 'township' ? { township: above.code } : {};
  return allows(speaker, 'dashboard', { unit: above.code, kind: above.kind, ...township });
}

async function unitMeant(place: LivePlace, speaker: Speaker, asked: string | undefined): Promise<Unit> {
  const { unit, allowed } = await unitAsked(place, speaker, 'dashboard', asked);
  if (unit.kind === 'department' || !allowed) throw new HttpFault('forbidden', '这个单位不在你能看的范围里');
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
