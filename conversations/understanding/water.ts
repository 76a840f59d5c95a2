import { afterCorrection } from './correction.ts';
import { doubtOf, isAllFine, isInProgress } from './doubt.ts';
import { ask, doubt, none, value } from './outcome.ts';
import { trimFillers } from './text.ts';
import type { AskReason, Understood, Water } from './understood.ts';
import { isLukewarm, plainAnswer } from './yes-no/plain.ts';

const season =
  '(?:一到|到|每(?:年|天|到|周)?|逢|赶上)?(?:夏|冬|春|秋|天旱|干旱|旱|农忙|过年|麦收|收麦|天热|天冷|高峰|做饭|用水高峰|浇地|枯水|晚上|早上|中午|白天|下雨)(?:天|季|里|时|节|点|期|的?时候|一?到)?';
const often =
  '(?:经常|老是?|总是?|常|常年|天天|三天两头|隔三差五|动不动|时常|一直|成天|月月|好多天|很多天|频繁|不时|断断续续)(?:的|地)?(?:都|要|会|就)?';
const stop = '(?:断水|停水|没水|没有水|不来水|缺水|无水|断流|不出水|水?(?:上|冻住|结冰)|停|断)';

/** What is wrong with the water, by the four measures of the plan. */
const types: readonly (readonly [string, RegExp])[] = [
  [
    '水质',
    /烧(?:开|出来|水)[^,。;]{0,4}(?:白|垢|碱|渣)|一层(?:白|垢|碱|油|沫)|(?:发|泛|变|有点?|很|太|挺|怪|偏|又|水|是|还|,|^|老|总)(?:黄|浑|混|咸|苦|涩|碱|硬|脏|臭|腥|红|黑|绿|白(?!天)|浊)|(?<!老|姓|小)黄(?!瓜|豆|口|河|金|泥路)|浑|浊|脏|咸|苦(?!于)|涩|碱(?:大|重|多|味|高|性)?|(?:有|带|一股|股|怪|异|铁锈|漂白粉?|腥|臭)味|味[道儿]?(?:大|重|不|怪|不对|冲)|有(?:沙|泥|虫|杂|铁锈|锈|水锈|沉淀|渣|颜色|油|水垢|白)|沙子|泥沙|铁锈|水垢|结垢|(?:全是|都是|一层|净是|满是)(?:白|碱|水)?垢|沉淀|(?:有|带)[^,。;]{1,4}味|(?<![说分看记弄搞道讲])不(?:太|大|咋|怎么|很|够)?(?:干净|清(?!楚)|卫生|好喝|能喝|敢喝|达标|透亮)|喝不得|不合格|含氟|氟(?:高|超)|高氟|氟超标|超标|水质(?:差|不|有问题)|污染|难喝|不甜|拉肚子|漂白粉|硬度/,
  ],
  [
    '水量',
    /水(?:太|有点|很|流|压|也|比较|特别|量)?(?:太|有点|很)?(?:小|少|细|弱|不足|不大|不够|低)|(?:又|还|也)(?:小|少|细)|不够(?:吃|用|喝|使)|水压(?!够|足|大|好|正常|可以|没|还|稳)|(?:就是|不过|但|但是)(?:有点|太|偏)?小|细流|滴(?:答|水)|流(?:得)?(?:慢|细|小)|压力(?:不够|小|不足|低)|(?:[二三23]楼|楼上)(?:都|也|就)?(?:没水|上不|不上)|攒(?:水|一缸|着|几)|(?:水)?不(?:足|上楼|大够)|上不(?:去|来)(?:楼)?|水(?:上不)|供不上|窖[^。;]{0,4}不够|接(?:半天|好久|一夜)|淌(?:得)?慢/,
  ],
  [
    '保证率',
    new RegExp(
      `${often}[^,。;]{0,3}${stop}|${season}[^,。;]{0,5}${stop}|${stop}[^,。;]{0,3}(?:好几天|很多天|一?半个?月|好长|经常|是常事|常有的事|频繁)|(?:管子|管道|水管|水泵|泵|水塔|机井|设备|水井)[^,。;]{0,3}(?:坏|裂|爆|漏|冻|堵|烧)|(?:坏|冻|爆)(?:了)?(?:没人|不|一直没)?(?:修|管)|没人修|(?:隔|几|两|三)天(?:才)?(?:来|有|供|放|一)(?:一?[次回趟]|水)|[一两二三几]天(?:就|要|得)?停[一两二三几]?(?:回|次|天|趟)|定[时点](?:供|放|来)|限(?:时|水)|分(?:时|段)供|时(?:有|断)时(?:无|没|续|通)|间歇|(?:十天半个?月|(?:一个?月|一周|一星期|半个?月)[^,。;]{0,3})(?:就|要|得|都|能)?停|存水|攒水|一年[^,。;]{0,6}(?:个(?:多)?月|[四五六七八九]十(?:多|几)?天|上百天|[4-9]\\d天|\\d{3}天)|(?:早|晚|中午|白天|半夜|夜里)[^,。;]{0,3}(?:才|有水|来水)[^。;]{0,3}(?:来水|没|$)|不(?:能)?保证|冻(?:住|裂|了|管)|(?:老|总|经常|冬天|天冷)(?:就|都|老|总)?冻|上冻|结冰|(?:自来|供)?水(?:压)?不(?:稳|正常)|隔天(?:才)?(?:供|放)|(?:旱|夏|冬)[^,。;]{0,4}(?:井|塘|窖)?(?:水)?(?:就|都|会)?干|分时段?|限时|(?:每天|一天|天天)?(?:只|就)(?:来|有|供|放)[^,。;]{0,4}(?:小时|钟头|一会)|一天(?:就|只)?(?:来|供|放)(?:[一二两12]?(?:次|回|趟|会儿?)|水)|一天(?:就|只)(?:来|供|放|有)|(?:一天|一月|一周)(?:要|得|能)?停[^,。;]{0,3}(?:回|次)`,
    ),
  ],
  [
    '方便程度',
    /(?:挑|担|抬|拉|提|背|拎|运|驮|端)水|(?:去|上|到|下)[^,。;]{0,8}(?:打|接|取|舀|提|拉|要|弄|挑|抬|担)(?:水|$)|(?:靠|全靠|要)(?:拉|挑|抬|担)(?:水|$)|(?:打|接|取|吃|用)水(?:太|很|要|得|也)?(?:远|不方便|难|走|费)|(?:水|井)(?:源)?(?:太|又|离(?:家)?|有点|很|比较)?远|不(?:太|大|咋|怎么)?方便|(?:靠|要|得)(?:靠)?(?:拉|挑|担|提|买)(?:水|$)|(?:去|到|上|跑)[^,。;]{0,5}(?:里|头|外|井|河|家|村)[^,。;]{0,2}(?:拉|挑|接|提|担|打)|没(?:接|通)通|没(?:有)?(?:通|接|装|入|安|拉)(?:上)?(?:户|自来水|水|管|到)|不(?:通)(?:自来水|水)|没(?:有)?自来水|没水(?:管|龙头)|未通|不通自来|未入户|不入户|去(?:挑|担|拉|提|抬)|到(?:村头|村口|井上|河里|塘里|邻居家|别人家)[^,。;]{0,3}水|(?:走|跑)[^,。;]{0,6}(?:里|公里|米|分钟|半小时|远)|外(?:面|头)(?:接|打)水|吃(?:河|塘|沟|池)(?:水)?|用邻居|吃邻居|邻居家/,
  ],
];

