import { rolesFor } from '../../access/policy.ts';
import { campaignOf } from '../../campaigns/all.ts';
import { comparedFields, sayValue } from '../../comparison/compare.ts';
import type { Conflict } from '../../comparison/needs.ts';
import { type Command, command, type FlowHandler } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { householdId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Answer } from '../../form/answer.ts';
import { answerValue } from '../../form/answer.ts';
import { questionOf } from '../../form/questionnaire.ts';
import { fits } from '../../form/value.ts';
import { hintOf } from '../../understanding/hints.ts';
import { understandAnswer } from '../../understanding/index.ts';
import { inHand, save } from '../visit/hand.ts';

/** 比对: a helper is asked about his own conflicts one by one; a cadre gets the picture and the list. */
function* compare(c: Conversation): Asking<void> {
  const isHelper = c.speaker.roles.includes('helper') || c.speaker.unitKind === 'village';
  if (c.inRoom) return c.say('比对涉及收入和健康，请私聊我回“比对”。');
  if (isHelper && (yield* askNext(c, ''))) return;
  const found = yield* ask('comparison', {});
  if (found.households === 0) return c.say('还没有导入国家系统的数据，请县里先导入。');
  const villages = found.byVillage.filter((v) => v.conflicting > 0);
  const where =
    villages.length === 0
      ? ''
      : `：${villages
          .slice(0, 12)
          .map((v) => `${v.name}${v.conflicting}户`)
          .join('、')}${villages.length > 12 ? '等' : ''}`;
  const unnamed = found.unnamed > 0 ? `；脱贫户、监测户里有${found.unnamed}户系统没有` : '';
  c.say(
    `与国家系统比对${found.households}户，不一致${found.conflicting}户（${found.conflicts}处）${where}${unnamed}。明细和要录入系统的表随后发来。`,
    { document: { kind: 'comparison', args: {}, fileName: `${c.speaker.unitName}与国家系统比对.xlsx` } },
  );
}

/** Asks about the next conflict of the speaker's households; false when there is none. */
function* askNext(
  c: Conversation,
  told: string,
  after?: Pick<Conflict, 'household' | 'field'>,
): Asking<boolean> {
  const next = after === undefined ? {} : { after: { household: after.household.id, field: after.field } };
  const { conflicts, total } = yield* ask('ownConflicts', { limit: 1, ...next });
  const [conflict] = conflicts;
  if (conflict === undefined) {
    if (told !== '') c.say(`${told}您名下没有别的不一致了，辛苦了。`);
    c.open(undefined);
    return told !== '';
  }
  const { household, field, label, ours, theirs } = conflict;
  c.open({
    is: 'flow',
    flow: 'comparison',
    step: 'which',
    data: { household: household.id, field, head: household.headName, group: household.group },
  });
  c.say(
    `${told}【${household.headName}·${household.group}】${label}：国家系统是${sayValue(field, theirs)}，您排查的是${sayValue(field, ours)}，哪个对？（还有${total}处）\n1.我查的对 2.系统对 3.都不对 4.回头再说`,
  );
  return true;
}

type Data = Record<string, string>;

/** Which side is right, or what is right when neither is. */
export const comparisonFlow: FlowHandler = {
  flow: 'comparison',
  *resume(c, step, data) {
    const conflict = yield* conflictOf(data);
    if (conflict === undefined) return false;
    if (step === 'value') return yield* corrected(c, conflict, data);
    const said = c.text.normalize('NFKC').replace(/[。.!！]$/u, '');
    if (/^(?:1|我|我查的|我查的对|排查的|排查的对)/u.test(said)) return yield* settled(c, conflict, 'ours');
    if (/^(?:2|系统|系统对|系统的|国家系统)/u.test(said)) return yield* settled(c, conflict, 'theirs');
    if (/^(?:3|都不对|都错)/u.test(said)) return askValue(c, conflict, data);
    if (/^(?:4|跳过|回头|以后|不清楚|不知道)/u.test(said)) return yield* askNext(c, '先放着。', conflict);
    c.open(undefined);
    return false;
  },
};

