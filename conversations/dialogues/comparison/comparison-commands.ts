import { rolesFor } from '../../access/policy.ts';
import { campaignOf } from '../../campaigns/all.ts';
import { comparedFields } from '../../comparison/compare.ts';
import type { Conflict } from '../../comparison/needs.ts';
import { type Command, command, type FlowHandler, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { householdId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { type Answer, type Answers, type AnswerValue, known } from '../../form/answer.ts';
import { type FormState, type FormStep, freshMemory } from '../../form/form.ts';
import { questionOf } from '../../form/questionnaire.ts';
import { notUnderstood, readAsAnswer, resumeForm, stepForm } from '../../form/step.ts';
import { keepOpen, memoryOf } from '../form-in-chat.ts';
import { inHand, save } from '../visit/hand.ts';
import { conflictForm, ownQuestion, whichSide } from './conflict-form.ts';

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
  tell(c, conflict, resumeForm(conflictForm(c, conflict, total), { ...freshMemory, answers: {} }, told));
  return true;
}

type Data = Record<string, string>;
const name = 'comparison';

/** One conflict after the other, each a form of its own. */
export const comparisonFlow: FlowHandler = {
  flow: name,
  forms: [name],
  *resume(c, step, data) {
    const found = yield* conflictOf(step === 'form' ? partsOf(data['id']) : data);
    if (found === undefined) return false;
    const { conflict, total } = found;
    const form = conflictForm(c, conflict, total);
    const state = stateOf(c, conflict);
    const heard = stepForm(form, state, c.text);
    if (heard.is === 'order' && (heard.order.action === 'skip' || heard.order.action === 'unsure'))
      return yield* askNext(c, '先放着。\n', conflict);
    if (heard.is === 'order' && heard.order.action === 'pause') {
      c.open(undefined);
      c.say('好，先停这儿，比过的都在。回“比对”接着比。');
      return true;
    }
    const read = heard.is === 'order' ? readAsAnswer(form, state, c.text, heard.key, false) : heard;
    if (read.is === 'nothing') {
      const again = notUnderstood(form, state, read.key ?? whichSide, read.rest) ?? resumeForm(form, state);
      return yield* settledBy(c, conflict, again);
    }
    return yield* settledBy(c, conflict, read);
  },
};

const idOf = ({ household, field }: Conflict): string => `${household.id}/${field}`;

function partsOf(id = ''): Data {
  const [household = '', field = ''] = id.split('/');
  return { household, field };
}

function* conflictOf(data: Data): Asking<{ conflict: Conflict; total: number } | undefined> {
  const id = householdId.safeParse(data['household']);
  const field = comparedFields.find((f) => f.field === data['field']);
  if (!id.success || field === undefined) return undefined;
  const { conflicts, total } = yield* ask('ownConflicts', { limit: 2000 });
  const conflict = conflicts.find((k) => k.household.id === id.data && k.field === field.field);
  return conflict === undefined ? undefined : { conflict, total };
}

/** Asked for its value, it was said before that neither side is right: nothing else is kept between two messages. */
function stateOf(c: Conversation, conflict: Conflict): FormState {
  const memory = memoryOf(c, name, idOf(conflict));
  const answers: Answers =
    memory.open?.key === conflict.field ? { [whichSide]: { is: 'known', v: 'neither' } } : {};
  return { ...memory, answers };
}

/** Says what the form says and waits for the next message to it. */
function tell(c: Conversation, conflict: Conflict, step: FormStep): void {
  if (step.is !== 'said') return;
  keepOpen(c, name, idOf(conflict), step.state);
  c.say(step.reply);
}

/** What the answers so far come to: a side, a value, later, or still a question. */
function* settledBy(c: Conversation, conflict: Conflict, step: FormStep): Asking<boolean> {
  if (step.is !== 'said') return false;
  const side = step.state.answers[whichSide];
  const value = known(step.state.answers, conflict.field);
  if (side?.is === 'skipped' || side?.is === 'unsure') return yield* askNext(c, '先放着。\n', conflict);
  const which = known(step.state.answers, whichSide);
  if (which === 'ours' || which === 'theirs') return yield* settled(c, conflict, which);
  if (which === 'later') return yield* askNext(c, '先放着。\n', conflict);
  if (which === 'neither' && ownQuestion(c, conflict) === undefined)
    return yield* askNext(c, `${conflict.label}在名册里，请县里按程序改，先放着。\n`, conflict);
  if (value !== undefined) return yield* corrected(c, conflict, value);
  if (step.next.is !== 'asks') return yield* askNext(c, '先放着。\n', conflict);
  tell(c, conflict, step);
  return true;
}

/** Ours stands and has to be keyed in there; theirs is taken over into the visit, with all that follows from it. */
function* settled(c: Conversation, conflict: Conflict, side: 'ours' | 'theirs'): Asking<boolean> {
  const taken =
    side === 'ours' ||
    conflict.theirs === null ||
    (yield* change(c, conflict, { is: 'known', v: conflict.theirs }));
  c.change({ do: 'settleConflict', household: conflict.household.id, field: conflict.field, side });
  const told =
    side === 'ours'
      ? '记下：您查的对，列入要录入系统的表。\n'
      : taken
        ? '记下：按系统的改了。\n'
        : `${conflict.label}在名册里，请县里按程序改，我先记下系统对。\n`;
  return yield* askNext(c, told, conflict);
}

function* corrected(c: Conversation, conflict: Conflict, v: AnswerValue): Asking<boolean> {
  yield* change(c, conflict, { is: 'known', v });
  c.change({
    do: 'settleConflict',
    household: conflict.household.id,
    field: conflict.field,
    side: v === conflict.theirs ? 'theirs' : 'ours',
  });
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
    match: phrased(['比对|数据比对|账账相符|系统比对|核对系统']),
    run: (c) => compare(c),
  }),
];
