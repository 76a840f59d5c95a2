import { isExact, type NumberSpan } from '../language/numbers/number-span.ts';
import { ask } from '../reading/outcome.ts';
import type { Understood } from '../reading/understood.ts';

const died = '刚走|走了|去世|过世|没了|死了|病故|不在了';
const left =
  '老了一个|出嫁|嫁(?:出|人|走|了)|离婚|离了|[刚才]离(?!开|休)|迁(?:走|出)|当兵|坐牢|服刑|失踪|上大学|跑了|改嫁|出门子|出阁|过门';
const joined = '入赘|抱养|寄养|快生|怀';
const divided = '分户|分家|分了|分出去|单过|[2-9两二三四五几]户|两家';
const registered = '户口(?:没|不|还|未|迁)|没(?:上|有|落)?户口|没(?:上|落)户|没迁';
const countedOtherwise =
  '不算|算上|算(?!了|是|命)|包括|不含|除(?:了|去|开)|常住|在家(?:的)?(?:就|只|有)*[\\d一两俩二三四]';

const changed = new RegExp([died, left, joined, divided, registered, countedOtherwise].join('|'));
const lost = new RegExp(died);
const gained = /添|生了|新生|娶|多了/;
const formerly = /(?:原来|以前|原先|本来|原|过去|去年)[^,。;]{0,4}$/;
/** 少了1个, 走了两个: how many more or fewer, not how many. */
const difference = /(?:(?<!老)少|差|缺|多|添|走|没)(?:了|上)?$/;

/** 老人刚走, 户口还没迁: the household is no longer, or not yet, as many as it counts. */
export function hasChanged(text: string): boolean {
  return changed.test(text);
}

/** 少了一个, 原来5口: a number that tells of a change, to be confirmed with what it comes to now. */
export function readChange(text: string, numbers: readonly NumberSpan[]): Understood<number> | undefined {
  const [only, ...more] = numbers;
  if (only && more.length === 0 && difference.test(text.slice(0, only.start))) return ask('verify');
  const former = numbers.find((n) => isExact(n) && formerly.test(text.slice(0, n.start)));
  if (!former) return undefined;
  if (more.length === 0) return changedSince(text, former.lo);
  const latter = numbers.find((n) => n !== former && isExact(n) && n.lo !== former.lo);
  return latter && ask('verify', latter.lo);
}

function changedSince(text: string, former: number): Understood<number> {
  if (lost.test(text)) return ask('verify', former - 1);
  return ask('verify', gained.test(text) ? former + 1 : undefined);
}
