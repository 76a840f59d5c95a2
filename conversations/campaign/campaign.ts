import type { BookEntry } from '../answer-book/entry.ts';
import type { OfficialDays } from '../calendar/workdays.ts';
import type { ProblemCategory } from '../contract/finding.ts';
import type { CampaignId } from '../contract/ids.ts';
import type { CampaignSettings } from '../contract/session.ts';
import type { ClauseId, QuestionKey } from '../form/keys.ts';
import type { ContradictionRule } from '../subjects/contradiction-rule.ts';
import type { LeadRule } from '../subjects/lead-rule.ts';
import type { Office, ProblemRule } from '../subjects/problem-rule.ts';
import type { HouseholdForm, HouseholdQuestion } from '../subjects/subject.ts';
import type { AreaFigure } from './area-figure.ts';
import type { CheckItem } from './check-item.ts';
import type { UnitList } from './county-units.ts';
import type { Cover } from './cover.ts';
import { type Department, type DutyData, type Units, unitsOf } from './departments.ts';
import type { DispatchRules } from './dispatch.ts';
import type { EvidenceData } from './evidence.ts';
import type { LedgerLook } from './ledger-look.ts';
import type { ListKind } from './list-kind.ts';
import type { Matter } from './matter.ts';
import type { PhotoRule } from './photo-rule.ts';
import type { Area, LedgerColumn, Plan, PlanClause } from './plan.ts';
import { type FormSection, withRegister } from './register.ts';
import type { SatisfactionData } from './satisfaction.ts';
import type { Training } from './training.ts';
import type { UsualAnswers } from './usual.ts';

/** A campaign as it is written down: everything that differs from one inspection to the next. */
export interface CampaignData {
  id: CampaignId;
  texts: CampaignTexts;
  /** What a county that begins with it starts from; the county office changes it as data afterwards. */
  settings: Omit<CampaignSettings, 'id' | 'mode' | 'contact' | 'questionnaireVersion'>;
  plan: Plan;
  duties: DutyData;
  /** Townships and villages of its county; null = they are imported. */
  units: UnitList | null;
  /** Questions of a visit by theme, in the order they are asked. A change of meaning or of keys raises the version. */
  form: { version: number; sections: readonly FormSection[] };
  /** Answers that are to be shown by a photo before a visit is handed in. */
  photos: readonly PhotoRule[];
  /** Questions whose answer in an earlier campaign is shown to be confirmed; opinions and sums of another year are not. */
  carries: readonly QuestionKey[];
  problemRules: readonly ProblemRule[];
  leadRules: readonly LeadRule[];
  contradictionRules: readonly ContradictionRule[];
  selfCheck: readonly CheckItem[];
  ledger: Readonly<Record<string, LedgerLook>>;
  /** Days from the finding to the date it must be rectified; a county may override each (setting 时限). */
  deadlineDays: Readonly<Record<ProblemCategory, number>>;
  /** What a freely reported problem may be about, in the order it is offered. */
  matters: readonly Matter[];
  /** The official calendar of its years, by which working days of a household's own declaration count. */
  official: OfficialDays;
  spotCheck: SpotCheckData;
  satisfaction: SatisfactionData;
  dispatch: DispatchRules;
  evidence: EvidenceData;
  usual: UsualAnswers;
  /** What households ask at the door, answered from public documents. */
  answerBook: readonly BookEntry[];
  /** What helpers read and are tested on before they go. */
  training: Training;
  /** Clauses whose cover is other than what follows from their questions and rules. */
  coverNotes: Partial<Readonly<Record<ClauseId, Cover>>>;
  /** What a report says of each area from the visits. */
  areaFigures: readonly AreaFigure[];
  /** Lists that other offices send, in the order they are offered. */
  listKinds: readonly ListKind[];
}

/** How the campaign is called, and to whom it reports. */
interface CampaignTexts {
  /** In titles, lists and pushes: 大排查. */
  short: string;
  /** In documents: 巩固拓展脱贫攻坚成果大排查. */
  full: string;
  /** The document it rests on, without the county's name: 巩固拓展脱贫攻坚成果大排查工作方案. */
  order: string;
  /** The title of a report behind 关于, broken where the line may break. */
  reportTitle: readonly [string, string];
  /** For whom the coordinating office works: 乡村振兴工作指挥部. */
  command: string;
  /** How a helper may put it, made of this form's questions: several answers at once, and one changed. */
  examples: { atOnce: string; change: string };
  /** How the areas are counted in a report: 方案确定的…个方面. */
  areasInWords: string;
  /** What a report tells of the visits beside their number: {figure} stands for one of the report's figures. */
  reportFindings: { title: string; words: string };
}

/** What is asked again by somebody else: whether anybody came, and facts that anybody at home can say again. */
export interface SpotCheckData {
  first: HouseholdQuestion;
  again: readonly QuestionKey[];
}

/** A campaign with what follows from its data. */
export interface Campaign extends CampaignData, Units {
  areas: readonly Area[];
  clauses: readonly PlanClause[];
  householdClauses: readonly PlanClause[];
  ledgerColumns: readonly LedgerColumn[];
  householdSections: readonly FormSection[];
  householdForm: HouseholdForm;
  checkItems: readonly CheckItem[];
  isClause(id: string): id is ClauseId;
  /** The clause of this id, as the plan words it. */
  clauseOf(id: ClauseId): PlanClause | undefined;
  /** The area a clause belongs to, e.g. 5.6 → 三保障和饮水安全. */
  areaOf(id: ClauseId): Area | undefined;
  /** The department that sees to a matter. */
  officeName(office: Office): string;
}

export type { Area, Department, FormSection as Section, LedgerColumn, PlanClause as Clause };

/** The form of a visit is named alike in every campaign: progress counts by it, and a row says which campaign it is of. */
const visitForm = 'household';

/** A campaign from its data. */
export function defineCampaign(data: CampaignData): Campaign {
  const { areas, ledger: ledgerColumns } = data.plan;
  const index = new Map(areas.flatMap((a) => a.checks.map((c) => [c.id, { area: a, clause: c }] as const)));
  const clauses = areas.flatMap((a) => a.checks);
  const areaOf = (id: ClauseId) => index.get(id)?.area;
  const form = withRegister({ id: visitForm, ...data.form });
  return {
    ...data,
    ...unitsOf(data.duties, areas, areaOf),
    areas,
    clauses,
    householdClauses: clauses.filter((c) => c.level === 'household'),
    ledgerColumns,
    householdSections: form.sections,
    householdForm: form.list,
    checkItems: [...data.selfCheck].sort(byClause),
    isClause: (id): id is ClauseId => index.has(id as ClauseId),
    clauseOf: (id) => index.get(id)?.clause,
    areaOf,
    officeName: (office) => data.duties.offices[office],
  };
}

function byClause(a: CheckItem, b: CheckItem): number {
  const [areaA = 0, noA = 0] = a.clause.split('.').map(Number);
  const [areaB = 0, noB = 0] = b.clause.split('.').map(Number);
  return areaA - areaB || noA - noB;
}
