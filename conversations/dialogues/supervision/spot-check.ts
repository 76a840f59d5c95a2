import { isoDate } from '../../calendar/days.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Form, FormState, FormStep } from '../../form/form.ts';
import { notUnderstood, readAsAnswer, resumeForm, stepForm } from '../../form/step.ts';
import { askLine, choiceLine, doubtText } from '../../form/wording.ts';
import { maskName } from '../../language/masking.ts';
import type { HouseholdSubject } from '../../subjects/subject.ts';
import {
  type Candidate,
  type Drawn,
  defaultDraw,
  draw,
  drawSome,
  signalLabels,
} from '../../supervision/draw.ts';
import type { FoundCheck, SpotCheck } from '../../supervision/needs.ts';
import { type Difference, differencesOf, spotQuestionnaire } from '../../supervision/spot-questions.ts';
import { keepOpen, memoryOf } from '../form-in-chat.ts';
import { readerFor } from '../form-reader.ts';
import { withSecondOpinion } from '../second-opinion.ts';

export const mostCandidates = 20_000;

/** 抽查 抽取 5%: a share of every village, and what carries signals. */
export function* drawNow(c: Conversation, share: number): Asking<void> {
  if (share <= 0 || share > 0.5) return c.say('一次抽1%到50%，如“抽查 抽取 5%”。');
  yield* drawBy(c, (candidates, seed) => draw(candidates, { ...defaultDraw, share, seed }));
}

/** 随机抽5户复核: so many at random. */
export function* drawCount(c: Conversation, count: number): Asking<void> {
  yield* drawBy(c, (candidates, seed) => drawSome(candidates, seed, count));
}

/** Draws anew among the visits not drawn before; the seed says when, for whom and which draw it is. */
function* drawBy(
  c: Conversation,
  drawFrom: (candidates: readonly Candidate[], seed: string) => Drawn[],
): Asking<void> {
  const { candidates, drawsToday } = yield* ask('spotCandidates', { limit: mostCandidates });
  if (candidates.length === 0) return c.say('没有可抽的：提交了的都抽过了，或者还没有人提交。');
  const seed = `${c.speaker.unit}/${isoDate(c.at)}/${drawsToday + 1}`;
  const drawn = drawFrom(candidates, seed);
  const checks = drawn.map((d) => ({ ...d, id: c.freshId() }));
  c.change({ do: 'drawSpotChecks', seed, checks });
  const signalled = drawn.filter((d) => !d.why.includes('random')).length;
  const why = signalled > 0 ? `，其中${signalled}户有疑点` : '';
  c.say(
    `从${candidates.length}户里抽了${drawn.length}户${why}（种子${seed}，可复核）。回“抽查”看名单，“抽查 张三”开始问。`,
  );
}

/** 抽查: who is drawn and not yet asked. */
export function* listChecks(c: Conversation): Asking<void> {
  const { checks, total } = yield* ask('spotChecks', { limit: 10 });
  if (total === 0) {
    const s = yield* ask('spotSummary', {});
    const done = s.drawn === 0 ? '' : `已抽查${s.done}户，有出入${s.differing}户。`;
    return c.say(`没有待抽查的户。${done}回“抽查 抽取 5%”抽一批。`);
  }
  const lines = checks.map(
    (k) =>
      `${nameOf(c, k)}${k.household.villageName}${c.inRoom ? '' : `（${k.why.map((w) => signalLabels[w] ?? w).join('、')}）`}`,
  );
  c.say(
    `待抽查${total}户${total > checks.length ? `（先列${checks.length}户）` : ''}：\n${lines.join('\n')}\n回“抽查 张三”开始问。`,
  );
}

/** 【张三·1组】; masked in a group. */
function nameOf(c: Conversation, { household }: Pick<SpotCheck, 'household'>): string {
  const name = c.inRoom ? maskName(household.headName) : household.headName;
  return `【${[name, household.group].filter((w) => w !== '').join('·')}】`;
}

/** 抽查 张三 */
export function* beginCheck(c: Conversation, headName: string): Asking<void> {
  const { checks } = yield* ask('spotChecks', { limit: 9, headName });
  const [only] = checks;
  if (only === undefined)
    return c.say(
      `${c.inRoom ? '本群范围待' : '待'}抽查的名单里没有${c.inRoom ? '这户' : headName}。回“抽查”看名单。`,
    );
  if (checks.length > 1) {
    const items = checks.map((k) => ({
      id: k.id,
      label: `${c.inRoom ? maskName(k.household.headName) : k.household.headName}（${k.household.villageName}${k.household.group}）`,
    }));
    c.open({ is: 'pick', goal: 'supervision/begin', items });
    return c.say(
      `有${checks.length}户，回号数：\n${items.map((item, i) => `${i + 1}.${item.label}`).join('\n')}`,
    );
  }
  yield* beginById(c, only.id);
}

