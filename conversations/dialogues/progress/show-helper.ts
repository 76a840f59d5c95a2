import { reachOf } from '../../access/policy.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { tellAside } from './lists.ts';

const mostGroups = 6;

/**
 * 王五还剩几户, asked by whoever gives out households: how far a colleague is, by group and without a household's name.
 * False when the words are a place or nobody's name; in a group no person's work is told.
 */
export function* showHelper(c: Conversation, words: string): Asking<boolean> {
  if (words === '' || !c.speaker.roles.some((role) => reachOf(role, 'assign') !== 'none')) return false;
  if ((yield* ask('unitsSaid', { words })).length > 0) return false;
  const found = yield* ask('findHelpers', { words });
  const exact = found.filter((h) => h.name === words);
  const [only, second] = exact.length > 0 ? exact : found;
  if (only === undefined) return false;
  if (c.inRoom) {
    tellAside(c, '个人的进度不在群里说，请私聊问我。');
    return true;
  }
  if (second !== undefined) {
    const names = found.slice(0, 4).map((h) => `${h.name}（${h.unitName}）`);
    tellAside(c, `有几位：${names.join('、')}。请说全名。`);
    return true;
  }
  const lot = yield* ask('householdsOf', { staff: only.id });
  const left = lot.filter((h) => !h.done);
  const who = `${only.name}（${only.unitName}）`;
  if (lot.length === 0) tellAside(c, `${who}名下没有户。要分给他就说“把3组给${only.name}”。`);
  else if (left.length === 0) tellAside(c, `${who}名下${lot.length}户都查完了。`);
  else
    tellAside(
      c,
      `${who}名下${lot.length}户，已查${lot.length - left.length}户，还剩${left.length}户：${byGroup(left)}。`,
    );
  return true;
}

function byGroup(left: readonly { group: string; villageName: string }[]): string {
  const counts = new Map<string, number>();
  for (const { group, villageName } of left) {
    const place = `${villageName}${group}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const shown = [...counts].slice(0, mostGroups).map(([place, n]) => `${place}${n}户`);
  return `${shown.join('、')}${counts.size > mostGroups ? '等' : ''}`;
}
