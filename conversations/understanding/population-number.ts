import type { NumberSpan } from '../language/numbers/number-span.ts';
import { type KinGroup, kinGroups } from './kin.ts';

const peopleMeasure = /^ ?(?:口|个人|人|个(?!月|村|组)|位|名|大小|男|女)/;
const otherMeasure =
  /^ ?(?:岁|周岁|年|个?月|天|日|号|元|块|钱|亩|级|间|代|组|队|楼|层|套|次|斤|头|只|棵|%|分|点|\/|万|千|百|成|户(?!主)|保|辈|世|届|班|本|桌|辆|里|公里|米|类)/;
const already =
  /^ ?(?:口|个|人|名|位)*(?:人|孩子|娃|大人|老人)?(?:都)?(?:在|是|没|有|不|去|出)?(?:外|打工|务工|上学|上班|参|交|残|病|低保|没|读书|念书|出去|外地|上海|浙江|苏州|南方|县城|城里|未成年|劳力|劳动力|在校|干活|挣钱|吃药)/;
const denied = /(?:不是|并非|不止|没有|不够)$/;

/** Whether a number counts people of the household: 5口, 三个人, or a 5 by itself. */
export function isPeople(text: string, n: NumberSpan): boolean {
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

/** 其中2个大学生, 两个在外打工: some of those counted already. */
export function isSubset(text: string, n: NumberSpan): boolean {
  return (
    /(?:其中|里面|里头|当中)(?:有)?$/.test(text.slice(0, n.start)) ||
    already.test(text.slice(n.end, n.end + 10))
  );
}

/** 5口, 三个人: the number counts people outright, whatever kin stands beside it. */
export function measured(text: string, n: NumberSpan): boolean {
  return /^ ?(?:口|个人|人(?!家))/.test(text.slice(n.end, n.end + 4));
}

/** 夫妻二人: the number belongs to the kin. */
export function within(n: NumberSpan, k: KinGroup): boolean {
  return k.adult && k.count === n.lo && k.start < n.start && k.end >= n.end;
}
