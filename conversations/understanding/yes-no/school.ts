import { isExact } from '../number-span.ts';
import { scanNumbers } from '../numerals.ts';
import { ask, value } from '../outcome.ts';
import type { Understood } from '../understood.ts';
import { existence, readTopic, type Topic, type TopicReading } from './topic.ts';

const child = '(?:学生娃|娃|孩子|小孩|学生|孙子|孙女|儿子|闺女|女儿|小的|小家伙)';

/** Ages of compulsory schooling in the plan. */
const from = 6;
const to = 15;

const schoolAge: Topic = {
  key: 'schoolAgeChild',
  trueIsGood: true,
  mood: 'none',
  rules: [
    existence,
    { re: /职高|高中|中专|技校|职中|大专|卫校/, not: /小学|初中|毕业/, ask: 'verify', guess: false },
    { re: /有学生娃|学生娃/, not: /没|无/, is: true },
    { re: /(?:在家|还|一直)[^,。;]{0,2}没(?:有)?上(?:过)?学$/, not: /小|大/, ask: 'verify' },
    {
      re: /^(?:家里|俺家)?有(?:个|一个|俩|两个)?(?:孩子|娃|小孩|学生|孙子|孙女)(?:没|不|在|上|辍|退|失)/,
      is: true,
    },
    {
      re: /^有.*(?:残|病|没上学|不上学|辍学|失学)/,
      not: /没有(?:上学|读书)|还小|还没上学/,
      ask: 'verify',
      guess: true,
    },
    {
      re: /(?:下半年|秋季|秋天|九月|9月|过完年|年后)|快毕业|快(?:上|到|要|该|满)|马上(?:上|到|要|就)|刚(?:满|到|够)|明年[^,。;]{0,2}(?:上|该|就)|(?:该|要)上小学|才毕业|刚.{0,4}毕业|初中毕业|(?:幼儿园|学前班)?大班|休学|特校|特殊教育|送教|户口(?:不|没)|(?<=[岁五六5-6])半(?:岁)?$/,
      ask: 'verify',
    },
    {
      re: new RegExp(
        `(?:只有|就|光)大人|没(?:有|得)?(?:啥|什么|一个)?(?:${child}|上学|在?读书|适龄|念书|在校|小的|这个年龄|6)|没娃|没(?:有)?后(?:人|代)|没(?:有)?学龄|(?:都|全|就)(?:是|剩)?(?:俩|两个)?老(?:人|的|两口|年人)(?:了|家)?$|无(?:后|子女|适龄|学生|孩子|娃|小孩|在校)|膝下无|没(?:有)?儿没女|孤寡|光棍|丁克|没有(?:上学|读书|念书)`,
      ),
      is: false,
    },
    {
      re: /(?:小学|初[一二三中]|[一二三四五六七八九]年级|义务教育|中学|在校|(?:村|镇|乡|县|城)(?:里|上)?小(?=上|念|读)|中心校|适龄|上学|上着学|读书|念书|在学校)/,
      not: /都毕业|毕业了|(?:不|没|没有|还没|未)(?:到)?(?:上学|读书|念书)|没到|不到/,
      is: true,
    },
    { re: /高[一二三]|高中|中专|技校|职高|大专/, ask: 'verify', guess: false },
    {
      re: /毕业|(?:都|已经|全|孩子|娃|儿女|子女).{0,4}(?:大了|成家|结婚|工作|成年|打工|长大|成人|出嫁)|大学|研究生|大了$|(?:光|只|就|净)(?:有|剩)(?:了|俩|两个)?老(?:人|的|两口)|超了?$|学龄前|[\d一二两三四五六七八九十几]+个月|娶(?:媳妇|亲|上)|没(?:有)?(?:恁|这么|那么)(?:小|大)的|(?:^|[,。;才刚])半岁|没到(?:年龄|上学|岁数)|不到(?:年龄|上学|6|六)|还小|太小|吃奶|幼儿园|托儿所|婴儿|刚生|刚出生|没上学呢|还没上学|奶娃|怀里|满月|百天|(?:刚)?会(?:走|爬)|没断奶|抱着|还没生|没生|几个月|成家|参加工作|上班|过了(?:上学)?(?:年龄|年纪)|超龄/,
      is: false,
    },
  ],
};

/** 有无义务教育阶段适龄儿童. Ages decide; those next to the limits of 6 and 15 are asked back. */
export function readSchoolAge(text: string): TopicReading {
  const byAge = agesIn(text);
  const reading = readTopic(schoolAge, text);
  if (byAge && reading.understood.status !== 'ask') return { understood: byAge, own: true };
  if (byAge?.status === 'ask') return { understood: byAge, own: true };
  return reading;
}

