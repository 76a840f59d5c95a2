import { sourceHits } from './income-source.ts';
import { isExact, type NumberSpan } from './number-span.ts';
import { scanNumbers } from './numerals.ts';
import { whoIn } from './people.ts';

/** What one sum of money in a text is about. */
export interface Amount {
  n: NumberSpan;
  /** Words since the sum before it, within reach. */
  before: string;
  after: string;
  period: 'year' | 'month' | 'day' | 'season' | undefined;
  /** Which year, where one is named. */
  year: 'past' | 'now' | 'future' | undefined;
  expense: boolean;
  perCapita: boolean;
  total: boolean;
  gross: boolean;
  /** A bound (不到, 至少) or 多, 出头: not the sum itself. */
  bound: 'under' | 'over' | undefined;
  approx: boolean;
  /** A source, a crop or a person says what this part is: such parts add up. */
  labelled: boolean;
  /** 元, 块 or a unit such as 万 was said. */
  hasUnit: boolean;
}

const notMoney =
  /^ ?(?:老|儿|孩|娃|孙|闺|口|个(?!w|万)|人|名|位|岁|周岁|亩|斤|头|只|棵|间|级|次|户|号|日|%|成|分(?!红)|倍|辆|台|套|层|公里|里|吨|袋|垄|季|点(?!多)|平|代|组|队|条|把|样|份|家|天|月|年(?!收|入|薪|纯|净|能|挣|赚|有)|届|:)/;
const currency = /^ ?(?:元|块|圆|rmb|人民币|大洋|刀|软妹币|¥|钱)/;
const currencyAhead = /(?:¥|rmb|人民币|￥) ?$/;
const over =
  /^ ?(?:元|块|钱|块钱|万)?(?:钱)?(?:多|出头|挂零|冒头|冒尖|好几|开外|往上|以上|有余|\+(?=$|[,。; 块元])|出点头|大几|还多|打底|起步|来往|往来|靠上|往上|不止|不只|加(?:一)?点|零头|朝上|零点)/;
const under =
  /^ ?(?:元|块|钱|块钱|万)?(?:钱)?(?:不到|以内|以下|之内|都不到|都没有|都没到|不足|没到|封顶|还差|缺(?:一)?点|差(?:一)?点|差(?:不多)?(?:一)?些)/;
const underAhead =
  /(?:不到|不足|没到|没有|没|将近|接近|快(?:有|到)?|近|小|差点|不够|最多|顶多|顶天|不超过|至多|撑死|少于|低于)(?:就|也就|有|是)?$/;
const overAhead = /(?:少说|少不了|至少|起码|最少|不低于|不少于|超过|超|得有|多于|高于|过|上|好)$/;
const aboutAhead =
  /(?:大概其?|大约|约合|约|约莫|约摸|差不多|大致|差不离)(?:有|是|就|在|能|也就|收入|一年|年收入|个|能有|挣|得)*(?:一年)?$/;
const aboutBehind = /^ ?(?:元|块|钱|块钱)?(?:钱)?[, ]?(?:大概$|大约$|左右|上下|的样子|差不多|样子|前后)/;
const spent =
  /花了|花费|花掉|花去|开支|开销|花销|支出|支了|欠|借|贷|外债|债务|负债|学费|医药费|医疗费|药费|看病|治病|手术|住院|成本|投入|投了|彩礼|随礼|礼金|房贷|车贷|存款|存了|积蓄|家底|还(?:了|款|债)|赔(?:了|钱)|亏|买(?!卖)|交(?:了|的)|罚|化肥|农药|种子钱|本钱|生活费|盖房/;
const gross = /毛收入|毛的|毛利|流水|营业额|除(?:了|去|掉)|刨(?:了|去|掉|除)|扣(?:了|除|掉|去)|去掉/;
const perHead =
  /人均|每(?:个|口)?人|一(?:个|口)?人(?!在|打|上|挣|去|出|干|有)|均(?:收入)?|平均(?:每人|一人|下来)?|每口/;
const totalWord =
  /一共|总共|合计|共计|总计|加(?:起来|一块|一起)|全部|拢共|统共|总的|总数|合(?:起来|一块)|全家(?:一年)?(?:收入)?|全年(?:收入)?|家庭(?:年)?收入/;
const crop =
  /小麦|玉米|大豆|花生|棉花|水稻|红薯|麦子|豆子|菜|瓜|果|粮|猪|羊|牛|鸡|鱼|地|田|生意|补贴|补助|低保|养老|工资|分红|打工|务工|租金|流转|光伏|收益|卖|寄|给|利息|奖金|抚恤|收|干活|公岗|岗|上班|年金|津贴|其他|其它|别的|另外|退休/;

/** All sums of money in a text; people, ages, acres, dates and the like are left out. */
export function amountsIn(text: string): Amount[] {
  const spans = scanNumbers(text);
  const found: Amount[] = [];
  let reach = 0;
  for (const n of spans) {
    const after = text.slice(n.end, n.end + 10);
    const before = text.slice(Math.max(reach, n.start - 24), n.start);
    if (isMoney(n, before, after)) {
      found.push(sameMeasure(describe(n, before, after), found.at(-1)));
      reach = n.end;
    }
  }
  return found;
}

/** 去年人均9千,今年1万: the second sum is of the same kind as the first. */
function sameMeasure(a: Amount, last: Amount | undefined): Amount {
  const follows =
    last?.perCapita === true && /^[^\d]{0,4}(?:今年|去年|前年|现在)(?:是|就|有|到|涨到)*$/.test(a.before);
  return follows ? { ...a, perCapita: true } : a;
}

