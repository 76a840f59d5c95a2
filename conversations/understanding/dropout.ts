import { everywhere, hitsOf, trimFillers } from '../language/text.ts';
import { afterCorrection } from './correction.ts';
import { doubtOf } from './doubt.ts';
import { ask, none, value } from './outcome.ts';
import type { DropoutReason, Understood } from './understood.ts';

const unknown =
  /不知道(?:为)?(?:啥|什么|咋|怎么|原因)|不清楚(?:为|原因|咋|啥)?|说不清|说不上来|不知道$|没问(?:过|出来)?|不晓得|原因不明|不明|谁知道|弄不清|搞不清|问不出/;

const parents = '他?父母|爸妈|他?爸|他?妈|爹娘|大人';
const study = '上学|读书|念书|就读|[上念读](?:小学|初中|中学|高中)';

/** Where the child still counts as being at school. */
const stillAtSchool: readonly (readonly [string, RegExp])[] = [
  ['特殊教育就读', /特校|特教|特殊(?:教育)?学校|特殊教育|聋哑学校|聋校|盲校|培智|启智/],
  ['送教上门', /送教|上门(?:教|送)|老师[^,。;不没]{0,4}(?:来家|上门)/],
  ['休学', /休学|请(?:了)?长假|病假/],
  ['转学', /转学|转(?:到|走|去|校|了|回|进|入)|换[^,。;不没]{0,6}学校/],
  [
    '随迁就读',
    new RegExp(
      `随迁|(?:随|跟)着?(?:${parents})[^,。;]{0,8}(?:${study}|上$)|(?:${parents})[^,。;不没]{0,6}带[^,。;不没]{0,6}(?:${study})|(?:${study})[,。; ]?(?:跟|随)着?(?:${parents})|(?:去|到|在|上)了?(?:${parents})[^,。;不没]{0,8}(?:${study})|在(?:外地|外面|外省|上海|浙江|苏州|徐州|南京|杭州|合肥)(?:${study}|上)`,
    ),
  ],
  ['职业学校', /职高|[技职]校|中专|五年制|职中|职业(?:学校|中学|高中|技术)|职教|卫校|中职/],
];

/** Reasons that mean the child learns somewhere after all. */
export const learnsElsewhere: ReadonlySet<string> = new Set(stillAtSchool.map(([name]) => name));

const reasons: readonly (readonly [string, RegExp])[] = [
  [
    '校园欺凌',
    /欺负|欺凌|霸凌|被(?!老师|家|爸|妈|爹|他爸|他妈)[^,。;]{0,6}(?:打|骂|笑|吓)|挨揍|排挤|勒索|威胁|(?:同学|人家|别人|有人)[^,。;]{0,3}(?:打|骂|笑话|欺)他?|挨打|受气|孤立|被(?:同学|人)(?:骂|笑|嘲)|嘲笑|校园暴力/,
  ],
  [
    '早婚',
    /结(?:了)?婚|成(?:了)?家|订(?:了)?(?:亲|婚)|定(?:了)?(?:亲|婚)|嫁|娶|订婚|定亲|订亲|怀孕|生(?:了)?(?:孩子|娃|小孩)|早婚|已婚|怀(?:了|上)|同居|有(?:了)?婆家|(?:找|说)(?:了)?(?:个)?婆家|当妈|当爹|私奔/,
  ],
  [
    '身体原因',
    /身体|(?:腿|腰|眼睛?|耳朵?|脑子|脑袋|头|手|脚|嗓子|脊柱|听力|视力)[^,。;是]{0,3}(?:不好(?!使唤)|不行|不便|疼|有问题|毛病|断)|骨折|看不见|听不见|不会说话|先天|不具备学习|残疾|残|脑瘫|自闭|智力|智障|智商|傻|痴呆|癫痫|羊癫|瘫|生病|有病|重病|大病|心脏病|白血病|肾病|(?<!毛)病|聋|哑|瞎|盲|失明|不会走|走不了|不能走|自理|精神|抑郁|住院|手术|发育|唐氏|多动|残障|肢体|车祸|受伤|摔/,
  ],
  [
    '照顾家人',
    /照顾|照看|照料|照应|伺候|看(?:着)?(?:弟|妹|老人|奶奶|爷爷|家|孩子)|(?:带|哄|领|抱)(?:着)?小?(?:弟|妹|孩子?|娃|侄|外甥)|陪护|陪床|没人(?:照|看|管老|带)|护理|养活(?:老|家|弟)|顾家/,
  ],
  [
    '上学不便',
    /太远|[路嫌]远|[\d一二两三四五六七八九十几]+(?:多)?(?:里|公里)(?:地|路)?|离(?:家|学校)(?:太|比较)?远|远得?很|没(?:有)?(?:校车|[公班]?车|人接|人送)|接送|不方便|交通|路(?:不好|难走|不通)|没(?:有|地方)?(?:学校|床位|宿舍|住宿|住的?地方|住校|住)|学校[^,。;]{0,3}(?:撤|停办|合并|没了|关了)|撤(?:校|点|并)|(?:走|跑)(?:路)?[^,。;]{0,6}(?:小时|钟头)|校车[^,。;]{0,3}(?:停|没|坏|不)|坐车|赶不上车|不便|离得远|远$/,
  ],
  [
    '家庭经济困难',
    /没钱|没有?(?:钱|学费|路费|车费)|交不起|供不[起上]|上不起|家(?:里)?(?:太|很|条件)?(?:穷|困难|差|不好)|困难|学费|穷|贫困|负担(?:不起|重)|经济|欠[^,。;]{0,6}债|揭不开锅|没生活费|(?:书|书本|学|生活|饭)费[^,。;]{0,2}(?:没|交不|不够|凑不)|没着落|缺钱|拿不出|家境|钱不够/,
  ],
  [
    '外出务工',
    /打工|务工|进[^,。;]{0,4}厂|跑车|上班|干活|挣钱|赚钱|做(?:小)?工|(?:干|搞|做)(?:装修|建筑|买卖|生意)|工地|(?:去|(?<!嫁)到|上|往)(?:了)?(?:工?厂|上海|浙江|苏州|昆山|广东|深圳|南方|江苏|杭州|徐州|外地|外面|北京|宁波|福建|温州)|跟(?:人|他?叔|他?舅|亲戚|老乡|村里人)(?:出去|出门)|当(?:服务员|小工|学徒|保安)|端盘子|洗碗|搬砖|打零工|送外卖|(?<!嫁)出去了$/,
  ],
  [
    '厌学',
    /厌学|不(?:想|愿意?|肯|爱|喜欢|乐意)(?:再)?(?:去|上|念|读|学|进)|(?:说啥|硬是|就是|打死|死活|怎么|咋)(?:说|劝)?(?:都|也)?不(?:去|上|念|读|学)|不去(?:学校|上学)|[看学读念听][书课]?不(?:进|下|会|懂)|迷上|沉迷|心思不在|懒得|上瘾|网吧|玩心|书(?:看|读|念|学)不|没(?:啥|什么)?(?:用|出息|前途|意思)|学(?:不(?:进|会|懂|下|好|动|了)|习不)|成绩(?:差|不好|跟不上)|跟不上|逃[学课]|翘课|嫌[^,。;]{0,4}(?:苦|累|难)|旷课|贪玩|打游戏|玩(?:手机|游戏)|(?:手机|游戏)玩|叛逆|没(?:有)?(?:兴趣|心思)|听不懂|念不(?:进|好|下)|读不(?:进|好|下|会)|不(?:好好)?学|上不(?:进|下)去|死活不|学不来|怕(?:上学|老师|写作业)|讨厌|不是(?:读书|学习|念书)的料|坐不住|网瘾|书念/,
  ],
];

