import { afterCorrection } from './correction.ts';
import { doubtOf, isAllFine } from './doubt.ts';
import { ask, doubt, none, value } from './outcome.ts';
import { hitsOf, trimFillers } from './text.ts';
import type { AskReason, Housing, HousingGrade, Understood } from './understood.ts';
import { isLukewarm } from './yes-no/mood.ts';
import { plainAnswer } from './yes-no/plain.ts';

const gradeMark = /(?<![a-z])([abcd])(?![a-z])(?= ?(?:级|类|等|$|[^a-z]))/gi;
const soundGrade: readonly (readonly [RegExp, HousingGrade])[] = [
  [/诶级|欸级|哎级|艾级/, 'A'],
  [/必级|比级|逼级|毕级|币级/, 'B'],
  [/西级|细级|系级|吸级|洗级|谁级/, 'C'],
  [/低级|滴级|弟级|地级|第级|迪级|帝级/, 'D'],
];

const unsafe = /不(?:是(?:很|太)?)?安全|危房|危险|^危(?:的|了)?$|不能住|住不(?:了|成|得)|没法住|不敢住|危旧/;
const falling = /(?:要|快|马上|快要)(?:倒|塌|垮)|(?<!怕)塌|倒(?!是|也|还)|倾斜|歪|摇摇欲坠|垮/;
const damage =
  /漏|裂|缝|土坯|土房|泥(?:巴)?(?:墙|房)|草房|茅|瓦片|掉(?:皮|土|渣|墙)|潮|渗|老(?:房|屋|宅)|旧(?:房|屋)|破|凑合|还能住|能住|将就|一般|有点|年久|几十年|没鉴定|不知道|没人住|简陋|窗|门|矮|低洼|地基|下沉|沉降|梁|虫蛀|朽|墙(?:皮|体)|简易|板房|瓦房|平房|砖|楼|石头|木(?:头|房|结构)|租|借住|亲戚|邻居|没房|无房|没有房|住(?:在)?(?:庙|棚|车)|修(?:过|了|缮)|改造|加固|翻(?:修|盖|新)|[八九七六]十年代|盖/;
const safeHome =
  /新(?:着|得很)(?:呢)?|挺新|很新|崭新|安置房|安置点|安置小区|移民(?:房|点|新村)|搬迁房|搬迁安置|易地搬|公租房|廉租房|商品房|新房|新家|新盖|新建|新修|刚盖|才盖|刚建|(?:20[12]\d|前年|去年|今年)年?(?:才|刚)?(?:新)?(?:盖|建)|小洋楼|危(?:房)?改(?:造)?(?:过|好|完|后|的?新|的?房|的$)/;
const safe =
  /安全|牢固|牢靠|牢稳|结实|没(?:啥|什么|有|得|一点|半点|任何)?(?:问题|毛病|事|危险|隐患|安全隐患)|(?:一点|半点|啥|什么|任何)(?:问题|毛病|事|危险|隐患)(?:都|也)?没|没事|无(?:问题|隐患|危险)|不(?:是)?危|没危|(?:不|没)(?:漏|裂|透)|挺好|很好|怪好|好着|好得很|好好的|牢实|好的很|蛮好|不错|合格|达标|正常|坚固|稳固|稳当|地震[^,。;]{0,3}不怕|得劲|舒服|舒坦|放心|好房|都好$|^好的?房|(?:房(?:子|屋)?|屋)(?:都|也|很|挺|还|怪|蛮)?(?:好|可以|行|中|管)(?:着|得很)?$|结结实实|踏实|不(?:赖|孬|差)|有保障|房安$/;
const otherHome: readonly (readonly [RegExp, boolean | null])[] = [
  [/租|借住|借(?:的|人)|亲戚|邻居|敬老院|养老院/, null],
  [/(?:没|无)(?:有)?(?:别的|别处|其他|其它|地方|处|另外|第二)/, false],
  [
    /(?:现在|如今|人|都|已经|早就)?(?:住|搬)(?:到|进|在|去)?[^,。;]{0,6}(?:新房|楼|安置|搬迁|公租|商品|城里|县城|镇上)|另有|新房(?:住|已)|有(?:新房|楼房|安置房|搬迁房|公租房|商品房)/,
    true,
  ],
  [
    /(?:儿子|闺女|女儿|孩子|子女|儿女)[^,。;]{0,6}(?:楼|新房|安全|房)[^,。;]{0,4}(?:可以|能|够|一起|也)[^,。;]{0,2}住/,
    true,
  ],
  [/(?:儿子|闺女|女儿|孩子|子女|儿女)们?(?:家)?[^,。;]{0,4}(?:楼|新房|安全(?:住)?房)/, null],
  [/(?:住|跟|搬)[^,。;]{0,5}(?:儿子|闺女|女儿|孩子)/, null],
];

