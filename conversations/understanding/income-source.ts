import { afterCorrection } from './correction.ts';
import { doubtOf, isAllFine } from './doubt.ts';
import { ask, none, value } from './outcome.ts';
import { withoutOverlaps } from './spans.ts';
import { trimFillers } from './text.ts';
import type { AskReason, IncomeSources, Understood } from './understood.ts';

const far =
  '徐州|上海|苏州|昆山|杭州|宁波|南京|无锡|常州|广东|深圳|东莞|广州|浙江|江苏|北京|天津|温州|义乌|福建|厦门|合肥|山东|济南|青岛|郑州|武汉|西安|重庆|成都|嘉兴|湖州|绍兴|台州|金华|扬州|南通|泰州|镇江|连云港|淮安|盐城|宿迁|淮北|宿州|蚌埠|芜湖|河南|河北|湖北|湖南|江西|新疆|内蒙|东北|山西|陕西|云南|贵州|四川|海南|佛山|中山|珠海|惠州|泉州|大连|沈阳|太仓|常熟|张家港|江阴|慈溪|余姚|永康|国外|非洲|日本|韩国';
const away = `南方|北方|外省|省外|外地|外面|在外|外出|出去|出门|外头|跑外|县外|出远门|沿海|进城|大城市|${far}`;
const work =
  '打工|务工|进厂|上班|干活|做工|工地|厂里|工厂|电子厂|服装厂|鞋厂|挣钱|干工程|干装修|搞建筑|找活|送外卖|跑外卖|送快递|保安|当工人';

