import type { Household } from '../../contract/household.ts';
import { hitsOf } from '../../language/text.ts';

const surnames =
  '赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘范彭鲁马方俞任袁柳鲍史唐薛雷贺汤殷罗毕郝安常于傅卞齐康余顾孟黄萧尹姚邵汪毛戴宋庞熊纪项祝董梁杜阮季贾江郭梅林徐邱骆高夏蔡田樊胡凌霍万卢莫丁邓洪石崔龚程邢裴陆翁段侯武刘龙叶黎乔翟谭申冉牛尚温柴瞿阎连艾向易廖庾耿欧聂辛简曾关';
/** Does the name begin with a common surname? */
export function isSurname(name: string): boolean {
  return name !== '' && surnames.includes([...name][0] ?? '');
}

const named = new RegExp(
  `(?:^|[，,。；;、\\s])(?<name>[${surnames}][\\p{Script=Han}]{1,2})[家户](?!里|人|庭|属|具|长|务)`,
  'gu',
);
/** 张大爷家, 王姓人家: words that only look like a name. */
const noName = /[大老小][爷娘妈叔婶伯姨哥嫂]?$|亲戚|邻居|朋友|姓$/u;

/** A message that speaks of a second household: what comes before its name belongs to the first. */
interface OtherHousehold {
  name: string;
  /** The words before the other one is named. */
  before: string;
}

/** Another family's name where a sentence begins: 4口人5万，李四家3口人. */
export function otherHousehold(household: Household, text: string): OtherHousehold | undefined {
  const own = [household.headName, ...household.members.map((m) => m.name)];
  for (const match of hitsOf(named, text)) {
    const name = match.groups?.['name'] ?? '';
    if (noName.test(name) || own.includes(name)) continue;
    return { name, before: text.slice(0, match.index).trim() };
  }
  return undefined;
}
