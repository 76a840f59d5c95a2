import { rolesFor } from '../../access/policy.ts';
import { type Command, command, type FlowHandler, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import { type Decision, decide, decideByName } from './decide.ts';
import { answerCheck, beginById, beginCheck, drawNow, listChecks, summary } from './spot-check.ts';

/** 退回 张三 收入不实: a head's name or a household's code, never a problem's number. */
const sendBack = phrased(['退回 <head> 家|户?', '退回 <head> 家|户? _ <rest>'], ({ head = '', rest = '' }) =>
  // 退回来的, 退回率, 退回了几户 ask.
  /^[来的是哪谁了有几率]/u.test(head) ? undefined : { name: head, reason: rest },
);

/** 抽查 抽取 5%, 抽查 抽取: the share to be drawn. */
const draw = phrased(
  ['抽查 抽取 <percent>?', '抽取抽查|抽取 <percent>?'],
  ({ percent }) => Number.parseInt(percent?.normalize('NFKC') ?? '5', 10) / 100,
);

/** Spot-checks, verifying and returning visits. */
export const supervisionCommands: readonly Command[] = [
  command<true>({
    name: 'spotChecks',
    roles: rolesFor('spotCheck'),
    match: phrased(['抽查 名单|列表?']),
    run: (c) => listChecks(c),
  }),
  command<true>({
    name: 'spotSummary',
    roles: rolesFor('spotCheck'),
    match: phrased(['抽查 情况|结果|进度']),
    run: (c) => summary(c),
  }),
  command<number>({
    name: 'drawSpotChecks',
    inRoom: 'private',
    roles: rolesFor('spotCheck'),
    match: draw,
    run: drawNow,
  }),
  command<string>({
    name: 'spotCheck',
    ofHousehold: true,
    roles: rolesFor('spotCheck'),
    match: phrased(['抽查 _ <name>'], ({ name }) => name),
    run: beginCheck,
  }),
  command<string>({
    name: 'verifyVisit',
    ofHousehold: true,
    roles: rolesFor('verifyVisit'),
    match: phrased(['核实|审核通过|审核|通过 _ <head> 家|户?'], ({ head }) => head),
    run: (c, words) => decideByName(c, words, { what: 'verify', reason: '' }),
  }),
  command<{ name: string; reason: string }>({
    name: 'returnVisit',
    ofHousehold: true,
    roles: rolesFor('returnVisit'),
    match: sendBack,
    run: (c, said) => decideByName(c, said.name, { what: 'return', reason: said.reason }),
  }),
];

/** Steps that wait for a message: a check's answers, which of several households, the reason of a return. */
export const supervisionFlow: FlowHandler = {
  flow: 'supervision',
  forms: ['spotCheck'],
  *resume(c, step, data) {
    switch (step) {
      case 'form':
        return yield* answerCheck(c, data['id'] ?? '');
      case 'begin':
        yield* beginById(c, data['id'] ?? '');
        return true;
      case 'which':
        return yield* which(c, data);
      case 'reason':
        if (c.text === '') return false;
        yield* decide(c, data['id'] ?? '', { what: 'return', reason: c.text });
        return true;
      default:
        return false;
    }
  },
};

function* which(c: Conversation, data: Record<string, string>): Asking<boolean> {
  const ids = (data['ids'] ?? '').split(',');
  const number = /^(\d{1,2})[.、]?$/u.exec(c.text.normalize('NFKC'))?.[1];
  const id = number === undefined ? undefined : ids[Number(number) - 1];
  if (id === undefined) {
    c.open(undefined);
    return false;
  }
  const decision: Decision = {
    what: data['what'] === 'verify' ? 'verify' : 'return',
    reason: data['reason'] ?? '',
  };
  yield* decide(c, id, decision);
  return true;
}