/** Kinds of income by the words for them; the order settles overlaps (扶贫车间上班 is the workshop). */
const lexicon: readonly (readonly [string, RegExp])[] = [
  ['就业帮扶车间', /(?:扶贫|帮扶|就业|乡村振兴|村里的?|卫星)(?:就业)?(?:帮扶|扶贫)?(?:车间|工厂|作坊)/g],
  [
    '公益岗位',
    /公益性?岗位?|公岗|公益(?:性)?(?:工作)?|(?:生态)?护(?:林|路|河|水|草|理)员|护(?:林|路|河)(?!理)|保洁员?|巡(?:河|护|逻)员?|水管员|管水员|养路|环境卫生员|扫(?:大?街|马?路|村)|看路灯|村级协管|协管员|网格员|防火员|卫生员|垃圾清运|清洁员/g,
  ],
  [
    '零工',
    /(?:打|做|干|接)?(?:零|短|散|临时?|日|小时)(?:工|活)|(?:干|打)(?:点|些)?(?:零活|杂活|散活|杂工)|帮人(?:干活|摘[^,。;]{0,4}|收[^,。;]{0,4}|种[^,。;]{0,4})|日结|钟点工|临时工|打(?:点)?零/g,
  ],
  [
    '外出务工',
    new RegExp(
      `(?:${away})[^,。;、+和]{0,10}?(?:${work})|(?:${work})[^,。;、+和]{0,4}(?:${far}|外地|外省|外面|南方)|外出(?!租)(?:务工|打工)?|(?:去|到|在|跑)(?:了)?(?:${far}|南方|外地|外省)(?!.{0,4}(?:房|读|上学|租|交|参|缴)|[^,。;]{0,6}(?:上小学|上初中|上学|念书|读书))|农民工|跑外(?!卖)|在外(?:面|头|地)?(?:跑|挣|闯|漂|干)|(?:常年|长期|一直|都)在外(?:面|头|地)?`,
      'g',
    ),
  ],
  [
    '务工',
    /(?:在|给|帮)[^,。;]{0,3}(?:超市|饭店|饭馆|商店|店里|宾馆|酒店|人家)[^,。;]{0,2}(?:上班|打工|干活|帮忙|端盘子|干)|开出租(?:车)?|打工|务工|上班|进厂|做工|工地|小工|大工|瓦工|木工|泥瓦匠?|瓦匠|木匠|油漆工|电焊|[焊电水技普搬装漆]工|厂里|工厂|电子厂|服装厂|鞋厂|板材?厂|建筑|装修|钢筋工|干活|司机|开车|开(?:大|货|出租|挖机|叉)车|(?:开)?挖掘?机|保安|服务员|送外卖|外卖|快递|理发|保姆|家政|月嫂|厨师|工资|打(?:长)?工|工人|钢构|缝纫|做衣服|裁缝|教书|教师|老师|代课|公务员|事业单位|正式工|单位|企业|公司|跑滴滴/g,
  ],
  ['光伏收益', /光伏(?:发电)?(?:收益|分红|板|电站)?|太阳能发电/g],
  [
    '残疾人补贴',
    /残疾(?:人)?(?:证)?(?:的)?(?:两项)?(?:护理|生活)?(?:补贴|补助|金|津贴|钱)|两残(?:补贴)?|护理补贴|重残(?:补贴|补助)|残补|残联(?:给|发)?(?:的)?(?:钱|补贴|补助)/g,
  ],
  [
    '养老金',
    /养老(?!院|母|公|羊|牛|猪|鸡)(?:金|钱|保险|补贴|费)?|新农保|退休(?:金|工资|费)?|离退休金?|离休|老年金|基础养老|社保(?:金)?(?!(?:都|也|全)*(?:交|参|缴|买|齐))|老保|(?:老人|老年人?)(?:的)?(?:补贴|钱)|(?:60|六十)(?:岁|周岁)?(?:以上|往上)?(?:那个|的|那)*(?:钱|补贴)/g,
  ],
  [
    '土地流转',
    /流转|(?:土地|地|田|承包地)(?:都|全|也)?(?:流转|租|包|承包|出租|转包|让人种)(?:给|出去|了|金|费|掉|人)?|地租|(?:租|包)地(?:的)?(?:钱|收入|款|费)|土地(?:租金|款|费)|转包/g,
  ],
  ['分红', /分红|入股|股金|股份|红利|集体分(?:钱|的)/g],
  ['特困供养', /特困|五保|集中供养|分散供养|供养(?:金)?|敬老院/g],
  ['低保', /低保金?|吃保|吃低|最低生活保障金?/g],
  [
    '惠农补贴',
    /(?:粮食?|农业?|种粮|种地|地力|耕地|惠农|土地|良种|农机|大豆|轮作|秸秆|农资)(?:直补|综合|生产者|保护|收入|种植)?(?:补贴|补助|直补|补(?:的)?钱?)|粮食?直补|直补|粮补|农补|一卡通|惠农/g,
  ],
  [
    '子女赡养',
    /(?:儿女|子女|孩子|儿子|闺女|女儿|姑娘|孙子|儿孙)们?(?:每月|每年|月月|年年|都|一年|一个月|按月|平时|在外打工){0,3}(?:给|寄|养|供|赡养|接济|补贴|贴补|打钱|汇|拿|出(?!嫁|去|门|生|国|来|租|院|力))(?!人|鸡|猪|羊|牛|鸭|鱼)|赡养|孝敬|(?:靠|指望|吃|花)(?:着)?(?:儿女|子女|孩子|儿子|闺女|女儿|姑娘)(?!.{0,2}(?:打工|务工|上班|挣))|养儿/g,
  ],
  [
    '养殖',
    /(?<!国家|政府|公家)养(?:殖(?!补)|(?:母|公|种|老|肉|奶|蛋|土|黑|小|老母|老公)?[鸡猪羊牛鸭鹅兔]|鸡|猪|羊|牛|鸭|鹅|鱼|虾|兔|蜂|蚕|鸽|狗|驴|蟹|鹌鹑|泥鳅|黄鳝|猪场|了(?!老)|点|几|两|三|\d+)(?!老)|喂(?:鸡|猪|羊|牛|鸭|鹅|猪羊)|放(?:羊|牛|鸭|鹅|蜂)|(?:猪|羊|牛|鸡|鸭)(?:场|圈|舍|棚)|鱼塘|畜牧|卖(?:猪|羊|牛|鸡|鸭|鸡蛋|鱼|蛋)|(?:\d+|几|十几|一群|两三)(?:头|只)(?:猪|羊|牛|鸡|鸭)|水产/g,
  ],
  [
    '种植',
    /种(?!类|粮补|植?补贴)[^,。;、补]{0,2}(?:地|田|庄稼|菜|粮|植|瓜|树|麦|豆|药|果|葡萄|梨|桃|杏|枣|菌|蘑|笋|洋葱|棉|花|蒜|椒|姜|烟|茶|稻|薯|芋)|种[了着点些几]{0,2}(?:[\d一二两三四五六七八九十几]+|点|些|几)(?:来|多)?亩|种(?:小麦|玉米|大豆|花生|棉花|水稻|红薯|芦笋|西瓜|辣椒|洋葱|大蒜|胡萝卜|土豆)|务农|(?:干|做|搞)农活|干农业|搞农业|农业(?!补|银行)|小麦|玉米|大豆|花生|(?<!弹)棉花|水稻|芝麻|油菜|红薯|芦笋|庄稼|粮食(?!补|直)|卖粮|收粮|果园|果树|果子|葡萄|梨园|梨树|酥梨|桃园|桃树|苹果|西瓜|蔬菜|大棚|药材|苗木|菜园|种菜|农田|耕种|田里|地里(?!的)|收成|土里刨食|靠(?:着)?(?:那?几亩|种)?(?:地|田|庄稼)(?:吃饭|过|生活|$)|老本行种地|[\d一二两三四五六七八九十几]+亩(?:地|田|多)?(?!.{0,3}(?:租|包|流转))|种地/g,
  ],
  [
    '经商',
    /(?:做|跑)(?:点|些|个)?(?:小)?(?:生意|买卖)|经商|开(?:了|个|着|一)*(?:[^,。;]{0,4})(?:店|铺|超市|小卖部|饭馆|饭店|商店|网店|公司|厂|作坊|门市|磨坊|麻将馆|诊所|药房|早餐)|小卖部|超市|摆[^,。;]{0,2}摊|小生意|小买卖|个体|赶集|做买卖|(?:早餐|早点|水果|小吃)(?:店|摊)|电商|批发|修(?:车|理)铺?|收废品|收破烂|跑运输|搞运输|卖(?:菜|早点|早餐|馍|豆腐|水果|小吃|衣服|百货|货)|微商|直播|加工厂|贩|倒卖[^,。;]{0,3}|卖(?:馒头|油条|烧饼|包子|凉皮|肉|化妆品|电器|手机|家电|烟酒|农资|种子|化肥|早饭|小吃)/g,
  ],
  [
    '其他',
    /房租|利息|优抚|退伍|退役|抚恤|烈属|计生|计划生育|独生子女(?:补贴|费)|高龄|失独|遗属|赔偿|彩票|版权|临时救助/g,
  ],
];

