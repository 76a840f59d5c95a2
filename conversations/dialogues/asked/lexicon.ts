import { definitions } from '../../progress/definitions.ts';
import type { HouseholdFilter, ProblemFilter } from '../../progress/needs.ts';

/** What a stretch of a question means. A question is understood only when every stretch of it means something. */
export type Mark =
  /** 请, 看看, 现在, 的, 了: changes nothing. */
  | { kind: 'filler' }
  | { kind: 'progress' }
  /** 查了, 走访了: with an amount it asks for progress, with 怎么样 too. */
  | { kind: 'done' }
  | { kind: 'how' }
  /** Households in one state. `plain` asks by itself; the other words are answers of a visit as well. */
  | { kind: 'state'; filter: HouseholdFilter; plain?: true; formal?: true }
  /** 哪些, 谁, 名单: wants the rows. */
  | { kind: 'which'; bare: boolean }
  /** 什么 asks for problems only. */
  | { kind: 'what' }
  | { kind: 'now' }
  /** 几户, 多少: wants the number. */
  | { kind: 'amount' }
  /** 这12户 */
  | { kind: 'these'; count: number }
  | { kind: 'why' }
  | { kind: 'problem' }
  | { kind: 'problemState'; filter: ProblemFilter; plain?: true }
  | { kind: 'category'; words: string }
  | { kind: 'sheet' }
  | { kind: 'digest' }
  /** What I look after. */
  | { kind: 'mine' }
  /** 我们村, 全县: the speaker's own unit. */
  | { kind: 'here' }
  | { kind: 'level'; level: Level }
  | { kind: 'todo' };

export type Level = 'township' | 'village' | 'group';

interface Word {
  pattern: RegExp;
  mark: (match: string) => Mark;
  /** Stands in names too (王家庄): taken only where no name has begun. */
  short?: true;
}

const word = (source: string, mark: Mark | ((match: string) => Mark), short?: true): Word => ({
  pattern: new RegExp(source, 'uy'),
  mark: typeof mark === 'function' ? mark : () => mark,
  ...(short === undefined ? {} : { short }),
});
const filler: Mark = { kind: 'filler' };
const state = (filter: HouseholdFilter, plain?: true): Mark => ({
  kind: 'state',
  filter,
  ...(plain === undefined ? {} : { plain }),
});
const problemState = (filter: ProblemFilter, plain?: true): Mark => ({
  kind: 'problemState',
  filter,
  ...(plain === undefined ? {} : { plain }),
});

/** How people call the categories of the problem ledger. */
const categories: Readonly<Record<string, string>> = {
  吃水: '饮水',
  喝水: '饮水',
  用水: '饮水',
  危房: '住房',
  房子: '住房',
  房屋: '住房',
  医保: '医疗',
  看病: '医疗',
  上学: '教育',
  辍学: '教育',
  失学: '教育',
  务工: '就业',
  搬迁: '易地搬迁',
};

/** Every number by its name in 口径: 为什么 已排查. */
const named: readonly Word[] = definitions.flatMap(({ key, label }) =>
  key === 'total' ? [] : [word(`${label}(?:的?户)?`, state(key))],
);

