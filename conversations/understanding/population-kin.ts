import { ask, none, value } from '../reading/outcome.ts';
import type { Understood } from '../reading/understood.ts';
import type { KinGroup } from './kin.ts';

const alone =
  /光杆|(?:就|只|光|仅)?(?:剩)?(?:我|俺|他|她|老头|老太太?)(?:自己|自个|一个|个人|独自)|^(?:就|只有|就剩|光|只剩|单)(?:我|俺|他|她)(?:了|自己|自个)?$|光棍|单身|独居|独身|独人|孤身|孤老|一个人|孤寡老人|独个|一人(?:户|家|吃饱)|自己(?:一个|过|住)|就一个|只有一个|仅一人|^一个$/;
/** 俺和老娘: the speaker is counted in so many words. */
const self =
  /[我俺](?:和|跟|带|与|、|加|领|自己|本人|,)|[和跟与加、,][我俺](?:$|[,。、])|两口|夫妻|父母|[爷娘弟兄姐妹][俩仨]/;

/** How many the kin named come to: 老两口带一个孙子. */
export function fromKin(text: string, kin: readonly KinGroup[], sum: number): Understood<number> {
  const [first] = kin;
  if (!first) return alone.test(text) ? value(1) : /五保/.test(text) ? ask('verify', 1) : none;
  const summedUp = readSummedUp(text, kin, sum);
  if (summedUp) return summedUp;
  // 单身汉,跟老娘过
  if (
    /光棍|单身|未婚|没成家/.test(text) &&
    /(?:跟|和|与|带|领|养)/.test(text) &&
    !/分开|另过|不(?:跟|和)/.test(text)
  )
    return value(sum + 1);
  if (alone.test(text) && kin.every((k) => k.count === 1)) return value(1);
  // 妈妈代管: one person named in a sentence is no count of the household.
  if (sum === 1 && !/就|只|光|剩|仅|净/.test(text) && first.end !== text.length) return ask('vague');
  if (!kin.some((k) => k.adult)) return ask('verify', sum);
  // 俺爹俺娘俺媳妇: whether the speaker is counted is open.
  if (/(?:我|俺)(?:爹|娘|妈|爸|媳妇|老婆|老伴|爷|奶)/.test(text) && kin.length > 1 && !self.test(text))
    return ask('verify', sum + 1);
  return uncounted(text) ? ask('vague', sum + 1) : value(sum);
}

/** A last group as many as all who were named before it, itself counted once. */
function readSummedUp(text: string, kin: readonly KinGroup[], sum: number): Understood<number> | undefined {
  const last = kin.at(-1);
  if (!last || kin.length < 2 || sum - last.count + 1 !== last.count) return undefined;
  // 老太太、儿子、孙子三个: the number sums up who was named.
  if (last.closing && /[、和跟与]/.test(text)) return value(last.count);
  // 爷爷奶奶加我仨: three in all, or three beside them.
  return /[我俺咱](?:们)?[俩仨]$/.test(text) ? ask('conflict', last.count) : undefined;
}

/** 我跟老婆孩子: how many children is open. */
export function uncounted(text: string): boolean {
  return (
    /(?<!没有?|无)(?:孩子|娃|小孩|儿女|子女)(?:们|都|加|和|跟|$)/.test(text) &&
    !/[\d一二两俩三四五仨][个名]?(?:孩子|娃|小孩|儿女|子女)/.test(text)
  );
}
