import type { Campaign } from '../../campaign/campaign.ts';
import type { CheckFacts } from '../../campaign/check-facts.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Answer, Answers } from '../../form/answer.ts';
import type { Question } from '../../form/question.ts';
import { applicable, nextQuestion, pruneAnswers } from '../../form/questionnaire.ts';
import { selfCheckFindings } from '../../self-check/findings.ts';
import { itemOf, type Respondent } from '../../self-check/items.ts';
import type { Sheet } from '../../self-check/needs.ts';
import { type CheckForm, clauseOfKey, selfCheckQuestionnaire } from '../../self-check/questionnaire.ts';
import { type Duty, dutiesOf } from '../../self-check/respondents.ts';

/** A unit's sheet as it lies before the speaker. */
export interface OpenSheet {
  sheet: Sheet;
  duty: Duty;
  list: CheckForm;
  facts: CheckFacts;
  campaign: Campaign;
}

/** The areas the speaker's own unit has to check. */
export function ownDuties(c: Conversation): readonly Duty[] {
  return dutiesOf(campaignOf(c.session.settings), ownUnit(c));
}

/** The speaker's unit as one that answers for itself. */
export function ownUnit(c: Conversation): Respondent {
  return { kind: c.speaker.unitKind, name: c.speaker.unitName };
}

/** The speaker's unit's sheet of an area: what is stored, or a fresh one. */
export function* openSheet(c: Conversation, duty: Duty): Asking<OpenSheet> {
  const campaign = campaignOf(c.session.settings);
  const list = selfCheckQuestionnaire(campaign, duty.area.no, duty.level, ownUnit(c));
  const compare = list.questions.some((q) => itemOf(campaign, q.key)?.comparison === true);
  const { sheet, facts } = yield* ask('sheet', { area: duty.area.no, compare });
  const fresh: Sheet = {
    id: c.freshId(),
    area: duty.area.no,
    level: duty.level,
    unit: c.speaker.unit,
    answers: {},
    status: 'draft',
    version: 0,
  };
  return {
    sheet: sheet ?? fresh,
    duty,
    list,
    facts,
    campaign,
  };
}

/** Stores answers; of a submitted sheet the problems follow at once. */
export function writeSheet(
  c: Conversation,
  open: OpenSheet,
  patch: Record<string, Answer | null>,
  submit = false,
): OpenSheet {
  const merged = { ...open.sheet.answers };
  for (const [key, answer] of Object.entries(patch)) {
    if (answer === null) delete merged[key];
    else merged[key] = answer;
  }
  const answers = pruneAnswers(open.list, merged, undefined);
  const status = submit ? 'submitted' : open.sheet.status;
  const sheet: Sheet = { ...open.sheet, answers, status };
  c.change({
    do: 'saveSheet',
    sheet,
    questionnaireVersion: open.list.version,
    findings:
      status === 'submitted'
        ? selfCheckFindings(open.campaign, sheet.area, sheet.level, answers, open.facts)
        : null,
  });
  return { ...open, sheet };
}

/** The questions that apply and have no answer of any kind yet. */
export function openQuestions(open: OpenSheet): Question[] {
  return applicable(open.list, open.sheet.answers, undefined).filter(
    (q) => open.sheet.answers[q.key] === undefined,
  );
}

/** The question to ask next: unanswered ones in order, then those postponed once. */
export function nextOpen(open: OpenSheet): Question | undefined {
  return nextQuestion(open.list, open.sheet.answers, undefined);
}

/** Photos of a clause are kept among the answers, so that a sheet is one thing. */
export function photoKey(clause: string): string {
  return `${clause}photo`;
}

/** Ids of the photos attached to a clause. */
export function photosIn(answers: Answers, clause: string): readonly string[] {
  const answer = answers[photoKey(clause)];
  return answer?.is === 'known' && Array.isArray(answer.v) ? answer.v : [];
}

/** The clauses that have photos. */
export function photographed(answers: Answers): ReadonlySet<string> {
  return new Set(
    Object.keys(answers)
      .filter((k) => k.endsWith('photo'))
      .map((k) => k.slice(0, -'photo'.length)),
  );
}

/** What the data shows of a question's clause, beside it. */
export function shownBeside(open: OpenSheet, question: Question): string {
  const said = itemOf(open.campaign, clauseOfKey(question.key))?.shows?.(open.facts);
  return said === undefined || question.key.endsWith('-') ? '' : `\n排查数据：${said}`;
}