const fine =
  /没(?:啥|什么|有|得|甚)?(?:饮水|用水|吃水)?(?:安全)?(?:问题|毛病|事|情况|困难|异常)|(?:一点|半点|啥|什么|任何)(?:问题|毛病|事)(?:都|也)?没|没事|无(?:饮水)?(?:安全)?(?:问题|异常|困难)|不存在|正常|挺好|很好|怪好|好着|好得很|可好|蛮好|不错|好喝|甜|干净|(?<!不)清(?:亮|澈|的|得|着|$|,)|水清|达标|合格|够(?:吃|用|喝)|充足|足(?:的|得很)?$|(?<!不|不太|不大|不咋)方便|一天到晚(?:都)?有|全天(?:都)?有|不愁|安全|(?:通|接|用|吃|有|喝)(?:着|上|了|的)*(?:是)?自来水|自来水(?:通|入户|到)|不(?:断|停|缺|浑|黄|咸|少|脏)|没(?:断|停|缺)过|放心|满意|都好$|随时有|天天有(?:水)?$|一直有|没(?:啥|什么)?(?:可|好)?说的|没(?:短|缺|少)过|一(?:拧|开|扭|拨|放)就(?:来|有|出|淌)|随(?:用|开|拧)随有|^好水|常年有水|24小时|一(?:拧|开)就(?:有|来)|水(?:很|挺|大|好)|哗哗|水(?:质|量|压|源)?(?:都|很|挺|也|还|怪|蛮)*(?:好(?!几|像)|足|够|正常|不错|达标|稳)/;
