import { afterCorrection } from './correction.ts';
import { isHedged, isQuestion, isSameAsBefore } from './doubt.ts';
import { type KinGroup, kinGroups } from './kin.ts';
import { isExact, type NumberSpan } from './number-span.ts';
import { scanNumbers } from './numerals.ts';
import { ask, none, value } from './outcome.ts';
import { dropNumbering, trimFillers } from './text.ts';
import type { AskOption, Understood } from './understood.ts';

/** More than this is possible but rare: confirmed before it is stored. */
const commonLimit = 15;

const alone =
  /光杆|(?:就|只|光|仅)?(?:剩)?(?:我|俺|他|她|老头|老太太?)(?:自己|自个|一个|个人|独自)|^(?:就|只有|就剩|光|只剩|单)(?:我|俺|他|她)(?:了|自己|自个)?$|光棍|单身|独居|独身|独人|孤身|孤老|一个人|孤寡老人|独个|一人(?:户|家|吃饱)|自己(?:一个|过|住)|就一个|只有一个|仅一人|^一个$/;
const misheard =
  /(?:^|[家有共里,。;: 户计])(?<sound>[是事市思试似石实时])口|(?<five>[舞午误无吾武])口(?:人|子|$)|(?<six>[流留刘])口(?:人|子|$)|(?<three>[散伞])口(?:人|子|$)/;
const several = /好几|几(?:口|个|人|位)|不少|很多|一大家子?$|一大群|一堆|若干|多口/;
const changed =
  /刚走|走了|去世|过世|没了|死了|病故|不在了|老了一个|出嫁|嫁(?:出|人|走)|分户|分家|离婚|离了|[刚才]离(?!开|休)|户口(?:没|不|还|未|迁)|没(?:上|有|落)?户口|没(?:上|落)户|没迁|迁(?:走|出)|当兵|坐牢|服刑|失踪|上大学|不算|算上|包括|不含|除(?:了|去|开)|跑了|改嫁|入赘|抱养|寄养|常住|出门子|出阁|过门|分了|分出去|单过|嫁了|算(?!了|是|命)|[2-9两二三四五几]户|两家|在家(?:的)?(?:就|只|有)*[\d一两俩二三四]|快生|怀/;
const lost = /刚走|走了|去世|过世|没了|死了|病故|不在了/;
const gained = /添|生了|新生|娶|多了/;

/** 老人刚走, 户口还没迁: the household is no longer, or not yet, as many as it counts. */
export function hasChanged(text: string): boolean {
  return changed.test(text);
}

/** 家庭人口数. People are counted by number and measure (6口子), by kinship (爷孙俩), or both added up. */
export function readPopulation(raw: string): Understood<number> {
  const numbered = trimFillers(dropNumbering(raw));
  const { text } = afterCorrection(numbered);
  if (text === '') return none;
  const found = count(trimFillers(text));
  if (isQuestion(text)) return ask('question', knownValue(found));
  if (found.status === 'none') return isSameAsBefore(text) ? ask('sameAsBefore') : found;
  if (isSameAsBefore(text)) return ask('sameAsBefore', knownValue(found));
  if (found.status === 'value' && isHedged(text)) return ask('hedged', found.value);
  return found;
}

function knownValue(u: Understood<number>): number | undefined {
  return u.status === 'value' || u.status === 'ask' ? u.value : undefined;
}

