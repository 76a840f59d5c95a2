import type { Household } from '../../contract/household.ts';
import { isFullName } from '../../language/surnames.ts';
import { hitsOf } from '../../language/text.ts';

const named = /(?:^|[，,。；;、\s])(?<name>[\p{Script=Han}·]{2,16}?)[家户](?!里|人|庭|属|具|长|务)/gu;
/** 张大爷家, 王姓人家: words that only look like a name. */
const noName = /[大老小][爷娘妈叔婶伯姨哥嫂]?$|亲戚|邻居|朋友|姓$/u;

/** A message that speaks of a second household: what comes before its name belongs to the first. */
interface OtherHousehold {
  name: string;
  /** The words before the other one is named. */
  before: string;
}

/** Another family's name where a sentence begins: 4口人5万，李四家3口人. */
export function otherHousehold(household: Household, text: string): OtherHousehold | undefined {
  const own = [household.headName, ...household.members.map((m) => m.name)];
  for (const match of hitsOf(named, text)) {
    const name = match.groups?.['name'] ?? '';
    if (!isFullName(name) || noName.test(name) || own.includes(name)) continue;
    return { name, before: text.slice(0, match.index).trim() };
  }
  return undefined;
}
