import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Household } from '../../contract/household.ts';
import { householdId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Visit } from '../../contract/session.ts';
import { maskName } from '../../language/masking.ts';
import { openAgain } from '../help.ts';
import { contactLine } from '../visit/wording.ts';

/** 核实 张三 / 退回 张三 原因: what somebody decides on a submitted visit. */
export interface Decision {
  what: 'verify' | 'return';
  reason: string;
}

/** Verifies or returns the visit of a household by its head's name or code; several are offered to pick from. */
export function* decideByName(c: Conversation, name: string, decision: Decision): Asking<void> {
  const found = yield* ask('findHouseholds', { words: name, limit: 9 });
  const exact = found.filter((h) => h.headName === name || h.code === name);
  const list = exact.length > 0 ? exact : found;
  const [only] = list;
  if (only === undefined)
    return c.say(
      c.inRoom ? '本群的范围里没找到这户，别处的请私聊说。' : `没找到“${name}”这户，或者不在您的范围内。`,
    );
  if (list.length === 1) return yield* decide(c, only.id, decision);
  c.open({
    is: 'flow',
    flow: 'supervision',
    step: 'which',
    data: { what: decision.what, reason: decision.reason, ids: list.map((h) => h.id).join(',') },
  });
  const lines = list.map(
    (h, i) => `${i + 1}.${c.inRoom ? maskName(h.headName) : h.headName}（${h.villageName}${h.group}）`,
  );
  c.say(`有${list.length}户，回号数：\n${lines.join('\n')}`);
}

/** Verifies or returns a visit, or says why the speaker can't: his own, not submitted, outside his scope. */
export function* decide(c: Conversation, id: string, decision: Decision): Asking<void> {
  const opened = yield* ask('openHousehold', {
    id: householdId.parse(id),
    questionnaire: campaignOf(c.session.settings).householdForm.id,
  });
  if (opened === null) return c.say(`这户不在您的范围内。${contactLine(c)}`);
  const { household, visit, helperName } = opened;
  const why = refusal(c, household, visit);
  if (why !== undefined || visit === null) {
    c.open(undefined);
    return c.say(why ?? '');
  }
  if (decision.what === 'return' && decision.reason === '') {
    c.open({ is: 'flow', flow: 'supervision', step: 'reason', data: { id: household.id } });
    return c.say(`${nameOf(c, household)}为什么退？说一句原因，排查员好照着改。`);
  }
  c.open(undefined);
  if (decision.what === 'verify') {
    c.change({ do: 'verifyVisit', visit: { id: visit.id, version: visit.version } });
    return c.say(`${nameOf(c, household)}已审核通过。${openAgain(c)}`);
  }
  const reason = decision.reason.slice(0, 300);
  c.change({ do: 'returnVisit', visit: { id: visit.id, version: visit.version }, reason });
  c.change({
    do: 'push',
    key: `visit:returned:${visit.id}:${visit.version}`,
    to: { staff: visit.helper },
    kind: 'reply',
    text: `【${household.headName}${household.group === '' ? '' : `·${household.group}`}】被${c.speaker.name}退回：${reason}。回“排查 ${household.headName}”接着改，答过的都在。`,
  });
  c.say(
    `${nameOf(c, household)}已退回${helperName === null ? '排查员' : `给${helperName}`}${c.inRoom ? '' : `，原因：${reason}`}。${openAgain(c)}`,
  );
}

/** Why a visit can't be decided on now; nobody decides on his own. */
function refusal(c: Conversation, household: Household, visit: Visit | null): string | undefined {
  const name = nameOf(c, household);
  if (visit === null || visit.status === 'draft') return `${name}还没提交，没有可审的。`;
  if (visit.helper === c.speaker.id) return `${name}是您自己排查的，审核要换个人。`;
  if (visit.status === 'returned')
    return `${name}已经退回，等排查员改${c.inRoom ? '' : `：${visit.returnReason ?? ''}`}。`;
  return undefined;
}

function nameOf(c: Conversation, household: Household): string {
  const name = c.inRoom ? maskName(household.headName) : household.headName;
  return `【${[name, household.group].filter((w) => w !== '').join('·')}】`;
}
