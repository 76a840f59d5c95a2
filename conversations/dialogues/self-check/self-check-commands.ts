import { rolesFor } from '../../access/policy.ts';
import { campaignOf } from '../../campaigns/all.ts';
import { type Command, command } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { SheetProgress } from '../../self-check/needs.ts';
import { selfCheckQuestionnaire } from '../../self-check/questionnaire.ts';
import { dutiesOf, dutyNamed } from '../../self-check/respondents.ts';
import { goOn } from './answer.ts';
import { nextOpen, openSheet, ownDuties } from './sheet.ts';
import { showSummary } from './summary.ts';

const roles = rolesFor('selfCheck');

/** 自查: the areas the speaker's unit answers and how far it is. */
function* overview(c: Conversation): Asking<void> {
  const duties = ownDuties(c);
  if (duties.length === 0) return yield* progress(c);
  const [own] = yield* ask('sheetProgress', { of: 'own' });
  const campaign = campaignOf(c.session.settings);
  const lines = duties.map(({ area, level, as }) => {
    const count = selfCheckQuestionnaire(campaign, area.no, level).questions.length;
    const sheet = own?.areas.find((a) => a.area === area.no);
    const state =
      sheet === undefined ? '没开始' : sheet.status === 'submitted' ? '已提交' : `${sheet.answered}/${count}`;
    return `${area.no}${area.title}${as === 'lead' ? '（牵头）' : ''}：${state}`;
  });
  const done = own?.areas.filter((a) => a.status === 'submitted').length ?? 0;
  c.say(
    `${c.speaker.unitName}自查${duties.length}项，已提交${done}项：\n${lines.join('\n')}\n回“自查 ${duties[0]?.area.no ?? 1}”开始。`,
  );
}

/** 自查 6: begins or goes on with an area. */
function* open(c: Conversation, words: string): Asking<void> {
  const duties = ownDuties(c);
  const duty = dutyNamed(duties, words);
  if (duty === undefined) {
    const mine = duties.map((d) => d.area.no).join('、');
    return c.say(
      mine === ''
        ? '您的单位不用填自查；看各单位进度回“自查进度”。'
        : `没有“${words.slice(0, 12)}”这一项，或不归您单位。您单位要查：${mine}。`,
    );
  }
  const sheet = yield* openSheet(c, duty);
  if (sheet.sheet.status === 'submitted' && nextOpen(sheet) === undefined) showSummary(c, sheet);
  else goOn(c, sheet);
}

/** 自查进度: units of the speaker's scope that are not done, by name; no ranking. */
function* progress(c: Conversation): Asking<void> {
  const of = c.speaker.unitKind === 'township' ? 'villages' : 'units';
  const units = yield* ask('sheetProgress', { of });
  const states = units.map((u) => ({
    unit: u,
    done: submitted(u),
    all: dutiesOf(campaignOf(c.session.settings), { kind: u.kind, name: u.unitName }).length,
  }));
  const left = states.filter((s) => s.done < s.all);
  const what = of === 'villages' ? '村' : '单位';
  if (left.length === 0) return c.say(`${states.length}个${what}的自查都提交了。`);
  const shown = left
    .slice(0, 12)
    .map((s) => `${s.unit.unitName}${s.done}/${s.all}`)
    .join('、');
  c.say(
    `自查：${states.length}个${what}，全部提交的${states.length - left.length}个。还差：${shown}${left.length > 12 ? `等${left.length}个` : ''}。`,
  );
}

function submitted(unit: SheetProgress): number {
  return unit.areas.filter((a) => a.status === 'submitted').length;
}

/** The self-check of the plan's areas, for units. */
export const selfCheckCommands: readonly Command[] = [
  command<true>({
    name: 'selfCheckProgress',
    roles,
    match: (text) => (/^自查\s*(?:进度|情况|进展)$/u.test(text) ? true : undefined),
    run: (c) => progress(c),
  }),
  command<true>({
    name: 'selfCheck',
    roles,
    match: (text) => (/^(?:单位)?自查$/u.test(text) ? true : undefined),
    run: (c) => overview(c),
  }),
  command<string>({
    name: 'selfCheckArea',
    inRoom: 'private',
    roles,
    match: (text) =>
      /^自查\s*(?!报告|进度|情况)((?:第)?[\d一二三四五六七八九十]{1,3}(?:[项方面类]*)|\s[\p{Script=Han}“”、]{2,16})$/u
        .exec(text.normalize('NFKC'))?.[1]
        ?.trim(),
    run: (c, words) => open(c, words),
  }),
];
