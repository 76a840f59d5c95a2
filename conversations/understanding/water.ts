import { afterCorrection } from './correction.ts';
import { doubtOf, isAllFine, isInProgress } from './doubt.ts';
import { ask, doubt, none, value } from './outcome.ts';
import { trimFillers } from './text.ts';
import type { AskReason, Understood, Water } from './understood.ts';
import { troubles } from './water-words.ts';
import { isLukewarm } from './yes-no/mood.ts';
import { plainAnswer } from './yes-no/plain.ts';

const fine =
  /没(?:啥|什么|有|得|甚)?(?:饮水|用水|吃水)?(?:安全)?(?:问题|毛病|事|情况|困难|异常)|(?:一点|半点|啥|什么|任何)(?:问题|毛病|事)(?:都|也)?没|没事|无(?:饮水)?(?:安全)?(?:问题|异常|困难)|不存在|正常|挺好|很好|怪好|好着|好得很|可好|蛮好|不错|好喝|甜|干净|(?<!不)清(?:亮|澈|的|得|着|$|,)|水清|达标|合格|够(?:吃|用|喝)|充足|足(?:的|得很)?$|(?<!不|不太|不大|不咋)方便|一天到晚(?:都)?有|全天(?:都)?有|不愁|安全|(?:通|接|用|吃|有|喝)(?:着|上|了|的)*(?:是)?自来水|自来水(?:通|入户|到)|不(?:断|停|缺|浑|黄|咸|少|脏)|没(?:断|停|缺)过|放心|都好$|随时有|天天有(?:水)?$|一直有|没(?:啥|什么)?(?:可|好)?说的|没(?:短|缺|少)过|一(?:拧|开|扭|拨|放)就(?:来|有|出|淌)|随(?:用|开|拧)随有|^好水|常年有水|24小时|一(?:拧|开)就(?:有|来)|水(?:很|挺|大|好)|哗哗|水(?:质|量|压|源)?(?:都|很|挺|也|还|怪|蛮)*(?:好(?!几|像)|足|够|正常|不错|达标|稳)/;
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
  return troubles
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
  if (!seasonal && /(?<!时)有时(?:候)?|偶尔|偶而|个别/.test(text)) return ask('verify', known);
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
