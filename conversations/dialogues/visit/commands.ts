import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import { questionOf } from '../../form/questionnaire.ts';
import { carryOut } from '../../form/step.ts';
import type { FormOrder } from '../../form/told.ts';
import { readAgreement } from '../../language/agreement.ts';
import { withdrawAdded } from './add-household.ts';
import type { Hand } from './hand.ts';
import { isJustAdded } from './just-added.ts';
import { nameSaid } from './naming.ts';
import { askOutcome, recordNotHome } from './outcome.ts';
import { nextHousehold, startNamed } from './start.ts';
import { submitVisit } from './submit.ts';
import { settleVisit, showOpenAgain, stateOf, visitFormOf } from './visit-form.ts';
import { contactLine, handsIn, smallTalk } from './wording.ts';

/** Carries out a command said while a visit is in hand; false when it is not a command here. */
export function* obeyInVisit(
  c: Conversation,
  hand: Hand,
  order: FormOrder,
  key: string | undefined,
): Asking<boolean> {
  switch (order.action) {
    case 'confirm':
      return yield* confirm(c, hand);
    case 'undo':
      if (!isJustAdded(c, hand)) return false;
      withdrawAdded(c, hand);
      return true;
    case 'edit':
      return yield* editOf(c, hand, order, key);
    case 'pause':
    case 'cancel':
      // 吃饭了吗 in a group is said to the others.
      if (c.overheard && !/^(?:先)?(?:暂停|停|等|退出|取消)/u.test(c.text)) return true;
      c.open(undefined);
      c.patch({ phase: 'paused' });
      c.say('好，先停在这儿，已经记下的都存着。回头回“继续”接着答。');
      return true;
    case 'resume':
      c.say(`接着排查。\n${showOpenAgain(c, hand)}`);
      return true;
    case 'restart':
    case 'delete':
      c.open({ is: 'confirm', what: 'restart', payload: { visit: hand.visit.id } });
      c.say(
        `要把${nameSaid(c, hand.household)}这户已答的清空、从头再答吗？清空前的会留痕。\n1.清空重来 2.不清空`,
      );
      return true;
    case 'nextHousehold':
      yield* nextHousehold(c);
      return true;
    case 'switchHousehold':
      if (order.household === undefined) return false;
      yield* startNamed(c, order.household);
      return true;
    case 'notHome':
      yield* recordNotHome(c, hand);
      return true;
    case 'refused':
    case 'moved':
    case 'deceased':
      askOutcome(c, hand, order.action);
      return true;
    case 'human':
      c.say(`${contactLine(c)}。这题可以先回“跳过”，已记的都在。`);
      return true;
    case 'help':
      c.say(explain(c, hand, key));
      return true;
    case 'noise':
      if (agreesToPause(c)) c.say('好，回头回“继续”接着答。');
      else if (!c.overheard) c.say(`${smallTalk(c.text)}\n${showOpenAgain(c, hand)}`);
      return true;
    case 'voice':
    case 'photo':
    case 'location':
      c.say(`这个我看不了，请打字告诉我。\n${showOpenAgain(c, hand)}`);
      return true;
    default:
      return false;
  }
}

export function agreesToPause(c: Conversation): boolean {
  return (
    c.state.phase === 'paused' && readAgreement(c.text, { yes: ['知道', '知道了', '收到', '谢谢'] }) === 'yes'
  );
}

/** 好的 after a pause agrees to the pause; only at the summary, or in so many words, it hands the visit in. */
function* confirm(c: Conversation, hand: Hand): Asking<boolean> {
  if (c.chat.open?.is !== 'summary' && !handsIn(c.text)) {
    c.say(agreesToPause(c) ? '好，回头回“继续”接着答。' : showOpenAgain(c, hand));
    return true;
  }
  yield* submitVisit(c, hand);
  return true;
}

/** 张三收入改成4万: of this household it is a correction, of another it is that household that is meant. */
function* editOf(c: Conversation, hand: Hand, order: FormOrder, key: string | undefined): Asking<boolean> {
  const { household, ...own } = order;
  if (household !== undefined && !sameHousehold(hand, household)) {
    yield* startNamed(c, household);
    return true;
  }
  const done = carryOut(visitFormOf(c, hand), stateOf(c, hand), c.text, own, key);
  if (done?.is === 'said') c.say(settleVisit(c, hand, done).text);
  return done !== undefined;
}

function sameHousehold(hand: Hand, words: string): boolean {
  const name = words.replace(/[家户]$/u, '');
  return (
    hand.household.headName === name ||
    words.includes(hand.household.headName) ||
    hand.household.members.some((m) => m.name === name)
  );
}

function explain(c: Conversation, hand: Hand, key: string | undefined): string {
  const question = key === undefined ? undefined : questionOf(hand.list, key);
  const about = question === undefined ? '' : `这题问的是：${question.ask}\n`;
  return `${about}直接说情况就行，几项一起说也行。说不清回“不清楚”，先放放回“跳过”，说错了回“上一题”或“${campaignOf(c.session.settings).texts.examples.change}”，有事先走回“暂停”，没人在家回“不在家”。`;
}