const fineWords =
  /不(?:断水?|停水?|缺水?|浑浊?|黄|咸|少|脏|小|远|苦|涩|臭|混)|没(?:有)?(?:断|停|缺)过?水?|(?:没|没有|无)(?:啥|什么)?(?:异|怪|臭|咸|苦|碱|腥)?(?:味|杂质|沙|虫|水垢|沉淀|颜色)|没(?:有)?污染|不难喝/g;
const now =
  /现在|如今|今年|目前|这(?:会|阵|两年)|修好|改(?:造|水)|早就|换(?:了|过)|装(?:了|上)|接(?:上|了)|后来/;
const past = /以前|原来|之前|过去|前(?:几|两)年|去年|早先|早些年|上半年|前(?:段|阵)|上个月/;
/** What was broken works again. */
const mended =
  /(?:坏|裂|漏|堵|停|断|小)[^。;]{0,8}(?:换(?:了|过)|修(?:好|了)|通了|好了|恢复)(?!(?:又|还))(?:的|啊)?$/;
const sounds =
  /飞黄|法黄|水飞|水荒|发荒|水烘|水魂|水混(?:着)?$|[谁睡税](?:是|有点|太|很|又|老|发|变)*(?:黄|小|咸|浑|脏|有味)|睡没|说黄|水县|水闲|水箭|断睡|停睡|挺水/;
const offTopic = /水费|太贵|贵|收费|水钱|电费|水表(?:不准|转|快)|价格/;
const rare =
  /有时(?:候)?|偶尔|偶而|间或|个别|有一阵|那几天|前几天|上个?月|上周|昨天|这两天|这几天|今天|前天|一两次|一次|一天|两天|半天|几个小时|(?:停|断|冻)(?:了|过)?(?:一|两|几)(?:天|次|回|小时)|刚才|临时/;

/** 三天停两回, 十天半月停一次, 一天就来一小时: a rhythm, however short each stop is. 这两天停了一次 is none. */
const rhythm =
  /(?<![这那前近上\d])(?:十天半个?月|隔?[\d一两二三四五几]+个?(?:天|周|星期|礼拜|月)|一年到头)(?:就|要|得|都|能|才|总|会|只)*(?:停|断|来|有|供|放)(?!了|过)/;

/** 饮水安全, by the four measures 水量 水质 方便程度 保证率. A rare stop or the price of water is asked back. */
export function readWater(raw: string): Understood<Water> {
  const { text } = afterCorrection(trimFillers(raw));
  if (text === '') return none;
  if (sounds.test(text)) return ask('misheard', heardAs(text));
  const sure = readSure(text);
  const reason = doubtOf(text);
  if (!reason) return sure;
  return sure.status === 'none' ? ask<Water>(reason, { problem: null, types: [] }) : doubt(sure, reason);
}

function heardAs(text: string): Water {
  if (/小|少/.test(text)) return { problem: true, types: ['水量'] };
  if (/断|停|没|挺/.test(text)) return { problem: true, types: ['保证率'] };
  return { problem: true, types: ['水质'] };
}

/** Kinds of trouble named in the text, in the order of naming, denials taken out first. */
export function waterTypes(text: string): string[] {
  const bare = text.replace(fineWords, '');
  return types
    .map(([name, re]) => ({ name, at: bare.search(re) }))
    .filter((t) => t.at >= 0)
    .sort((a, b) => a.at - b.at)
    .map((t) => t.name);
}

function open(
  reason: AskReason,
  problem: boolean | null = null,
  kinds: readonly string[] = [],
): Understood<Water> {
  return ask(reason, { problem, types: kinds });
}

/** No tap, but a well of one's own whose water is good and enough. */
function hasOwnWell(text: string): boolean {
  return /(?:自家|自己|家里|院里|门口|压水)[^,。;]{0,4}井/.test(text);
}

