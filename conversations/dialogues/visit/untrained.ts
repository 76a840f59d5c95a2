import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';

/**
 * True where somebody would begin his first visit of real households without having passed the test, where the
 * campaign asks for it: he is told what to do instead. Who has begun visits goes on.
 */
export function* untrained(c: Conversation, told = ''): Asking<boolean> {
  const { training } = campaignOf(c.session.settings);
  if (!training.beforeFirst || c.session.settings.mode !== 'real' || c.session.visit !== null) return false;
  const { correct, begun } = yield* ask('firstVisit', {});
  if (begun || (correct !== null && correct >= training.pass)) return false;
  const { questions, pass, pages } = training;
  const last = correct === null ? '' : `上次答对${correct}道，再做一次就行。`;
  c.say(
    `${told}入户前先做个小测，几分钟：回“小测”做${questions.length}道题，答对${pass}道就能开始；没把握先回“培训”看${pages.length}页材料。${last}`,
  );
  return true;
}
