import { choiceOf, questionSaid } from '../../campaign/training.ts';
import { campaignOf } from '../../campaigns/all.ts';
import { type Command, command, type FlowHandler, numberIn, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';

/** 培训, 培训 3: the pages to read, one a message. */
function* read(c: Conversation, page: number): Asking<void> {
  const { pages, questions } = campaignOf(c.session.settings).training;
  const found = pages[page - 1];
  if (found === undefined) return c.say(`培训材料共${pages.length}页，回“培训 1”从头看。`);
  const next =
    page < pages.length ? `回“培训 ${page + 1}”看下一页。` : `看完了。回“小测”做${questions.length}道题。`;
  const result = page === 1 ? yield* ask('trainingResult', {}) : null;
  const known = result === null ? '' : `\n您的小测成绩：${result.correct}/${result.questions}。`;
  c.say(`【${page}/${pages.length}】${found.title}\n${found.words}\n${next}${known}`);
}

function put(c: Conversation, index: number, correct: number, told = ''): void {
  const { training } = campaignOf(c.session.settings);
  c.open({
    is: 'flow',
    flow: 'training',
    step: 'answer',
    data: { index: String(index), correct: String(correct) },
  });
  c.say(`${told}${questionSaid(training, index)}`);
}

function answered(c: Conversation, index: number, correct: number): boolean {
  const { training } = campaignOf(c.session.settings);
  const question = training.questions[index];
  const choice = question === undefined ? undefined : choiceOf(c.text, question);
  if (question === undefined || choice === undefined) {
    c.open(undefined);
    return false;
  }
  const isRight = choice === question.right;
  const sum = correct + (isRight ? 1 : 0);
  const told = isRight ? '对。\n' : `不对，应选“${question.choices[question.right - 1]}”：${question.why}\n`;
  if (index + 1 < training.questions.length) {
    put(c, index + 1, sum, told);
    return true;
  }
  c.open(undefined);
  c.change({ do: 'noteTraining', correct: sum, questions: training.questions.length });
  const passed = sum >= training.pass;
  c.say(
    `${told}小测${sum}/${training.questions.length}，${passed ? '合格，可以入户了。' : `${training.pass}道以上合格。回“培训”再看一遍，回“小测”重做。`}`,
  );
  return true;
}

/** Training in chat: pages to read, and a test that counts the best result. */
export const trainingCommands: readonly Command[] = [
  command<number>({
    name: 'training',
    inRoom: 'private',
    match: phrased(['培训材料|业务培训|培训 <no>?'], ({ no }) => (no === undefined ? 1 : numberIn(no))),
    run: read,
  }),
  command<true>({
    name: 'trainingTest',
    inRoom: 'private',
    match: phrased(['小测|培训测试|做题|小测验']),
    *run(c) {
      put(c, 0, 0);
    },
  }),
];

/** The test's questions one after the other; anything that is no choice leaves it. */
export const trainingFlow: FlowHandler = {
  flow: 'training',
  *resume(c, step, data) {
    if (step !== 'answer') return false;
    return answered(c, Number(data['index'] ?? 0), Number(data['correct'] ?? 0));
  },
};
