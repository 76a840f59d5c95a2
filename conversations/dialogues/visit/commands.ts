import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import type { Question } from '../../form/question.ts';
import { nextQuestion, questionOf } from '../../form/questionnaire.ts';
import type { Control } from '../../understanding/index.ts';
import { edit, goBack, undo } from './correct.ts';
import type { Hand } from './hand.ts';
import { write } from './hand.ts';
import { askOutcome, recordNotHome } from './outcome.ts';
import { askQuestion, nextStep, showOpenAgain } from './prompts.ts';
import { mayBeSaid, nameSaid } from './question-text.ts';
import { nextHousehold, startNamed } from './start.ts';
import { submit } from './submit.ts';
import { contactLine, numbersWarning, smallTalk } from './wording.ts';

/** Carries out a command said while a visit is in hand; false when it is not a command here. */
export function* obey(
  c: Conversation,
  hand: Hand,
  control: Control,
  key: string | undefined,
): Asking<boolean> {
  switch (control.action) {
    case 'confirm':
      return yield* confirm(c, hand, key);
    case 'back':
      goBack(c, hand, key);
      return true;
    case 'undo':
      undo(c, hand);
      return true;
    case 'edit':
      return yield* edit(c, hand, control, key);
    case 'skip':
    case 'unsure':
      return setAside(c, hand, control.action, key);
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
      if (control.household === undefined) return false;
      yield* startNamed(c, control.household);
      return true;
    case 'notHome':
      yield* recordNotHome(c, hand);
      return true;
    case 'refused':
    case 'moved':
    case 'deceased':
      askOutcome(c, hand, control.action);
      return true;
    case 'human':
      c.say(`${contactLine(c)}。这题可以先回“跳过”，已记的都在。`);
      return true;
    case 'help':
      c.say(explain(hand, key));
      return true;
    case 'sensitive':
      c.say(`${numbersWarning(c)}\n${showOpenAgain(c, hand)}`);
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
    case 'progress':
    case 'export':
      return false;
  }
}

export function agreesToPause(c: Conversation): boolean {
  return (
    c.state.phase === 'paused' &&
    /^(?:好的?|嗯+|行|中|ok|知道了?|收到|可以|谢谢|👌|👍)[吧了啊。.！!~]*$/iu.test(c.text)
  );
}

const handsIn = /提交|交了|上报|保存|交上去|确认无误|核对无误|完成|[填答做]完/u;

function* confirm(c: Conversation, hand: Hand, key: string | undefined): Asking<boolean> {
  const question = key === undefined ? undefined : questionOf(hand.list, key);
  if (question !== undefined && !handsIn.test(c.text)) {
    c.say(`这题还要您说一下。\n${askQuestion(c, hand, question)}`);
    return true;
  }
  // 好的 after a pause agrees to the pause; only at the summary, or in so many words, it hands the visit in.
  if (c.chat.open?.is !== 'summary' && !handsIn.test(c.text)) {
    c.say(agreesToPause(c) ? '好，回头回“继续”接着答。' : showOpenAgain(c, hand));
    return true;
  }
  yield* submit(c, hand);
  return true;
}

/** 跳过 postpones a question, 不清楚 marks it to be verified; neither loses anything. */
function setAside(c: Conversation, hand: Hand, action: 'skip' | 'unsure', key: string | undefined): boolean {
  const question = key === undefined ? undefined : questionOf(hand.list, key);
  if (question === undefined) return false;
  const before = hand.visit.answers[question.key];
  if (before?.is === 'known' && (action === 'skip' || c.state.doubts[question.key]?.reason === 'changed'))
    return leaveAsItIs(c, hand, question);
  const answer =
    action === 'unsure'
      ? ({ is: 'unsure' } as const)
      : before?.is === 'skipped'
        ? ({ is: 'skipped', again: true } as const)
        : ({ is: 'skipped' } as const);
  const next = write(c, hand, { [question.key]: answer });
  const last = nextQuestion(next.list, next.visit.answers, next.subject)?.key === question.key;
  const later =
    answer.is === 'skipped' && 'again' in answer
      ? '还空着，提交前补上就行'
      : last
        ? '只剩这项了，说不清回“不清楚”也能交'
        : '先跳过，最后再问';
  const told = `${question.title}：${action === 'unsure' ? '待核实，回头再问' : later}。`;
  c.say(`${told}\n${nextStep(c, next)}`);
  return true;
}

/** 跳过 to a question that has its answer: it stays. */
function leaveAsItIs(c: Conversation, hand: Hand, question: Question): true {
  const { [question.key]: _, ...doubts } = c.state.doubts;
  c.patch({ doubts });
  c.say(`${mayBeSaid(c, question) ? question.title : '这项'}不改。\n${nextStep(c, hand)}`);
  return true;
}

function explain(hand: Hand, key: string | undefined): string {
  const question = key === undefined ? undefined : questionOf(hand.list, key);
  const about = question === undefined ? '' : `这题问的是：${question.ask}\n`;
  return `${about}直接说情况就行，几项一起说也行。说不清回“不清楚”，先放放回“跳过”，说错了回“上一题”或“收入改成4万”，有事先走回“暂停”，没人在家回“不在家”。`;
}
