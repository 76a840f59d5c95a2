import { afterCorrection } from './correction.ts';
import { doubtOf } from './doubt.ts';
import { ask, none, value } from './outcome.ts';
import { trimFillers } from './text.ts';
import type { DropoutReason, Understood } from './understood.ts';

const unknown =
  /不知道(?:为)?(?:啥|什么|咋|怎么|原因)|不清楚(?:为|原因|咋|啥)?|说不清|说不上来|不知道$|没问(?:过|出来)?|不晓得|原因不明|不明|谁知道|弄不清|搞不清|问不出/;

/** Where the child still counts as being at school. */
const stillAtSchool: readonly (readonly [string, RegExp])[] = [
  ['特殊教育就读', /特校|特教|特殊(?:教育)?学校|特殊教育|聋哑学校|聋校|盲校|培智|启智/],
  ['送教上门', /送教|上门(?:教|送)|老师(?:来家|上门)/],
  ['休学', /休学|请(?:了)?长假|病假/],
  ['转学', /转学|转(?:到|走|去|校|了)|换(?:了)?学校/],
  [
    '随迁就读',
    /(?:随|跟)(?:着)?(?:他?父母|他?爸妈?|他?妈|爹娘|大人)[^,。;]{0,8}(?:上学|读书|念书|就读|上小学|上初中|上$)|随迁|跟(?:着)?(?:父母|爸妈|他?爸|他?妈|爹娘|大人)[^,。;]{0,8}(?:上学|读书|念书|就读|上小学|上初中)|在(?:外地|外面|外省|上海|浙江|苏州|徐州|南京|杭州|合肥)(?:上学|读书|念书|就读|上)/,
  ],
  ['职业学校', /职高|技校|中专|职中|职业(?:学校|中学|高中|技术)|职教|卫校|中职/],
];

/** Reasons that mean the child learns somewhere after all. */
export const learnsElsewhere: ReadonlySet<string> = new Set(stillAtSchool.map(([name]) => name));

const reasons: readonly (readonly [string, RegExp])[] = [
  [
    '校园欺凌',
    /欺负|欺凌|霸凌|被(?:同学|人)?打|(?:同学|人家|别人|有人)[^,。;]{0,3}(?:打|骂|笑话|欺)他?|挨打|受气|孤立|被(?:同学|人)(?:骂|笑|嘲)|嘲笑|校园暴力/,
  ],
  [
    '早婚',
    /结(?:了)?婚|成(?:了)?家|订(?:了)?(?:亲|婚)|定(?:了)?(?:亲|婚)|嫁|娶|订婚|定亲|订亲|怀孕|生(?:了)?(?:孩子|娃|小孩)|早婚|同居|有(?:了)?婆家|(?:找|说)(?:了)?(?:个)?婆家|当妈|当爹|私奔/,
  ],
  [
    '身体原因',
    /身体|不具备学习|残疾|残|脑瘫|自闭|智力|智障|智商|傻|痴呆|癫痫|羊癫|瘫|生病|有病|重病|大病|心脏病|白血病|肾病|病|聋|哑|瞎|盲|失明|不会走|走不了|不能走|自理|精神|抑郁|住院|手术|发育|唐氏|多动|残障|肢体|车祸|受伤|摔/,
  ],
  [
    '照顾家人',
    /照顾|照看|照料|伺候|看(?:着)?(?:弟|妹|老人|奶奶|爷爷|家|孩子)|(?:带|哄|领|抱)(?:着)?(?:弟|妹|孩子)|没人(?:照|看|管老|带)|护理|养活(?:老|家|弟)|顾家/,
  ],
  [
    '上学不便',
    /太远|路远|[\d一二两三四五六七八九十几]+(?:多)?(?:里|公里)(?:地|路)?|离(?:家|学校)(?:太|比较)?远|远得?很|没(?:有)?(?:校车|车|人接|人送)|接送|不方便|交通|路(?:不好|难走|不通)|没(?:有)?(?:学校|床位|宿舍)|撤(?:校|点)|坐车|不便|离得远|远$/,
  ],
  [
    '家庭经济困难',
    /没钱|交不起|供不起|上不起|家(?:里)?(?:太|很|条件)?(?:穷|困难|差|不好)|困难|学费|穷|贫困|负担(?:不起|重)|经济|欠债|缺钱|拿不出|家境|钱不够/,
  ],
  [
    '外出务工',
    /打工|务工|进厂|上班|干活|挣钱|赚钱|做工|工地|(?:去|到|上|往)(?:了)?(?:厂|上海|浙江|苏州|昆山|广东|深圳|南方|江苏|杭州|徐州|外地|外面|北京|宁波|福建|温州)|跟(?:人|他?叔|他?舅|亲戚|老乡|村里人)(?:出去|出门)|当(?:服务员|小工)|送外卖|(?<!嫁)出去了$/,
  ],
  [
    '厌学',
    /厌学|不(?:想|愿意?|肯|爱|喜欢|乐意)(?:再)?(?:去|上|念|读|学|进)|学(?:不(?:进|会|懂|下|好)|习不)|成绩(?:差|不好|跟不上)|跟不上|逃学|旷课|贪玩|打游戏|玩(?:手机|游戏)|叛逆|没(?:有)?(?:兴趣|心思)|听不懂|念不(?:进|好|下)|读不(?:进|好|下|会)|不(?:好好)?学|上不(?:进|下)去|死活不|学不来|怕(?:上学|老师|写作业)|讨厌|不是(?:读书|学习|念书)的料|坐不住|网瘾|书念/,
  ],
];