function* conflictOf(data: Data): Asking<Conflict | undefined> {
  const id = householdId.safeParse(data['household']);
  const field = comparedFields.find((f) => f.field === data['field']);
  if (!id.success || field === undefined) return undefined;
  const { conflicts } = yield* ask('ownConflicts', { limit: 2000 });
  return conflicts.find((k) => k.household.id === id.data && k.field === field.field);
}

/** Ours stands and has to be keyed in there; theirs is taken over into the visit, with all that follows from it. */
function* settled(c: Conversation, conflict: Conflict, side: 'ours' | 'theirs'): Asking<boolean> {
  if (
    side === 'theirs' &&
    conflict.theirs !== null &&
    !(yield* change(c, conflict, { is: 'known', v: conflict.theirs }))
  ) {
    c.open(undefined);
    c.say(`${conflict.label}在名册里，请县里按程序改，我先记下系统对。`);
  }
  c.change({ do: 'settleConflict', household: conflict.household.id, field: conflict.field, side });
  const told = side === 'ours' ? '记下：您查的对，列入要录入系统的表。\n' : '记下：按系统的改了。\n';
  if (c.replied) return true;
  return yield* askNext(c, told, conflict);
}

function askValue(c: Conversation, conflict: Conflict, data: Data): boolean {
  c.open({ is: 'flow', flow: 'comparison', step: 'value', data });
  c.say(
    `【${conflict.household.headName}·${conflict.household.group}】那${conflict.label}是多少？直接说，如“${sayValue(conflict.field, conflict.ours)}”。`,
  );
  return true;
}

function* corrected(c: Conversation, conflict: Conflict, data: Data): Asking<boolean> {
  const question = questionOf(campaignOf(c.session.settings).householdForm, conflict.field);
  const understood = question === undefined ? undefined : understandAnswer(c.text, hintOf(question));
  const value = understood?.status === 'value' ? answerValue.safeParse(understood.value) : undefined;
  if (question === undefined || value === undefined || !value.success || !fits(question, value.data)) {
    if (c.missed() < 2) c.say('没看懂，直接说数或是、否；先放着回“跳过”。');
    else return yield* askNext(c, '先放着。', conflict);
    return true;
  }
  if (/^(?:跳过|4)$/u.test(c.text)) return yield* askNext(c, '先放着。', conflict);
  yield* change(c, conflict, { is: 'known', v: value.data });
  c.change({
    do: 'settleConflict',
    household: conflict.household.id,
    field: conflict.field,
    side: value.data === conflict.theirs ? 'theirs' : 'ours',
  });
  c.open({ is: 'flow', flow: 'comparison', step: 'which', data });
  return yield* askNext(c, '改好了。\n', conflict);
}

/** Changes the answer of the household's visit, logged and reconciled as any correction; false where it is no answer. */
function* change(c: Conversation, conflict: Conflict, after: Answer): Asking<boolean> {
  if (questionOf(campaignOf(c.session.settings).householdForm, conflict.field) === undefined) return false;
  const opened = yield* ask('openHousehold', {
    id: conflict.household.id,
    questionnaire: campaignOf(c.session.settings).householdForm.id,
  });
  if (opened?.visit == null) return false;
  const { visit, household } = opened;
  const before = visit.answers[conflict.field] ?? null;
  save(c, inHand(c, { ...visit, answers: { ...visit.answers, [conflict.field]: after } }, household));
  c.change({
    do: 'logAnswers',
    answers: [{ visitId: visit.id, householdId: household.id, question: conflict.field, before, after }],
  });
  return true;
}

/** 比对: our findings against the national system's. */
export const comparisonCommands: readonly Command[] = [
  command<true>({
    name: 'comparison',
    inRoom: 'private',
    roles: rolesFor('visit').concat('countyOffice'),
    match: (text) => (/^(?:比对|数据比对|账账相符|系统比对|核对系统)$/u.test(text) ? true : undefined),
    run: (c) => compare(c),
  }),
];
