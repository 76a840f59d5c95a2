import { rolesFor } from '../../access/policy.ts';
import { isoDate } from '../../calendar/days.ts';
import { type Command, command, type FlowHandler } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { unitCode } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Slots } from '../../language/phrases.ts';
import { fairSplit, type Share } from './fair-split.ts';
import { give, helperMeant, saidOfNamesake, takeOn, tellHelper, villageMeant } from './give.ts';
import type { Assignable, Helper } from './needs.ts';
import { type AssignSaid, assignSaid, splitSaid, takeOnSaid } from './said.ts';
import { type StandInSaid, standInFor } from './stand-in.ts';
import { endStandInSaid, standInOn, standInSaid } from './stand-in-said.ts';

const mayAssign = rolesFor('assign');

/** Who looks after which household: by group, by fair split, on absence. */
export const assignmentCommands: readonly Command[] = [
  command<AssignSaid>({
    name: 'assign',
    ofHousehold: true,
    roles: mayAssign,
    match: assignSaid,
    run: (c, said) => give(c, said),
  }),
  command<{ group: string }>({
    name: 'takeOn',
    roles: rolesFor('takeOn'),
    match: takeOnSaid,
    run: (c, { group }) => takeOn(c, group),
  }),
  command<{ place: string; anew: boolean }>({
    name: 'split',
    roles: mayAssign,
    match: splitSaid,
    run: split,
  }),
  command<Slots>({
    name: 'standIn',
    roles: mayAssign,
    match: standInSaid,
    run: (c, slots) => standInFor(c, standInOn(slots, isoDate(c.at))),
  }),
  command<string>({ name: 'endStandIn', roles: mayAssign, match: endStandInSaid, run: endStandIn }),
];

/** 分户: shows who would get what; nothing happens before it is agreed to. */
function* split(c: Conversation, { place, anew }: { place: string; anew: boolean }): Asking<void> {
  const village = yield* villageMeant(c, place, '分户');
  if (village === undefined) return;
  const { shares, count } = yield* sharesOf(village.code, anew);
  if (shares.length === 0) return c.say(`${village.name}还没有排查员。请乡镇先把人加到名单。`);
  if (count === 0) return c.say(`${village.name}的户都分好了。要全部重分，回“重新分户 ${village.name}”。`);
  c.open({
    is: 'confirm',
    what: 'assignment/split',
    payload: { village: village.code, anew: anew ? 'yes' : '' },
  });
  const lines = shares.filter((s) => s.households.length > 0).map(shareLine);
  const fewer = lines.length > 12 ? [...lines.slice(0, 12), `……共${lines.length}人`] : lines;
  c.say(
    `${village.name}${anew ? '' : '没分的'}${count}户，按组就近平分：\n${fewer.join('\n')}\n这样分吗？1.是 2.不分`,
  );
}

function* sharesOf(
  village: Assignable['group'],
  anew: boolean,
): Asking<{ shares: Share<Helper, Assignable['id']>[]; count: number }> {
  const { households, helpers } = yield* ask('villageForces', { village: unitCode.parse(village) });
  const open = households.filter((h) => (anew ? !h.done : h.helper === null));
  if (!anew) return { shares: fairSplit(open, helpers), count: open.length };
  const loads = helpers.map((h) => ({ ...h, load: h.load - open.filter((o) => o.helper === h.id).length }));
  return { shares: fairSplit(open, loads), count: open.length };
}

/** 王五：1组、2组前20户，共42户 */
function shareLine(share: Share<Helper, Assignable['id']>): string {
  const groups = share.groups.map((g) => (g.whole ? g.group : `${g.group}${g.count}户`));
  const shown = groups.length > 4 ? `${groups.slice(0, 4).join('、')}等` : groups.join('、');
  return `${share.helper.name}：${shown}，共${share.households.length}户${share.helper.load > 0 ? `（已有${share.helper.load}户）` : ''}`;
}

export const assignmentFlow: FlowHandler = {
  flow: 'assignment',
  *resume(c, step, data) {
    if (step === 'namesake') return yield* again(c, saidOfNamesake(data['id'] ?? ''));
    if (step === 'give') return yield* giveAgreed(c, data);
    if (step === 'standIn') return yield* standInAgreed(c, data);
    if (step !== 'split') return false;
    c.open(undefined);
    if (data['agreed'] !== 'yes') {
      c.say('好，没有分。');
      return true;
    }
    const { shares, count } = yield* sharesOf(data['village'] ?? '', data['anew'] === 'yes');
    for (const share of shares) {
      if (share.households.length === 0) continue;
      c.change({ do: 'assign', households: share.households, to: share.helper.id });
      const groups = share.groups.map((g) => g.group).join('、');
      if (share.helper.id !== c.speaker.id)
        tellHelper(
          c,
          share.helper.id,
          `${c.speaker.name}给您分了${share.households.length}户（${groups}）。回“排查”从最近的一户开始。`,
        );
    }
    c.say(count === 0 ? '没有要分的户了。' : `分好了，${count}户都有人负责了，各人已私信通知。`);
    return true;
  },
};

/** 1 after the extent of an order was shown. */
function* giveAgreed(c: Conversation, data: Record<string, string>): Asking<boolean> {
  c.open(undefined);
  if (data['agreed'] !== 'yes') {
    c.say('好，没有分。');
    return true;
  }
  yield* give(c, JSON.parse(data['said'] ?? '{}') as AssignSaid, { agreed: true });
  return true;
}

/** 1 after what a stand-in takes over was shown. */
function* standInAgreed(c: Conversation, data: Record<string, string>): Asking<boolean> {
  c.open(undefined);
  if (data['agreed'] === 'yes') yield* standInFor(c, JSON.parse(data['said'] ?? '{}') as StandInSaid, true);
  else c.say('好，没有换人。');
  return true;
}

/** What was said before the question which of two namesakes was meant. */
function* again(c: Conversation, text: string): Asking<boolean> {
  c.open(undefined);
  for (const one of assignmentCommands) {
    const args = one.match(text);
    if (args === undefined) continue;
    yield* one.run(c, args);
    return true;
  }
  return false;
}

function* endStandIn(c: Conversation, name: string): Asking<void> {
  const of = yield* helperMeant(c, name);
  if (of === undefined) return;
  c.change({ do: 'endStandIn', of: of.id });
  c.say(`好，顶替结束，${of.name}名下的户还由${of.name}负责。`);
}
