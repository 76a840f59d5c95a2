import type { Rule, Topic } from './topic.ts';

const pay = '(?:参|交|缴)';
const paid = '(?:参保|参合|参加|参|交|缴|买|入|办|上|保|投|续)';
const done = '(?:交|缴|参|办|保)';
const not = '没(?:有)?';
const lacking = '(?:少|差|缺|漏|落|剩)';
/** First characters of a member of the household. */
const member = '(?:我|俺|老|儿|孩|闺|他|她)';
const person =
  '(?:我|俺|他|她|老[大二三四]|老伴|老头|老太太?|媳妇|孩子|儿子|闺女|女儿|孙子|孙女|爹|娘)(?:们)?';
const some = '(?:老人|小孩|孩子|娃|大人|老头|老太太|老两口|儿子|媳妇|一半|一部分|有的)(?:们)?';
const anybody = '(?:一个|一人|人|谁|哪个|任何人)?(?:人)?';
const everybody = '(?:都|全|全部|全家|全员|一家|人人|个个|每个|统统)';
const several = '(?:一|两|俩|二|三|四|五|六|\\d)';
const scheme = '(?:医保|农合|新农合|合作医疗)';

function any(...ways: string[]): RegExp {
  return new RegExp(ways.join('|'));
}

/** 没有不参的, 一个没落, 没断过: nobody is missing. */
const nobodyMissing = any(
  `(?:没|未|漏)${pay}(?:保|合|费)?的(?:一个)?(?:都|也)?(?:没有?|无)`,
  `(?:没有?|无|哪有)${anybody}(?:是)?(?:不|没有?|未|漏|落|断)(?:${paid}|有|下|掉|的)`,
  `(?:一个|一人|谁|哪个)(?:都|也)?(?:不|没有?)(?:${lacking}|拉)`,
  `${not}(?:漏|落下|拉下|遗漏)|无(?:一)?遗漏|无一漏|(?:${not}|未|不曾)断(?:过|缴|保|$)`,
  '不(?:差|缺|少|漏|落)(?!多)',
);

/** 没交, 断缴, 交不起: said of whoever it is said of. */
const notPaid = any(
  `(?:没有?|未|不|木|冇|木有|没得)(?:去|再|能|肯|愿意?|想|打算|给)?(?:完?全|都|全部)?(?:${paid}|齐|全)|不全`,
  `断[缴交保了过]|停保|脱保|漏[保交缴]|欠费|弃保|忘(?:了|记)?(?:${paid}|$)|${paid}不(?:起|了|上)`,
  `(?:没|不)(?:舍得|顾上|捞着|赶上|来得及)(?:[^,。;]{0,3}${pay}|$)|(?:差|缺|少)${member}|漏了|落了|掉了?一`,
);

const allPaid = any(
  `${everybody}[^,。;]{0,8}(?:${paid}|有|齐|医保|农合|合作医疗)|(?:年年|每年)(?:都|按时)?(?:${paid})`,
  `(?:${paid})齐|齐(?:了|全)|${paid}全|百分(?:之)?百|100%|全(?:乎|活|了|着)`,
  `(?<!正[^,。;]{0,2})(?:${paid})着|(?:${paid})(?:了|过|的)|已(?:${paid})|在保|有${scheme}|${paid}$|都在`,
);

/** 马上交, 没到时候: not yet. */
const underWay = any(
  '正在|手续|流程|准备|马上|打算|要去|等着|在(?:办|交|补)|还没来得及|没到[^,。;]{0,4}(?:时候|时间|点)',
  '(?:年底|到时|月底|过年|以后)[^,。;]{0,4}(?:交|参|办|缴)',
  '(?:明天|过几天|这两天|月底|下个?月|回头)(?:就|去|再)?(?:交|参|办|缴)',
);

const unpaid = /没(?:有)?(?:参|交|缴|买|办)|不(?:参|交|愿|想)/;

/** Insured elsewhere, as an employee or free of charge: counts, with proof. */
const elsewhere: readonly Rule[] = [
  {
    re: any(
      `在[^,。;家校都全]{1,4}(?:参|交|缴|办)的|大学里?|转到|异地|外地|外省|娘家|婆家|那边|那儿|外面|外头`,
      '上海|浙江|江苏|城里',
    ),
    not: unpaid,
    ask: 'verify',
    guess: true,
  },
  {
    re: /职工|城镇|单位|厂里|公司|学校|部队|当兵|社保|居民医保转/,
    not: any(unpaid.source, '(?:其他|其余|剩下|别|大人|家里)(?:的|人)?(?:人)?[^,。;]{0,3}(?:都|全)'),
    ask: 'verify',
    guess: true,
  },
  { re: any(`不(?:用|需要|必)(?:交|参|缴|办)|免(?:交|缴)`), ask: 'verify', guess: true },
];

