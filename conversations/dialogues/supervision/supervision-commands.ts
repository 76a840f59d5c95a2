import { rolesFor } from '../../access/policy.ts';
import { type Command, command, type FlowHandler } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Asking } from '../../contract/needs.ts';
import { type Decision, decide, decideByName } from './decide.ts';
import { answerCheck, beginById, beginCheck, drawNow, listChecks, summary } from './spot-check.ts';

const name = '([\\p{Script=Han}·]{2,6}|[A-Za-z]{0,2}\\d{6,16})';

/** 退回 张三 收入不实: a head's name or a household's code, never a problem's number. */
function matchReturn(text: string): { name: string; reason: string } | undefined {
  const found = new RegExp(
    `^退回\\s*(?!来|的|是|哪|谁|了|有|几)${name}(?:家|户)?(?:[\\s，,：:]+([\\s\\S]*))?$`,
    'u',
  ).exec(text.trim());
  return found === null ? undefined : { name: found[1] ?? '', reason: (found[2] ?? '').trim() };
}

function matchVerify(text: string): string | undefined {
  return new RegExp(`^(?:核实|审核通过|审核|通过)\\s+${name}(?:家|户)?$`, 'u').exec(text.trim())?.[1];
}

/** 抽查 抽取 5%, 抽查 抽取: the share to be drawn. */
function matchDraw(text: string): number | undefined {
  const found = /^(?:抽查\s*抽取|抽取抽查|抽取)\s*(?:(\d{1,3})\s*%)?$/u.exec(text.normalize('NFKC').trim());
  if (found === null) return undefined;
  return Number(found[1] ?? 5) / 100;
}

/** Spot-checks, verifying and returning visits. */
export const supervisionCommands: readonly Command[] = [
  command<true>({
    name: 'spotChecks',
    roles: rolesFor('spotCheck'),
    match: (text) => (/^抽查(?:名单|列表)?$/u.test(text) ? true : undefined),
    run: (c) => listChecks(c),
  }),
  command<true>({
    name: 'spotSummary',
    roles: rolesFor('spotCheck'),
    match: (text) => (/^抽查(?:情况|结果|进度)$/u.test(text) ? true : undefined),
    run: (c) => summary(c),
  }),
  command<number>({
    name: 'drawSpotChecks',
    inRoom: 'private',
    roles: rolesFor('spotCheck'),
    match: matchDraw,
    run: drawNow,
  }),
  command<string>({
    name: 'spotCheck',
    roles: rolesFor('spotCheck'),
    match: (text) => /^抽查\s+([\p{Script=Han}·]{2,6})$/u.exec(text)?.[1],
    run: beginCheck,
  }),
  command<string>({
    name: 'verifyVisit',
    roles: rolesFor('verifyVisit'),
    match: matchVerify,
    run: (c, words) => decideByName(c, words, { what: 'verify', reason: '' }),
  }),
  command<{ name: string; reason: string }>({
    name: 'returnVisit',
    roles: rolesFor('returnVisit'),
    match: matchReturn,
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
