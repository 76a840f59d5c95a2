import { doubtOf } from '../doubt.ts';
import { ask, doubt, none, value } from '../outcome.ts';
import { whoIn } from '../people.ts';
import { hitsOf } from '../text.ts';
import type { Detail, Understood } from '../understood.ts';
import { isLukewarm, praise } from './mood.ts';
import { plainAnswer, readYesNo } from './plain.ts';
import type { TopicReading } from './topic.ts';

/** Diseases that are serious or chronic by themselves. */
const disease =
  /高血压|血压高|高血糖|血糖高|高血脂|血脂高|三高|糖尿病?|脑梗|脑血栓|脑出血|脑溢血|脑瘫|脑瘤|脑萎缩|中风|偏瘫|半身不遂|瘫痪?|血栓|[肝肺胃肠乳血骨食鼻喉胰肾脑宫]?[癌]|癌|(?<!肌)瘤|慢性[\u4e00-\u9fff]{1,4}炎|换(?:过|了)?(?:肾|肝|心)|肺纤维|先心病|慢阻|截肢|(?:老年?|老人)?痴呆|药[^,。;]{0,4}没断|白血病|淋巴|心脏病|心脏不好|心脏搭|冠心|心梗|心衰|心绞痛|房颤|早搏|支架|搭桥|尿毒症|透析|洗肾|洗血|一(?:周|星期|礼拜)(?:要|得)?洗|药(?:就)?(?:从来)?没停|肾炎|肾衰|肾病|换肾|肝硬化|肝炎|乙肝|丙肝|肝病|肝腹水|肺气肿|肺心病|肺结核|结核|慢阻肺|尘肺|矽肺|哮喘|支气管|气管炎|老慢支|慢支|类风湿|风湿|强直|神经病|精神(?:不(?:太|大|怎么|咋)?正常|失常|病|分裂|障碍|疾病|有问题)|癫痫病?|羊癫疯|羊角风|羊羔疯|抑郁症?|帕金森(?:病|综合征)?|老年痴呆|阿尔茨|股骨头|红斑狼疮|血友病|地贫|再障|甲亢|甲减|甲状腺癌|[大小]三阳|渐冻|肌无力|肌肉萎缩|痛风|艾滋|布病|肠梗阻|克罗恩|溃疡|化疗|放疗|慢性?病|大病(?!保险|医保|救助)|重病|重症|重疾|绝症|罕见病|(?:长期|长年|常年|天天|一直|终身|成年)(?:都|得|要|在)?(?:吃|服|打)(?:着)?(?:药|胰岛素|降压药|针)|离不(?:开|了)药|药不断|吃[^,。;]{0,4}年(?:的)?药|起不来床|药罐子|(?:长期|常年|一直|天天)?(?:卧床|躺床上|在床上)|植物人|病(?:好些?|了?好几|多)年|胰岛素|降压药/g;
/** General words that a negation denies without denying the rest: 没大病 says nothing of 慢性病. */
const bigOnly =
  /(?:没|无|没有|木有|冇|没得)(?:得过?|过|患|生|有|啥|什么|么|太|多)*(?:重大|大|重)的?(?:病|毛病|疾病?)/;
const denial =
  /没(?:有)?(?:一个|啥|什么)?(?:人|谁)?(?:有|得过?|患)?|无|木有|冇|没得|不是|未|莫得|谁(?:都|也)没(?:有)?/g;
const affirmation = /(?:^|[^没人谁个])有|就是|但|只有|只是|不过|得了|患|查出|还有|是(?!不)/g;

const unclear =
  /腰|腿|脑子|记性|轮椅|发烧|肌瘤|囊肿|结节|息肉|增生|剖腹|走路|行动|关节|老毛病|小毛病|毛病|感冒|头疼|头晕|胃|牙|身体[^,。;]{0,4}(?:不|差|弱|也?就)|体弱|老寒|眼|耳|白内障|骨质|颈椎|残疾|残|聋|哑|瞎|瘸|智力|智障|傻|自闭|骨折|摔|住(?:过)?院|手术|开刀|吃药|吃着药|打针|不舒服|年纪大|岁数大|上了?年纪|咳|喘|偶尔|以前|曾经|好了|治好|痊愈|治愈|恢复|结石|前列腺|妇科|皮肤|鼻炎|胆|痔疮|疝气|流产|怀孕|伤/;
const healthy =
  /没病|没(?:有)?(?:落|留)下?(?:啥|什么)?病根|没有病|无病|没灾|健康|好胳膊好腿|硬朗|硬实|结实|壮实|身体(?:都|还|很|挺|怪|蛮|倍|特别|都很|都挺|都怪)*(?:好|棒|行|不错|没(?:啥)?(?:问题|毛病|事))|怪好|挺好|很好|都好|好着|好得很|没毛病|没(?:有)?问题|没事|没病人|不(?:怎么|咋)?(?:生|得)病|没(?:有)?(?:去|进|住|上)过医院|没(?:有)?(?:人)?(?:得|患)(?:了|过)?(?:这|那)(?:种|些|样)?病|吃嘛嘛香|没(?:有)?(?:长期|常年)病(?:人|号)|没(?:有)?(?:一个|任何)?(?:人|谁)?(?:生|得|患)(?:了|过)?病(?:的)?|没(?:有)?(?:一个|任何)(?:人)?(?:有)?病(?:人|的)?|(?:啥|什么)病(?:都|也)?没(?:有)?|没(?:有)?(?:人|谁)(?:有|生|得|患)?(?:了|过)?病|没有病人|没有(?:这|那)(?:种|些|样)?|都没有|(?<!不|不太|不大|不怎么|不咋)正常|利利?索|能吃能|壮/;