function count(text: string): Understood<number> {
  const sound = misheard.exec(text)?.groups;
  if (sound) return ask('misheard', undefined, { options: soundOptions(sound) });
  const numbers = scanNumbers(text).filter((n) => isPeople(text, n));
  const kin = kinGroups(text);
  const before = /(?:原来|以前|原先|本来|原|过去|去年)[^,。;]{0,4}$/;
  const [only] = numbers;
  if (
    numbers.length === 1 &&
    only &&
    /(?:(?<!老)少|差|缺|多|添|走|没)(?:了|上)?$/.test(text.slice(0, only.start))
  )
    return ask('verify');
  const former = numbers.find((n) => isExact(n) && before.test(text.slice(0, n.start)));
  if (former && numbers.length === 1) return changedSince(text, former.lo);
  const latter = former && numbers.find((n) => n !== former && isExact(n) && n.lo !== former.lo);
  if (latter) return ask('verify', latter.lo);
  const doubtful = numbers.find((n) => !isExact(n));
  if (doubtful) return doubtfulNumber(doubtful);
  if (
    /(?:不到|不足|不超过|最多|顶多|至多|起码|至少|最少|少说)[^,。;]{0,2}[\d一二两三四五六七八九十]|(?<=[\d一二两三四五六七八九十] ?)(?:口|口人|个|个人|人) ?(?:多|以内|以下|往上|左右|上下|来|以上|半)|(?:快|(?<!大|老|下有|有)小(?!两)|马上|将近|差不多|就要|要)(?:到|有)?[\d一二两三四五六七八九十]+ ?(?:口|人|个)/.test(
      text,
    )
  )
    return ask('approximate', numbers[0]?.lo);
  if (numbers.length === 0 && several.test(text)) return ask('approximate');
  const total = totalOf(text, numbers, kin);
  if (total.status === 'value' && changed.test(text)) return ask('verify', total.value);
  if (total.status === 'value') return plausible(total.value, text);
  return total;
}

function soundOptions(groups: Record<string, string | undefined>): AskOption<number>[] {
  const guess = groups['five'] ? [5] : groups['six'] ? [6] : groups['three'] ? [3] : [4, 10];
  return guess.map((n) => ({ label: `${n}口`, value: n }));
}

function changedSince(text: string, former: number): Understood<number> {
  if (lost.test(text)) return ask('verify', former - 1);
  return ask('verify', gained.test(text) ? former + 1 : undefined);
}

function doubtfulNumber(n: NumberSpan): Understood<number> {
  if (n.vague || n.more || n.hi - n.lo > 4) return ask('approximate');
  const options: AskOption<number>[] = [];
  for (let k = n.lo; k <= n.hi; k++) options.push({ label: `${k}口`, value: k });
  return ask('range', undefined, { options });
}

function plausible(n: number, text: string): Understood<number> {
  if (!Number.isInteger(n) || n <= 0) return ask('unusual', n);
  if (n <= commonLimit) return value(n);
  // 四口 is often transcribed as 四十.
  const heard = n % 10 === 0 && n <= 90 && /十/.test(text);
  if (!heard) return ask('unusual', n);
  return ask('misheard', n, { options: [n / 10, n].map((k) => ({ label: `${k}口`, value: k })) });
}

const peopleMeasure = /^ ?(?:口|个人|人|个(?!月|村|组)|位|名|大小|男|女)/;
const otherMeasure =
  /^ ?(?:岁|周岁|年|个?月|天|日|号|元|块|钱|亩|级|间|代|组|队|楼|层|套|次|斤|头|只|棵|%|分|点|\/|万|千|百|成|户(?!主)|保|辈|世|届|班|本|桌|辆|里|公里|米|类)/;
const subset =
  /^ ?(?:口|个|人|名|位)*(?:人|孩子|娃|大人|老人)?(?:都)?(?:在|是|没|有|不|去|出)?(?:外|打工|务工|上学|上班|参|交|残|病|低保|没|读书|念书|出去|外地|上海|浙江|苏州|南方|县城|城里|未成年|劳力|劳动力|在校|干活|挣钱|吃药)/;
const denied = /(?:不是|并非|不止|没有|不够)$/;

