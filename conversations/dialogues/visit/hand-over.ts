import type { Conversation } from '../../contract/conversation.ts';
import { staffId } from '../../contract/ids.ts';
import { type Asking, ask, type StaffBrief } from '../../contract/needs.ts';
import { isRegistered } from '../../form/answer.ts';
import { questionOf } from '../../form/questionnaire.ts';
import { handOf, save } from './hand.ts';
import { householdHeading } from './naming.ts';

/** 转给 王五: somebody whose scope covers the household goes on where this one stopped. */
export function* handOver(c: Conversation, words: string): Asking<void> {
  const hand = handOf(c);
  if (hand === undefined || hand.visit.status !== 'draft') {
    c.say('现在没有答到一半的户可以转。先回“排查 姓名”打开那一户。');
    return;
  }
  const { village, township, id } = hand.household;
  const place = { village, township, household: id };
  const found = (yield* ask('findStaff', { words, place })).filter((s) => s.id !== c.speaker.id);
  const [only] = found;
  if (only === undefined) {
    // A group doesn't hear again what was said beside a name.
    const whom = c.inRoom ? '这个人' : `“${words.slice(0, 20)}”`;
    c.say(`能接这户的人里没有${whom}。要是本村的，或者这户分给他的，请说全名。`);
    return;
  }
  if (found.length === 1) return giveTo(c, only);
  const items = found.map((s) => ({ id: s.id, label: `${s.name}（${s.unitName}）` }));
  c.open({ is: 'pick', goal: 'handOver', items });
  c.say(`有${found.length}位，回号数：\n${items.map((item, i) => `${i + 1}.${item.label}`).join('\n')}`);
}

export function giveTo(c: Conversation, to: StaffBrief): void {
  const hand = handOf(c);
  if (hand === undefined) return c.say('这户已经不在您手上了。');
  save(c, { ...hand, visit: { ...hand.visit, helper: staffId.parse(to.id) } });
  const answered = Object.entries(hand.visit.answers).filter(
    ([key, answer]) => questionOf(hand.list, key) !== undefined && !isRegistered(answer),
  ).length;
  const taken = answered === 0 ? '' : `，已答的${answered}项都带过去了`;
  const head = hand.household;
  const named = head.group === '' ? `【${head.headName}】` : `【${head.headName}·${head.group}】`;
  c.change({
    do: 'push',
    key: `handOver:${hand.visit.id}:${to.id}:${c.event.id}`,
    to: { staff: staffId.parse(to.id) },
    kind: 'reply',
    text: `${c.speaker.name}把${named}转给您了，已答${answered}项。回“排查 ${hand.household.headName}”接着答。`,
  });
  c.open(undefined);
  c.patch({ phase: 'idle' });
  c.say(`${householdHeading(c, hand.household)}已转给${to.name}${taken}。回“下一户”继续您的名单。`);
}