const other =
  /失踪|跑丢|走失|(?:老师|学校|家长|爸妈|父母|家里)(?:.{0,2})不(?:让|要|收|叫|给|管)|开除|劝退|户口|学籍|坐牢|少管所|打架|犯(?:事|罪|错)|出家|疫情|年龄(?:大|小|不够)|没到年龄|超龄|毕业|老师打|留级|离婚|没人管|搬家|其他|其它|别的/;
const appraised = /鉴定|评估|认定|专家(?:委|组)|审批|批准|批了/;

/** 失学辍学原因. A body reason exempts only with an appraisal, so it is asked back without one. */
export function readDropout(raw: string): Understood<DropoutReason> {
  const { text } = afterCorrection(trimFillers(raw));
  if (unknown.test(text)) return ask('hedged', { reason: '未知', physicalExempt: null });
  const sure = readSure(text);
  const reason = doubtOf(text);
  if (!reason || sure.status === 'ask') return sure;
  return sure.status === 'value' ? ask(reason, sure.value) : ask(reason);
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

/** 去上海他爸那, 跟他妈走了: schooled elsewhere or at work, nobody knows. */
const followsParents =
  /^(?!.*(?:干活|挣钱|赚钱|进厂|上班|(?:去|出去|一起)打工|打工去)).*(?:他?爸|他?妈|父母|爹|娘)|在他?(?:爸|妈|父母|爹娘?)[^,。;]{0,4}打工|帮家|帮(?:着)?(?:他?爸|他?妈|大人)/;

/** 伺候瘫痪的爹: the illness is somebody else's. */
function forRelatives(text: string, found: readonly string[]): readonly string[] {
  const tends = found.includes('照顾家人') && /爹|娘|爸|妈|奶|爷|老人|弟|妹|家人/.test(text);
  return tends ? found.filter((f) => f !== '身体原因') : found;
}

function readAtSchool(text: string, reason: string): Understood<DropoutReason> {
  const found: DropoutReason = { reason, physicalExempt: false };
  if (/没|不|想|准备|打算|以前|原来|正在/.test(text) && !/不(?:到|在家)/.test(text))
    return ask('verify', found);
  // Leave from school counts only with its papers.
  if (reason === '休学' && !/手续|证明|批/.test(text)) return ask('verify', found);
  return value(found);
}

/** All reasons named, by place; working away explains away the school's side of the same story. */
export function reasonsIn(text: string): string[] {
  return reasons
    .map(([name, re]) => ({ name, at: text.search(re) }))
    .filter((r) => r.at >= 0)
    .sort((a, b) => a.at - b.at)
    .map((r) => r.name);
}

function toOption(reason: string): { label: string; value: DropoutReason } {
  return { label: reason, value: { reason, physicalExempt: false } };
}