function isPeople(text: string, n: NumberSpan): boolean {
  const behind = text.slice(n.end, n.end + 12);
  if (otherMeasure.test(behind) || n.unit >= 1000 || n.lo > 999) return false;
  const ahead = text.slice(Math.max(0, n.start - 4), n.start);
  // 两口子 is a couple, 6口子 six people.
  if (n.lo === 2 && /[两俩]/.test(text.charAt(n.start)) && /^口(?:子|(?=[带领和跟加、]))/.test(behind))
    return false;
  if (/小$/.test(ahead) && /^口/.test(behind) && n.lo === 2) return false;
  if (denied.test(ahead) || /(?:参保|参合|交|年级|第|租)$/.test(ahead)) return false;
  if (peopleMeasure.test(behind) || isKinCounted(text, n)) return true;
  return bareBefore.test(text.slice(0, n.start)) && bareBehind.test(behind);
}

/** A number without a measure counts people only when it stands by itself. */
const bareBefore = /(?:^|[,。;:、 +加和跟带是有共为剩就(现]|人口|口数|人数|本上|家里|大人|小孩|老人|孩子)$/;
const bareBehind = /^(?:$|[,。;!、 +加和跟带吧左)])/;

function isKinCounted(text: string, n: NumberSpan): boolean {
  return kinGroups(text.slice(n.start, n.start + 8)).some((g) => g.start === 0);
}

const adding = /(?:加上?|外加|\+|另加|还有|带|带着|领着|和|跟|与|[,、;])[^,。;]{0,3}$/;
const closing = /^ ?(?:口|个|人|个人|口人)*$/;
const plus = /加|\+/;

/** 父母和我们三口: whether the three hold the parents too is open. */
const joinedHousehold =
  /(?:和|跟|与)(?:我们?|俺们?|咱们?|[大小二三老]?(?:儿子|闺女|女儿|孙子)|老[大二三])(?:一?家)?[\d一二两三四五六七八九]+口|[\d一二两三四五六七八九]+口(?:人)?(?:和|跟|与|加上?)(?:我们?|俺们?)?(?:老两口|两口子|夫妻|父母)/;

function totalOf(text: string, all: readonly NumberSpan[], kin: readonly KinGroup[]): Understood<number> {
  const loose = kin.filter(
    (k) => !isDenied(text, k) && !all.some((n) => overlaps(n, k) && measured(text, n) && !within(n, k)),
  );
  const numbers = all.filter(
    (n) => (measured(text, n) && !loose.some((k) => within(n, k))) || !loose.some((k) => overlaps(n, k)),
  );
  const main = numbers.filter((n) => numbers.length === 1 || !isSubset(text, n));
  const [first, ...others] = main.length > 0 ? main : numbers;
  const kinSum = loose.reduce((sum, k) => sum + k.count, 0);
  if (!first) return fromKin(text, loose, kinSum);
  const joins = plus.test(text) && (others.length > 0 || loose.length > 0);
  if (joins) {
    const total = numbers.at(-1);
    const parts = kinSum + numbers.reduce((s, n) => s + (n === total ? 0 : n.lo), 0);
    // 爹娘加上俺四口,六个: the sum said at the end.
    if (
      total &&
      numbers.length > 1 &&
      /[,。; ]$/.test(text.slice(0, total.start)) &&
      closing.test(text.slice(total.end))
    )
      return parts === total.lo ? value(total.lo) : ask('conflict', total.lo);
    // 五口,加上刚出生的六口: six may be all of them.
    if (kinSum === 0 && total && numbers.length === 2 && total.lo > first.lo)
      return ask('conflict', total.lo);
    const sum = kinSum + [first, ...others].reduce((s, n) => s + n.lo, 0);
    if (!/一共|总共|合计|共计|拢共/.test(text)) return value(sum);
    const open = kinSum < first.lo && uncounted(text);
    return kinSum === first.lo || open ? value(first.lo) : ask('conflict', first.lo);
  }
  if (/在外|外面|外头/.test(text) && /在家|家里/.test(text) && others.length > 0)
    return ask('conflict', first.lo);
  if (kinSum > 0 && joinedHousehold.test(text)) return ask('conflict', kinSum + first.lo);
  if (others.some((n) => n.lo !== first.lo && !(main.length > 0 && isSubset(text, n)))) {
    const stated = main.find((n) =>
      /(?:一共|总共|合计|共计|共|现在|如今|今年|全家|家里)[^,。;\d]{0,3}$/.test(text.slice(0, n.start)),
    );
    return stated && !/常住|在家|实际|户口本/.test(text)
      ? value(stated.lo)
      : ask('conflict', stated?.lo ?? first.lo);
  }
  if (first.lo === 1 && loose.length > 0 && kinSum > 1) return fromKin(text, loose, kinSum);
  const stated = /(?:一共|总共|合计|共计|共)[^,。;\d]{0,3}$/.test(text.slice(0, first.start));
  return kinSum > first.lo && loose.length > 1 && !adding.test(text) && !stated
    ? ask('conflict', first.lo)
    : value(first.lo);
}

