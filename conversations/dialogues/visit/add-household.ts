import type { Conversation } from '../../contract/conversation.ts';
import type { Household } from '../../contract/household.ts';
import { householdId, type UnitCode } from '../../contract/ids.ts';
import { type Asking, ask, type Needs } from '../../contract/needs.ts';
import { briefLabel } from './brief-label.ts';
import type { Hand } from './hand.ts';
import { codeOfAdded } from './just-added.ts';
import { nameSaid } from './naming.ts';
import { tooManyOpen } from './open-visits.ts';
import { startFresh, startNamed } from './start.ts';
import { untrained } from './untrained.ts';

type Village = Needs['speakerVillages']['out'][number];

/** 新增 张三 3组: a household the register doesn't know; it starts as a general one and is flagged as added. */
export function* addHousehold(c: Conversation, words: string): Asking<void> {
  const { name, group, place } = nameAndGroup(words);
  if (name === undefined) {
    c.say('要补哪一户？回“新增 户主姓名 几组”，如“新增 张三 3组”。');
    return;
  }
  const village = yield* villageSaid(c, place);
  if (village === 'outside') return;
  const known = (yield* ask('findHouseholds', { words: name, limit: 3 })).filter((h) => h.headName === name);
  const [same] = known;
  if (same !== undefined) {
    c.open({ is: 'confirm', what: 'addAnyway', payload: { name, group, village } });
    c.say(
      `名册里已经有${known.map((h) => briefLabel(c, h)).join('、')}。还要另补一户吗？\n1.另补一户 2.不补，就是这户`,
    );
    return;
  }
  yield* addIn(c, name, group, village);
}

/** The code of the village named beside the household, empty where none was; one that isn't the speaker's is said so. */
function* villageSaid(c: Conversation, words: string): Asking<string | 'outside'> {
  if (words === '') return '';
  const named = (yield* ask('unitsNamed', { words })).filter(({ kind }) => kind === 'village');
  const own = yield* ask('speakerVillages', {});
  const mine = own.filter((v) => named.some(({ code }) => code === v.code));
  const [only] = mine;
  if (only !== undefined && mine.length === 1) return only.code;
  const [there] = named;
  if (there === undefined || only !== undefined) return '';
  c.say(`${there.name}不在您的范围里，没有补。请那边的村干部来补，或让乡镇把户分给您。`);
  return 'outside';
}

/** A namesake of a household in the register: added only when it really is another one. */
export function* addAnyway(
  c: Conversation,
  { name = '', group = '', village = '' }: Record<string, string>,
  agreed: boolean,
): Asking<boolean> {
  if (agreed) yield* addIn(c, name, group, village);
  else yield* startNamed(c, name);
  return true;
}

function* addIn(c: Conversation, name: string, group: string, code: string): Asking<void> {
  if ((yield* untrained(c)) || (yield* tooManyOpen(c, ''))) return;
  const all = yield* ask('speakerVillages', {});
  const villages = code === '' ? all : all.filter((v) => v.code === code);
  const [only] = villages;
  if (only === undefined) {
    c.say('您没有对应的村，不能直接补户。请让村干部来补。');
    return;
  }
  if (villages.length === 1) return create(c, only, name, group);
  const items = villages.slice(0, 20).map((v) => ({ id: `${v.code}|${name}|${group}`, label: v.name }));
  c.open({ is: 'pick', goal: 'addHousehold', items });
  c.say(`补到哪个村？回号数：\n${items.map((item, i) => `${i + 1}.${item.label}`).join(' ')}`);
}

export function* addPicked(c: Conversation, id: string): Asking<void> {
  const [code, name = '', group = ''] = id.split('|');
  const villages = yield* ask('speakerVillages', {});
  const village = villages.find((v) => v.code === code);
  if (village === undefined) return c.say('这个村不在您的范围内。');
  create(c, village, name, group);
}

function create(c: Conversation, village: Village, headName: string, group: string): void {
  const id = householdId.parse(c.freshId());
  const household: Household = {
    id,
    code: codeOfAdded(id),
    headName,
    type: 'general',
    tags: [],
    members: [],
    village: village.code as UnitCode,
    villageName: village.name,
    township: village.township,
    townshipName: village.townshipName,
    group,
    known: {},
  };
  c.change({ do: 'addHousehold', household });
  startFresh(c, household, '名册里加上了这一户。');
}

/** 撤销 right after 新增: the household is none of the register's any more. */
export function withdrawAdded(c: Conversation, hand: Hand): void {
  c.change({ do: 'withdrawHousehold', household: hand.household.id, visit: hand.visit.id });
  c.open(undefined);
  c.patch({ phase: 'idle', asked: c.state.asked.filter((one) => one.visitId !== hand.visit.id) });
  c.say(`刚补的${nameSaid(c, hand.household)}这户撤掉了，名册里没加。回“排查”接着来。`);
}

function nameAndGroup(words: string): { name?: string; group: string; place: string } {
  const group = /(\S{1,8}组)/u.exec(words)?.[1] ?? '';
  const [name, place = ''] = words.replace(group, ' ').trim().split(/\s+/u);
  return name !== undefined && /^[\p{Script=Han}·]{2,15}$/u.test(name)
    ? { name, group, place }
    : { group, place };
}
