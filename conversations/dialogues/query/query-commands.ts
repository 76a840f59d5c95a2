import { rolesFor } from '../../access/policy.ts';
import { sayMoment } from '../../calendar/workdays.ts';
import { type Command, command, type FlowHandler, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { householdId } from '../../contract/ids.ts';
import { type Asking, ask, type HouseholdBrief } from '../../contract/needs.ts';
import { placeSaid } from '../../inquiry/work/place-said.ts';
import { maskName } from '../../language/masking.ts';
import { householdSaid, householdsNamed } from '../household-said.ts';
import { tellAside } from '../progress/lists.ts';
import { showHouseholds } from '../progress/show-households.ts';
import { unitSaid } from '../progress/unit-said.ts';
import { toldApart } from '../visit/brief-label.ts';
import { standingCard } from './household-card.ts';

/** A name, pinyin, initials, household code, a group or a place with one of them. */
const searchable = /^[\p{Script=Han}A-Za-z0-9·*\-（）\s]{1,24}$/u;
const most = 9;

export const queryCommands: readonly Command[] = [
  command<string>({
    name: 'whoLooked',
    ofHousehold: true,
    inRoom: 'private',
    roles: rolesFor('whoLooked'),
    match: phrased(
      ['谁看过|谁查过|谁查看过|谁动过 <head> 的|家|户? ？?', '查看|访问 记录|日志 <head> 的|家|户? ？?'],
      ({ head }) => head,
    ),
    run: (c, words) => find(c, words, 'looks'),
  }),
  command<string>({
    name: 'household',
    ofHousehold: true,
    roles: rolesFor('household'),
    match: phrased(['查一下|查询|查看|查查|查 <words>'], ({ words = '' }, text) => {
      if (!searchable.test(words) || /^(?:一下|询|看|查)$/u.test(words)) return undefined;
      // 查不出来, 查过了, 查出癌症 are answers of a visit.
      if (!/^查(?:一下|询|看|查)?[\s:：]/u.test(text) && /^[不过没有完出]/u.test(words)) return undefined;
      return words.replace(/(?:家|户|的?情况|家情况)$/u, '') || words;
    }),
    run: query,
  }),
];

/** 查 3组, 查 李庄 3组, 查 张三, 查 李庄 张三, 查 zs, 查 2100001. */
function* query(c: Conversation, words: string): Asking<void> {
  const { unit, group } = placeSaid(words);
  // 查 李四 3组 is a household; 查 李庄 3组 a list.
  const lists = group !== undefined && (unit === '' || (yield* ask('unitsSaid', { words: unit })).length > 0);
  if (lists && (yield* listGroup(c, unit, group))) return;
  yield* find(c, words, 'card');
}

function* listGroup(c: Conversation, unitWords: string, group: string): Asking<boolean> {
  const about = yield* unitSaid(c, unitWords, 'household', '查');
  if (about.is === 'told') return true;
  if (about.is === 'own') {
    yield* showHouseholds(c, { unitName: '您名下', unitKind: 'county', filter: 'all', own: true, group }, 0);
    return true;
  }
  if (about.unit.kind !== 'village') {
    tellAside(c, `哪个村的${group}？如“查 李庄 ${group}”。`);
    return true;
  }
  yield* showHouseholds(
    c,
    { unit: about.unit.code, unitName: about.unit.name, unitKind: 'village', filter: 'all', group },
    0,
  );
  return true;
}

type For = 'card' | 'looks';

function* find(c: Conversation, words: string, what: For): Asking<void> {
  const said = householdSaid(words) ?? { name: words.trim() };
  const { found, elsewhere, nickname } = yield* householdsNamed(said, most + 1);
  const [only] = found;
  if (only === undefined && c.inRoom) return tellAside(c, '本群的范围里没找到这户，别处的请私聊问我。');
  if (only === undefined) {
    return tellAside(
      c,
      `没找到“${words.slice(0, 16)}”。可以说全名、拼音首字母（如 zs）、户编号，或“查 村名 姓名”。`,
    );
  }
  if (nickname !== undefined) return offer(c, found, what, `“${nickname}”说的是哪家？`);
  const exact = found.filter((h) => h.headName === said.name);
  const meant = exact.length > 0 ? exact : found;
  const [first, ...others] = meant;
  if (others.length === 0 && elsewhere === undefined) return yield* show(c, (first ?? only).id, what);
  offer(c, meant, what, elsewhere === undefined ? '' : `${elsewhere}没有，别处`);
}

function offer(c: Conversation, found: readonly HouseholdBrief[], what: For, elsewhere: string): void {
  const shown = found.slice(0, most);
  const labels = toldApart(c, shown, (h) => label(c, h));
  const items = shown.map((h, i) => ({ id: h.id, label: labels[i] ?? '' }));
  c.open({ is: 'pick', goal: `query/${what}`, items });
  const more = found.length > most ? '\n还有别的，请加上村名，如“查 李庄 张三”。' : '';
  c.change({ do: 'logAccess', households: found.slice(0, most).map((h) => h.id), what: '查找' });
  c.say(
    `${elsewhere}找到${found.length > most ? '好几' : found.length}户，回号数：\n${items.map((item, i) => `${i + 1}.${item.label}`).join('\n')}${more}`,
  );
}

function label(c: Conversation, h: HouseholdBrief): string {
  return `${c.inRoom ? maskName(h.headName) : h.headName}（${h.townshipName}${h.villageName}${h.group}）`;
}

export const queryFlow: FlowHandler = {
  flow: 'query',
  *resume(c, step, { id }) {
    const picked = householdId.safeParse(id);
    if (!picked.success) return false;
    c.open(undefined);
    yield* show(c, picked.data, step === 'looks' ? 'looks' : 'card');
    return true;
  },
};

function* show(c: Conversation, id: HouseholdBrief['id'], what: For): Asking<void> {
  const standing = yield* ask('householdStanding', { id });
  if (standing === null) return tellAside(c, '这户不在您能看的范围里。');
  if (what === 'looks') return yield* showLooks(c, id, standing.headName);
  c.change({ do: 'logAccess', households: [id], what: '查询' });
  tellAside(c, standingCard(c, standing));
}

const shownLooks = 12;
/** Dialogues that name what was looked at by a key. */
const lookedAt: Readonly<Record<string, string>> = { lead: '监测线索', problem: '问题' };

function* showLooks(c: Conversation, id: HouseholdBrief['id'], headName: string): Asking<void> {
  const { rows, total } = yield* ask('looksAt', { id, offset: 0, limit: shownLooks });
  if (total === 0) return tellAside(c, `还没有人看过${headName}家的信息。`);
  const lines = rows.map(
    (row) => `${sayMoment(row.at)} ${row.name}（${row.unitName}）${lookedAt[row.what] ?? row.what}`,
  );
  tellAside(
    c,
    `看过${headName}家信息的有${total}次：\n${lines.join('\n')}${total > rows.length ? `\n只列最近${rows.length}次。` : ''}`,
  );
}
