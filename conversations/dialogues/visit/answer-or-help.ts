import { type Action, reachOf } from '../../access/policy.ts';
import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { questionOf } from '../../form/questionnaire.ts';
import { readAsAnswer } from '../../form/step.ts';
import { hintsOf } from '../../reading/hints.ts';
import { readMessage, understandControl } from '../../understanding/index.ts';
import { answerVisit, readVisitAnswer } from './answer.ts';
import { fromTheBook } from './at-the-door.ts';
import { obeyInVisit } from './commands.ts';
import { endedAs, type Hand, handOf, isFinished } from './hand.ts';
import { householdHeading } from './naming.ts';
import { askReopen } from './start.ts';
import { settleVisit, stateOf, visitFormOf } from './visit-form.ts';
import { smallTalk } from './wording.ts';

/** The main road: a message that is no command answers the visit in hand; without one, how to go on is told. */
export function* answerOrHelp(c: Conversation): Asking<void> {
  const hand = handOf(c);
  if (hand !== undefined && c.state.phase !== 'idle') return yield* answerVisit(c, hand);
  if (hand !== undefined && (yield* aboutTheLast(c, hand))) return;
  if (c.overheard) return;
  const { open } = c.chat;
  if (open?.is === 'pick')
    return c.say(`回号数就行：\n${open.items.map((item, i) => `${i + 1}.${item.label}`).join('\n')}`);
  const meansIt = c.state.phase !== 'idle' || changes.test(c.text);
  if (hand === undefined && c.session.visit !== null && meansIt) return yield* takenAway(c);
  const answered = yield* fromTheBook(c, c.text);
  if (answered !== undefined) return c.say(answered);
  if (tellsFacts(c)) return c.say('现在没有打开的户，这条没记。先回“下一户”或“排查 姓名”，再说一遍。');
  const isNoise = readMessage(c.text, { questions: [] }).control?.action === 'noise';
  const hello = isNoise && [...c.text].length <= longestSmallTalk ? smallTalk(c.text) : '没看懂。';
  c.say(`${hello}${whatElse(c)}`);
}

/** A longer message says something, and 收到 would be no answer to it. */
const longestSmallTalk = 8;

/** What to say instead, of what this person may do. */
function whatElse(c: Conversation): string {
  const may = (action: Action) => c.speaker.roles.some((role) => reachOf(role, action) !== 'none');
  if (may('visit')) return '回“排查”开始下一户，“排查 张三”点名，“查 张三”看情况，“帮助”看用法。';
  if (may('progress')) return '回“进度”看进度，“问题”看问题，“查 张三”看情况，“帮助”看用法。';
  return may('problems') ? '回“问题”看问题，“帮助”看用法。' : '回“帮助”看您能做什么。';
}

/** Words that change what was said before. */
const changes = /改|不对|错了|应该是|更正|上一题|撤销|待核实/u;

/** After submission: what plainly changes the last visit is taken, other facts are asked about first. */
function* aboutTheLast(c: Conversation, hand: Hand): Asking<boolean> {
  if (changes.test(c.text)) {
    if (endedAs(hand.visit) !== undefined) askReopen(c, hand);
    else yield* readVisitAnswer(c, hand, undefined, c.text);
    return true;
  }
  if (endedAs(hand.visit) !== undefined) return yield* otherEnding(c, hand);
  if (!isFinished(hand.visit)) return false;
  const { slots } = visitFormOf(c, hand).reader.message(c.text, hand.visit.answers, undefined);
  if (slots.length === 0) return false;
  const elsewhere = slots.every((slot) => questionOf(hand.list, slot.key)?.elsewhere !== undefined);
  if (elsewhere || slots.every((slot) => hand.visit.answers[slot.key]?.is === 'unsure')) {
    yield* readVisitAnswer(c, hand, undefined, c.text);
    return true;
  }
  if (c.overheard) return false;
  if (showsChange(c, hand)) return true;
  c.open({
    is: 'confirm',
    what: 'correctLast',
    payload: { visit: hand.visit.id, text: `${saidBefore(c, hand)}${c.text}`.slice(0, 500) },
  });
  c.say(`${householdHeading(c, hand.household)}已经提交了。这条是要改这户吗？\n1.改这户 2.不是，说的下一户`);
  return true;
}

/** Facts that would change what was handed in: before and after are shown, and one tap settles it. */
function showsChange(c: Conversation, hand: Hand): boolean {
  const tried = readAsAnswer(visitFormOf(c, hand), stateOf(c, hand), c.text, undefined);
  if (tried.is !== 'said' || tried.state.open?.is !== 'change' || tried.changes.length > 0) return false;
  c.say(settleVisit(c, hand, tried).text);
  return true;
}

/** Facts said just before, still waiting for the same answer: they go along. */
function saidBefore(c: Conversation, hand: Hand): string {
  const { open } = c.chat;
  const waiting =
    open?.is === 'confirm' && open.what === 'correctLast' && open.payload.visit === hand.visit.id;
  return waiting ? `${open.payload.text ?? ''}，` : '';
}

/** Not at home, and then: in truth they have moved away. */
function* otherEnding(c: Conversation, hand: Hand): Asking<boolean> {
  const control = understandControl(c.text);
  const outcomes: readonly string[] = ['notHome', 'refused', 'moved', 'deceased'];
  if (control === undefined || !outcomes.includes(control.action)) return false;
  return yield* obeyInVisit(c, hand, control, undefined);
}

/** A colleague took the visit over in the meantime. */
function* takenAway(c: Conversation): Asking<void> {
  const { visit } = c.session;
  const opened = visit === null ? null : yield* ask('openVisit', { id: visit.id });
  const who = opened?.helperName ?? '同事';
  const name = opened === null ? '刚才那户' : householdHeading(c, opened.household);
  c.open(undefined);
  c.patch({ phase: 'idle' });
  c.say(`${name}现在由${who}接着排查，这条没记。回“下一户”继续您的名单。`);
}

function tellsFacts(c: Conversation): boolean {
  return (
    readMessage(c.text, { questions: hintsOf(campaignOf(c.session.settings).householdForm) }).slots.length > 0
  );
}
