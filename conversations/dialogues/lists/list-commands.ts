import { rolesFor } from '../../access/policy.ts';
import { campaignOf } from '../../campaigns/all.ts';
import { type Command, command, numberIn, phrased } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { type ListedRow, type ListStanding, resultLabels } from '../../lists/listed.ts';
import { type ListAsked, listQuestion, resultIn } from '../../lists/words.ts';
import { householdSaid, householdsNamed } from '../household-said.ts';
import { askNextListed, keepListed } from './ask-listed.ts';
import { matchByHand } from './match-by-hand.ts';
import { outcomeSaid, rowSaid, standingSaid } from './row-said.ts';

const shown = 8;

/** 名单: how far each list is, within the speaker's scope. */
function* overview(c: Conversation): Asking<void> {
  const lists = yield* ask('listStandings', {});
  if (lists.length === 0)
    return c.say('您的范围内还没有外来名单。县直部门和县指挥部办公室在网页“导入”里导。');
  const more = lists.length > shown ? `\n还有${lists.length - shown}份，回“名单 号数”看。` : '';
  c.say(
    `${lists
      .slice(0, shown)
      .map((list) => standingSaid(c, list))
      .join('\n')}${more}\n看一份回“名单 ${lists[0]?.no}”。`,
  );
}

/** 名单 3: one list, with the rows that nobody could match. */
function* one(c: Conversation, no: number): Asking<void> {
  const list = (yield* ask('listStandings', {})).find((l) => l.no === no);
  if (list === undefined) return c.say(`没有${no}号名单，或者里面没有您范围内的户。回“名单”看。`);
  const lines = [
    standingSaid(c, list),
    ...(yield* rowsOf(c, [list], list.unmatched > 0 ? 'unmatched' : 'waiting')),
  ];
  c.say(lines.join('\n'));
}

function* rowsOf(
  c: Conversation,
  lists: readonly ListStanding[],
  of: 'unmatched' | 'waiting',
): Asking<string[]> {
  const rows = yield* ask('listedIn', { lists: lists.map(({ no }) => no), of, limit: shown + 1 });
  if (rows.length === 0) return [];
  const lines = rows.slice(0, shown).map((row) => {
    if (of === 'waiting') return `${row.no}. ${placeSaid(row)}${rowSaid(c, row)}`;
    const maybe = row.candidates.length === 0 ? '' : `（可能是${row.candidates.slice(0, 3).join('、')}）`;
    return `${row.no}. ${rowSaid(c, row)}${maybe}`;
  });
  const [first] = rows;
  const how = of === 'unmatched' ? `对上回“对上 ${first?.no} 户主姓名”。` : '';
  return [
    of === 'unmatched' ? '没对上户的：' : '没核的：',
    ...lines,
    ...(rows.length > shown ? ['……'] : []),
    ...(how === '' ? [] : [how]),
  ];
}

function placeSaid({ household, villageName }: ListedRow): string {
  if (household === null) return '';
  return `【${[villageName, household.headName, household.group].filter((w) => w !== null && w !== '').join('·')}】`;
}

/** 医保局的名单还有几户没核: of the lists whose kind was named, else of all. */
function* inquire(c: Conversation, { text, asked }: { text: string; asked: ListAsked }): Asking<void> {
  const all = yield* ask('listStandings', {});
  const kinds = campaignOf(c.session.settings).listKinds.map((kind) => ({
    id: kind.id,
    name: kind.name,
    fit: Math.max(
      0,
      ...[kind.name, ...kind.words].filter((word) => text.includes(word)).map((w) => w.length),
    ),
  }));
  const best = Math.max(0, ...kinds.map(({ fit }) => fit));
  const named = best === 0 ? kinds : kinds.filter(({ fit }) => fit === best);
  const lists = all.filter(({ kind }) => named.some(({ id }) => id === kind));
  const called = best === 0 ? '外来名单' : named.map(({ name }) => name).join('、');
  if (lists.length === 0) return c.say(`您的范围内没有${called}。回“名单”看有哪些。`);
  const sum = (of: (list: ListStanding) => number) => lists.reduce((total, list) => total + of(list), 0);
  const [confirmed, denied, settled] = [sum((l) => l.confirmed), sum((l) => l.denied), sum((l) => l.settled)];
  const waiting = sum((l) => l.waitingHouseholds);
  const head = `${called}${lists.length > 1 ? `（${lists.length}份）` : ''}`;
  const done = `核了${confirmed + denied + settled}行：属实${confirmed}、不属实${denied}、已解决${settled}`;
  if (asked === 'waiting')
    return c.say(
      [
        `${head}：还有${waiting}户没核；${done}。`,
        ...(waiting === 0 ? [] : yield* rowsOf(c, lists, 'waiting')),
      ].join('\n'),
    );
  if (asked === 'unmatched')
    return c.say(
      [`${head}：没对上户的${sum((l) => l.unmatched)}行。`, ...(yield* rowsOf(c, lists, 'unmatched'))].join(
        '\n',
      ),
    );
  if (asked === 'done') return c.say(`${head}：${done}；还有${waiting}户没核。`);
  c.say(
    lists
      .slice(0, shown)
      .map((list) => standingSaid(c, list))
      .join('\n'),
  );
}