function agesIn(text: string): Understood<boolean> | undefined {
  const ages = scanNumbers(text).filter((n) => isAge(text, n.start, n.end));
  if (ages.length === 0) return undefined;
  if (ages.every((n) => n.more && n.lo >= 17)) return value(false);
  if (/没(?:有)?上(?:学|$)/.test(text) && ages.some((n) => n.lo <= 7)) return ask('verify');
  const nearly = ages.some((n) =>
    /(?:过(?:了|完)?年|快|马上|将|不到|没到|刚|差.{0,3})$/.test(text.slice(0, n.start)),
  );
  if (nearly) return ask('verify');
  if (ages.some((n) => isExact(n) && n.lo >= from && n.hi <= to && !/^岁?半/.test(text.slice(n.end))))
    return value(true);
  if (/最大/.test(text) && ages.every((n) => isExact(n) && n.lo < 5)) return value(false);
  if (
    /(?:才|刚|还)[^,。;]{0,2}$/.test(text.slice(0, ages[0]?.start ?? 0)) &&
    ages.every((n) => isExact(n) && n.lo < 4)
  )
    return value(false);
  const half = ages.some((n) => /^岁?半/.test(text.slice(n.end)));
  const near = half || ages.some((n) => !isExact(n) || (n.lo >= 5 && n.lo <= 16) || n.lo < 5);
  return near ? ask('verify', false) : value(false);
}

function isAge(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + 3);
  if (/^ ?(?:岁|周岁)/.test(behind)) return true;
  // 一个12一个14
  if (
    /(?:[一有]个|都|孙女|孙子|儿子|闺女|女儿|丫头|小子|孩子|娃|老[大二三小])$/.test(text.slice(0, start)) &&
    /^(?:$|[,。;的和]|一个)/.test(behind)
  )
    return true;
  return (
    /^(?:了|$|[,。;])/.test(behind) &&
    (/^了/.test(behind) || /(?:今年|才|都|刚|刚满|过了|过)$/.test(text.slice(0, start)))
  );
}

export const droppedOut: Topic = {
  key: 'droppedOut',
  trueIsGood: false,
  mood: 'good',
  rules: [
    existence,
    { re: /复学|返校|劝返/, not: /没|未|不/, is: false },
    { re: /(?:曾经?|以前|之前|中间)[^,。;]{0,4}(?:辍|失学|退学|不上)/, ask: 'verify' },
    {
      re: /没(?:有)?(?:一个|人|谁|哪个)?(?:是)?(?:不|没|未|辍|失|退)(?:上|学|念|读|去|失)?|没(?:有)?(?:失学|辍学|退学)|无(?:失学|辍学|一人)|未(?:失学|辍学)|(?:一个|谁)(?:都|也)?(?:不|没)(?:落|少|拉|缺)|没(?:有)?(?:一个|人|谁)?(?:在家|闲|晃)|不存在/,
      not: /^没有?(?:一个)?上(?!学的)/,
      is: false,
    },
    {
      re: /几天|(?<![初一二三级])下学期|下学年|准备|休学|请(?:了)?[^,。;]{0,2}假|有时|三天两头|隔三差五|经常不|偶尔|想(?:不|退|辍)|快不|要不上|闹着|打算不|不太(?:想|愿)|转学|毕业|高中|中专|技校|职高|送教|特校|特殊|没到年龄|不到年龄|幼儿园|还小|疫情|网课|暑假|寒假|放假|住院|生病|残疾|补习|复读/,
      ask: 'verify',
    },
    {
      re: /不(?:想|愿意?|肯|爱)[^;]*(?:打工|工地|出去|干活|进厂|在家|不去|没去|学手艺|(?:就|才)(?:下来|不|没)|混社会|跑了|辍|退了学)/,
      not: /没(?:有)?不(?:想|愿|肯|爱)/,
      is: true,
    },
    { re: /不(?:想|愿意?|肯|爱|敢)(?:再)?(?:去|上|念|读)/, ask: 'verify', guess: true },
    {
      re: /不(?:上|念|读|去)(?:了|学|书)?|辍学|失学|退学|没(?:有)?(?:在)?(?:上|去|念|读)|没学上|打工去了|(?:去|跑|到|跟|在)[^,。;没不]{0,6}打工|下(?:了)?学了|跑了|在家(?:待|呆|闲|玩|干|里|不|放|种|帮|带|看(?!书)|$)|(?:初[一二三]|[一二三四五六]年级)(?:就)?(?:下来|不)|辍(?:了|着)|嫁人|结(?:了)?婚|(?:念|上|读)(?:到|完)[^,。;]{0,5}就(?:算|不|没|停|回)|学(?:理发|手艺|厨|开车|修车|木匠|电焊|美容|裁缝)|学校(?:也)?不(?:要|收)|开除|弃学|流失/,
      not: /没(?:有)?不/,
      is: true,
    },
    {
      re: /(?:都|全|全都|正常|正|一直|按时|好好).{0,4}(?:上|在校|在学|念|读|学)|在(?:上|校|学|读|念)|上着|念着|读着|上学呢|在上|有学上|(?:上|读|念)(?:小学|初中|[一二三四五六七八九]年级|初[一二三])|到校|住校|住读|寄宿|(?:没|不)旷过?课|(?:没|不)(?:有)?(?:耽误|落下|断)|都(?:上|在|去)|天天(?:都)?(?:去|上)|一个不落|正常/,
      is: false,
    },
  ],
};
