import { campaignOf } from '../../campaigns/all.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { UnitKind } from '../../contract/ids.ts';

const ranks: Readonly<Record<UnitKind, number>> = { village: 1, township: 2, county: 3, department: 3 };

/** A unit by its level, as who belongs to it calls it: 全县, 咱镇. */
const levels: readonly { said: RegExp; kind: 'township' | 'county'; who: string }[] = [
  { said: /(?:全|本|咱们?|俺们?|我们?|整个)县/u, kind: 'county', who: '县{活动}办公室' },
  { said: /(?:全|本|咱们?|俺们?|我们?|整个)(?:镇|乡)/u, kind: 'township', who: '乡镇' },
];

/**
 * What is said to who asks of 全县 or 全镇 and stands below it, with who can tell; undefined where it is his to see.
 * A smaller number is never told in its place.
 */
export function aboveReach(c: Conversation): string | undefined {
  const { roles, unitKind, unitName } = c.speaker;
  const helper = roles.every((role) => role === 'helper');
  const rank = helper ? ranks.village : ranks[unitKind];
  const asked = levels.find(({ said, kind }) => said.test(c.text) && ranks[kind] > rank);
  if (asked === undefined) return undefined;
  const [level = ''] = asked.said.exec(c.text) ?? [];
  const who = asked.who.replace('{活动}', campaignOf(c.session.settings).texts.short);
  const sees = helper ? '您名下和本村的户' : `${unitName}的户`;
  return `${level}的情况您这里看不到，您能看的是${sees}；${level}的请问${who}。回“进度”看您这里的。`;
}
