import type { FlowHandler } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import { type Proposal, readAgreement } from '../../language/agreement.ts';
import { pickedNumber } from '../../language/picked-number.ts';
import { answerQuestion, correct, goOnWithSheet, noneConcerns, submitSheet } from './answer.ts';
import { type OpenSheet, openSheet, ownDuties } from './sheet.ts';
import { showSheetSummary } from './summary.ts';

const own =
  /^(?:跳过|上一[题条项]|返回|提交|汇总|看看|修改|核对|继续|不清楚|不涉及|全部不涉及|暂停|先停|\d{1,2}\.\d{1,2}[\s\S]*)$/u;

/** The steps of a self-check: a question, what exactly is wrong, the summary. */
export const selfCheckFlow: FlowHandler = {
  flow: 'selfCheck',
  forms: ['selfCheck'],
  takesPhotos: true,
  owns: (text) => own.test(text.normalize('NFKC')),
  *resume(c, step, data) {
    const duty = ownDuties(c).find((d) => d.area.no === Number(data['id'] ?? data['area']));
    if (duty === undefined) return false;
    const open = yield* openSheet(c, duty);
    return yield* resumeAt(c, open, step);
  },
};

function* resumeAt(c: Conversation, open: OpenSheet, step: string): Asking<boolean> {
  if (atAnyTime(c, open)) return true;
  if (step === 'summary') return atSummary(c, open);
  yield* answerQuestion(c, open);
  return true;
}

/** Words that mean the same at every step. */
function atAnyTime(c: Conversation, open: OpenSheet): boolean {
  const said = c.text.normalize('NFKC');
  const numbered = /^(\d{1,2}\.\d{1,2})[\s,，:：、]*([\s\S]*)$/u.exec(said);
  if (numbered !== null) correct(c, open, numbered[1] ?? '', numbered[2] ?? '');
  else if (/^(?:汇总|看看|修改|核对)$/u.test(said)) showSheetSummary(c, open);
  else if (said === '提交') submitSheet(c, open);
  else if (said === '继续') goOnWithSheet(c, open);
  else if (said === '全部不涉及') noneConcerns(c, open);
  else if (/^(?:暂停|先停|退出|停一下)$/u.test(said)) {
    c.open(undefined);
    c.say(`好，先停这儿，答过的都在。回“自查 ${open.sheet.area}”接着来。`);
  } else return false;
  return true;
}

const summed: Proposal = { yes: ['提交', '交', '都对', '核对无误', '无误'], no: ['有错', '要改'] };

/** At the summary only a number or 提交 is meant for it; anything else is read the usual way. */
function atSummary(c: Conversation, open: OpenSheet): boolean {
  const agreed = pickedNumber(c.text, 1) === 0 || readAgreement(c.text, summed) === 'yes';
  if (agreed) {
    submitSheet(c, open);
    return true;
  }
  c.open(undefined);
  return false;
}
