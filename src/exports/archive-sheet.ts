import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { ledgerOutcomes } from '../../conversations/campaign/outcomes.ts';
import { typeWithTags } from '../../conversations/contract/household.ts';
import { numberOf } from '../../conversations/form/answer.ts';
import { questionOf } from '../../conversations/form/questionnaire.ts';
import { showAnswer } from '../../conversations/form/show-answer.ts';
import { leadEventLabel, leadStageLabels } from '../../conversations/leads/lead.ts';
import { whenInWords } from '../../conversations/problems/moves.ts';
import { eventLabels, statusLabels } from '../../conversations/problems/states.ts';
import type { ProblemWithHistory } from '../../db/problems/ledger.ts';
import type { ArchivedLead, PhotoLine, Review } from '../../db/visits/archive.ts';
import type { LedgerEntry } from '../../db/visits/ledger.ts';
import type { HouseholdSheet } from '../documents/word-household.ts';
import { personRows } from './person-rows.ts';

/** Everything but the photos of a household's sheet. */
export function householdSheet(
  campaign: Campaign,
  county: string,
  { household, visit }: LedgerEntry,
  problems: readonly ProblemWithHistory[],
  leads: readonly ArchivedLead[],
  review: Review | undefined,
): Omit<HouseholdSheet, 'photos'> {
  return {
    title: `${county}${campaign.texts.short}入户档案`,
    county,
    headName: household.headName,
    facts: [
      ['户主', household.headName],
      ['户编号', household.code],
      ['户属性', typeWithTags(household)],
      ['家庭人口', peopleWords(household.population, visit)],
      ['住址', `${household.townshipName}${household.villageName}${household.group}`],
      ['排查状态', statusWords(visit)],
      ['排查员', visit?.helperName ?? ''],
      ['提交时间', visit?.submittedAt == null ? '' : whenInWords(visit.submittedAt)],
      ...filled('审核', reviewWords(review)),
      ...filled('抽查', (review?.spotChecks ?? []).map(spotCheckWords).join('；')),
    ],
    persons: personRows(campaign, household, visit),
    sections: sectionsOf(campaign, visit),
    problems: problems.map(({ problem, history }) => ({
      no: problem.no,
      description: `${problem.description}（${problem.clause}）`,
      state: statusLabels[problem.status],
      history: history.map(
        (e) =>
          `${whenInWords(e.at)} ${e.name ?? '系统'}${eventLabels[e.kind]}${e.words === '' ? '' : `：${e.words}`}`,
      ),
    })),
    leads: leads.map(({ no, stage, history }) => ({
      title: `线索${no}：${leadStageLabels[stage]}`,
      steps: history.map(
        (step) =>
          [
            whenInWords(Date.parse(step.at)),
            step.name ?? '',
            `${leadEventLabel(step.kind)}${step.words === null || step.words === '' ? '' : `：${step.words}`}`,
          ] as const,
      ),
    })),
  };
}

/** A line of the sheet, where there is something to say. */
function filled(label: string, words: string): [string, string][] {
  return words === '' ? [] : [[label, words]];
}

/** Who passed the visit or gave it back, and why: what was given back and mended says both. */
function reviewWords(review: Review | undefined): string {
  const { returnedAt, returnedBy, returnReason, verifiedAt, verifiedBy } = review ?? {};
  return [
    ...(returnedAt == null
      ? []
      : [
          `${whenInWords(returnedAt.getTime())} ${returnedBy ?? ''}退回${returnReason ? `：${returnReason}` : ''}`,
        ]),
    ...(verifiedAt == null ? [] : [`${whenInWords(verifiedAt.getTime())} ${verifiedBy ?? ''}审核通过`]),
  ].join('；');
}

function spotCheckWords({ at, by, result }: Review['spotChecks'][number]): string {
  const said = { same: '与台账一致', differs: '与台账不一致' } as const;
  return `${whenInWords(Date.parse(at))} ${by ?? ''}${said[result]}`;
}

/** What was found counts; where the register says otherwise, both. */
function peopleWords(registered: number | undefined, visit: LedgerEntry['visit']): string {
  const found = visit === null ? undefined : numberOf(visit.answers, 'population');
  if (found === undefined) return registered === undefined ? '' : `${registered}人`;
  return registered === undefined || registered === found
    ? `${found}人`
    : `${found}人（登记${registered}人）`;
}

function sectionsOf(
  { householdSections }: Campaign,
  visit: LedgerEntry['visit'],
): HouseholdSheet['sections'] {
  if (visit === null) return [];
  return householdSections.flatMap(({ title, questions }) => {
    const answers = questions.flatMap((q) => {
      const answer = visit.answers[q.key];
      return answer === undefined ? [] : [[q.title, showAnswer(q, answer)] as const];
    });
    return answers.length === 0 ? [] : [{ title, answers }];
  });
}

/** 已排查, 待审核, 被退回, 不在家 … */
export function statusWords(visit: LedgerEntry['visit']): string {
  if (visit === null) return '未排查';
  const ending =
    visit.outcome === null || visit.outcome === 'answered' ? undefined : ledgerOutcomes[visit.outcome].label;
  const states = { draft: '没答完', submitted: '已排查', returned: '被退回', verified: '已审核' } as const;
  return ending ?? states[visit.status];
}

/** What a photo is about: 12号问题, 住房. */
export function photoAbout({ householdForm }: Campaign, photo: PhotoLine): string {
  if (photo.problemNo !== null) return `${photo.problemNo}号问题`;
  return questionOf(householdForm, photo.question ?? '')?.title ?? '入户';
}
