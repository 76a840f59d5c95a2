import { scanNumbers } from '../language/numbers/numerals.ts';
import { hitsOf } from '../language/text.ts';

/** People counted by kinship words: 老两口带一个孙子 is three. */
export interface KinGroup {
  start: number;
  end: number;
  count: number;
  /** Adults are a household by themselves; children alone leave the parents open. */
  adult: boolean;
  /** 孙子三个 at the end of a row may sum up the row. */
  closing?: boolean;
}

const pairs =
  '老头老太太?(?:俩|两个人?)?|父母|爸妈|爹娘|爹妈|岳父母|老两口子?|老俩口子?|俩老(?:的|人家|人)?|两老(?:的|人)?|(?<!老)二老|公婆俩?|小?两口子?|俩口子?|小夫妻俩?|老夫老妻|老?夫妻(?:俩|两个?人?|二人|双方)?|夫妇(?:俩|二人|两人)?|弟兄俩|咱俩|老俩(?!口)|小俩(?!口)|俺俩|我俩|我们俩|他俩|她俩|儿女双全|一儿一女|一男一女|一子一女|一个儿子一个(?:女儿|闺女)';
const relation =
  '娘儿|爷儿|爷们|爷孙|奶孙|公孙|祖孙|爷奶孙|爷|奶|娘|爹|父子|母子|母女|父女|婆媳|婆孙|兄弟|弟兄|姐弟|姐妹|姊妹|兄妹|叔侄|舅甥|夫妻|俺|我们?|咱们?|他们|一家(?=[俩仨](?:$|[,。]))';
const counted: Readonly<Record<string, number>> = {
  俩: 2,
  两个: 2,
  两人: 2,
  二人: 2,
  仨: 3,
  三个: 3,
  三人: 3,
  四个: 4,
  四人: 4,
  五个: 5,
  五人: 5,
};
const children =
  '子女|儿女|孩子|小孩子?|娃娃?|孙子|孙女|孙娃|外孙女?|儿子|闺女|女儿|学生|小子|丫头|小的|男孩|女孩|儿童|婴儿|毛孩|幼儿|双胞胎';
const adults =
  '配偶|爱人|对象|屋里人|孩他[娘爹妈爸]|孩子[妈爸他]|嫂子|弟媳妇?|侄[子女]|外甥女?|公公|婆婆|姑姑?|姨|舅舅?|婶子?|伯伯?|太[爷奶]|老祖|老人家?|大人|老的|儿媳妇?|媳妇|老婆|老伴|老娘|老爹|老妈|老爸|老母亲|老父亲|母亲|父亲|爸爸?|妈妈?|爹|娘|爷爷|奶奶|老太太?|老头子?|女婿|丈夫|老公|哥哥?|弟弟?|姐姐?|妹妹?|兄弟|寡妇|光棍|姥姥|姥爷|外婆|外公|男的|女的|男人|女人|妇女|岳母|岳父|叔叔?|大爷|大娘|成年人|劳力';

/** Words of kinship, as alternatives of a pattern. */
export const kinWords = `${children}|${adults}`;

const partner = `(?:我|俺|他|她|户主|老汉|老头子?|老太太?)(?:和|跟|与|同)(?:俺|我|他|她|个)?(?:${children}|${adults})(?:俩|两个?人?(?!孩|娃)|二人)`;

const group = new RegExp(
  [
    `(?<big>[\\d一二两俩三四五六])个?(?:大(?!概|约)|老(?!人|的|太|头|伴))(?:人)?[,、和加带]?(?<small>[\\d一二两俩三四五六])个?小(?!学)`,
    `(?<pair>${partner}|${pairs})`,
    `(?<rel>${relation})(?<n>俩(?!老)|两个(?!孩|娃|孙|儿|女|老|小|闺)|两人|二人|仨|[三四五](?:个(?!孩|娃|孙|儿|女|老|小|闺)|人))`,
    '(?<two>爷孙|奶孙|父子|母子|母女|父女|婆媳|夫妻|夫妇|婆孙)(?!两|俩|三|四|[23])',
    `(?<many>[\\d一二两俩三四五六七八仨] ?)(?:个|名|位|口)?(?:小|未成年|上学的?|在读的?|[\\d]{1,2}岁的?|[^\\d一二两三四五六七八九十,。;、和跟与加带口人个 ]{1,2})??(?<who>${children}|${adults})`,
    `(?<![和跟与])(?<after>${children}|${adults})(?<m>[\\d一二两俩三四五六七八仨]) ?(?:个|名|位|人|口)?(?![\\d岁月年万千百家])`,
    `(?<men>[\\d一二两俩三四五六])男[,、]?(?<women>[\\d一二两俩三四五六])女`,
    `(?<ladies>[\\d一二两俩三四五六])女[,、]?(?<gents>[\\d一二两俩三四五六])男`,
    `男(?<boys>[\\d一二两俩三四五六])(?:人|个)?[,、 ]?女(?<girls>[\\d一二两俩三四五六])`,
    `(?<me>(?<=[和跟与加带,、])(?:我|俺|他|她)(?=$|一共|总共|拢共|共|[,。、])|我自己|我本人|本人|(?:我|俺|他|她|户主)(?=和|跟|带|与|、|加|领|,(?=老|媳|爱|两|俩|[一二三]个|儿|闺|孩|弟|哥|妈|爸|爹|娘)))`,
    `(?<one>${adults}|孙子|孙女|儿子|闺女|女儿)(?!一?家)`,
  ].join('|'),
  'g',
);

/** Kinship groups from left to right. */
export function kinGroups(text: string): KinGroup[] {
  const found: KinGroup[] = [];
  for (const hit of hitsOf(group, text)) {
    const g = hit.groups ?? {};
    const count = countOf(g);
    if (count > 0)
      found.push({
        start: hit.index,
        end: hit.index + hit[0].length,
        count,
        adult: isAdult(g),
        closing: g['after'] !== undefined,
      });
  }
  return found;
}

function countOf(g: Record<string, string | undefined>): number {
  if (g['big']) return digit(g['big']) + digit(g['small']);
  if (g['pair'] ?? g['two']) return 2;
  if (g['rel']) return counted[g['n'] ?? ''] ?? 0;
  if (g['boys']) return digit(g['boys']) + digit(g['girls']);
  if (g['ladies']) return digit(g['ladies']) + digit(g['gents']);
  if (g['men']) return digit(g['men']) + digit(g['women']);
  const n = g['many'] ?? g['m'];
  return n === undefined ? 1 : digit(n);
}

function digit(text: string | undefined): number {
  return text === undefined ? 0 : (scanNumbers(text.trim())[0]?.lo ?? 0);
}

const childWord = new RegExp(`^(?:${children})$`);

function isAdult(g: Record<string, string | undefined>): boolean {
  const who = g['who'] ?? g['after'] ?? g['one'];
  if (g['pair']) return !/一儿一女|一男一女|一子一女|儿女|女儿|闺女/.test(g['pair']);
  return who === undefined || !childWord.test(who);
}