const other =
  /失踪|跑丢|走失|(?:老师|学校|家长|爸妈|父母|家里)(?:.{0,2})不(?:让|要|收|叫|给|管)|开除|劝退|户口|学籍|坐牢|少管所|打架|犯(?:事|罪|错)|出家|疫情|年龄(?:大|小|不够)|没到年龄|超龄|毕业|老师打|留级|离婚|没人管|搬家|其他|其它|别的/;
/** 说啥也不去: said of the child's will, not of the teller's knowledge. */
const firmly = /(?:说啥|说什么|咋说|怎么说|打死)(?:都|也)不/g;
const appraised = /鉴定|评估|认定|专家(?:委|组)|审批|批准|批了/;

/** 失学辍学原因. A body reason exempts only with an appraisal, so it is asked back without one. */
export function readDropout(raw: string): Understood<DropoutReason> {
  const text = withoutDenied(afterCorrection(trimFillers(raw)).text);
  if (unknown.test(text)) return ask('hedged', { reason: '未知', physicalExempt: null });
  const sure = readSure(text);
  const reason = doubtOf(text.replace(firmly, ''));
  if (!reason || sure.status === 'ask') return sure;
  return sure.status === 'value' ? ask(reason, sure.value) : ask(reason);
}

const deniedFirst =
  /^(?:也|并|倒|又)?(?:不是|并非|不算|不怪|没有?(?=[^,。;没]{0,4}没))(?:说|因为|由于)?[^,。;]{1,12}?(?:[,。; ]|(?=(?:而|就|主要|其实)?是|主要|就是))(?=.)/;
const inFact = /(?:其实|实际上|说白了)(?:就|还|主要)?(?:是|因为)?(?=.{2})/;

/** 不是厌学,是家里没钱 and 说头疼,其实不想去: what comes after is the reason. */
function withoutDenied(text: string): string {
  const real = inFact.exec(text);
  const kept = (real ? text.slice(real.index + real[0].length) : text).replace(deniedFirst, '');
  return kept.replace(/[,。; ](?:也|并|倒|又)?不(?:是|怪)(?:因为)?[^,。;]{1,12}$/, '');
}