function readSure(text: string): Understood<Water> {
  const found = waterTypes(text);
  const good = fine.test(text) || text.search(fineWords) >= 0;
  if (hasOwnWell(text) && found.every((t) => t === '方便程度') && !/挑|抬|远/.test(text) && found.length > 0)
    return good ? value({ problem: false, types: [] }) : open('verify');
  if (
    /(?:很少|极少|几乎不|基本不)(?:停|断|缺)|一年(?:才|就|也就)?(?:停|断)?(?:不了)?(?:一两|一二|两三|几)(?:回|次)/.test(
      text,
    )
  )
    return open('verify', false);
  if (past.test(text) && now.test(text) && /(?:好|通|够|清)了|没问题|正常/.test(text))
    return value({ problem: false, types: [] });
  if (past.test(text) && (found.length > 0 || /停|断|没水|(?:原来|以前|之前|过去|去年)有/.test(text))) {
    return now.test(text) && (good || /好了|好多|没有了|不(?:黄|断|停|浑|咸|缺)了|通了/.test(text))
      ? value({ problem: false, types: [] })
      : open('verify', null, found);
  }
  // 冻裂过: whether it is still so is open.
  if (/[停断坏裂冻爆浑黄]过(?!冬)/.test(text) && !/没|未|不/.test(text) && !mended.test(text))
    return open('verify', null, found);
  if (found.length === 0 && /(?:现在|如今|后来|已经)(?:都|也|就|早)?(?:好|正常|通)了/.test(text))
    return value({ problem: false, types: [] });
  if (offTopic.test(text) && found.length === 0) return open('offTopic');
  if (found.length > 0) return troubled(text, found);
  if (/(?:停|断)水|没(?:有)?水|缺水/.test(text.replace(fineWords, ''))) {
    if (/厉害|严重|要命|够呛|得很|太/.test(text))
      return value({ problem: true, types: [/缺/.test(text) ? '水量' : '保证率'] });
    return rare.test(text) && !/有时|偶/.test(text) ? open('verify') : open('vague', true, ['保证率']);
  }
  if (isAllFine(text) && !/水/.test(text) && !/^都没问题|^都正常|^一切正常/.test(text))
    return open('allFine');
  if (/井|桶装|净水|买水|纯净|水塔|河水|塘水|水窖|压水/.test(text))
    return good && !/桶|买|净水/.test(text) ? value({ problem: false, types: [] }) : open('verify');
  if (/(?:^|[^没])有(?:点|些)?(?:问题|毛病)|不(?:好|行|中|安全|咋|太好|怎么样)|差$|差劲/.test(text))
    return open('vague', true);
  if (good && /没(?:人)?(?:用|吃|喝)(?!水?问题)|不(?:用|吃|喝)(?:自来水|$)/.test(text)) return open('verify');
  if (good && /(?:没|未)(?:有)?(?:化验|检测|检验|测)/.test(text)) return open('verify', false);
  if (good) return value({ problem: false, types: [] });
  return plainWater(text);
}

function troubled(text: string, found: readonly string[]): Understood<Water> {
  const known: Water = { problem: true, types: found };
  if (mended.test(text) && found.every((t) => t === '保证率' || t === '水量'))
    return value({ problem: false, types: [] });
  if (isInProgress(text)) return ask('inProgress', known);
  const seasonal = /夏|冬|旱|农忙|浇地|天热|天冷/.test(text);
  if (
    rare.test(text) &&
    !/好几|多次|很多/.test(text) &&
    (!seasonal || /偶|(?:停|断|冻)(?:过|了)?(?:一|两|几)(?:次|回|天)/.test(text)) &&
    !rhythm.test(text) &&
    found.every((t) => t === '保证率')
  )
    return ask('verify', known);
  if (!seasonal && /有时(?:候)?|偶尔|偶而|个别/.test(text)) return ask('verify', known);
  if (
    /不算(?:问题|啥|什么|太)?|不影响|能(?:喝|吃)|不大要紧|没关系|习惯了|就那样/.test(text) &&
    !/不能(?:喝|吃)/.test(text)
  )
    return ask('vague', known);
  // 水有点小,够用
  if (found.every((t) => t === '水量') && /(?<!不)够(?:吃|用|喝|使)/.test(text)) return ask('vague', known);
  return value(known);
}

function plainWater(text: string): Understood<Water> {
  const plain = plainAnswer(text);
  if (plain === 'no') return value({ problem: false, types: [] });
  if (plain === 'yes') return open('vague', true);
  if (plain === 'agree') return open('polarity');
  if (isLukewarm(text)) return open('vague');
  return /^自来水$|^(?:都是|是|用|吃|喝)?自来水/.test(text) ? open('verify', false) : none;
}
