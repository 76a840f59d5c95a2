import { ask, none, value } from '../../reading/outcome.ts';
import type { Understood } from '../../reading/understood.ts';
import { isJudgement, isLukewarm, praise } from './mood.ts';

const yes =
  /^(?:是|是是|对|对对|嗯|恩|有|有有|是有|确实|确实有|确实是|的确|没错|正确|当然|当然有|肯定|肯定有|必须|可不|可不是|可不就是|可不是嘛|那是自然|是自然|自然|自然是|那当然|可不咋的|有个|有一点点|有一点儿|谁说不是|多的是|多着|有一些|有些|有几个|有不少|必须有|yes|yep|yeah|y|true|t|昂|嗯呐|嗯那|嗯哪|对头|属实|倒是有|有倒是有|真有|那是|1|①|都有|都是|是有的|有一[个户家位]|有一点|存在|有存在|shi|shide|you|youde|dui|duide)$/;
const no =
  /^(?:不|否|非|没|无|没有|没得|没的|木有|木得|木|莫得|么得|冇|冇有|莫有|无有|不是|不对|不行|不中|不成|no|n|nope|not|mei|meiyou|mei you|bushi|bu shi|wu|false|f|2|②|没有过|从来没有过|从没有过|从没过|从来没有|从没有|从没|不存在|未|未有|哪(?:里|儿)?有|没听说有|没听说过有|不可能的事|不存在的事|一点没有|一点都没有|一点也没有|半点没有|没那事|没那回事|没这回事|没这事|没这情况|没这种情况|没有这种情况|没有的事|没有这回事|不曾|没见|没见过|没听说|没听说过|没这号事|没那事儿|不是这样|不会|不可能|没有存在|都没有|全没有|都没|都不是|一个没有|一样没有|一样也没有|一个也没|一个都没|没啥|没什么|一个也没有|一个都没有|没有一个|并没有|并不是|真没有|确实没有|暂时没有|目前没有|暂无|否定|×|✕|没这问题)$/;
const agree =
  /^(?:行|好|中|可以|成|管|ok|okay|o|妥|得行|要得|照|得|好好|行行|可|知道|晓得|明白|收到|了解|哦|噢|喔|okk|好吧|行吧)$/;
const particles = /[啊呀呢哩哦噢喔啦咯喽哈嘞呗哎的滴嘛了来捏诶哟咧哇哒着丫奥]+$/;
const numbered = /^(?:我?选|第|回复?|答|是)? ?([12一二])(?:个|项|号|是|否|[.、):] ?(?:是|否|有|没有)?)?$/;
const repeated = /^(.{1,2})\1{1,4}$/;

/** `agree` is 行, 好, 中: assent to a request, but no answer to a question of fact. */
export type PlainAnswer = 'yes' | 'no' | 'agree';

/** Reads a text that is nothing but yes, no or assent (with particles, repeats or the number shown beside). */
export function plainAnswer(text: string): PlainAnswer | undefined {
  if (text.length > 12) return undefined;
  // 好着呢 praises; 好 only assents.
  if (/^好着/.test(text)) return undefined;
  const exact = lookUp(text);
  if (exact) return exact;
  const n = numbered.exec(text)?.[1];
  if (n) return n === '1' || n === '一' ? 'yes' : 'no';
  if (/\d/.test(text)) return undefined;
  for (const core of coresOf(text)) {
    const found = lookUp(core) ?? chained(core) ?? lookUp(repeated.exec(core)?.[1] ?? '');
    if (found) return found;
  }
  return undefined;
}

/** 是的是的, 没错是的, 没有没有: the same said over. */
function chained(text: string): PlainAnswer | undefined {
  if (/^(?:是的?|对的?|没错|有的?|嗯|确实|属实|yes|y|ok){2,6}$/.test(text)) return 'yes';
  return /^(?:不是|没有?|不|没得|不对|不行|不中|木有){2,6}$/.test(text) ? 'no' : undefined;
}

const stress =
  /^(?:压根儿?|根本|必须|确实|真的?|绝对|肯定|当然|就是|倒是?|可|也|都|全|目前|暂时|一直|从来|反正|那|这|咱|俺家?|我家?|家里)+(?=.)/;
const suchCase =
  /(?:这|那|此)(?:么)?(?:个|种|样|号)?(?:的)?(?:情况|回事|事儿?|人|现象|说法|样)?(?:的)?(?:孩子|娃|学生|病人?|户|人)?$/;

/** The text without particles, then without stress (压根没有) and without 这种情况. */
function coresOf(text: string): string[] {
  const bare = text.replace(/[,。!~. ]/g, '');
  const core = bare.replace(particles, '');
  const calm = core.replace(stress, '');
  const plain = calm.replace(suchCase, '');
  const still = bare.replace(/[啊呀呢啦哦嘞哇]/g, '');
  return [...new Set([bare, core, calm, plain, core.replace(suchCase, ''), still])].filter((c) => c !== '');
}

function lookUp(text: string): PlainAnswer | undefined {
  if (yes.test(text)) return 'yes';
  if (no.test(text)) return 'no';
  return agree.test(text) ? 'agree' : undefined;
}

/** 不是,老人跟我们住: the plain answer that stands before a reason. */
export function leadOf(text: string): boolean | undefined {
  const cut = text.search(/[,。;!、 ]/);
  const first = cut > 0 ? plainAnswer(text.slice(0, cut)) : undefined;
  return first === 'yes' || first === 'no' ? first === 'yes' : undefined;
}

const existence =
  /^(?:都|也|就|啥|倒|暂时|目前|真|确实)*(?:有|没(?!错|问题|意见|事|毛病)|无|木[有得]|冇|[莫么]得)/;

/** 有, 没有, 没了: what is or isn't there; 满意吗 asks nothing of the kind. */
export function isExistence(text: string): boolean {
  return existence.test(text) && plainAnswer(text) !== undefined;
}

export interface YesNoSense {
  /** Is `true` the good news? Undefined where the question is not known. */
  trueIsGood?: boolean | undefined;
  /** The question asks for assent (确认吗?), so 行, 中, OK are a yes. */
  consent?: boolean;
}

/** Yes/no by plain words first, then by praise or complaint and the polarity of the question. */
export function readYesNo(text: string, sense: YesNoSense = {}): Understood<boolean> {
  const plain = plainAnswer(text);
  if (plain === 'yes') return value(true);
  if (plain === 'no') return value(false);
  if (plain === 'agree') return sense.consent ? value(true) : ask('polarity');
  if (isLukewarm(text)) return ask('vague', sense.trueIsGood);
  const mood = praise(text);
  if (mood && sense.consent) return value(mood === 'good');
  if (mood && sense.trueIsGood !== undefined && !isJudgement(text))
    return value((mood === 'good') === sense.trueIsGood);
  if (mood && sense.trueIsGood !== undefined) return ask('vague');
  return mood ? ask('polarity') : none;
}
