import { campaignOf } from '../../campaigns/all.ts';
import type { Finding } from '../../contract/finding.ts';
import { type Household, householdTypeLabel } from '../../contract/household.ts';
import type { CampaignSettings } from '../../contract/session.ts';
import { type Answer, type Answers, isRegistered, withoutDetails } from '../../form/answer.ts';
import { numberedQuestions, phrase } from '../../form/echo.ts';
import { missingQuestions, questionOf } from '../../form/questionnaire.ts';
import { toVerify } from '../../form/to-verify.ts';
import { maskName } from '../../language/masking.ts';
import { monitoringFlags } from '../../leads/flags.ts';
import { contradictions } from '../../problems/contradictions.ts';
import { findProblems } from '../../problems/find.ts';
import { remarks } from './remarks.ts';

/** More than this make the card unreadable on a phone. */
const shownProblems = 12;

interface SummaryInput {
  household: Household;
  answers: Answers;
  settings: CampaignSettings;
  /** In a group: the name masked, health, income, schooling and what was found left to the private chat. */
  masked: boolean;
  /** Handed in already: there is nothing to hand in again. */
  submitted?: boolean;
  /** Subjects that need no look are only named. */
  folded?: boolean;
}

/** The card before submission: what needs a look, then the answers by subject, and how to go on. */
export function summaryCard({
  household,
  answers,
  settings,
  masked,
  submitted,
  folded,
}: SummaryInput): string {
  const name = masked ? maskName(household.headName) : household.headName;
  const place = household.group === '' ? name : `${name}·${household.group}`;
  const { change } = campaignOf(settings).texts.examples;
  const lines = [
    `【${place}】${masked ? '' : `${householdTypeLabel(household)}，`}请核对：`,
    ...(masked ? maskedFindings(answers, household, settings) : findingLines(answers, household, settings)),
    ...openLines(answers, household, settings, masked),
    ...answerLines(
      answers,
      settings,
      masked,
      folded ? keysToLookAt(answers, household, settings) : undefined,
    ),
    ...remarks(answers).map((remark) => `备注 ${masked ? '请私聊看' : remark}`),
    submitted === true
      ? `已经提交过；要改回序号，或直接说“${change}”。`
      : `都对回“提交”；要改回序号，或直接说“${change}”。`,
  ];
  return lines.join('\n');
}

/** With this many answers or fewer the card is short enough to be shown whole. */
const shownWhole = 16;

/** The keys behind problems, warnings, doubts and values only the register knows. */
function keysToLookAt(
  answers: Answers,
  household: Household,
  settings: CampaignSettings,
): ReadonlySet<string> {
  const open = Object.keys(answers).filter(
    (key) => answers[key]?.is !== 'known' || isRegistered(answers[key]),
  );
  const found = [
    ...findProblems(answers, household, settings),
    ...contradictions(answers, household, settings),
  ].flatMap(({ from }) => from);
  return new Set([...open, ...found]);
}

function answerLines(
  answers: Answers,
  settings: CampaignSettings,
  masked: boolean,
  look: ReadonlySet<string> | undefined,
): string[] {
  const { householdForm, householdSections } = campaignOf(settings);
  const numbers = new Map(numberedQuestions(householdForm, answers).map((q, i) => [q.key, i + 1]));
  let hidden = 0;
  const away: string[] = [];
  const lines = householdSections.flatMap(({ title, questions }) => {
    const shown = questions.flatMap((question) => {
      const no = numbers.get(question.key);
      if (no === undefined) return [];
      if (!masked)
        return [numbered(no, `${phrase(question, answers[question.key])}${markOf(answers[question.key])}`)];
      // Free words may tell anything: they stay out of a group too.
      if (question.sensitive !== true && question.kind !== 'text')
        return [numbered(no, phrase(question, withoutDetails(answers[question.key])))];
      hidden += 1;
      return [];
    });
    if (shown.length === 0) return [];
    const fold = look !== undefined && numbers.size > shownWhole && !questions.some((q) => look.has(q.key));
    if (fold) away.push(`${title}${shown.length}项`);
    return fold ? [] : [`${title} ${shown.join(' ')}`];
  });
  if (away.length > 0) lines.push(`其余没有问题：${away.join('、')}。要看全部回“修改”`);
  return hidden === 0 ? lines : [...lines, `另有${hidden}项请私聊看`];
}

/** 1. 4口人 and not 1.4口人, which reads as one and a half. */
function numbered(no: number, said: string): string {
  return `${no}.${/^\d/u.test(said) ? ' ' : ''}${said}`;
}

/** Nobody confirmed it yet. */
function markOf(answer: Answer | undefined): string {
  return isRegistered(answer) ? '（登记）' : '';
}

function openLines(
  answers: Answers,
  household: Household,
  settings: CampaignSettings,
  masked: boolean,
): string[] {
  const subject = { household, year: settings.year, incomeLine: settings.incomeLine.yuan };
  const { householdForm } = campaignOf(settings);
  const missing = missingQuestions(householdForm, answers, subject).map((q) => q.title);
  const unsure = toVerify(householdForm, answers).flatMap(
    (key) => questionOf(householdForm, key)?.title ?? [],
  );
  // The titles alone tell: 辍学原因 is only asked where a child has dropped out.
  const named = (what: string, titles: readonly string[]) =>
    titles.length === 0 ? [] : [masked ? `${what}${titles.length}项` : `${what}：${titles.join('、')}`];
  const registered = numberedQuestions(householdForm, answers)
    .filter((q) => isRegistered(answers[q.key]))
    .map((q) => q.title);
  return [
    ...named('还没答', missing),
    ...named('待核实', unsure),
    ...named('只是登记的、没问过', registered),
  ];
}

function findingLines(answers: Answers, household: Household, settings: CampaignSettings): string[] {
  const found = findProblems(answers, household, settings);
  const warnings = contradictions(answers, household, settings);
  const flags = monitoringFlags(answers, household, settings);
  return [
    found.length === 0 ? '没发现问题' : `问题${found.length}个：`,
    ...found.slice(0, shownProblems).map((finding) => problemLine(finding, settings)),
    ...(found.length > shownProblems ? [`· 还有${found.length - shownProblems}个，交上去都进问题台账`] : []),
    ...warnings.map((w) => `提醒：${w.text}`),
    ...(flags.length === 0 ? [] : [`监测线索（请按程序核实）：${flags.map((f) => f.reason).join('；')}`]),
  ];
}

/** · 有家庭成员没参加医保（5.6 三保障和饮水安全，县医保局） */
function problemLine(finding: Finding, settings: CampaignSettings): string {
  const area = campaignOf(settings).areaOf(finding.clause)?.title ?? '';
  return `· ${finding.description}（${finding.clause} ${area}，${finding.leadUnit}）`;
}

function maskedFindings(answers: Answers, household: Household, settings: CampaignSettings): string[] {
  const found = findProblems(answers, household, settings).length;
  return [found === 0 ? '没发现问题' : `问题${found}个，内容请私聊看`];
}
