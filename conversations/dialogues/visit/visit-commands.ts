import { rolesFor } from '../../access/policy.ts';
import { type Command, command, phrased } from '../../contract/command.ts';
import { readWorkAsked } from '../../inquiry/work/work-asked.ts';
import { isQuestion } from '../../language/question-form.ts';
import { householdSaid } from '../household-said.ts';
import { addHousehold } from './add-household.ts';
import { showVisitCard } from './cards.ts';
import { endedAs, handOf } from './hand.ts';
import { handOver } from './hand-over.ts';
import { showLastVisit, showOwnVisits } from './own-visits.ts';
import { askReopen, nextHousehold, resume, startNamed, startNext, tellNext } from './start.ts';

const roles = rolesFor('visit');

/** What a helper can say about visits at any time. */
export const visitCommands: readonly Command[] = [
  command<string>({
    name: 'visit',
    ofHousehold: true,
    roles,
    match: phrased(['开始排查|排查|入户|走访 <words>?'], ({ words = '' }, text) => {
      if (readWorkAsked(text) !== undefined) return undefined;
      // 排查完了, 走访过了没人 are no names.
      if (/^(?:排查|入户|走访)[了过完好没不的时]/u.test(text)) return undefined;
      return words === '' || householdSaid(words) !== undefined ? words : undefined;
    }),
    run: (c, words) => (words === '' ? startNext(c) : startNamed(c, words)),
  }),
  command<true>({
    name: 'nextHousehold',
    roles,
    match: phrased(['换|接着? 下|下一 户|家 吧?', '下|下一 个']),
    run: (c) => nextHousehold(c),
  }),
  command<true>({
    name: 'whoIsNext',
    roles,
    match: phrased(['下|下一|接下来 户|家|个? 该|要? 去|到|是|查|走 谁|谁家|哪户|哪家|哪一户|哪一家 ？?']),
    run: (c) => tellNext(c),
  }),
  command<true>({
    name: 'ownVisits',
    inRoom: 'private',
    roles,
    match: phrased(['我|俺 的? 走访|排查|入户|填报? 记录', '我|俺 查过的 户?', '我|俺 交过的 户?']),
    run: (c) => showOwnVisits(c),
  }),
  command<true>({
    name: 'lastVisit',
    inRoom: 'private',
    roles,
    match: phrased(['上|前|刚才那 一? 户|家', '刚交的 那? 户|家']),
    run: (c) => showLastVisit(c),
  }),
  command<true>({
    name: 'resume',
    match: phrased(['继续 刚才的|排查?', '接着 来|排查?', '往下']),
    run: (c) => resume(c),
  }),
  command<true>({
    name: 'review',
    match: phrased(['修改|看一下|看看|汇总|小结|核对']),
    *run(c) {
      const hand = handOf(c);
      if (hand === undefined) c.say('现在没有正在排查的户。回“排查”开始，或“修改 张三”打开某一户。');
      else if (endedAs(hand.visit) !== undefined) askReopen(c, hand);
      else c.say(showVisitCard(c, hand, true));
    },
  }),
  command<string>({
    name: 'openForCorrection',
    ofHousehold: true,
    roles,
    match: phrased(['修改|改 _ <words>'], ({ words = '' }) =>
      householdSaid(words) === undefined ? undefined : words,
    ),
    run: (c, words) => startNamed(c, words),
  }),
  command<string>({
    name: 'handOver',
    roles,
    match: phrased(['这户? 转给|交给|移交|移交给 <words>'], ({ words = '' }) =>
      /^\S{1,20}$/u.test(words) ? words : undefined,
    ),
    run: (c, words) => handOver(c, words),
  }),
  command<string>({
    name: 'addHousehold',
    roles,
    match: phrased(['新增|添加 户|农户? <words>?', '加|加一|补|补一 户 <words>?'], ({ words = '' }) =>
      // 新增户有几个, 新增户咋加 ask.
      isQuestion(words) ? undefined : words,
    ),
    run: (c, words) => addHousehold(c, words),
  }),
];
