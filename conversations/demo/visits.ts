import { campaignOf } from '../campaigns/all.ts';
import type { Finding, MonitoringFlag } from '../contract/finding.ts';
import { type StaffId, type VisitId, visitId } from '../contract/ids.ts';
import type { CampaignSettings, Visit } from '../contract/session.ts';
import type { Answers } from '../form/answer.ts';
import { monitoringFlags } from '../leads/flags.ts';
import { contradictions } from '../problems/contradictions.ts';
import { findProblems } from '../problems/find.ts';
import { demoAnswers } from './answers.ts';
import type { Chance } from './chance.ts';
import type { DemoHousehold } from './households.ts';

/** A visit as the dialogue would have left it, with what the rules see in it. */
export interface DemoVisit {
  visit: Visit;
  problemCount: number;
  toVerify: string[];
  warnings: string[];
  findings: readonly Finding[];
  flags: readonly MonitoringFlag[];
}

const day = 86_400_000;

/** How visits end, and how often in a thousand. */
const endings = [
  ['answered', 930],
  ['draft', 25],
  ['notHome', 22],
  ['refused', 2],
  ['moved', 14],
  ['deceased', 3],
  ['merged', 4],
] as const;

/** One visit on a day between the campaign's first and `asOf`, in working hours. */
export function demoVisit(
  demo: DemoHousehold,
  helper: StaffId,
  settings: CampaignSettings,
  asOf: number,
  chance: Chance,
): DemoVisit {
  const { household } = demo;
  const [ending] = endings[chance.weighted(endings.map(([, share]) => share))] ?? endings[0];
  const answers =
    ending === 'answered'
      ? demoAnswers(demo, settings, chance)
      : ending === 'draft'
        ? started(demoAnswers(demo, settings, chance))
        : {};
  const at = momentOf(settings, asOf, chance);
  const again = ending === 'draft' || ending === 'notHome' || ending === 'refused';
  const id: VisitId = visitId.parse(chance.uuid());
  const form = campaignOf(settings).householdForm;
  const visit: Visit = {
    id,
    householdId: household.id,
    helper,
    status: again ? 'draft' : ending === 'answered' && chance.is(0.06) ? 'verified' : 'submitted',
    outcome: ending === 'draft' ? null : ending,
    questionnaire: form.id,
    questionnaireVersion: form.version,
    answers,
    startedAt: at - chance.whole(4, 14) * 60_000,
    submittedAt: again ? null : at,
    returnReason: null,
    version: 1,
  };
  const findings = findProblems(answers, household, settings);
  const finished = ending === 'answered';
  return {
    visit,
    problemCount: findings.length,
    toVerify: Object.keys(answers).filter((key) => answers[key]?.is === 'unsure'),
    warnings: finished ? contradictions(answers, household, settings).map((warning) => warning.key) : [],
    findings: finished ? findings : [],
    flags: finished ? monitoringFlags(answers, household, settings) : [],
  };
}

/** The first few answers: the helper was called away. */
function started(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).slice(0, 5));
}

/** Between 8:30 and 18:00 in Shanghai, on a day of the campaign, not after `asOf`. */
function momentOf(settings: CampaignSettings, asOf: number, chance: Chance): number {
  const first = Date.parse(`${settings.start}T00:00:00+08:00`);
  const days = Math.max(1, Math.ceil((asOf - first) / day));
  const time = chance.whole(8 * 3600 + 1800, 18 * 3600) * 1000;
  const at = first + Math.floor(chance.next() * days) * day + time;
  return at > asOf && days > 1 ? at - day : at;
}