function readSure(text: string): Understood<DropoutReason> {
  const atSchool = stillAtSchool.find(([, re]) => re.test(text))?.[0];
  if (atSchool) return readAtSchool(text, atSchool);
  if (/(?:去|到|在)[^,。;不没]{0,6}(?:上学|读书|念书|就读|上小学|上初中)/.test(text) && !/不|没/.test(text)) {
    return ask('conflict', undefined, { options: ['随迁就读', '转学'].map(toOption) });
  }
  const found = forRelatives(text, reasonsIn(text));
  if (followsParents.test(text) && found.includes('外出务工'))
    return ask('conflict', undefined, { options: ['随迁就读', '外出务工'].map(toOption) });
  if (atHome.test(text) && found.includes('外出务工'))
    return ask('conflict', undefined, { options: ['照顾家人', '外出务工'].map(toOption) });
  if (found.length === 0)
    return other.test(text) ? ask('vague', { reason: '其他', physicalExempt: null }) : none;
  const [first = '其他'] = found;
  if (first === '身体原因' && appraised.test(text) && !/没|未|正在|不给|准备|申请/.test(text)) {
    return value({ reason: first, physicalExempt: true });
  }
  if (found.includes('身体原因')) return ask('verify', { reason: '身体原因', physicalExempt: null });
  const settled = { reason: first, physicalExempt: false };
  return found.length > 1 ? ask('conflict', settled, { options: found.map(toOption) }) : value(settled);
}

/** 在家帮着干活: at home, so not away for work. */
const atHome = /(?:在家|家里|地里)[^,。;]{0,5}(?:干活|帮忙|做活|放羊|种地)/;

/** 去上海他爸那, 跟他妈走了: schooled elsewhere or at work, nobody knows. */
const followsParents =
  /^(?!.*(?:干活|干工地|挣钱|赚钱|进厂|上班|(?:去|出去|一起)打工|打工去)).*(?:他?爸|他?妈|父母|爹|娘)|在他?(?:爸|妈|父母|爹娘?)[^,。;]{0,4}打工|帮家|帮(?:着)?(?:他?爸|他?妈|大人)/;

const relative = '爹|娘|爸|妈|父|母|婆|奶|爷|老人|弟|妹|家人';
/** 奶奶瘫了, 瘫痪的爹, 病人: the illness stands beside the one who has it. */
const illRelative = new RegExp(`(?:${relative})亲?(?:身体|腿|腰)?[^,。;又也加是]{0,2}$`);
const relativeBehind = new RegExp(`^[^,。;又也]{0,3}(?:${relative})|^人`);

/** 伺候瘫痪的爹: the illness is somebody else's; 照顾奶奶,身体不好 leaves open whose. */
function forRelatives(text: string, found: readonly string[]): readonly string[] {
  const body = reasons.find(([name]) => name === '身体原因')?.[1];
  if (!found.includes('照顾家人') || !body) return found;
  const hit = body.exec(text);
  const theirs =
    hit &&
    (illRelative.test(text.slice(0, hit.index)) ||
      relativeBehind.test(text.slice(hit.index + hit[0].length)));
  return theirs ? found.filter((f) => f !== '身体原因') : found;
}

const notThere = /没|不|想|准备|打算|以前|原来|正在/;
/** 初中没毕业上了中专, 听不见在聋校: what is denied isn't the school. */
const beside =
  /(?:没|未)(?:毕业|上完|念完|读完)|[听看]不(?:见|清)|不(?:会|能|太会)(?:说话?|走路?|动)|不(?:到|在家)|没办?法|(?:身体|腿|眼)不(?:太|大)?好|还不是|才不[上去]/g;

function readAtSchool(text: string, reason: string): Understood<DropoutReason> {
  const found: DropoutReason = { reason, physicalExempt: false };
  if (notThere.test(text.replace(beside, ''))) return ask('verify', found);
  // Leave from school counts only with its papers.
  if (reason === '休学' && !/手续|证明|批/.test(text)) return ask('verify', found);
  return value(found);
}

const reasonsAnywhere = reasons.map(([name, re]) => [name, everywhere(re)] as const);

/** All reasons named, by place, without those denied (没被欺负, 家里不穷, 身体没毛病). */
export function reasonsIn(text: string): string[] {
  return reasonsAnywhere
    .map(([name, re]) => ({ name, at: firstNamed(text, re) }))
    .filter((r) => r.at >= 0)
    .sort((a, b) => a.at - b.at)
    .map((r) => r.name);
}

const deniedAhead = /(?:没人?|没有人?|不|未|不是|不算|没能|没法)(?:被|是|有)?$/;
const deniedBehind = /^[^,。;]{0,1}(?:没(?:啥|什么|有)?(?:毛病|问题|事|病)|健康|正常|挺好|好着)/;

function firstNamed(text: string, re: RegExp): number {
  for (const hit of hitsOf(re, text)) {
    const denied =
      deniedAhead.test(text.slice(Math.max(0, hit.index - 5), hit.index)) ||
      deniedBehind.test(text.slice(hit.index + hit[0].length, hit.index + hit[0].length + 7));
    if (!denied) return hit.index;
  }
  return -1;
}

function toOption(reason: string): { label: string; value: DropoutReason } {
  return { label: reason, value: { reason, physicalExempt: false } };
}