const cured = /以前|(?<!没)得过|曾经|好了|治好|痊愈|治愈|康复|切了|手术后|做完(?!化疗|放疗)|过世|去世|走了/;
const assent = /^(?:有|是)(?:一个|一人|两个|俩|的|病人?|个)?/;

/**
 * 家中是否有大病或长期慢性病患者. A disease by name is a yes, wherever it stands un-negated; 没啥大病, aches and
 * cured diseases are asked back, because the chronic ones stay open.
 */
export function readIllness(text: string): TopicReading {
  const reading = readSure(text);
  const reason = doubtOf(text);
  if (!reason) return reading;
  if (reading.understood.status === 'none') return { understood: ask(reason), own: false };
  return { understood: doubt(reading.understood, reason), own: reading.own };
}

function readSure(text: string): TopicReading {
  const named = diseasesIn(text);
  if (/不碍事|不要紧|没大碍|不算啥|不严重|不厉害/.test(text))
    return { understood: ask('vague', named.affirmed.length > 0 ? true : undefined), own: true };
  if (named.affirmed.length > 0) return { understood: affirmed(text, named.affirmed), own: true };
  const chronicDenied = named.denied.some((d) => /慢/.test(d));
  if (/没有?[^,。;]{0,2}(?:大病小病|大小病)/.test(text)) return { understood: value(false), own: true };
  if (bigOnly.test(text) && !chronicDenied) return { understood: ask('verify', false), own: true };
  if (named.denied.length > 0) return { understood: denied(text, named.denied), own: true };
  if (healthy.test(text) && !unclear.test(text.replace(healthy, '')))
    return { understood: value(false), own: ownHealth.test(text) };
  if (/没(?:啥|什么|有啥|有什么)(?:病|毛病)/.test(text))
    return { understood: ask('verify', false), own: true };
  if (cured.test(text) && /病/.test(text)) return { understood: ask('verify'), own: true };
  if (/(?<!没)(?:^|[^没人个谁])有病|病人|病重|病号|^有病/.test(text))
    return { understood: value(true, detail(text, [])), own: true };
  const plain = plainAnswer(text);
  if (!plain && unclear.test(text)) return { understood: ask('verify'), own: true };
  if (!plain && praise(text) === 'bad') return { understood: ask('verify'), own: false };
  const general = readYesNo(text, { trueIsGood: false });
  if (general.status !== 'none' || isLukewarm(text)) return { understood: general, own: false };
  if (/病/.test(text)) return { understood: ask('verify', true, { detail: detail(text, []) }), own: true };
  return { understood: assent.test(text) ? value(true, detail(text, [])) : none, own: false };
}

/** 现在好了, 不用吃药: said of an illness named before. */
export function isCured(text: string): boolean {
  return (
    /好了|治好|痊愈|治愈|康复|恢复|不(?:用|再|需要)?(?:吃药|犯|复发)|停药/.test(text) &&
    !/没(?:治|好)/.test(text)
  );
}

const ownHealth = /病|健康|硬朗|硬实|结实|身体|灾/;

function affirmed(text: string, names: readonly string[]): Understood<boolean> {
  if (cured.test(text) && !/还|仍|一直|复发/.test(text))
    return ask('verify', true, { detail: detail(text, names) });
  return value(true, detail(text, names));
}

/** 没有高血压 alone denies one disease; denying both kinds, or several, denies the question. */
function denied(text: string, names: readonly string[]): Understood<boolean> {
  const chronic = names.some((n) => /慢/.test(n));
  if (chronic || names.length > 1 || /这些|那些|之类|等|啥的|什么的/.test(text)) return value(false);
  return ask('verify', false);
}

function detail(text: string, names: readonly string[]): Detail | undefined {
  const who = whoIn(text);
  if (who === undefined && names.length === 0) return undefined;
  return { ...(who === undefined ? {} : { who }), ...(names.length > 0 ? { note: names.join('、') } : {}) };
}

interface Named {
  affirmed: string[];
  denied: string[];
}

/** Diseases named in the text, told apart by the last word of denial or affirmation before each in its clause. */
export function diseasesIn(text: string): Named {
  const named: Named = { affirmed: [], denied: [] };
  for (const clause of text.split(/[,。;!?]| (?=[^a-z])/)) {
    for (const hit of hitsOf(disease, clause)) {
      const before = clause.slice(Math.max(0, hit.index - 16), hit.index);
      const isDenied = lastIndex(before, denial) > lastIndex(before, affirmation);
      const trailing =
        /^(?:的)?(?:都|也|是)?(?:没有?|无|冇)(?!别的|其他|其它|啥)(?![^,。;]{0,2}(?:钱|治|去|看|好|药))/.test(
          clause.slice(hit.index + hit[0].length),
        );
      named[isDenied || trailing ? 'denied' : 'affirmed'].push(hit[0]);
    }
  }
  return named;
}

/** Where diseases are named, denied or not. */
export function diseasesAt(text: string): { start: number; end: number }[] {
  return hitsOf(disease, text).map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));
}

function lastIndex(text: string, re: RegExp): number {
  let last = -1;
  for (const hit of hitsOf(re, text)) last = hit.index + hit[0].length;
  return last;
}
