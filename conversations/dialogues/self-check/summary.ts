import type { Conversation } from '../../contract/conversation.ts';
import type { Answer } from '../../form/answer.ts';
import { numeralSaid } from '../../language/numeral.ts';
import { selfCheckFindings, withoutEvidence } from '../../self-check/findings.ts';
import { itemOf } from '../../self-check/items.ts';
import { clauseOfKey } from '../../self-check/questionnaire.ts';
import { type OpenSheet, openQuestions, photographed } from './sheet.ts';

/** What was answered, what becomes a problem, what still lacks evidence; waits for 提交 or a correction. */
export function showSheetSummary(c: Conversation, open: OpenSheet, told = ''): void {
  const { sheet, duty, campaign } = open;
  const { answers } = sheet;
  const items = open.list.questions.flatMap((q) => itemOf(campaign, q.key) ?? []);
  const found = selfCheckFindings(campaign, sheet.area, sheet.level, answers, open.facts);
  const named = (test: (a: Answer | undefined) => boolean) =>
    items.filter((i) => test(answers[i.clause])).map((i) => `${i.clause}${i.title}`);
  const unsure = named((a) => a?.is === 'unsure');
  const open2 = openQuestions(open).map((q) => `${clauseOfKey(q.key)}${q.title}`);
  const unproven = withoutEvidence(campaign, sheet.area, sheet.level, answers, photographed(answers)).map(
    (i) => i.clause,
  );
  const lines = [
    `${told}【${numeralSaid(duty.area.no)}、${duty.area.title}】${c.speaker.unitName}自查：${items.length}条`,
    found.length === 0
      ? '没有查出问题'
      : `问题${found.length}个：${found.map((f) => `${f.clause} ${f.description.slice(0, 40)}`).join('；')}`,
    unsure.length === 0 ? '' : `待核实：${unsure.join('、')}`,
    open2.length === 0 ? '' : `还没答：${open2.join('、')}`,
    unproven.length === 0 ? '' : `还没写依据：${unproven.join('、')}（可回“${unproven[0]} 依据…”）`,
    sheet.status === 'submitted'
      ? '已提交，改动随时生效。'
      : `回“提交”，要改回“条号 内容”，如“${items[0]?.clause ?? '1.1'} 否 …”。`,
  ];
  c.open({ is: 'flow', flow: 'selfCheck', step: 'summary', data: { area: String(sheet.area) } });
  c.say(lines.filter((l) => l !== '').join('\n'));
}
