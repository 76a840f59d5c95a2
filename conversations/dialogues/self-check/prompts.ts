import type { Conversation } from '../../contract/conversation.ts';
import type { Answer } from '../../form/answer.ts';
import type { Question } from '../../form/question.ts';
import { selfCheckFindings, withoutEvidence } from '../../self-check/findings.ts';
import { itemsOf } from '../../self-check/items.ts';
import { clauseOfKey } from '../../self-check/questionnaire.ts';
import { nextOpen, type Open, openQuestions, photographed, shownBeside } from './sheet.ts';

/** Names area and clause in front of every question. */
function heading(open: Open, question: Question): string {
  const done = open.list.questions.length - openQuestions(open).length;
  return `【${open.duty.area.no}${open.duty.area.title} ${Math.min(done + 1, open.list.questions.length)}/${open.list.questions.length}】${clauseOfKey(question.key)} `;
}

function choices(question: Question): string {
  switch (question.kind) {
    case 'yesNo':
      return '1.是 2.否，后面可带一句依据或发照片；不涉及就说“不涉及”';
    case 'money':
      return '如 12万；没有就回 0';
    default:
      return question.kind === 'count'
        ? `回数字，如 ${question.measure === '%' ? '60%' : `12${question.measure}`}`
        : '直接说';
  }
}

/** Asks a question and waits for its answer here. */
export function askQuestion(c: Conversation, open: Open, question: Question, told = ''): void {
  c.open({
    is: 'flow',
    flow: 'selfCheck',
    step: 'answer',
    data: { area: String(open.sheet.area), key: question.key },
  });
  c.say(
    `${told}${heading(open, question)}${question.ask}${shownBeside(open, question)}\n${choices(question)}`,
  );
}

/** The next open question, or the summary when there is none left. */
export function goOn(c: Conversation, open: Open, told = ''): void {
  const next = nextOpen(open);
  if (next === undefined) showSummary(c, open, told);
  else askQuestion(c, open, next, told);
}

/** What was answered, what becomes a problem, what still lacks evidence; waits for 提交 or a correction. */
export function showSummary(c: Conversation, open: Open, told = ''): void {
  const { sheet, duty } = open;
  const { answers } = sheet;
  const items = itemsOf(sheet.area, sheet.level);
  const found = selfCheckFindings(sheet.area, sheet.level, answers);
  const named = (test: (a: Answer | undefined) => boolean) =>
    items.filter((i) => test(answers[i.clause])).map((i) => `${i.clause}${i.title}`);
  const unsure = named((a) => a?.is === 'unsure');
  const open2 = openQuestions(open).map((q) => `${clauseOfKey(q.key)}${q.title}`);
  const unproven = withoutEvidence(sheet.area, sheet.level, answers, photographed(answers)).map(
    (i) => i.clause,
  );
  const lines = [
    `${told}【${duty.area.no}${duty.area.title}】${c.speaker.unitName}自查：${items.length}条`,
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
