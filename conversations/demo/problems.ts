import { addDays, isoDate } from '../calendar/days.ts';
import { dueDate } from '../campaign/deadlines.ts';
import { campaignOf } from '../campaigns/all.ts';
import type { Finding } from '../contract/finding.ts';
import type { StaffId, UnitCode } from '../contract/ids.ts';
import type { CampaignSettings } from '../contract/session.ts';
import type { ProblemEventKind, ProblemStatus } from '../problems/states.ts';
import type { Chance } from './chance.ts';

/** Who has to do with a problem of a village. */
export interface Responsible {
  helper: StaffId;
  villageCadre: StaffId;
  townshipCadre: StaffId;
  township: UnitCode;
}

export interface DemoProblem {
  id: string;
  finding: Finding;
  status: ProblemStatus;
  responsibleUnit: UnitCode;
  responsibleStaff: StaffId;
  due: string;
  openedAt: number;
  doneAt: number | null;
  doneBy: StaffId | null;
  closedAt: number | null;
  closedBy: StaffId | null;
  events: { kind: ProblemEventKind; by: StaffId; at: number; words: string | null; status: ProblemStatus }[];
}

const hour = 3_600_000;
/** How far problems have come: one step after the other. */
const steps = [
  ['open', 'opened'],
  ['assigned', 'assigned'],
  ['inProgress', 'started'],
  ['done', 'rectified'],
  ['closed', 'closed'],
] as const;
const stepShares = [40, 16, 20, 12, 12] as const;

/** A finding some way along its life; nobody strikes off what he rectified himself, nothing lies after `asOf`. */
export function demoProblem(
  finding: Finding,
  openedAt: number,
  who: Responsible,
  settings: CampaignSettings,
  asOf: number,
  chance: Chance,
): DemoProblem {
  const reached = chance.weighted(stepShares);
  const events: DemoProblem['events'] = [];
  let at = openedAt;
  for (const [i, [status, kind]] of steps.entries()) {
    if (i > reached || at >= asOf) break;
    events.push({ kind, status, at, by: actor(kind, who), words: wordsOf(kind) });
    at += chance.whole(6, 40) * hour;
  }
  const last = events.at(-1);
  const done = events.find((event) => event.kind === 'rectified');
  const closed = events.find((event) => event.kind === 'closed');
  const opened = isoDate(openedAt);
  return {
    id: chance.uuid(),
    finding,
    status: last?.status ?? 'open',
    responsibleUnit: who.township,
    responsibleStaff: events.length > 1 ? who.villageCadre : who.helper,
    due: chance.is(0.05)
      ? addDays(opened, 1)
      : dueDate(campaignOf(settings), settings, finding.category, opened),
    openedAt,
    doneAt: done?.at ?? null,
    doneBy: done?.by ?? null,
    closedAt: closed?.at ?? null,
    closedBy: closed?.by ?? null,
    events,
  };
}

function actor(kind: ProblemEventKind, who: Responsible): StaffId {
  if (kind === 'opened') return who.helper;
  return kind === 'started' || kind === 'rectified' ? who.villageCadre : who.townshipCadre;
}

function wordsOf(kind: ProblemEventKind): string | null {
  if (kind === 'rectified') return '已整改到位，请核实';
  return kind === 'closed' ? '现场看过，属实' : null;
}
