import { scanNumbers } from '../../language/numbers/numerals.ts';
import { hitsOf } from '../../language/text.ts';
import { moneySaid } from '../../reading/income/money.ts';
import { sourcesNamed } from '../../reading/income/sources.ts';
import { illnessesAt } from '../../reading/told-facts.ts';
import type { HintIndex } from './hint-index.ts';
import { topicHits } from './hint-index.ts';
import { withoutOverlaps } from './spans.ts';

/** The ledger's subjects, each with a reader of its own. */
export type Domain =
  | 'population'
  | 'income'
  | 'stable'
  | 'insured'
  | 'illness'
  | 'afford'
  | 'school'
  | 'housing'
  | 'water'
  | 'difficulty'
  | 'problem';

/** Words that tell what a stretch of a clause is about. */
export interface Anchor {
  start: number;
  end: number;
  /** A ledger subject, or the keys of questions known only by their hints. */
  domain?: Domain;
  keys?: readonly string[];
}

const person = '[\\d一二两三四五六七八九十俩仨几]';
const words: readonly (readonly [Domain, RegExp])[] = [
  [
    'insured',
    new RegExp(
      `(?:参保|参合|交(?:了)?(?:医保|农合))(?:了|的|人数)?[:是有]?${person}{1,3} ?(?:个人|人|个)|${person}{1,3} ?(?:个人|人|个)(?:(?:参保|参合|参了|交了医保)(?! ?${person})|没参|没交|未参)|(?:没|未|没有|还没|不)(?:去|再|肯|愿意?)?(?:交|缴|参)(?!学|水|电|税|钱|罚|租)(?:上|保|合|齐|全)?|参保|参合|医保|新农合|农合|合作医疗|医疗保险|(?:都|全|没|未|没有|不)参(?:加)?|参[了全齐]|[漏断脱]保|应保尽保`,
      'g',
    ),
  ],
  [
    'population',
    new RegExp(
      `${person}{1,4}(?:、${person})? ?(?:口(?:子|人)?|个?人(?!均(?!参|已|为|有|在|无)))|好几口人?|[是事市思试似石实时舞午误吾武流留刘散伞]口(?:人|子)|人口(?:数)?|人数|(?:老|小)?(?:两|俩)口子?|老夫妻|夫妻|夫妇|(?:爷孙|奶孙|娘|爷|母女|父女|父子|母子|婆媳|姐妹|兄弟|弟兄|祖孙)(?:俩|仨|两人?|三人?|几个)?(?=带|和|加|过|生活|相依|住|在家|一起|$|[,。])|[爷娘](?:俩|仨)|光棍|独居|单身|就(?:我|俺|他|她)(?:自己)?一个|户口[本簿]`,
      'g',
    ),
  ],
  [
    'school',
    /(?:子女|孩子|儿女)(?:都|已经?|均)*(?:成年|成家)|复学|返校|特教|辍学|失学|退学|(?<![跟赶供用吃喝接交参考穿住够顾管])不(?:上|读)了|上学|读书|念书|在校|在读|就读|小学(?!文化)|初中(?!文化)|初[一二三]|[一二三四五六七八九]年级|适龄|不念|没念|没毕业|学生|特校|送教|休学|幼儿园|(?:上|念|读)(?:高中|技校|职高|中专)|大学(?!生村官)|(?:娃|孩子|孙子|孙女|儿子|闺女|女儿|姑娘|丫头)(?:才|今年|都)?[\d一二三四五六七八九十]{1,3}(?!万|千|百|个|口|亩)|[\d一二三四五六七八九十]{1,3}岁|(?:娃|孩子|孙子|孙女)(?:都)?(?:在)?(?:上着|上学|不上|没上)|没(?:有)?(?:娃|孩子|小孩)|(?:去|到|不敢|没去)学校|厌学|(?:都|正常|好好)(?:在|地)?(?:上|念|读)着/g,
  ],
  [
    'afford',
    /(?:看|掏|付|负担|支付|拿|花)(?:的|得|不)(?:起|出)(?:钱|药|病)*|自(?:费|付)(?:有)?(?:困难|吃力)?|自己(?:能)?(?:掏|付|出钱|负担)|支付能力|没钱看|能(?:自己)?(?:掏|付|负担|承受|承担)|承[受担](?:得|不)|看病(?:的)?钱|借钱看病/g,
  ],
  [
    'illness',
    /大病(?!保险|医保|救助)|慢性?病|重病|病人|没(?:有)?病|有病|得(?:了)?病|生病|没灾|身体|健康|硬朗|病号|患病|做(?:了)?手术|住(?:了|过)?院|残疾(?!人?(?:补|津|两|护))|瘫/g,
  ],
  [
    'housing',
    /住房|房子|房屋|(?<!\d号)房(?!租|贷|费|东)|屋|(?<![a-z])[abcd] ?级|危房|[威微为维伟]房|土坯|墙(?=裂|歪|倒|体)|裂缝|屋顶|漏雨|安置点|鉴定/g,
  ],
  [
    'water',
    /(?:饮|吃|用)水困难|(?:自来水|供水|水压|水)不稳定?|自来水|饮水|吃水|用水|喝水|断水|停水|挑水|(?<!薪|汗|油|血|被|墨|胶|药|露|流|风|下|缩|灌|浇)水(?!平|果|稻|泥|利|库|产|费|管员|落|灾|分|电|务|塘养)|井(?!然)/g,
  ],
  [
    'stable',
    /(?<!安)稳(?!岗|得住)(?:定|当)?|不固定|固定收入|看天吃饭|靠天(?:吃饭|收)?|有一天没一天|旱涝保收|时好时坏|有活就干/g,
  ],
  ['problem', /(?:其他|其它|别的|另外|户内)(?:的)?问题/g],
  ['difficulty', /困难|难处/g],
  [
    'income',
    /报销?了?(?=[\d一二两三四五六七八九十])[\d一二两三四五六七八九十]|收入|挣|来源|年薪|月薪|进项|毛收|纯收/g,
  ],
];

