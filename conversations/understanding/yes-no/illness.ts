import { hitsOf } from '../../language/text.ts';

/** Diseases that are serious or chronic by themselves. */
const disease =
  /高血压|血压高|高血糖|血糖高|高血脂|血脂高|三高|糖尿病?|脑梗|脑血栓|脑出血|脑溢血|脑瘫|脑瘤|脑萎缩|中风|偏瘫|半身不遂|瘫痪?|血栓|[肝肺胃肠乳血骨食鼻喉胰肾脑宫]?[癌]|癌|(?<!肌)瘤|慢性[\u4e00-\u9fff]{1,4}炎|换(?:过|了)?(?:肾|肝|心)|肺纤维|先心病|慢阻|截肢|(?:老年?|老人)?痴呆|药[^,。;]{0,4}没断|白血病|淋巴|心脏病|心脏不好|心脏搭|冠心|心梗|心衰|心绞痛|房颤|早搏|支架|搭桥|尿毒症|透析|洗肾|洗血|一(?:周|星期|礼拜)(?:要|得)?洗|药(?:就)?(?:从来)?没停|肾炎|肾衰|肾病|换肾|肝硬化|肝炎|乙肝|丙肝|肝病|肝腹水|肺气肿|肺心病|肺结核|结核|慢阻肺|尘肺|矽肺|哮喘|支气管|气管炎|老慢支|慢支|类风湿|风湿|强直|神经病|精神(?:不(?:太|大|怎么|咋)?正常|失常|病|分裂|障碍|疾病|有问题)|癫痫病?|羊癫疯|羊角风|羊羔疯|抑郁症?|帕金森(?:病|综合征)?|老年痴呆|阿尔茨|股骨头|红斑狼疮|血友病|地贫|再障|甲亢|甲减|甲状腺癌|[大小]三阳|渐冻|肌无力|肌肉萎缩|痛风|艾滋|布病|肠梗阻|克罗恩|溃疡|化疗|放疗|慢性?病|大病(?!保险|医保|救助)|重病|重症|重疾|绝症|罕见病|(?:长期|长年|常年|天天|一直|终身|成年)(?:都|得|要|在)?(?:吃|服|打)(?:着)?(?:药|胰岛素|降压药|针)|离不(?:开|了)药|药不断|吃[^,。;]{0,4}年(?:的)?药|起不来床|药罐子|(?:长期|常年|一直|天天)?(?:卧床|躺床上|在床上)|植物人|病(?:好些?|了?好几|多)年|胰岛素|降压药/g;
const denial =
  /没(?:有)?(?:一个|啥|什么)?(?:人|谁)?(?:有|得过?|患)?|无|木有|冇|没得|不是|未|莫得|谁(?:都|也)没(?:有)?/g;
const affirmation = /(?:^|[^没人谁个])有|就是|但|只有|只是|不过|得了|患|查出|还有|是(?!不)/g;

/** 现在好了, 不用吃药: said of an illness named before. */
export function isCured(text: string): boolean {
  return (
    /好了|治好|痊愈|治愈|康复|恢复|不(?:用|再|需要)?(?:吃药|犯|复发)|停药/.test(text) &&
    !/没(?:治|好)/.test(text)
  );
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