/** 其中2个大学生, 两个在外打工: some of those counted already. */
function isSubset(text: string, n: NumberSpan): boolean {
  return (
    /(?:其中|里面|里头|当中)(?:有)?$/.test(text.slice(0, n.start)) ||
    subset.test(text.slice(n.end, n.end + 10))
  );
}

/** 5口, 三个人: the number counts people outright, whatever kin stands beside it. */
function measured(text: string, n: NumberSpan): boolean {
  return /^ ?(?:口|个人|人(?!家))/.test(text.slice(n.end, n.end + 4));
}

/** 夫妻二人: the number belongs to the kin. */
function within(n: NumberSpan, k: KinGroup): boolean {
  return k.adult && k.count === n.lo && k.start < n.start && k.end >= n.end;
}

/** 没爹娘: who isn't there isn't counted. */
function isDenied(text: string, k: KinGroup): boolean {
  return /(?:没(?:有)?|无|不算)$/.test(text.slice(0, k.start));
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function fromKin(text: string, kin: readonly KinGroup[], sum: number): Understood<number> {
  if (kin.length === 0) return alone.test(text) ? value(1) : /五保/.test(text) ? ask('verify', 1) : none;
  const last = kin.at(-1);
  // 老太太、儿子、孙子三个: the number sums up who was named.
  if (last?.closing && kin.length > 1 && sum - last.count + 1 === last.count && /[、和跟与]/.test(text))
    return value(last.count);
  // 爷爷奶奶加我仨: three in all, or three beside them.
  if (last && sum - last.count + 1 === last.count && /[我俺咱](?:们)?[俩仨]$/.test(text) && kin.length > 1)
    return ask('conflict', last.count);
  // 单身汉,跟老娘过
  if (
    /光棍|单身|未婚|没成家/.test(text) &&
    /(?:跟|和|与|带|领|养)/.test(text) &&
    !/分开|另过|不(?:跟|和)/.test(text)
  )
    return value(sum + 1);
  if (alone.test(text) && kin.every((k) => k.count === 1)) return value(1);
  // 妈妈代管: one person named in a sentence is no count of the household.
  if (sum === 1 && !/就|只|光|剩|仅|净/.test(text) && kin[0]?.end !== text.length) return ask('vague');
  if (!kin.some((k) => k.adult)) return ask('verify', sum);
  // 俺爹俺娘俺媳妇: whether the speaker is counted is open.
  const self =
    /[我俺](?:和|跟|带|与|、|加|领|自己|本人|,)|[和跟与加、,][我俺](?:$|[,。、])|两口|夫妻|父母|[爷娘弟兄姐妹][俩仨]/;
  if (/(?:我|俺)(?:爹|娘|妈|爸|媳妇|老婆|老伴|爷|奶)/.test(text) && kin.length > 1 && !self.test(text))
    return ask('verify', sum + 1);
  return uncounted(text) ? ask('vague', sum + 1) : value(sum);
}

/** 我跟老婆孩子: how many children is open. */
function uncounted(text: string): boolean {
  return (
    /(?<!没有?|无)(?:孩子|娃|小孩|儿女|子女)(?:们|都|加|和|跟|$)/.test(text) &&
    !/[\d一二两俩三四五仨][个名]?(?:孩子|娃|小孩|儿女|子女)/.test(text)
  );
}
