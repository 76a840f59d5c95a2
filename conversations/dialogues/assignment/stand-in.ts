import { isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { helperMeant, tellHelper, untilWords } from './give.ts';
import type { Helper } from './needs.ts';

/** Who stands in for whom, until which day (inclusive, ISO date); `said` where the day was named. */
export interface StandInSaid {
  of: string;
  by: string;
  until: string;
  said: boolean;
}

const mostGroups = 6;

/** What a stand-in takes over, by group: 姬村1组8户、2组4户. */
function byGroup(lot: readonly { group: string; villageName: string }[]): string {
  const counts = Map.groupBy(lot, ({ villageName, group }) => `${villageName}${group}`);
  const shown = [...counts].slice(0, mostGroups).map(([place, rows]) => `${place}${rows.length}户`);
  return `${shown.join('、')}${counts.size > mostGroups ? '等' : ''}`;
}

/**
 * Somebody looks after what another one has left, until a day. More than one household is shown with its extent first
 * and agreed to.
 */
export function* standInFor(c: Conversation, said: StandInSaid, agreed = false): Asking<void> {
  const of = yield* helperMeant(c, said.of);
  if (of === undefined) return;
  const by = yield* helperMeant(c, said.by);
  if (by === undefined) return;
  if (of.id === by.id) return c.say('顶替的和请假的是同一个人，请再说一遍，如“赵六顶替王五3天”。');
  const lot = (yield* ask('householdsOf', { staff: of.id })).filter((h) => !h.done);
  if (lot.length === 0) return c.say(`${of.name}名下没有还没查的户，不用顶替。`);
  if (agreed || lot.length === 1) return carryOut(c, said, { of, by, count: lot.length });
  const names = { ...said, of: `${of.name}${of.phoneEnd}`, by: `${by.name}${by.phoneEnd}` };
  c.open({ is: 'confirm', what: 'assignment/standIn', payload: { said: JSON.stringify(names) } });
  c.say(
    `${of.name}还没查的${lot.length}户（${byGroup(lot)}）由${by.name}顶替到${untilWords(c, said.until)}，到期自动还${said.said ? '' : '（没说几天，先按3天）'}。这样行吗？\n1.是 2.不`,
  );
}

function carryOut(
  c: Conversation,
  said: StandInSaid,
  { of, by, count }: { of: Helper; by: Helper; count: number },
): void {
  c.change({ do: 'standIn', of: of.id, by: by.id, until: said.until });
  tellHelper(
    c,
    by.id,
    `${c.speaker.name}请您顶替${of.name}到${untilWords(c, said.until)}，还有${count}户没查。回“排查”开始。`,
  );
  const inDays = said.said || said.until === isoDate(c.at) ? '' : '（没说几天，先按3天）';
  c.say(
    `好，${by.name}顶替${of.name}到${untilWords(c, said.until)}，${count}户。到期自动还给${of.name}；提前回来说“${of.name}销假”。${inDays}`,
  );
}
