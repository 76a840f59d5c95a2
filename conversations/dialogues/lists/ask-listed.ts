import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { HouseholdId } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { ListedRow, RowResult } from '../../lists/listed.ts';
import { rowSaid } from './row-said.ts';

/** Rows about a household that wait for an answer; none in a group, which hears nothing of lists. */
function* waitingOf(c: Conversation, household: HouseholdId): Asking<ListedRow[]> {
  if (c.inRoom) return [];
  const rows = yield* ask('listedOf', { household });
  return rows.filter(({ becomes, result }) => becomes === 'question' && result === null);
}

/** Where the question stands: of which household, which rows are done with, and whether the visit waits to be handed in. */
export interface ListedAsked {
  household: HouseholdId;
  /** Numbers of rows answered or passed over in this round. */
  done: readonly number[];
  afterwards: 'submit' | 'nothing';
}

/** Asks the next row about the household, one question; false where none is left. */
export function* askNextListed(c: Conversation, at: ListedAsked): Asking<boolean> {
  const left = (yield* waitingOf(c, at.household)).filter(({ no }) => !at.done.includes(no));
  const [row] = left;
  if (row === undefined) return false;
  c.open({
    is: 'flow',
    flow: 'listed',
    step: 'answer',
    data: { household: at.household, no: String(row.no), done: at.done.join(','), afterwards: at.afterwards },
  });
  const more = left.length > 1 ? `（还有${left.length - 1}条）` : '';
  const who =
    row.household === null
      ? ''
      : `【${[row.household.headName, row.household.group].filter((w) => w !== '').join('·')}】`;
  c.say(
    `${who}${rowSaid(c, row)}，核实一下${more}：\n1.属实 2.不属实 3.已解决，可以带上说明；不清楚回“跳过”`,
  );
  return true;
}

/** Keeps what was found, and says what it leads to. */
export function keepListed(c: Conversation, row: ListedRow, result: RowResult, words: string): string {
  c.change({ do: 'answerListed', row: row.id, result, finding: words.slice(0, 300) });
  const kind = campaignOf(c.session.settings).listKinds.find(({ id }) => id === row.kind);
  // What it led to once is somebody's work by now: it isn't taken back by a later word.
  if (result !== 'true' && row.problemNo !== null)
    return `；${row.problemNo}号问题还在台账上，请乡镇或牵头部门核实后销号`;
  if (result !== 'true' && row.leadNo !== null) return `；${row.leadNo}号线索还在，回“线索 ${row.leadNo}”看`;
  if (result !== 'true' || row.becomes !== 'question') return '';
  if (kind?.confirmed === 'lead') return '，已列入监测线索';
  return kind?.confirmed === 'problem' ? '，已进问题台账' : '';
}

/** In front of a visit's first words: how many matters lists bring up, so that one asks while one is there. */
export function* tellListed(c: Conversation, household: HouseholdId): Asking<void> {
  const rows = yield* waitingOf(c, household);
  const [first] = rows;
  if (first === undefined) return;
  const more = rows.length > 1 ? `等${rows.length}条` : '';
  c.sayBefore(`名单里有这户：${rowSaid(c, first).slice(0, 60)}${more}，到户问清，提交前核实。`);
}
