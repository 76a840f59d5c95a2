/** Praise and complaint: a core word that is good or bad in itself, turned round by a negation before it. */

export type Polarity = 'good' | 'bad';

const anyhow = '(?:太|大|咋|怎么|怎|是很|够)?';
const none = '没(?:啥|什么|有|得)?';

/** What there may be or not be: 没问题, 有意见. */
const trouble = '问题|毛病|意见';
/** What has been reached or not: 到位, 没落实. */
const reached = '到位|及时|达标';
const inOrder = `${reached}|正常|放心|顺利|合格|认可`;
/** Bad in themselves; 差不多 and 难免 are not. */
const bad = '差(?!不多|不离|不差)|糟';

const fine = new RegExp(
  [
    `${none}(?:${trouble}|事|情况|异常)|无(?:问题|异常|意见)`,
    '不错|满意(?!度)|优秀|支持|棒(?!子)',
    '[挺很怪都蛮还可真]好|好(?:着|(?:得|的)很|好的)|好$',
    inOrder,
    '没[得话]说|没(?:啥|什么)?(?:可|好)?说的',
  ].join('|'),
);
const notFine = new RegExp(
  [
    '不咋(?:地|样|的|滴)|不怎么样',
    `不${anyhow}(?:好|满意|行|中|${inOrder})|没(?:有)?(?:${reached}|落实)|不满`,
    `有(?:点|些)?(?:${trouble})`,
    `${bad}|难|太[慢少]|落后|欠缺|敷衍|走过场`,
  ].join('|'),
);
/** A complaint denied is praise: 不差, 挑不出毛病; so is a dialect's 得劲. */
const noComplaint = [
  `(?:不|${none})(?:算|太|咋|怎么|大|是|很|够)*(?:差(?!不)|糟|孬|赖|难(?!免|说|讲|受))`,
  '挑不出[^,。;]{0,3}|(?:说|找)不出[^,。;]{0,3}(?:不|孬|毛病)[^,。;]?',
  '没(?:得|的|法|啥|什么)?(?:可|好)?挑(?:的|剔)?|无可挑剔|没(?:得|的|话|法)(?:可)?说(?:的)?',
  '很(?:得劲|中|管)|怪(?:得劲|中|美)|得劲(?=$|着|得|,)',
].join('|');
const denials = new RegExp(noComplaint, 'g');

/** Whether a text praises or complains, whatever the question. */
export function praise(text: string): Polarity | undefined {
  const rest = text.replace(denials, '');
  if (notFine.test(rest)) return 'bad';
  return rest !== text || fine.test(text) ? 'good' : undefined;
}

const soSo =
  '还(?:行|好|可以|中|管|凑合|过得去)|一般(?:般)?|差不(?:离|多)|凑合|马马虎虎|也?就那样|过得去|中等|将就|不好不坏';
const lukewarm = new RegExp(`^(?:都|也|就|[^,。;没不无差比]{2,5})?(?:${soSo})(?:吧|啊|的|呢)*$|差强人意`);

/** 还行, 一般, 凑合: neither praise nor complaint. */
export function isLukewarm(text: string): boolean {
  return lukewarm.test(text);
}

/** How far a judgement goes, and what else says nothing of what is judged. */
const degree =
  '(?:[都很也还挺怪蛮可真太最老大咋对跟比较非常特别觉得的地了着呢啊吧嘞哩嗯有点些我们咱俺现在方面]|大家|一直|确实)';
const verdict = `(?:不咋(?:地|样|的|滴)|不怎么样|不(?:${anyhow}|算)(?:好|满意|错|差|赖|孬|行|中)|满意|支持|认可|优秀|好|棒|差劲?|糟糕?)`;
const judgement = new RegExp(`^${degree}*${verdict}(?:${degree}|得很|${verdict})*$`);
const judging = new RegExp(`${noComplaint}|${verdict}|得很|越[^,。;]?越|${degree}`, 'g');

/** 满意, 挺好, 不怎么样: how somebody finds it and no more, which tells nothing of a fact. */
export function isJudgement(text: string): boolean {
  return judgement.test(text.replace(/[,。;!、~ ]/g, '')) && praise(text) !== undefined;
}

/** What a judgement is passed on: 村里路 in 村里路不好. */
export function judgedIn(text: string): string {
  return text.replace(judging, '');
}

/** 没欠债, 没拖, 不缺粮: one trouble denied is none found, and leaves open whether there is another. */
export const deniesTrouble =
  /^(?:都|也|就|家里|倒|从来|从)*(?:没(?:有)?|未|无|不)(?:再|被|过|给)?(?:拖|欠|借|贷|逾期|漏|裂|塌|危|停|断|冻|淹|涝|受灾|遭灾|病|得病|生病|住院|辍学|失学|纠纷|闹|打架|矛盾|污染|堵|缺|愁|亏|赔)[^,。;没不人]{0,4}$/;
