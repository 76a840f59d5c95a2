import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { openAgain } from '../help.ts';
import type { LastOrder } from './needs.ts';

const hour = 3_600_000;
const undoWords =
  /^(?:撤销|撤回|撤消|收回|取消)(?:刚才的?|上一步|上一条|刚刚的?|刚才那个|操作|分户|刚才的分户|命令)?[。.！!]?$/u;

/**
 * 撤销 of an order: assignments, moves of problems and decisions on visits of the last hour. False where the last thing
 * said was no order, so that a visit takes the word for its own answers.
 */
export function* undone(c: Conversation): Asking<boolean> {
  if (!undoWords.test(c.text) || c.overheard || c.chat.open !== undefined) return false;
  if (c.state.phase !== 'idle' && c.state.phase !== 'paused') return false;
  const order = yield* ask('lastOrder', { since: c.at - hour });
  // Where answers of a visit could be meant as well, only what was said just before is.
  if (order === null || (c.state.undo !== undefined && order.at !== c.chat.at)) return false;
  const left = order.count - order.changedSince;
  if (left <= 0) {
    c.say(`刚才的${nameOf(order)}之后又有人改过了，撤不回。要改回来请直接说，如“把3组交给王五”。`);
    return true;
  }
  c.change({ do: 'undoOrder', at: order.at });
  const stays = order.changedSince > 0 ? `，另有${order.changedSince}${measure(order)}后来又改过，没动` : '';
  c.say(
    `撤销了：刚才的${nameOf(order)}，${left}${measure(order)}恢复原样${stays}。已经通知过的人，请跟他说一声。${openAgain(c)}`,
  );
  return true;
}

function nameOf({ kind, event }: LastOrder): string {
  switch (kind) {
    case 'assign':
      return '分户';
    case 'standIn':
      return '顶替';
    case 'endStandIn':
      return '结束顶替';
    case 'stepLead':
      return event === '' ? '线索办理' : event;
    case 'moveProblem':
      return event === '' ? '问题处理' : event;
    case 'verifyVisit':
      return '审核通过';
    case 'returnVisit':
      return '退回';
  }
}

const measure = ({ kind }: LastOrder): string =>
  kind === 'moveProblem' ? '个' : kind === 'stepLead' ? '条' : '户';