/** Which subject a ledger question belongs to: its own topic words then point there. */
export const domainOfKey: Readonly<Record<string, Domain>> = {
  population: 'population',
  annualIncome: 'income',
  incomeSource: 'income',
  incomeStable: 'stable',
  allInsured: 'insured',
  seriousIllness: 'illness',
  canAffordCare: 'afford',
  schoolAgeChild: 'school',
  droppedOut: 'school',
  dropoutReason: 'school',
  housingSafe: 'housing',
  housingAppraised: 'housing',
  housingGrade: 'housing',
  otherSafeHousing: 'housing',
  waterProblem: 'water',
  waterTypes: 'water',
  otherDifficulties: 'difficulty',
  otherProblems: 'problem',
};

const standing =
  /(?:低保|五保|特困|脱贫|贫困|监测|边缘(?:易致贫)?|一般(?:农)?|易地搬迁|建档立卡|突发(?:严重)?困难)户/g;

/** All anchors of a clause, the longest at each place, left to right. */
export function anchorsIn(clause: string, index: HintIndex): Anchor[] {
  const masked = clause.replace(standing, (m) => '户'.repeat(m.length));
  const all: Anchor[] = hintAnchors(masked, index);
  for (const [domain, re] of words) {
    for (const hit of hitsOf(re, masked)) {
      const behind = masked.slice(hit.index + hit[0].length);
      const isPart =
        domain === 'population' &&
        (partOf.test(masked.slice(0, hit.index)) ||
          (/^[一1]/.test(hit[0]) && earns.test(behind)) ||
          isSickPart(hit[0], behind));
      if (!isGrownAge(hit[0]) && !isPart)
        all.push({ start: hit.index, end: hit.index + hit[0].length, domain });
    }
  }
  for (const hit of illnessesAt(masked)) all.push({ ...hit, domain: 'illness' });
  for (const hit of sourcesNamed(masked))
    all.push({ start: hit.start, end: hit.start + hit.word.length, domain: 'income' });
  for (const a of moneySaid(masked).amounts) {
    if (a.hasUnit || a.n.lo >= 1000 || a.period !== undefined)
      all.push({ start: a.n.start, end: a.n.end, domain: 'income' });
  }
  const longestFirst = all.sort((a, b) => b.end - b.start - (a.end - a.start) || rank(a) - rank(b));
  return withoutOverlaps(longestFirst, masked.length);
}

/** 其中劳力2人, 适龄儿童2人, 其他3口: some of the household, not the whole of it. */
const partOf =
  /(?:其中|其他|其它|其余|另外)(?:的)?$|(?:劳动?力|学生|儿童|孩子|娃|党员|老人|残疾人?|大病|慢性?病|病人|患者|在校生?|务工|打工)(?:有|是|的|:)?$/;

/** 1人尿毒症 */
function isSickPart(word: string, behind: string): boolean {
  return /人$/.test(word) && (illnessesAt(behind)[0]?.start === 0 || /^(?:残疾|重残)/.test(behind));
}

/** 我一个人挣钱: who earns, not how many there are. */
const earns = /^(?:在|去)?(?:外面?|厂里)?(?:挣|干活|打工|上班|忙|养(?!老))/;

/** 户主68岁 tells nothing of a pupil. */
function isGrownAge(word: string): boolean {
  const [age, ...more] = word.endsWith('岁') ? scanNumbers(word) : [];
  return age !== undefined && more.length === 0 && age.lo >= 20 && age.start === 0;
}

function hintAnchors(text: string, index: HintIndex): Anchor[] {
  return topicHits(text, index).map((hit) => {
    const [first] = hit.keys;
    const domain = hit.keys.length === 1 && first !== undefined ? domainOfKey[first] : undefined;
    return domain
      ? { start: hit.start, end: hit.end, domain }
      : { start: hit.start, end: hit.end, keys: hit.keys };
  });
}

/** A disease is one whatever else it tells; otherwise a question's own words win over a general subject. */
function rank(anchor: Anchor): number {
  if (anchor.domain === 'illness') return 0;
  return anchor.keys ? 1 : 2;
}
