import { trimFillers } from '../language/text.ts';
import type { Control } from '../reading/understood.ts';
import { keyOf } from './topics.ts';

const into =
  '(?:改(?=[\\d一二两三四五六七八九十])|改成|改为|改到|改做|更正为|更正成|变更为|修改为|修改成|换成|变成|应该是|应为|应该为|调整为|调成|写成|填成|订正为)';
const whose = /^(?:把|将)?(?<household>[\u4e00-\u9fff]{1,4}?家)的?(?<rest>.+)$/;
const numbered = new RegExp(
  `^(?:把|将)?第? ?(?<n>\\d{1,2}|[一二三四五六七八九十]{1,3}) ?(?:题|条|项|个问题|个|问|行)(?:的?答案)?(?: ?${into}|填错了[,。 ]?(?:是|应该是)?|错了[,。 ]?(?:是|应该是)?|不对[,。 ]?(?:是|应该是)?|[:是])? ?(?<value>[^,。;]{0,60})$`,
);
const named = new RegExp(
  `^(?:请|帮我|麻烦)?(?:把|将)?(?<name>[\\u4e00-\\u9fff]{2,10}?)(?:的?答案|那题|那项|那个|这题|这项|这个)? ?(?:也|都|要|得|需要|给)?(?:${into}|填错了[,。 ]?(?:是|应该是|应是)?|(?:说|写|报|记|打|搞)?错了[,。 ]?(?:是|应该是|应是)?|不对[,。 ]?(?:是|应该是)?|不是[^,。]{1,10}[,。 ]?(?:而?是)) ?(?<value>[^,。;]{0,60})$`,
);
const commanded =
  /^(?:修改|改一下|改下|更改|更正一下|更正|订正|重填|改)[ :]*(?:一下|下)?(?<name>[\u4e00-\u9fff]{2,10}?)(?:[ :]+|(?:改)?[为成是到]+ ?)(?<value>[^,。;]{1,60})$/;
/** 改收入5万 */
const commandedNumber =
  /^(?:修改|更改|更正|改)(?<name>[\u4e00-\u9fff]{2,8}?)(?<value>[\d一二两三四五六七八九十][^,。;]{0,30})$/;
const commandedOnly =
  /^(?:(?:我要|我想|要|想|需要|请)?(?:修改|改一下|改下|更改|更正|订正|重填|改)[ :]*(?:一下|下)?)(?<name>[\u4e00-\u9fff]{2,10})?$/;
const slip =
  '(?:不对|错了|(?:打|写|说|填|弄|记|报|输|搞|发|讲)错(?!群|人)(?:字|数)?(?:了|啦)?|哦不|噢不|不是|更正(?:一下)?|纠正(?:一下)?|口误|手滑)';
const current = new RegExp(
  `^(?:刚才|刚刚|上面|我|这个|这里|那个|前面)?(?:的)?${slip}(?:了)?[,。!:、 ]*(?:应该)?(?:是|为|改成|改为|改)? ?(?<value>[^,。;]{1,40}?)(?:[,。 ]?(?:不是|并非|而不是)[^,。;]{1,20})?$`,
);
const notThat =
  /^不是[\d一二两三四五六七八九十百千万元块口人个户]{1,8}[,。 ]?(?:而)?是(?<value>[^,。;是]{1,20})$/;
const instead = /^(?:是|应该是)(?<value>[^,。;是]{1,20}?)[,。 ]?(?:不是|而不是|并不是)[^,。;]{1,20}$/;
const previous =
  /^(?:刚才|刚刚|上面|前面|之前|上一?[题个条步])(?:那)?(?:个|题|条|步|项)?(?:的|我)?(?:答案)?(?:都|全|也)?(?:说|写|填|打|弄|报|记|答|搞|讲)?(?:错(?:了)?|不对|有误|要改|改一下|错啦)(?:了|啦|啊)?$/;
const previousTo = new RegExp(
  `^(?:把|将)?(?:刚才|刚刚|上面|前面|之前|上一?[题个条步])(?:那)?(?:个|题|条|步|项)?(?:的|我)?(?:答案)?(?:(?:说|写|填|打|弄|报|记|答|搞|讲)?错了|不对)?[,。 ]*(?:${into}|改|是) ?(?<value>[^,。;]{1,40})$`,
);

/**
 * A correction of an earlier answer: 收入改成4万, 第3题改成有, 改 收入 5万, 不对,是5口. The target is a
 * question key, `#3`, `current` (the answer just given) or `previous`.
 */
export function readEdit(raw: string, answering: boolean): Control | undefined {
  const text = trimFillers(raw);
  if (
    text.length > 100 ||
    !/改|错|不对|是|更正|纠正|订正|哦不|噢不|口误|手滑|应该是|应为|不是|重填|换成|有误|变成/.test(text)
  )
    return undefined;
  const of = /家的?(?=.*(?:改|错|更正|换成))/.test(text) ? whose.exec(text)?.groups : undefined;
  if (
    of?.['household'] !== undefined &&
    of['rest'] !== undefined &&
    !/^(?:我|俺|他|她|咱)?家$/.test(of['household'])
  ) {
    const inner = readTargeted(of['rest']);
    if (inner) return { ...inner, household: of['household'] };
  }
  return readTargeted(text) ?? readCurrent(text, answering);
}

