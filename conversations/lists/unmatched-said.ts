import type { PossibleHousehold, RowMatch } from './match.ts';
import type { ListRow } from './read-row.ts';

const mostNamed = 4;

/**
 * Why nobody knows whom a row means, with those it may mean for who may look at households.
 * @param no by which number it is matched by hand
 */
export function unmatchedSaid(
  { person, village }: Pick<ListRow, 'person' | 'village'>,
  match: Exclude<RowMatch, { is: 'one' }>,
  { no, mayLook }: { no: number | undefined; mayLook: boolean },
): string {
  const who = person === '' ? '没写是谁' : person;
  const { candidates } = match;
  if (!mayLook && candidates.length > 0) return `${who}：有${candidates.length}户可能是，由村里、乡镇对`;
  const some = candidates.slice(0, mostNamed).map(candidateSaid).join('、');
  const more = candidates.length > mostNamed ? '等' : '';
  const how = no === undefined ? '' : `；聊天里回“对上 ${no} 户主姓名”`;
  if (match.is === 'several') return `${who}：有${candidates.length}户对得上：${some}${more}${how}`;
  if (candidates.length > 0)
    return `${who}：${village === null ? '没写村' : '证件号不是同名那户的'}，可能是${some}${more}${how}`;
  return `${who}：名册里没找到${village === null ? '' : '（本村没有这个人）'}，改好表再导一次${how === '' ? '' : `，或${how.slice(1)}`}`;
}

/** 张三（2组，2100001） */
function candidateSaid({ headName, group, code }: PossibleHousehold): string {
  return `${headName}（${[group, code].filter((word) => word !== '').join('，')}）`;
}