/** 核查: rows of one's own households that wait; 核查 张三, 核查 41 属实: answered. */
function* check(c: Conversation, words: string): Asking<void> {
  if (words === '') return yield* mine(c);
  const numbered = /^(\d{1,6})号?\s*([\s\S]*)$/u.exec(words.normalize('NFKC'));
  if (numbered !== null) return yield* checkRow(c, Number(numbered[1]), (numbered[2] ?? '').trim());
  const said = householdSaid(words);
  if (said === undefined) return c.say('核哪一户？回“核查 张三”；看有哪些要核的，回“核查”。');
  const { found } = yield* householdsNamed(said, 9);
  const [only] =
    found.filter((h) => h.headName === said.name).length === 1
      ? found.filter((h) => h.headName === said.name)
      : found;
  if (only === undefined) return c.say(`没找到“${words.slice(0, 16)}”。`);
  if (yield* askNextListed(c, { household: only.id, done: [], afterwards: 'nothing' })) return;
  const rows = yield* ask('listedOf', { household: only.id });
  c.say(
    rows.length === 0
      ? `外来名单里没有${only.headName}家。`
      : `${only.headName}家没有要核的。名单里的：\n${rows
          .slice(0, shown)
          .map(
            (row) => `${row.no}. ${rowSaid(c, row)}${outcomeSaid(row) === '' ? '' : `：${outcomeSaid(row)}`}`,
          )
          .join('\n')}`,
  );
}

function* checkRow(c: Conversation, no: number, words: string): Asking<void> {
  const row = yield* ask('listedRow', { no });
  if (row === null || row.household === null)
    return c.say(`没有${no}号这一行，或者还没对上户、不在您的范围内。回“核查”看。`);
  const said = words === '' ? undefined : resultIn(words);
  if (row.becomes !== 'question')
    return c.say(`${placeSaid(row)}${rowSaid(c, row)}\n${outcomeSaid(row) || '留作比对，不用核。'}`);
  if (said === undefined) {
    if (row.result !== null && words === '')
      return c.say(`${placeSaid(row)}${rowSaid(c, row)}\n已核：${outcomeSaid(row)}`);
    return c.say(
      `${placeSaid(row)}${rowSaid(c, row)}\n回“核查 ${no} 属实”“核查 ${no} 不属实”或“核查 ${no} 已解决”，可以带上说明。`,
    );
  }
  const became = keepListed(c, row, said.result, said.rest);
  c.say(`${placeSaid(row)}${rowSaid(c, row)}：${resultLabels[said.result]}，记下了${became}。`);
}

function* mine(c: Conversation): Asking<void> {
  const { total, rows } = yield* ask('listedMine', { limit: shown });
  if (total === 0) return c.say('名单里没有您的户要核的。');
  const lines = rows.map((row) => `${row.no}. ${placeSaid(row)}${rowSaid(c, row)}`);
  c.say(
    `名单里您的户还有${total}条要核${total > rows.length ? `，先列${rows.length}条` : ''}：\n${lines.join('\n')}\n排查时会问；已经走过的，回“核查 ${rows[0]?.no} 属实”或“不属实”“已解决”，可以带上说明。`,
  );
}

const seeing = rolesFor('lists');

/** Lists from elsewhere: how far they are, whom a row means, what was found. */
export const listCommands: readonly Command[] = [
  command<true>({
    name: 'lists',
    inRoom: 'private',
    roles: seeing,
    match: phrased(['外来|部门? 名单 有哪些|情况|列表? ？?']),
    run: (c) => overview(c),
  }),
  command<number>({
    name: 'list',
    inRoom: 'private',
    roles: seeing,
    match: phrased(['名单 <no>', '<no> 名单'], ({ no = '' }) => numberIn(no)),
    run: (c, no) => one(c, no),
  }),
  command<{ no: number; words: string }>({
    name: 'matchListed',
    inRoom: 'private',
    roles: seeing,
    match: phrased(['对上 <no> <words>?'], ({ no = '', words = '' }) => ({ no: numberIn(no), words })),
    run: matchByHand,
  }),
  command<string>({
    name: 'checkListed',
    ofHousehold: true,
    inRoom: 'private',
    roles: rolesFor('visit'),
    match: phrased(['核查 名单?', '核查 名单? _ <rest>'], ({ rest = '' }) => rest.slice(0, 300)),
    run: check,
  }),
  command<{ text: string; asked: ListAsked }>({
    name: 'askLists',
    inRoom: 'private',
    roles: seeing,
    match: (text) => {
      const asked = listQuestion(text);
      return asked === undefined ? undefined : { text, asked };
    },
    run: inquire,
  }),
];
