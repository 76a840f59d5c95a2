import type { AskReason } from '../reading/understood.ts';

/** Ways of speaking that make any answer doubtful, whatever the question. */

const questions =
  /\?|是否[^:]{0,16}$|^谁(?!都|也|家|说|敢|还|知道)[^,。;]{1,6}$|[了过约议款]没(?:有)?$|(?<!没)(?!还没还[清完上])([参交缴买办上去来鉴定做改修领签给发还稳])没\1|算[^,。;]{0,6}不$|(?<!不)([^动时巴了偏不])不\2(?!见)|(?:^|[^没])有没有[^有没]|(?:稳|稳定|安全|固定|行|中|对|好|管|够|可以)不$|吗(?:[,。!]|$)|(?:^|[^什怎那这多要])么$|(?:^|[^没])有没有(?:问题)?$|(?<!不[\u4e00-\u9fff]{1,2})(?:怎么|咋|如何)(?:填|算|办|说|写|弄|整|报|选|回)|(?<!不)算(?:啥|哪|什么|谁|几)|(?:啥|什么)意思|(?<!不)(?:填|算|选|写)(?:啥|什么|哪个?|几|多少)(?:啊|呀|呢)?$|^(?:啥|什么|哪个?|谁|几|多少)(?:啊|呀|呢)?$|^(?:啥|什么|哪种|怎样|怎么|咋)(?:才)?(?:叫|算|是)|(?:是|指)(?:啥|什么|哪)|(?:也|都|还)算$/;
const hedges =
  /一言难尽|说来话长|应该(?!的)|应当|好像|好象|(?<!不)可能|也许|或许|兴许|大概|大约|估计|估摸|约摸|恐怕|怕是|(?:(?<![没光])听|邻居|旁人|隔壁|村里人?|邻里)(?:人|他|她|别人|村里|邻居|们)*(?:说|讲)|据说|人家说|来着|难讲|(?<!好[得的])没法说|谁知道|将将|虚岁|说[^,。;]{1,4}也不|说是|要不(?:就|是|然)|我看(?:不|没)|不止(?:这|$|[,。])|怀疑|疑似|差点(?!儿?的)|听他?们?讲|八成|差不多|基本(?!医|公共|情况|住房|设施|养老)上?|多半|大部分|大多|多数|看样子|看起来|像是|象是|似乎|貌似|不一定|未必|说不定|没准(?!$|头|数|儿$)|保不准|大差不差|我猜|我想是|印象|([有能行参交稳够好会签住给发])是\1(?=$|,?(?:但|不过))|谁家(?:还)?(?:没|不)|谁(?:还)?没(?:有)?(?:点|个|几)|谁说(?!不是)|说([\u4e00-\u9fff])也(?:不)?\2|不敢(?:说|保证|讲)|不能说[^,。;]{0,2}(?:不|没)|记得(?:是|好像)|(?<!放心)吧(?:[,。!;~]|$)/;
const unsureWords =
  /说不准|说不好|不(?:太)?好说|难说|拿不准|吃不准|不(?:太|大|很|敢|能|是很)?(?:确定|清楚|肯定|了解|保证)|不(?:太)?知道(?!有(?:这|那)|找谁|去哪|问谁)|不晓得|搞不清|弄不清|记不清|看情况|不一定|没准(?!$|头|数|儿$)|(?:待|未|没|还没|需|要|再|等)(?:再)?(?:核实|确认|核对|核查|查实)|待(?:定|查|问)/;
const sameAs =
  /同上|同前|如上|照上|照旧|老样子|还是那样|还那样|(?<![得像])(?:跟|和|与|同)[^,。;]{0,8}(?:一样|相同|一个样|差不多|一致)|上[一]?[家户](?:一样|那样)|(?:都|全|全都)一样(?:的)?$|^一样(?:的)?$|(?:其他|其它|别的|剩下的?|余下的?)(?:都|全)?(?:不变|没变|一样|照旧|没变化|同上)|^(?:都|全)?(?:不变|没变化?|没啥变化|没有变化|无变化)$|(?:按|照)(?:去年|上次|上回|之前|原来|以前|老)(?:的|样|那样)?/;
const inProgress =
  /正在|在(?:办|弄|交|申请|走程序|走流程|等|盖|修|鉴定|处理|改造)(?:着|理|中|呢|了)?|走(?:着)?(?:手续|流程|程序)|办(?:着)?手续|还没来得及|准备(?:去)?(?:交|办|参|修|盖|鉴定|申请)|马上(?:就)?(?:交|办|参|修)|打算|申请了|报上去了|等着|等通知|快(?:办|交|修|盖)(?:好|完)/;
const conditional =
  /要是|如果|假如|看(?:情况|年景|行情|收成|啥时候|什么)|有时|时候|小病(?:能|行|还)|分(?:情况|人|时候)|碰上/;

export function isQuestion(text: string): boolean {
  return questions.test(text);
}

export function isHedged(text: string): boolean {
  return hedges.test(text) || unsureWords.test(text);
}

export function isSameAsBefore(text: string): boolean {
  return sameAs.test(text);
}

export function isInProgress(text: string): boolean {
  return inProgress.test(text);
}

export function isConditional(text: string): boolean {
  return conditional.test(text);
}

/** The doubt that a way of speaking casts on an answer, if any; questions first. */
export function doubtOf(text: string): AskReason | undefined {
  if (isQuestion(text)) return 'question';
  if (isSameAsBefore(text)) return 'sameAsBefore';
  return isHedged(text) ? 'hedged' : undefined;
}

const allFine =
  /^(?:(?:全家|一家人?|家里|这户|他家|户里|情况|都|全|全都|一切|啥都|样样|各方面|各项|哪都|哪儿都|哪哪都|方方面面|其他|其它|别的|剩下的?|余下的?|后面的?|下面的?)[,、 ]?)+(?:也|都|全|还|很|挺|怪|蛮|是)*(?:好|正常|没问题|没事|可以|行|没毛病|没啥问题|没啥|没有问题|无问题|无异常|没异常|符合|达标|合格|有保障|齐全|妥|到位|落实|安全|ok|没有|无|不错|满意)(?:的|了|啊|呢|着呢|着|得很)*$/;
const fineAlone =
  /^(?:没问题|没事|没毛病|正常|一切正常|都好|全好|没啥问题|没有问题|无问题|没啥|挺好|很好|好着呢)(?:的|了|啊|呢)*$/;

/** 都好, 一切正常, 其他没问题: said of everything at once, so it answers nothing in particular. */
export function isAllFine(text: string): boolean {
  return allFine.test(text);
}

/** 没问题, 挺好 with nothing said of what. */
export function isFineAlone(text: string): boolean {
  return fineAlone.test(text);
}
