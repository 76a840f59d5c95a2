import type { FlowHandler } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { problemId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { type Proposal, readAgreement } from '../../language/agreement.ts';
import { findProblem, photosOf, tryMove } from './act.ts';
import { lookSaid } from './look.ts';
import { rectifyWith } from './rectify.ts';
import { matterSaid, recordProblem, report } from './report.ts';
import { reopenProblem, sendProblemBack } from './review.ts';

/** Steps of the problem ledger that wait for a message of their own. */
export const problemFlow: FlowHandler = {
  flow: 'problem',
  takesPhotos: true,
  *resume(c, step, data) {
    switch (step) {
      case 'photo':
        return yield* photoFor(c, Number(data['no']));
      case 'reportPhoto':
        return photoForReport(c, data['problem'] ?? '');
      case 'what':
        return yield* whatWasDone(c, Number(data['no']));
      case 'reason':
        return yield* reasonSaid(c, Number(data['no']), data['move'] ?? '');
      case 'look':
        return yield* lookSaid(c, Number(data['no']), data['words'] ?? '');
      case 'report':
        c.open(undefined);
        yield* report(c, c.text);
        return true;
      case 'matter':
        return yield* matterChosen(c, data['words'] ?? '');
      default:
        return false;
    }
  },
};

/** A photo after the words; anything but a photo means that none will come, and is read the usual way. */
function* photoFor(c: Conversation, no: number): Asking<boolean> {
  c.open(undefined);
  const photos = photosOf(c).length;
  if (photos === 0) return isOverheard(c) || noMore(c);
  const problem = yield* ask('problem', { no });
  if (problem === null) return false;
  const moved = tryMove(c, problem, { move: 'addEvidence', words: c.text.slice(0, 300), photos });
  if (moved.is === 'refused') c.say(moved.why);
  else {
    c.open({ is: 'flow', flow: 'problem', step: 'photo', data: { no: String(no) } });
    c.say(`照片存到${no}号了（共${problem.photos + photos}张）。`);
  }
  return true;
}

function photoForReport(c: Conversation, id: string): boolean {
  c.open(undefined);
  const photos = photosOf(c);
  if (photos.length === 0) return isOverheard(c) || noMore(c);
  c.change({ do: 'attachToProblem', problemId: problemId.parse(id), attachments: photos });
  c.open({ is: 'flow', flow: 'problem', step: 'reportPhoto', data: { problem: id } });
  c.say(`照片附上了（${photos.length}张）。`);
  return true;
}

/** In a group, words that don't mention the bot while it waits for a photo are meant for others: it stays silent. */
function isOverheard(c: Conversation): boolean {
  const { chat } = c.session;
  return chat.kind === 'room' && !chat.mentioned;
}

/** What says that there is no photo, or none beside those that came. */
const withoutPhoto: Proposal = {
  no: ['没', '没了', '没照片', '没有照片', '无', '好', '好了', '就这些', '拍不了', '没拍', '没法拍', '跳过'],
};

/** 没有, 不用了: answered; other words go the usual way. */
function noMore(c: Conversation): boolean {
  const none = readAgreement(c.text, withoutPhoto) === 'no';
  if (none) c.say('好，没照片也先记着，核实的同志会去看。');
  return none;
}

function* whatWasDone(c: Conversation, no: number): Asking<boolean> {
  c.open(undefined);
  const problem = yield* findProblem(c, no);
  if (problem !== null) rectifyWith(c, problem, c.text);
  return true;
}

function* reasonSaid(c: Conversation, no: number, move: string): Asking<boolean> {
  c.open(undefined);
  if (c.text === '') return false;
  yield* move === 'reopen'
    ? reopenProblem(c, { no, rest: c.text })
    : sendProblemBack(c, { no, rest: c.text });
  return true;
}

function* matterChosen(c: Conversation, words: string): Asking<boolean> {
  const matter = matterSaid(c, c.text);
  if (matter === undefined) {
    if (c.missed() < 2) c.say('请回前面的号数，拿不准回“其他”。');
    else {
      c.open(undefined);
      c.say('先不上报了。想好了再回“上报 什么问题”。');
    }
    return true;
  }
  c.open(undefined);
  yield* recordProblem(c, words, matter);
  return true;
}
