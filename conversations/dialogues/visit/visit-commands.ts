import { rolesFor } from '../../access/policy.ts';
import { argumentAfter, type Command, command } from '../../contract/command.ts';
import { readWorkAsked } from '../../inquiry/work/work-asked.ts';
import { householdSaid } from '../household-said.ts';
import { addHousehold } from './add-household.ts';
import { showVisitCard } from './cards.ts';
import { endedAs, handOf } from './hand.ts';
import { handOver } from './hand-over.ts';
import { askReopen, nextHousehold, resume, startNamed, startNext, tellNext } from './start.ts';

const roles = rolesFor('visit');

/** What a helper can say about visits at any time. */
export const visitCommands: readonly Command[] = [
  command<string>({
    name: 'visit',
    roles,
    match: (text) => {
      const words = argumentAfter(text, ['开始排查', '排查', '入户', '走访']);
      if (words === undefined) return undefined;
      if (readWorkAsked(text) !== undefined) return undefined;
      // 排查完了, 走访过了没人 are no names.
      if (/^(?:排查|入户|走访)[了过完好没不的时]/u.test(text)) return undefined;
      return words === '' || householdSaid(words) !== undefined ? words : undefined;
    },
    run: (c, words) => (words === '' ? startNext(c) : startNamed(c, words)),
  }),
  command<true>({
    name: 'nextHousehold',
    roles,
    match: (text) =>
      /^(?:下一?[户家个]|换下一?[户家]|下一户吧|接着下一?户)$/u.test(text) ? true : undefined,
    run: (c) => nextHousehold(c),
  }),
  command<true>({
    name: 'whoIsNext',
    roles,
    match: (text) =>
      /^(?:下一?|接下来)[户家个]?[该要]?(?:去|到|是|查|走)(?:谁家?|哪一?[户家])[?？]?$/u.test(text)
        ? true
        : undefined,
    run: (c) => tellNext(c),
  }),
  command<true>({
    name: 'resume',
    match: (text) => (/^(?:继续|接着来?|继续刚才的|继续排查|接着排查|往下)$/u.test(text) ? true : undefined),
    run: (c) => resume(c),
  }),
  command<true>({
    name: 'review',
    match: (text) => (/^(?:修改|看一下|看看|汇总|小结|核对)$/u.test(text) ? true : undefined),
    *run(c) {
      const hand = handOf(c);
      if (hand === undefined) c.say('现在没有正在排查的户。回“排查”开始，或“修改 张三”打开某一户。');
      else if (endedAs(hand.visit) !== undefined) askReopen(c, hand);
      else c.say(showVisitCard(c, hand, true));
    },
  }),
  command<string>({
    name: 'openForCorrection',
    roles,
    match: (text) => {
      const words = /^(?:修改|改)\s+(\S{1,20}(?:\s+\S{1,6}组)?)$/u.exec(text)?.[1];
      return words !== undefined && householdSaid(words) !== undefined ? words : undefined;
    },
    run: (c, words) => startNamed(c, words),
  }),
  command<string>({
    name: 'handOver',
    roles,
    match: (text) => /^(?:这户)?(?:转给|交给|移交给?)\s*(\S{1,20})$/u.exec(text)?.[1],
    run: (c, words) => handOver(c, words),
  }),
  command<string>({
    name: 'addHousehold',
    roles,
    match: (text) =>
      /^(?:新增|添加|加一?户|补一?户)\s*(?:户|农户)?\s*((?!.*[咋怎吗])\S.{0,40})?$/u.exec(text)?.[1] ??
      (/^(?:新增|添加|加户|补户)$/u.test(text) ? '' : undefined),
    run: (c, words) => addHousehold(c, words),
  }),
];
