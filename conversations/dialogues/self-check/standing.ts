import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { numeralSaid } from '../../language/numeral.ts';
import type { SheetProgress } from '../../self-check/needs.ts';
import { selfCheckQuestionnaire } from '../../self-check/questionnaire.ts';
import { dutiesOf } from '../../self-check/respondents.ts';
import { ownDuties, ownUnit } from './sheet.ts';

/** 自查: the areas the speaker's unit answers and how far it is. */
export function* selfCheckStanding(c: Conversation): Asking<string> {
  const duties = ownDuties(c);
  if (duties.length === 0) return yield* unitsStanding(c);
  const [own] = yield* ask('sheetProgress', { of: 'own' });
  const campaign = campaignOf(c.session.settings);
  const lines = duties.map(({ area, level, as }) => {
    const count = selfCheckQuestionnaire(campaign, area.no, level, ownUnit(c)).questions.length;
    const sheet = own?.areas.find((a) => a.area === area.no);
    const state =
      sheet === undefined ? '未开始' : sheet.status === 'submitted' ? '已提交' : `${sheet.answered}/${count}`;
    return `${numeralSaid(area.no)}、${area.title}${as === 'lead' ? '（牵头）' : ''}：${state}`;
  });
  const done = own?.areas.filter((a) => a.status === 'submitted').length ?? 0;
  return `${c.speaker.unitName}自查${duties.length}项，已提交${done}项：\n${lines.join('\n')}\n回“自查 ${duties[0]?.area.no ?? 1}”开始。`;
}

/** 自查进度: units of the speaker's scope that are not done, by name; no ranking. */
export function* unitsStanding(c: Conversation): Asking<string> {
  const of = c.speaker.unitKind === 'township' ? 'villages' : 'units';
  const units = yield* ask('sheetProgress', { of });
  const states = units.map((u) => ({
    unit: u,
    done: submitted(u),
    all: dutiesOf(campaignOf(c.session.settings), { kind: u.kind, name: u.unitName }).length,
  }));
  const left = states.filter((s) => s.done < s.all);
  const what = of === 'villages' ? '村' : '单位';
  if (left.length === 0) return `${states.length}个${what}的自查都提交了。`;
  const shown = left
    .slice(0, 12)
    .map((s) => `${s.unit.unitName}${s.done}/${s.all}`)
    .join('、');
  return `自查：${states.length}个${what}，全部提交的${states.length - left.length}个。还差：${shown}${left.length > 12 ? `等${left.length}个` : ''}。`;
}

function submitted(unit: SheetProgress): number {
  return unit.areas.filter((a) => a.status === 'submitted').length;
}