/** 住房: a grade decides, structure and leaks do not (土坯, 漏雨 are asked back and photographed). */
export function readHousing(raw: string): Understood<Housing> {
  const { text } = afterCorrection(trimFillers(raw));
  if (text === '') return none;
  const sure = sinceThen(text) ?? readSure(text);
  const reason = doubtOf(text);
  if (!reason) return sure;
  return sure.status === 'none' ? ask<Housing>(reason, { safe: null, grade: null }) : doubt(sure, reason);
}

const then =
  /(?:以前|原来|原先|之前|老早|早先|过去|曾经?|去年)[^。;]*?(?:现在|如今|目前|后来|(?:修|改造|加固|翻[修建盖]|重建|弄)(?:了|完|过|好)?(?:以|之)?后)(?:是|为|评(?:为|了)|定(?:为|了)|[,、 ])*(.+)$/;

/** 原来C级,修过以后B级: what holds now, where it is said outright. */
function sinceThen(text: string): Understood<Housing> | undefined {
  const now = then.exec(text)?.[1];
  if (now === undefined) return undefined;
  const read = readSure(now);
  return read.status === 'value' ? read : undefined;
}

const passed = /(?:验收|鉴定)(?:过|合格|通过|安全|完|了)/;
const unfinished = /中$|没|未|等|申请|准备|打算|要|正在|在[改修建]|不合格/;

/** 加固了,验收合格: an unsafe house made safe, with its proof. */
function isMended(text: string): boolean {
  return passed.test(text) && /改|加固|翻|重建|修/.test(text) && !unfinished.test(text);
}

/** The plan's own case: an old person alone in the unsafe house while the children live well. */
function eldersLeft(text: string): boolean {
  const elders =
    /(?:老人|老爷子|老两口|老头子?|老太太?|父母|爹娘|爸妈|老的|爷爷|奶奶|爹|娘)[^,。;]{0,8}(?:住|守|危|老[屋宅房]|[cd] ?级)/;
  const children =
    /(?:儿子|闺女|女儿|孩子|子女|儿女|小的)们?(?:家)?[^,。;]{0,6}(?:楼|新房|安全|有房|好房|房子?好)/;
  return (
    elders.test(text) && children.test(text) && !/(?:都|已|已经|一起|也|早)[^,。;]{0,3}(?:搬|住)/.test(text)
  );
}

/** Grades named, by letter; a negated letter (不是C级) does not count. */
export function gradesIn(text: string): HousingGrade[] {
  const found = new Set<HousingGrade>();
  for (const hit of hitsOf(gradeMark, text)) {
    if (/(?:不是|[没未]?达?不?到|不够|[够算]不上)$/.test(text.slice(0, hit.index))) continue;
    const letter = (hit[1] ?? '').toUpperCase();
    if (letter === 'A' || letter === 'B' || letter === 'C' || letter === 'D') found.add(letter);
  }
  return [...found];
}

function open(
  reason: AskReason,
  isSafe: boolean | null = null,
  grade: HousingGrade | null = null,
): Understood<Housing> {
  return ask(reason, { safe: isSafe, grade });
}

function readSure(text: string): Understood<Housing> {
  const heard = soundGrade.find(([re]) => re.test(text));
  if (heard) return open('misheard', isSafeGrade(heard[1]), heard[1]);
  const grades = gradesIn(text);
  if (grades.length > 1) {
    const agree = new Set(grades.map(isSafeGrade));
    return open('conflict', agree.size === 1 ? ([...agree][0] ?? null) : null);
  }
  const [grade] = grades;
  if (grade) return readGraded(text, grade);
  if (/[一二三四1234](?:级|类)/.test(text)) return open('vague');
  return readPlain(text);
}

function isSafeGrade(grade: HousingGrade): boolean {
  return grade === 'A' || grade === 'B';
}

function readGraded(text: string, grade: HousingGrade): Understood<Housing> {
  const isSafe = isSafeGrade(grade);
  if (/以前|原来|原先|之前|老早|曾/.test(text) && /现在|改造|修|翻|盖|加固|已/.test(text))
    return open('verify', true, grade);
  if (!isSafe && /改造|加固|翻(?:修|新|盖)|重建|修(?:好|过|缮)|拆/.test(text) && !unfinished.test(text))
    return isMended(text) ? value({ safe: true, grade: null }) : open('verify', true, grade);
  if (!isSafe && /正在|在(?:改|修|建|加固|翻)|(?:改造|加固|重建|修缮)中/.test(text))
    return open('verify', false, grade);
  if (!isSafe && eldersLeft(text)) return alone(grade);
  if (/没鉴定|自己(?:看|估)|估|没报告/.test(text)) return open('verify', isSafe, grade);
  if (isSafe && /危房|不安全/.test(text.replace(/不是危房|危房改/g, '')))
    return open('conflict', null, grade);
  if (!isSafe && safe.test(text.replace(/不安全/g, '')) && !unsafe.test(text))
    return open('conflict', null, grade);
  return value(withOther(text, { safe: isSafe, grade }));
}