/** Goes on with a spot-check that was picked from a list. */
export function* beginById(c: Conversation, id: string): Asking<void> {
  const found = yield* ask('spotCheck', { id });
  if (found === null) return c.say('这户不在抽查名单里了。');
  goOn(c, found);
}

/** The check of a household as a form: asked without a word of what the visit said, and nothing is told again. */
function formOf(c: Conversation, { check, household }: FoundCheck): Form<HouseholdSubject> {
  const list = spotQuestionnaire(campaignOf(c.session.settings));
  return {
    list,
    subject: { year: c.session.settings.year, household },
    reader: readerFor(list),
    manner: {
      heading: () => `${nameOf(c, check)}抽查：`,
      ask: askLine,
      choices: choiceLine,
      doubt: doubtText,
      stored: () => '',
      contact: '先停回“暂停”',
    },
    inGroup: c.inRoom,
    people: [],
    known: [],
  };
}

/** Goes on with a check: its next question, or what differs. Nobody checks his own visit. */
function goOn(c: Conversation, found: FoundCheck): void {
  const { check } = found;
  if (check.helper.id === c.speaker.id) {
    c.open(undefined);
    return c.say(`${nameOf(c, check)}是您自己排查的，抽查要换个人。`);
  }
  said(c, found, resumeForm(formOf(c, found), stateOf(c, check)));
}

function stateOf(c: Conversation, check: SpotCheck): FormState {
  return { ...memoryOf(c, 'spotCheck', check.id), answers: check.answers };
}

/** Stores what a message changed and says what the form says; at its end what differs from the visit. */
function said(c: Conversation, { check, visitAnswers }: FoundCheck, step: FormStep): void {
  if (step.is !== 'said') return;
  const { answers } = step.state;
  const differences =
    step.next.is === 'finished' ? differencesOf(campaignOf(c.session.settings), visitAnswers, answers) : null;
  // The last answer is stored together with the result.
  if (step.changes.length > 0 || differences !== null)
    c.change({ do: 'saveSpotCheck', check: { id: check.id, version: check.version }, answers, differences });
  if (step.next.is === 'asks') {
    keepOpen(c, 'spotCheck', check.id, step.state);
    return c.say(step.reply);
  }
  c.open(undefined);
  c.say(
    differences === null
      ? `${step.reply}剩下的涉及收入、健康，请私聊我接着抽查。`
      : `${step.reply}${resultOf(c, check, differences)}`,
  );
}

function resultOf(c: Conversation, check: SpotCheck, differences: readonly Difference[]): string {
  const name = check.household.headName;
  const done = `${nameOf(c, check)}抽查完，`;
  if (differences.length === 0) return `${done}和排查的一致。没问题回“核实 ${name}”。`;
  const found = differences.map((d) => `${d.title}（排查${d.visit}，抽查${d.check}）`).join('；');
  return `${done}有${differences.length}处出入：${found}。要改回“退回 ${name} 原因”，没大碍回“核实 ${name}”。`;
}

/** A message to an open check; false where it is over. */
export function* answerCheck(c: Conversation, id: string): Asking<boolean> {
  const found = yield* ask('spotCheck', { id });
  if (found === null || found.check.status === 'done') return false;
  const { check } = found;
  const state = stateOf(c, check);
  const form = yield* withSecondOpinion(c, formOf(c, found), state, c.text);
  const heard = stepForm(form, state, c.text);
  if (heard.is === 'order' && heard.order.action === 'pause') {
    c.open(undefined);
    c.say('好，先停这儿，问过的都在。');
    return true;
  }
  const understood = heard.is === 'order' ? readAsAnswer(form, state, c.text, heard.key, false) : heard;
  said(
    c,
    found,
    understood.is === 'nothing'
      ? (notUnderstood(form, state, understood.key ?? '', understood.rest) ?? resumeForm(form, state))
      : understood,
  );
  return true;
}

/** 抽查情况: how the checks went; no helper is named. */
export function* summary(c: Conversation): Asking<void> {
  c.say(yield* spotStanding());
}

/** How the checks went, in one line. */
export function* spotStanding(): Asking<string> {
  const s = yield* ask('spotSummary', {});
  if (s.drawn === 0) return '还没有抽查过。回“抽查 抽取 5%”抽一批。';
  const where =
    s.differences.length === 0
      ? ''
      : `，出入最多的：${s.differences
          .slice(0, 4)
          .map((d) => `${d.title}${d.count}处`)
          .join('、')}`;
  return `抽了${s.drawn}户，问了${s.done}户，有出入${s.differing}户${where}。`;
}