function isMoney(n: NumberSpan, before: string, after: string): boolean {
  if (/(?:不是|并非|不止)$/.test(before) || /(?:参保|参合)$/.test(before)) return false;
  if (currency.test(after) || currencyAhead.test(before)) return true;
  // 五万多点 is a sum; 八点 is none.
  if (notMoney.test(n.unit >= 100 ? after.replace(/^ ?点/, '') : after)) return false;
  // 2021: a year, when nothing says money.
  if (/^年/.test(after) && n.lo > 1900 && n.lo < 2100) return false;
  return !/(?:岁|号|第|房|楼|\/)$/.test(before);
}

function describe(n: NumberSpan, before: string, after: string): Amount {
  const clause = lastClause(before);
  const bound = boundOf(n, clause, after);
  return {
    n,
    before,
    after,
    period: periodOf(before, clause, after),
    year: yearOf(before),
    expense:
      isSpent(clause) ||
      /(?:负|^ ?-)$/.test(clause) ||
      /^(?:元|块|钱)*(?:的)?(?:外债|债|贷款|学费|药费|医药费|支出|开支|成本)/.test(after),
    perCapita: perHead.test(clause),
    total: totalWord.test(clause),
    gross: gross.test(clause) && !/(?:除|刨|扣|去掉).{0,8}(?:剩|落|净|还有|余)/.test(clause),
    bound,
    approx: aboutAhead.test(clause) || aboutBehind.test(after),
    labelled:
      crop.test(before) ||
      whoIn(before) !== undefined ||
      sourceHits(before).length > 0 ||
      /^(?:元|块|钱)*的?(?:低保|养老|补贴|工资|分红|退休|租)/.test(after),
    hasUnit: n.unit >= 100 || currency.test(after) || currencyAhead.test(before),
  };
}

/** 刨去成本净剩3万 tells what is left, not what was spent. */
function isSpent(clause: string): boolean {
  return spent.test(clause.replace(/花生/g, '')) && !/(?:净|剩|余|落)(?:下|到手|得|了|个|有)?$/.test(clause);
}

function lastClause(before: string): string {
  const cut = Math.max(
    before.lastIndexOf(','),
    before.lastIndexOf('。'),
    before.lastIndexOf(';'),
    before.lastIndexOf('!'),
  );
  return before.slice(cut + 1);
}

function boundOf(n: NumberSpan, clause: string, after: string): Amount['bound'] {
  if (under.test(after) || underAhead.test(clause)) return 'under';
  return n.more || over.test(after) || (overAhead.test(clause) && !isExactUp(clause)) ? 'over' : undefined;
}

/** 加上 and 早上 end in 上 without being bounds; 不过 is no bound either. */
function isExactUp(clause: string): boolean {
  return /(?:加上|早上|晚上|身上|手上|本上|地上|再加上|算上|账上|网上|不过|通过|打过|干过|厂上|村上|加过|只好|最好|正好|刚好)$/.test(
    clause,
  );
}

const monthly = /月(?:薪|入|工资|收入|均|给)|每(?:个)?月|一(?:个)?月(?!份)|月月|按月|每月/;
const daily = /一天|每天|日(?:薪|工资|结|均|入)|天天|一日|每日|一个工/;
const seasonal =
  /(?:[2-9]|1[01]|[两二三四五六七八九十几]|十一|半)个月|一季|半年|每季|一个季|季度|一茬|半拉年/;
const yearly =
  /年收入|年入|年薪|一年|全年|每年|年纯|年均|年总|常年|整年|到年底|一年到头|年底|这年|本年|今年|去年|2021年|2020年/;

function periodOf(before: string, clause: string, after: string): Amount['period'] {
  const near = `${clause}`;
  if (
    /^ ?(?:元|块|钱|块钱|万|多|左右|来)*(?:钱)?(?:\/|一|每)?(?:个)?月/.test(after) &&
    !/^ ?(?:元|块|钱)*(?:\d|[一二三四五六七八九十])?月份/.test(after)
  )
    return 'month';
  if (/^ ?(?:元|块|钱|块钱|多)*(?:\/|一|每)(?:天|日|个工)/.test(after)) return 'day';
  if (/^ ?(?:元|块|钱|块钱|万)*(?:\/|一|每)年(?! ?[\d一二两三四五六七八九十])/.test(after)) return 'year';
  const last = [
    ['month', lastOf(near, monthly)],
    ['day', lastOf(near, daily)],
    ['season', lastOf(near, seasonal)],
    ['year', lastOf(near, yearly)],
  ] as const;
  const best = last.reduce((a, b) => (b[1] > a[1] ? b : a));
  if (best[1] >= 0) return best[0];
  // 一个月,三千: the clause before may name the month.
  return monthly.test(before) && !yearly.test(before) ? 'month' : undefined;
}

function lastOf(text: string, re: RegExp): number {
  let last = -1;
  for (const hit of text.matchAll(new RegExp(re.source, 'g'))) last = hit.index;
  return last;
}

const thisYear = /今年|当年|本年|2021年?|现在|如今|目前|眼下/g;
const lastYear = /去年|前年|往年|前(?:几|两|些)年|早些年|以前|原来|2020年?|2019年?|上年|过去|早先|上一年/g;
const nextYear = /明年|来年|将来|以后|争取|目标|计划|预计|打算|要是|如果/g;

function yearOf(before: string): Amount['year'] {
  const at = {
    now: lastOf(before, thisYear),
    past: lastOf(before, lastYear),
    future: lastOf(before, nextYear),
  };
  const best = Math.max(at.now, at.past, at.future);
  if (best < 0) return undefined;
  return best === at.now ? 'now' : best === at.past ? 'past' : 'future';
}

export function isPlainAmount(a: Amount): boolean {
  return isExact(a.n) && !a.bound;
}