function alone(grade: HousingGrade | null): Understood<Housing> {
  return ask('verify', { safe: false, grade, otherSafeHousing: true });
}

function withOther(text: string, housing: Housing): Housing {
  if (housing.safe !== false) return housing;
  const found = otherHome.find(([re]) => re.test(text));
  return found ? { ...housing, otherSafeHousing: found[1] } : housing;
}

function readPlain(text: string): Understood<Housing> {
  if (isAllFine(text) && !/^都安全|房/.test(text)) return open('allFine');
  const notDangerous =
    /(?:不(?:是|算|属于)|[算谈够称]不上)(?:[^,。;]{0,2})?危|(?:没有?|无)危房(?!改)|没(?:有)?(?:安全)?(?:隐患|危险)|不危险|没危|无危/.test(
      text,
    );
  const harmless =
    /不(?:漏|裂|潮|破|歪|渗|倒|塌)|(?:没(?:有)?|无)(?:裂缝|裂纹|漏雨|漏水|漏|裂|缝|破|塌|倒|歪)/g;
  const rest = text.replace(harmless, '');
  if (falling.test(rest) && !/不会|拆/.test(rest)) return open('verify', false);
  if (/不(?:太|大|咋|怎么|很|够|是很|算|敢说)(?:安全|牢固|结实|好)/.test(text)) return open('vague', false);
  if (/隐患/.test(text) && !/(?:没|无|没有|消除)[^,。;]{0,4}隐患|隐患(?:没|消除|排除|已)/.test(text))
    return open('vague', false);
  if (/(?:一般|暂时|表面|勉强|看着|眼下|目前)[^,。;]{0,2}安全/.test(text)) return open('vague', true);
  if (unsafe.test(rest) && !notDangerous) return readUnsafe(rest);
  const damaged = damage.test(rest.replace(safeHome, '').replace(safe, ''));
  if (safeHome.test(rest) && /没[^,。;]{0,2}(?:住|入住|搬)/.test(rest)) return open('verify', true);
  if (safeHome.test(rest) && /拆(?:了|掉|除)/.test(rest)) return value({ safe: true, grade: null });
  if (safeHome.test(rest))
    return damaged && !/楼|盖|砖|平房/.test(rest) ? open('verify', true) : value({ safe: true, grade: null });
  if (/有(?:点|些)?(?:问题|毛病|隐患)|不放心|害怕|不踏实|不(?:行|好|中|咋地|咋样|怎么样)$/.test(rest))
    return open('vague', false);
  const sound = safe.test(text) || notDangerous;
  if (sound && damaged) return safeDespite(rest);
  if (sound) return value({ safe: true, grade: null });
  const plain = plainAnswer(text);
  if (plain === 'agree') return open('polarity');
  if (plain && /有|没/.test(text)) return open('polarity');
  if (plain) return value({ safe: plain === 'yes', grade: null });
  return damaged || isLukewarm(text) ? open('vague') : none;
}

/** 砖瓦房,安全: structure beside a clear word is only description; damage beside it is a contradiction. */
function safeDespite(text: string): Understood<Housing> {
  const told = text
    .replace(/(?:有点|有些|就是|只是)*(?:旧|老)(?:是(?:旧|老)|了)?(?:点|些)?/g, '')
    .replace(/(?:漏|裂)[^,。;]{0,3}修(?:好|过|了)/g, '')
    .replace(/但是?(?=(?:很|挺|还|都)*(?:结实|牢固|安全|好|没))/g, '');
  const structureOnly = !/漏|裂|缝|掉|潮|渗|破|凑合|有点|下沉|朽|土坯|泥|草房|租|借|没房|没鉴定|就是|但/.test(
    told,
  );
  return structureOnly ? value({ safe: true, grade: null }) : open('conflict');
}

function readUnsafe(text: string): Understood<Housing> {
  if (
    /改造|加固|翻|重建|拆|修(?:好|过|了)|鉴定(?:过|了)?(?:说)?(?:安全|合格)|以前|原来|之前/.test(text) &&
    !unfinished.test(text)
  )
    return isMended(text) || (/拆(?:了|掉|除)/.test(text) && safeHome.test(text))
      ? value({ safe: true, grade: null })
      : open('verify', true);
  if (eldersLeft(text)) return alone(null);
  if (/(?:像|快成|算|接近|疑似|差不多)/.test(text)) return open('vague', false);
  return value(withOther(text, { safe: false, grade: null }));
}
