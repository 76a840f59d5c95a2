/** Tables of the numerals people type, and of words that merely look like numbers. */

export const cnDigits: ReadonlyMap<string, number> = new Map(
  Object.entries({
    一: 1,
    二: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
    两: 2,
    俩: 2,
    仨: 3,
    幺: 1,
    壹: 1,
    贰: 2,
    叁: 3,
    肆: 4,
    伍: 5,
    陆: 6,
    柒: 7,
    捌: 8,
    玖: 9,
  }),
);

export const zeros = '零〇';

export const unitOf: ReadonlyMap<string, number> = new Map(
  Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 1e4, 亿: 1e8, k: 1000, w: 1e4 }),
);

/** 廿 and 卅 are still heard from old people. */
export const tensOf: ReadonlyMap<string, number> = new Map([
  ['廿', 20],
  ['卅', 30],
  ['卌', 40],
]);

export const startsNumber = /[\d一二三四五六七八九两俩仨壹贰叁肆伍陆柒捌玖零〇十拾百佰千仟万廿卅卌几数]/;

/** Words that begin with a numeral and count nothing; the scanner steps over them whole. */
export const notNumbers = new RegExp(
  [
    '一(?:共|样|般|直|起|定|些|旦|致|切|向|带|边|年|季|月份?|会|下|路|家|贯|并|律|时|概|心|半|阵|到|齐|不|趟|天)',
    '(?<=[差缺])一点|(?<=杂)七(?=杂)|(?<=杂七杂)八|七八(?=糟)',
    '一点(?![一二三四五六七八九零〇\\d])',
    '一块(?=儿|住|过|吃|干|算)|(?<=[加放合凑])一块',
    '一个(?=月|季|劲)',
    '十(?:分(?![钟一二三四五六七八九])|足)',
    '千(?:万)?(?=别|不要|注意|瓦)',
    '万(?:一|幸|能|岁|事|里)',
    '百(?:姓|货|日|分|般)',
    '三(?:保障|高|轮|代|餐|天两头|叉|天打鱼)',
    '五(?:保|险|金)',
    '四(?:个?不摘|邻|周|季|处)',
    '两(?:不愁|头|边|年|季|辈|码|回事)',
    '九年(?:义务|制)',
    '二(?:胎|手|婚|维)',
    '零(?:工|活|星|食|花|钱|碎|散|售|件)',
    '几(?:乎|年|天|辈)',
    '数(?![十百千万])',
  ].join('|'),
  'y',
);

/** Counting words behind a number: a lone digit before one of them is a number of its own (3万2个娃). */
export const countWord = /^(?:[口个岁亩间头只级户]|人(?!均|民币))/;