function readTargeted(text: string): Control | undefined {
  const back = previousTo.exec(text)?.groups;
  if (back) return edit('previous', back['value']);
  if (previous.test(text)) return edit('previous');
  const ordinalOnly =
    /^(?:改|修改|更正|更改)(?:一下)?第? ?(?<n>\d{1,2}|[一二三四五六七八九十]{1,3}) ?(?:题|条|项|个)$/.exec(
      text,
    )?.groups;
  if (ordinalOnly) return edit(`#${ordinal(ordinalOnly['n'] ?? '')}`);
  if (/^(?:改|修改|更正)(?:一下)?上一?(?:个)?(?:题|步|条)$/.test(text)) return edit('previous');
  const nth = numbered.exec(text)?.groups;
  if (nth && /改|错|不对|是|更正|换成|:/.test(text)) return edit(`#${ordinal(nth['n'] ?? '')}`, nth['value']);
  for (const re of [commanded, commandedNumber, named]) {
    const hit = re.exec(text)?.groups;
    const key = hit ? keyOf(hit['name'] ?? '') : undefined;
    if (hit && key) return edit(key, hit['value']);
  }
  const only = commandedOnly.exec(text)?.groups;
  if (!only || text === '重填') return undefined;
  if (only['name'] === undefined || /^(?:答案|一下|下|刚才|上面|前面|这个|那个|内容)/.test(only['name']))
    return edit('previous');
  const key = keyOf(only['name']);
  return key ? edit(key) : undefined;
}

const slipAlone = /^(?:我|俺|刚才|刚|刚刚)*(?:都|全)?(?:打|写|说|填|弄|记|报|输|搞|讲|答)错(?:了|啦)?$/;
const alone = /^(?:错(?:了|啦)?|不对|有错|有误)(?:了|啊)?$/;
const toCurrent =
  /^(?:改成|改为|改到|换成(?!.*家)|改(?=[\d一二三四五六七八九十两])|应该是|应是|应为)(?<value>[^,。;]{1,20})$/;
const byContrast =
  /^(?<name>[\u4e00-\u9fff]{2,8}?)(?:应该)?是(?<value>[^,。;是]{1,12}?)[,。 ]?不是[^,。;]{1,12}$/;

function readCurrent(text: string, answering: boolean): Control | undefined {
  if (slipAlone.test(text) || (!answering && alone.test(text))) return edit('previous');
  const contrast = byContrast.exec(text)?.groups;
  const key = contrast ? keyOf(contrast['name'] ?? '') : undefined;
  if (contrast && key) return edit(key, contrast['value']);
  const changed = answering ? undefined : toCurrent.exec(text)?.groups?.['value'];
  if (changed !== undefined && !/^(?:回|来|一下|答案|前面|上)/.test(changed)) return edit('current', changed);
  const hit = notThat.exec(text)?.groups ?? current.exec(text)?.groups ?? instead.exec(text)?.groups;
  const found = hit?.['value'];
  if (found === undefined) return undefined;
  // 不是他家的 and 不对劲 are no corrections; while a question is open a bare 不是… answers it.
  if (
    /^不是|^是|^应该是/.test(text) &&
    (answering || !/[\d一二三四五六七八九十两]/.test(found) || !/不是.*是|是.*不是/.test(text))
  )
    return undefined;
  if (/^(?:劲|头|的|了|吧|啊|呀|吗|重来|全|都)/.test(found)) return undefined;
  return ofNamed(found) ?? edit('current', found);
}

function edit(target: string, value?: string): Control {
  const said = value
    ?.replace(/^(?:是|为|成)(?=.)/, '')
    .replace(/(?:吧|才对|就对了|啊|哈|呀)+$/, '')
    .replace(/([\d万千百十元块口人])了$/, '$1')
    .trim();
  return said ? { action: 'edit', target, value: said } : { action: 'edit', target };
}

/** 更正:年收入38000 names the question it corrects. */
function ofNamed(said: string): Control | undefined {
  const hit = /^(?<name>[\u4e00-\u9fff]{2,8}?)(?:应该)?(?:是|为|:| )*(?<value>\d.*)$/.exec(said)?.groups;
  const key = hit ? keyOf(hit['name'] ?? '') : undefined;
  return hit && key ? edit(key, hit['value']) : undefined;
}

const cn = '零一二三四五六七八九';

function ordinal(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.indexOf('十');
  if (ten < 0) return cn.indexOf(text.charAt(0));
  const tens = ten === 0 ? 1 : cn.indexOf(text.charAt(0));
  const ones = text.length > ten + 1 ? cn.indexOf(text.charAt(ten + 1)) : 0;
  return tens * 10 + ones;
}