/** Only some of them are spoken of, or it is said by halves. */
const partly: readonly Rule[] = [
  {
    re: any(`^(?:我|俺|他|她|本人|户主)(?:自己|本人)?(?:已经|早)?(?:参|交|缴|买)`),
    ask: 'verify',
    guess: true,
  },
  { re: /商业|惠民|意外险|保险公司/, ask: 'verify' },
  { re: /基本(?!医)|大部分|大多|差不多|多数|大概/, ask: 'hedged' },
];

/** 差一个, 除了老二都参了, 不是都参: somebody is missing. */
const somebodyMissing: readonly Rule[] = [
  { re: any(`(?:^|[,。;])(?:就|还|只)?${lacking}(?:了|下|着)?(?:一|俩|两|1|2|${member})`), is: false },
  {
    re: any(
      '不是(?:都|全|每个|人人|所有)|(?:^|[^大])(?:部分|一半)(?:人)?(?:参|交|缴|买)',
      '(?:有的|有些|个别)(?:人)?(?:没|参|交)',
    ),
    is: false,
  },
  {
    re: any(
      `${not}给[^,。;]{1,4}(?:交|参|缴|办)|今年(?:还|就)?没(?:有)?$|${not}钱|[交缴参买]不起`,
      '除(?:了|去|开)?[^,。;]{1,8}(?:都|全)',
    ),
    is: false,
  },
];

/** 是否全部参加新农合. 差一个 is a no; insured elsewhere or as an employee counts, with proof. */
export const insured: Topic = {
  key: 'allInsured',
  trueIsGood: true,
  mood: 'good',
  progresses: true,
  rules: [
    {
      re: any(`(?:没|未)${pay}[^。;]{0,6},[^,]*在[^,。;]{1,5}(?:参|交|缴|办)的`),
      ask: 'verify',
      guess: true,
    },
    { re: any(`(?:都|全)[^,。;]{0,4}${pay}[^,。;]{0,3}除(?:了|去|开)`), is: false },
    { re: any(`不是(?:没|不|未)${pay}`), ask: 'verify' },
    { re: /(?:明|来|下一?)年(?:度)?[^,。;]{0,6}(?:没|未|不)/, ask: 'verify', guess: true },
    { re: nobodyMissing, is: true },
    { re: any(`${person}(?:就|还|都|也|倒)?没(?:有|参|交)?$`), is: false },
    { re: /(?:又|今年|现在|都)[^,。;没]{0,3}续(?:上|交|缴|保)/, is: true },
    {
      re: any(`(?:${done}|结)(?:完|齐|清|妥)(?:了|啦|$)`),
      not: any(`${not}(?:都|全)?${done}(?:完|齐|清)|除|就(?:老|剩)|只|光`),
      is: true,
    },
    ...somebodyMissing,
    { re: underWay, ask: 'inProgress' },
    { re: /才上户|刚上户|户口刚|刚迁|新生|落地|刚生|刚出生|月子|吃奶|满月/, ask: 'verify', guess: false },
    ...elsewhere,
    ...partly,
    { re: notPaid, is: false },
    {
      re: any(`(?:${lacking}|除|还有|就|只|仅)(?:了|下|有)?[^,。;]{0,6}(?:没有?|个|人|口|一|俩|两|未|不)`),
      not: /差不多|不差/,
      is: false,
    },
    { re: any(`(?:只|光|仅|(?:^|[,。;])就(?!都|全|已|交|参|办))(?:有|给)?[^,。;]{1,6}${paid}`), is: false },
    {
      re: any(`${some}(?:都|全|也|刚|才)?(?:补)?${paid}`),
      not: /(?:老|大人).*(?:小|孩|娃)|(?:小|孩|娃).*(?:老|大人)|一家|全家/,
      ask: 'verify',
      guess: true,
    },
    {
      re: any(
        `^(?:有|是)?${several} ?(?:个|人|口)[^,。;都全]{0,3}${pay}`,
        `${pay}(?:了|过)?${several} ?(?:个|人|口)`,
      ),
      ask: 'verify',
    },
    { re: allPaid, is: true },
  ],
};