/** Longest match wins, the earlier on a tie. */
const words: readonly Word[] = [
  ...named,
  word('(?:排查|走访|摸排|工作|整体|总体|完成)?的?(?:进度|进展|完成率|完成情况|排查情况|走访情况)', {
    kind: 'progress',
  }),
  word('(?:排查率|走访率)', { kind: 'progress' }),
  word('(?:已经?)?(?:排查|摸排|走访|入户|完成|查|跑|走|干)(?:完)?(?:了|得|到)', { kind: 'done' }),
  word('(?:进行|搞|弄|开展)(?:得|到)', { kind: 'done' }),
  word('(?:完成|排查)(?=多少)', { kind: 'done' }),
  word('(?:情况|总体情况|整体情况)?(?:怎么样|怎样|咋样|如何|什么样|啥样|啥情况|什么情况)(?:了|啦)?', {
    kind: 'how',
  }),
  word('(?:哪(?:儿|里|一步)?|什么程度|啥程度)(?:了|啦)', { kind: 'how' }),
  word('(?:的?情况|百分之几)', { kind: 'how' }),
  word('未(?:排查|入户|走访)', { kind: 'state', filter: 'remaining', plain: true, formal: true }),
  word('(?:还)?(?:没有?|未)(?:被)?(?:排查|摸排)(?:完|到|过)?', state('remaining', true)),
  word('(?:还)?(?:没|未)查', state('remaining', true)),
  // 没查过 is what people say of an illness.
  word('(?:还)?(?:没有?|未)(?:被)?查(?:完|到|过)?', state('remaining')),
  word(`(?:还)?(?:没有?|未)(?:走访|入户|上门|完成|去|跑|走|弄|干)(?:完|到|过)?`, state('remaining')),
  word('还有(?:几|多少)[户家]', state('remaining', true)),
  word('(?:还)?(?:剩下?|剩余|差)', state('remaining')),
  word('(?:没有?|不)在家', state('notHome')),
  word('(?:拒访|拒绝(?:排查)?|不让进门?|不配合|不让查)', state('refused')),
  word('(?:被?退回|打回)(?:来)?', state('returned')),
  word('(?:要|需要?)?待?核实', state('toVerify')),
  word('(?:还)?(?:没有?|未)(?:分(?:到人|出去|下去)?|安排人?)', state('unassigned')),
  word('没人(?:管|负责|查)', state('unassigned')),
  word('(?:查出)?有问题', state('withProblems')),
  word('(?:答了一半|没答完|没问完|没提交)', state('draft')),
  word('(?:还)?没开始', state('untouched')),
  word('(?:已审核|审核通过)', state('verified')),
  word('已提交', state('submitted')),
  word('核减', state('explained')),
  word('(?:今天|今日)(?:新增|新查|查|提交)(?:的|了)', state('visitedToday')),
  word('(?:今天|今日)新增', state('visitedToday')),
  word('(?:都|还)?(?:有|是)?(?:些)?(?:谁|谁家|哪些|哪几|哪|哪个)(?:[户家个]|人家|农户)?', (said) => ({
    kind: 'which',
    bare: !/^(?:还有)?(?:谁|哪|哪个)$/u.test(said),
  })),
  word('(?:哪户|哪家|名单|清单|列表)', { kind: 'which', bare: true }),
  word('有?(?:什么|啥)', { kind: 'what' }),
  word('(?:还)?(?:有)?(?:几|多少)(?:[户家]|农户)?', { kind: 'amount' }),
  word('(?:这|那)?\\d{1,6}(?:多)?[户家]', (said) => ({
    kind: 'these',
    count: Number(/\d+/u.exec(said)?.[0] ?? 0),
  })),
  word('(?:这|那)(?:些|几户|几家|个数)?', filler),
  word('(?:为什么|为啥|为何|凭什么|咋|怎么)(?:会|是|还|就)?', { kind: 'why' }),
  word('(?:怎么|咋)(?:来|算|得出来?)的', { kind: 'why' }),
  word('(?:这么|那么)(?:多|少|慢)', filler),
  word('问题(?:台账|清单|列表)?', { kind: 'problem' }),
  word('(?:已经?)?(?:逾期|超期|过期|超时|到期(?:没|未)(?:改|整改))', problemState('overdue', true)),
  word('(?:没有?|未)(?:销号|整改|解决|处理|办)(?:完)?', problemState('open', true)),
  word('(?:待核(?!实)|待销号)', problemState('done', true)),
  word('(?:已|已经)(?:销号|整改)(?:完)?', problemState('closed', true)),
  word('(?:今天|今日)(?:新增|查出|发现|新查出)', problemState('today')),
  word(
    `(?:饮水|住房|医疗|教育|收入|就业|产业|满意度|兜底|帮扶|${Object.keys(categories).join('|')})`,
    (said) => ({ kind: 'category', words: categories[said] ?? said }),
  ),
  word(
    '(?:给我|帮我)?(?:发|来|要|导|导出|下载|生成|做|拉|给)(?:出来?)?(?:我)?(?:一)?(?:个|份|张|下)?(?:excel|Excel|EXCEL|电子)?(?:表格?|名单|清单|excel|Excel|EXCEL)(?:格)?(?:发?给?我)?',
    { kind: 'sheet' },
  ),
  word('(?:excel|Excel|EXCEL)?(?:表格|名单|表)(?:都?发(?:给)?我|导出来?)', { kind: 'sheet' }),
  word('(?:表格|excel|Excel|EXCEL)', { kind: 'sheet' }),
  word('导出(?:来|一下)?', { kind: 'sheet' }),
  word('(?:日报|简报|今日汇总)', { kind: 'digest' }),
  word('(?:我(?:自己)?(?:名下|手上|手里|这里|这边|负责|管)?的?|自己的)', { kind: 'mine' }),
  word('(?:名下|手上|手里)(?:的|还有)?', filler),
  word('(?:我们|咱们?|本)(?:村|镇|乡|县)(?:里|上)?', { kind: 'here' }),
  word('(?:全村|全镇|全乡|全县|村里|镇里|乡里|县里|镇上)', { kind: 'here' }),
  word('(?:各|每个?|分|按|哪个?|哪些|哪几个)(?:乡镇|镇|乡)', { kind: 'level', level: 'township' }),
  word('(?:各|每个?|分|按|哪个?|哪些|哪几个)(?:行政)?村', { kind: 'level', level: 'village' }),
  word('(?:各|每个?|分|按|哪个?|哪些|哪几个)(?:村民)?组', { kind: 'level', level: 'group' }),
  word('(?:今天|今日|我|明天|该|要)*(?:去|走|跑|查|走访)(?:哪几?[家户]|哪些[家户]?|谁家)', { kind: 'todo' }),
  word('(?:我)?(?:今天|今日)(?:我)?(?:的?任务|的?名单|(?:该|要)?(?:干|做)(?:啥|什么|嘛))', { kind: 'todo' }),
  word(
    '(?:报一下|汇报一下|汇报|请问|麻烦|帮忙|帮我|给我|告诉我|看一下|看下|看看|查一下|查下|查看|查询|说一下|说说|发一下|发我|截至|到目前|总共|一共|最新|总体|最|到底|快|慢|落后|比较)',
    filler,
  ),
  word('(?:今天|今日|现在|目前)(?:的)?', { kind: 'now' }),
  word('[的了呢吗啊呀吧嘛哈呐,，]', filler),
  word('(?:请|把|将|看|查|发|都|是|有|还|在|你|我|户|家|到|想|就|来|下|也|多)', filler, true),
];

/** What alone makes no question: an answer such as 我外出务工了 is made of nothing else. */
const asksNothing: readonly Mark['kind'][] = ['filler', 'mine', 'here', 'now', 'what', 'amount', 'category'];
const telling = new RegExp(
  words
    .filter(({ mark }) => !asksNothing.includes(mark('').kind))
    .map(({ pattern }) => `(?:${pattern.source})`)
    .join('|'),
  'u',
);

/** May a text be a question about the work? Most messages are answers, and this is seen at once. */
export function mayAsk(text: string): boolean {
  return telling.test(text);
}

/** The longest word at a place; short ones only while no name is being read. */
export function wordAt(
  text: string,
  at: number,
  inName: boolean,
): { mark: Mark; length: number } | undefined {
  let best: { mark: Mark; length: number } | undefined;
  for (const { pattern, mark, short } of words) {
    if (inName && short === true) continue;
    pattern.lastIndex = at;
    const said = pattern.exec(text)?.[0];
    if (said !== undefined && said.length > (best?.length ?? 0))
      best = { mark: mark(said), length: said.length };
  }
  return best;
}
