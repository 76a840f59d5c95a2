import { clean, trimFillers } from '../language/text.ts';
import { kinWords } from './kin.ts';
import { whoIn } from './people.ts';
import { isLukewarm, praise } from './yes-no/mood.ts';
import { plainAnswer } from './yes-no/plain.ts';

/** First characters of family names, the rare ones included. */
export const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公老肖';

/** Characters of given names without the family name before them: 建国, 秀英. */
const givenNames =
  '华国建军明强伟芳英秀兰梅红玲丽霞娟燕敏静艳杰勇刚平辉玉珍凤桂荣琴云莲萍花翠菊香春雪月婷雯欣怡涵萱梓轩浩宇博文志永福贵财宝龙虎飞鹏峰林森海洋波涛亮光东阳晨晓佳美慧巧秋冬彩银金山川石柱根生树德才义礼信仁忠孝庆祥瑞康宁保民爱连利胜成友';

/** Words that answer, ask or tell, and stand in no name. */
const inNoName =
  /[没不无有是的了吗呢吧啊都也还就很对行能会要在去来这那哪谁啥什么怎咋几个说看问]|知道|清楚|参保|医保|情况/;

const lead = /^(?:就是|是|叫|应该是|还有|就|有)|^(?:他|她|俺|我|户主|家里?)(?=.)的?/;
const nickname = /^[小大老阿二三](?:\p{Script=Han}){1,2}$/u;
const kin = new RegExp(
  `${kinWords}|老[大二三四五六幺小]|最?[大二三四小]的|那口子|本人|自己|户主|两口子|俩口子|[我俺]$`,
  'g',
);

/** 王小明, 小宝, 建国: words that can be somebody's name. */
function isPersonalName(text: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(text) || inNoName.test(text)) return false;
  if (nickname.test(text)) return true;
  if (surnames.includes(text.charAt(0))) return true;
  return text.length === 2 && [...text].every((c) => givenNames.includes(c));
}

/** Whether the words name people: each by a known name, a word of kinship or a name that can be one. */
export function namesPeople(raw: string, known: readonly string[] = []): boolean {
  const text = trimFillers(clean(raw));
  if (plainAnswer(text) || praise(text) || isLukewarm(text)) return false;
  const parts = text.split(/[,。;、 ]+|(?<=.)(?:还有|和|跟|与|及)(?=.)/).filter((part) => part !== '');
  const [only, ...more] = parts;
  if (only === undefined) return false;
  // 奶奶住院了,妈妈代管 tells of several people and names none; 老伴去年查的 tells of one.
  return more.length > 0 ? parts.every((part) => namesOne(part, known)) : namesOne(only, known, true);
}

function namesOne(said: string, known: readonly string[], mayTell = false): boolean {
  const part = said.replace(lead, '').replace(/(?<=.)(?:(?<![大二三四小])的|吧)$/, '');
  if (known.some((name) => part.includes(name) || (name.length > 2 && part === name.slice(1)))) return true;
  if (isPersonalName(part)) return true;
  if (/[没不无]|^有|满意/.test(part)) return false;
  if (mayTell && whoIn(part) !== undefined) return true;
  const word = [...part.matchAll(kin)].at(-1)?.[0];
  const tail = word === undefined ? undefined : part.slice(part.lastIndexOf(word) + word.length);
  return tail === '' || (tail !== undefined && isPersonalName(tail));
}

/** 奶奶, 妈妈, 二儿子: a word of kinship and nothing else. */
export function isKinWord(text: string): boolean {
  return kinOnly.test(text);
}

const kinOnly = new RegExp(`^(?:俺|我|他|她)?(?:家)?[大二三四小老]?(?:${kinWords})+$`);
