import { dayInWords, daysBetween } from '../calendar/days.ts';
import type { StaffId } from '../contract/ids.ts';
import type { Role } from '../contract/session.ts';
import { type LeadStage, leadStageLabels, type OpenLeadStage } from '../leads/lead.ts';
import type { DueLead, StaffPushFacts } from './facts.ts';

/** The leads one person has to move on. */
export interface OwnLeads {
  items: readonly DueLead[];
  count: number;
}

const doers: Readonly<Record<OpenLeadStage, { role: Role; at: 'village' | 'township' | 'county' }>> = {
  flagged: { role: 'villageCadre', at: 'village' },
  checked: { role: 'townshipCadre', at: 'township' },
  compared: { role: 'villageCadre', at: 'village' },
  reviewed: { role: 'villageCadre', at: 'village' },
  published: { role: 'villageCadre', at: 'village' },
  township: { role: 'townshipCadre', at: 'township' },
  county: { role: 'countyOffice', at: 'county' },
  included: { role: 'countyOffice', at: 'county' },
  announced: { role: 'townshipCadre', at: 'township' },
  registered: { role: 'villageCadre', at: 'village' },
  easing: { role: 'villageCadre', at: 'village' },
  easingReviewed: { role: 'villageCadre', at: 'village' },
  easingPublished: { role: 'villageCadre', at: 'village' },
  easingTownship: { role: 'townshipCadre', at: 'township' },
  easingCounty: { role: 'countyOffice', at: 'county' },
};

/** Leads whose step is so many days over: told to who heads a township and to the county, as problems are. */
export function leadsLateBy(
  leads: readonly DueLead[],
  days: number,
  today: string,
): { count: number; longest: number } | undefined {
  const late = leads.map((lead) => daysBetween(lead.due, today)).filter((over) => over >= days);
  return late.length === 0 ? undefined : { count: late.length, longest: Math.max(...late) };
}

/** Each lead is told to whom its step belongs: the check to who visited, else to the unit's cadres. */
export function leadsByPerson(
  leads: readonly DueLead[],
  staff: readonly StaffPushFacts[],
): Map<StaffId, OwnLeads> {
  const told = new Map<StaffId, DueLead[]>();
  for (const lead of leads) {
    for (const id of whoActs(lead, staff)) {
      const own = told.get(id);
      if (own === undefined) told.set(id, [lead]);
      else own.push(lead);
    }
  }
  return new Map([...told].map(([id, items]) => [id, { items, count: items.length }]));
}

function whoActs(lead: DueLead, staff: readonly StaffPushFacts[]): StaffId[] {
  if (lead.stage === 'flagged' && lead.helper !== null) return [lead.helper];
  const { role, at } = doers[lead.stage];
  const isThere = (s: StaffPushFacts) => at === 'county' || s.unit === lead[at];
  const found = staff.filter((s) => s.roles.includes(role) && isThere(s));
  if (found.length > 0 || at !== 'village') return found.map((s) => s.id);
  // A village without a cadre in the roster: its township acts for it.
  return staff.filter((s) => s.roles.includes('townshipCadre') && s.unit === lead.township).map((s) => s.id);
}

const mostShown = 2;

/** 监测线索：线索3李庄张三待村评议（今天到期）…: with what to say next. */
export function leadReminder({ items, count }: OwnLeads, today: string): string {
  const shown = items
    .slice(0, mostShown)
    .map((l) => `线索${l.no}${l.villageName}${l.headName}${stageWords(l.stage)}（${when(l.due, today)}）`);
  return `监测线索：${shown.join('、')}${count > shown.length ? `等${count}条` : ''}。回“线索 编号”办下一步。`;
}

function stageWords(stage: LeadStage): string {
  return stage === 'published' || stage === 'easingPublished' ? '公示期满待报结果' : leadStageLabels[stage];
}

function when(due: string, today: string): string {
  const left = daysBetween(today, due);
  if (left < 0) return `超${-left}天`;
  return left === 0 ? '今天到期' : left === 1 ? '明天到期' : `${dayInWords(due)}到期`;
}