const vagueSource =
  /国家(?:养|给|补)|政府(?:养|给|补|发)|公家|上面(?:给|发|补)|瞎混|混日子|吃老本|老本|都有|啥都(?:干|有|做)|什么都(?:干|有|做)|啥挣钱干啥|有啥干啥|没啥(?:来源|收入)|没(?:有)?(?:收入|来源|啥)|无(?:收入|来源)|靠天|不固定|借|贷|救济|救助|政策|补贴|补助|积蓄|存款|老底|干啥的都有|杂|亲戚|邻居|好几样|多种|各种|别人给|低收入|混/;
const heard: readonly (readonly [RegExp, string])[] = [
  [/羊羊|样羊|羊样|养样|洋羊|样鸡|羊鸡|羊猪|养羊羊/, '养殖'],
  [/达工|大宫|打[宫公攻供弓恭贡功]|大公|务公|无工|物工|打弓|搭工|外出无功|误工/, '务工'],
  [/中地|重地|种第|众地|肿地|种弟/, '种植'],
  [/地保|弟保|第保|低报|底保|的保/, '低保'],
  [/公益刚|公益港|工益岗|公一岗/, '公益岗位'],
  [/光福|光夫|广伏/, '光伏收益'],
  [/样老|养牢|养劳/, '养老金'],
];

/** 在外达工: a source written as voice typing hears it. */
export function misheardAt(text: string): { start: number; end: number } | undefined {
  for (const [re] of heard) {
    const hit = re.exec(text);
    if (hit) return { start: hit.index, end: hit.index + hit[0].length };
  }
  return undefined;
}

export interface SourceHit {
  name: string;
  word: string;
  start: number;
  end: number;
}

const hasSource = new RegExp(lexicon.map(([, re]) => re.source).join('|'));
const denied =
  /(?:不|不是|没|没有|不再|不能|没法|干不了|种不了|没人|无|不想|未|申请|想要?(?:个|份)?|够不上)(?:再|去|能|出去|怎么|咋|在外|外出)?$/;
const deniedBehind =
  /^(?:的)?(?:都|也|早|早就)?(?:无(?:$|[,。; ])|没有?(?:$|[,。; ])|不(?:种|干|打|养|做|去|算|是)|没(?:有)?(?:了|种|干|打|做|养)|停了|荒|卖了|干不动|种不动|打不动|取消)/;

