import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { HouseholdId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { householdSaid, householdsNamed } from '../household-said.ts';
import { toldApart } from '../visit/brief-label.ts';
import { rowSaid } from './row-said.ts';

/** 对上 41 张三: the row means this household. */
export function* matchByHand(c: Conversation, { no, words }: { no: number; words: string }): Asking<void> {
  const row = yield* ask('listedRow', { no });
  if (row === null) return c.say(`没有${no}号这一行，或者不在您的范围内。回“名单”看。`);
  if (row.problemNo !== null || row.leadNo !== null || row.result !== null)
    return c.say(`${no}号已经核过或转办了，不能再改对应的户。`);
  const said = householdSaid(words);
  if (said === undefined)
    return c.say(`${rowSaid(c, row)}\n是哪一户？回“对上 ${no} 户主姓名”，也可用户编号。`);
  const { found } = yield* householdsNamed(said, 9);
  const exact = found.filter((h) => h.headName === said.name || h.code === words);
  const among = exact.length > 0 ? exact : found;
  const [only] = among;
  if (only === undefined) return c.say(`没找到“${words.slice(0, 16)}”。可以用全名、户编号，或“村名 姓名”。`);
  if (among.length === 1 && exact.length === 1) return yield* matchTo(c, no, only.id);
  const labels = toldApart(c, among);
  c.open({
    is: 'pick',
    goal: 'listed/match',
    items: among.map((h, i) => ({ id: `${no}/${h.id}`, label: labels[i] ?? '' })),
  });
  c.change({ do: 'logAccess', households: among.map((h) => h.id), what: '名单对户' });
  c.say(
    `${rowSaid(c, row)}\n是哪一户？回号数：\n${labels.map((label, i) => `${i + 1}.${label}`).join('\n')}`,
  );
}

/** Writes it down, and says what the row becomes by that. */
export function* matchTo(c: Conversation, no: number, household: HouseholdId): Asking<void> {
  const row = yield* ask('listedRow', { no });
  const opened = yield* ask('openHousehold', {
    id: household,
    questionnaire: campaignOf(c.session.settings).householdForm.id,
  });
  if (row === null || opened === null) return c.say('这户不在您的范围内。');
  c.change({ do: 'matchListed', row: row.id, household });
  c.change({ do: 'logAccess', households: [household], what: '名单对户' });
  const { headName, villageName, group } = opened.household;
  const then = {
    problem: '已进问题台账',
    lead: '已列入监测线索',
    question: '排查这户时会问',
    comparison: '留作比对',
  };
  c.say(`${no}号对上了：${rowSaid(c, row)} → ${headName}（${villageName}${group}），${then[row.becomes]}。`);
}
