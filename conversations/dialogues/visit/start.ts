import { householdId, visitId } from '../../engine/ids.ts';
import { prefilledAnswers } from '../../engine/questionnaire.ts';
import type { Visit } from '../../engine/session.ts';
import type { Household } from '../../household/household.ts';
import { householdTypeLabel } from '../../household/household.ts';
import { maskName } from '../../household/masking.ts';
import { householdQuestionnaire } from '../../household/questionnaire.ts';
import type { Conversation } from '../conversation.ts';
import { type Asking, ask, type HouseholdBrief, type HouseholdOpened } from '../needs.ts';
import { handOf, inHand, save } from './hand.ts';
import { heading, nextStep, registerCard, showSummary } from './prompts.ts';

/** 排查: goes on with the visit in hand, else offers the next household of the helper's list. */
export function* startNext(c: Conversation): Asking<void> {
  const hand = handOf(c);
  if (hand !== undefined && hand.visit.status === 'draft' && hand.visit.outcome === null)
    return yield* resume(c);
  return yield* nextHousehold(c);
}

/** 下一户: the next household of the list; a half-done one stays as a draft. */
export function* nextHousehold(c: Conversation, told = ''): Asking<void> {
  const after = c.session.visit?.householdId;
  const next = yield* ask('nextHouseholds', { limit: 1, ...(after === undefined ? {} : { after }) });
  const first = next[0];
  if (first === undefined) {
    c.open(undefined);
    c.patch({ phase: 'idle' });
    c.say(`${told}您名单上的户都排查完了，辛苦了。要查某户回“查 姓名”，要补一户回“新增 姓名”。`);
    return;
  }
  yield* openById(c, first.id, told);
}

/** 排查 张三 / zs / 户编号: one match starts at once, several are offered by number. */
export function* startNamed(c: Conversation, words: string): Asking<void> {
  const found = yield* ask('findHouseholds', { words, limit: 9 });
  const [only] = found;
  if (only === undefined) {
    c.say(
      `没找到“${words.slice(0, 20)}”。可以换个说法：全名、拼音首字母（如 zs）或户编号；名册里没有的户，回“新增 ${words.slice(0, 10)}”。`,
    );
    return;
  }
  const exact = found.filter((h) => h.headName === words);
  if (found.length === 1 || exact.length === 1) return yield* openById(c, (exact[0] ?? only).id);
  offer(c, found);
}

function offer(c: Conversation, found: readonly HouseholdBrief[]): void {
  const items = found.map((h) => ({ id: h.id, label: briefLabel(c, h) }));
  c.open({ is: 'pick', goal: 'startVisit', items });
  c.say(`找到${found.length}户，回号数：\n${items.map((item, i) => `${i + 1}.${item.label}`).join('\n')}`);
}

/** 张三（龙湖社区3组，已排查): enough to tell namesakes apart. */
export function briefLabel(c: Conversation, h: HouseholdBrief): string {
  const name = c.inRoom ? maskName(h.headName) : h.headName;
  const state =
    h.status === null
      ? ''
      : h.status === 'draft'
        ? '，没答完'
        : h.status === 'returned'
          ? '，被退回'
          : '，已排查';
  return `${name}（${h.villageName}${h.group}${state}）`;
}

export function* openById(c: Conversation, id: string, told = ''): Asking<void> {
  const opened = yield* ask('openHousehold', {
    id: householdId.parse(id),
    questionnaire: householdQuestionnaire.id,
  });
  if (opened === null) {
    c.say('这户不在您的范围内，或者已经从名册里去掉了。请找乡镇核对。');
    return;
  }
  begin(c, opened, told);
}

/** Starts, resumes or shows a visit. A colleague's half-done one is not taken over silently. */
export function begin(c: Conversation, { household, visit, helperName }: HouseholdOpened, told = ''): void {
  if (visit === null) return startFresh(c, household, told);
  if (visit.helper !== c.speaker.id && visit.status === 'draft' && visit.outcome === null) {
    c.open({ is: 'confirm', what: 'takeOver', payload: { household: household.id } });
    c.say(`${told}这户${helperName ?? '同事'}正在排查，还没答完。要接过来继续吗？\n1.接过来 2.不用`);
    return;
  }
  c.patch({ visitId: visit.id, trail: [], doubts: {} });
  const hand = inHand(c, { ...visit, helper: c.speaker.id }, household);
  if (visit.status === 'draft' || visit.status === 'returned') return goOn(c, hand, told);
  c.open(undefined);
  c.patch({ phase: 'idle' });
  c.say(
    `${told}${heading(c, household)}这户已经排查并提交过了。要改哪项直接说，如“收入改成4万”；看全部回“修改”。`,
  );
}

/** Goes on with a draft, a household that wasn't at home, or a returned visit. */
export function goOn(c: Conversation, hand: ReturnType<typeof inHand>, told = ''): void {
  const reopened = { ...hand, visit: { ...hand.visit, status: 'draft' as const, outcome: null } };
  if (
    hand.visit.status !== 'draft' ||
    hand.visit.outcome !== null ||
    hand.visit.helper !== c.session.visit?.helper
  )
    save(c, reopened);
  const why = hand.visit.returnReason === null ? '' : `这户被退回：${hand.visit.returnReason}\n`;
  const step = hand.visit.status === 'returned' ? showSummary(c, reopened) : nextStep(c, reopened);
  c.say(`${told}${why}接着排查。\n${step}`);
}

export function startFresh(c: Conversation, household: Household, told = ''): void {
  const subject = { household, year: c.session.settings.year };
  const visit: Visit = {
    id: visitId.parse(c.freshId()),
    householdId: household.id,
    helper: c.speaker.id,
    status: 'draft',
    outcome: null,
    questionnaire: householdQuestionnaire.id,
    questionnaireVersion: householdQuestionnaire.version,
    answers: prefilledAnswers(householdQuestionnaire, subject),
    startedAt: c.at,
    submittedAt: null,
    returnReason: null,
    version: 0,
  };
  c.patch({ visitId: visit.id, phase: 'asking', trail: [], doubts: {} });
  const hand = inHand(c, visit, household);
  save(c, hand);
  const place = `${household.townshipName}${household.villageName}${household.group}`;
  const name = c.inRoom ? maskName(household.headName) : household.headName;
  const card = registerCard(c, hand);
  const intro = `${told}开始排查：${name}（${place}，${householdTypeLabel(household)}）`;
  c.say(card === undefined ? `${intro}\n${nextStep(c, hand)}` : `${intro}\n登记的情况：${card}`);
}

/** 继续: shows where the visit stood; a person without one gets the next household. */
export function* resume(c: Conversation): Asking<void> {
  const hand = handOf(c);
  if (hand === undefined) {
    if (c.session.visit !== null && c.state.phase !== 'idle')
      c.say('刚才那户已经转给别人了。回“排查”开始下一户。');
    else yield* nextHousehold(c);
    return;
  }
  if (hand.visit.status !== 'draft') return yield* nextHousehold(c);
  c.say(`接着排查。\n${nextStep(c, hand)}`);
}