/** Sources named in a text, in the order of naming, without those denied (地不种了). */
export function sourceHits(text: string): SourceHit[] {
  if (!hasSource.test(text)) return [];
  const all: SourceHit[] = [];
  for (const [name, re] of lexicon) {
    for (const found of text.matchAll(re))
      all.push({ name, word: found[0], start: found.index, end: found.index + found[0].length });
  }
  const hits = withoutOverlaps(
    all.sort((x, y) => y.end - y.start - (x.end - x.start)),
    text.length,
  );
  // 种地,不是种地是打工 takes the first back.
  const takenBack = hits.filter((h) => /不是$/.test(text.slice(Math.max(0, h.start - 3), h.start)));
  const said = hits
    .filter((h) => !isDenied(text, h) && !takenBack.some((t) => t.name === h.name && t.start > h.start))
    .sort((a, b) => a.start - b.start);
  return said.filter((h) => h.name !== '务工' || !said.some((o) => absorbs(o, h) && sameClause(text, o, h)));
}

/** 车间上班, 公岗工资, 退休工资: the general word for work adds nothing to the narrower one beside it. */
function absorbs(narrow: SourceHit, work: SourceHit): boolean {
  if (narrow.name === '外出务工') return true;
  // 开店上班 is the shop; 打工做生意 are two.
  if (narrow.name === '经商' && work.word.includes('工')) return false;
  const gap = Math.max(narrow.start, work.start) - Math.min(narrow.end, work.end);
  return gap <= 1 && /就业帮扶车间|公益岗位|零工|养老金|经商/.test(narrow.name);
}

/** 在徐州打工 is one source: the place and the work belong together. */
function sameClause(text: string, a: SourceHit, b: SourceHit): boolean {
  return !/[,。;、+ 和跟及]/.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)));
}

function isDenied(text: string, hit: SourceHit): boolean {
  if (denied.test(text.slice(Math.max(0, hit.start - 5), hit.start))) return true;
  return deniedBehind.test(text.slice(hit.end, hit.end + 5));
}

/** 收入主要来源: the canonical names, with the main one where it was said or there is but one. */
export function readIncomeSource(raw: string): Understood<IncomeSources> {
  const { text } = afterCorrection(trimFillers(raw));
  const hits = sourceHits(text);
  const sources = [...new Set(hits.map((h) => h.name))];
  const reason = doubtOf(text.replace(/差不多|基本上?|大部分|多数/g, ''));
  if (sources.length === 0) return withoutSource(text, reason);
  const found: IncomeSources = { sources, main: mainOf(text, hits, sources) };
  if (reason) return ask(reason, found);
  if (unclearBeside.test(without(text, hits))) return ask('vague', found);
  if (heard.some(([re]) => re.test(text))) return ask('misheard', found);
  return /以前|原来|过去|去年|往年|明年|打算|准备/.test(text) && !/现在|今年|如今/.test(text)
    ? ask('verify', found)
    : value(found);
}

/** 补贴和打工: what the 补贴 is stays open. */
const unclearBeside = /补贴|补助|奖补|救济|国家给|政府给|借钱|靠借/;

function without(text: string, hits: readonly SourceHit[]): string {
  return [...text].filter((_, i) => !hits.some((h) => h.start <= i && i < h.end)).join('');
}

function withoutSource(text: string, reason: AskReason | undefined): Understood<IncomeSources> {
  const sound = heard.filter(([re]) => re.test(text)).map(([, name]) => name);
  if (sound.length > 0)
    return ask('misheard', { sources: sound, main: sound.length === 1 ? (sound[0] ?? null) : null });
  const empty: IncomeSources = { sources: [], main: null };
  if (isAllFine(text)) return ask('allFine', empty);
  if (reason) return ask(reason, empty);
  return vagueSource.test(text) ? ask('vague', empty) : none;
}

function mainOf(text: string, hits: readonly SourceHit[], sources: readonly string[]): string | null {
  if (sources.length === 1) return sources[0] ?? null;
  for (const hit of hits) {
    const before = text.slice(Math.max(0, hit.start - 8), hit.start);
    const behind = text.slice(hit.end, hit.end + 6);
    if (/(?:主要|大头|重点|多半|关键)(?:还)?(?:是|靠|在|来自|收入)?[^,。;、和]{0,4}$/.test(before))
      return hit.name;
    if (/^(?:的)?(?:收入|钱)?(?:为主|是主要|占大头|是大头|多些?$|最多)/.test(behind)) return hit.name;
  }
  return null;
}
