import { definitions } from '../../progress/definitions.ts';
import type { HouseholdFilter, ProblemFilter } from '../../progress/needs.ts';
import { type InquiryLexicon, lexiconOf } from '../lexer.ts';
import { shaped } from '../words/shapes.ts';

/** What a stretch of a question about the work means. It is understood only when every stretch of it means something. */
export type WorkMark =
  /** 请, 看看, 现在, 的, 了: changes nothing. `short` stands in names too (王家庄): it is none between two parts of one. */
  | { is: 'filler'; short?: true }
  | { is: 'progress' }
  /** 查了, 走访了: with an amount it asks for progress, with 怎么样 too. */
  | { is: 'done' }
  | { is: 'how' }
  /** Households in one state. `plain` asks by itself; the other words are answers of a visit as well. */
  | { is: 'state'; filter: HouseholdFilter; plain?: true; formal?: true }
  /** 哪些, 谁, 名单: wants the rows. */
  | { is: 'which'; bare: boolean }
  /** 什么 asks for problems only. */
  | { is: 'what' }
  | { is: 'now' }
  /** 几户, 多少: wants the number. */
  | { is: 'amount' }
  /** 这12户 */
  | { is: 'these'; count: number }
  | { is: 'why' }
  | { is: 'problem' }
  | { is: 'problemState'; filter: ProblemFilter; plain?: true }
  | { is: 'category'; words: string }
  | { is: 'sheet' }
  | { is: 'digest' }
  /** What I look after. */
  | { is: 'mine' }
  /** 我们村, 全县: the speaker's own unit. */
  | { is: 'here' }
  | { is: 'level'; level: WorkLevel }
  | { is: 'todo' };

export type WorkLevel = 'township' | 'village' | 'group';

type Row = readonly [mark: WorkMark, ...shapes: string[]];

const state = (filter: HouseholdFilter, ...shapes: string[]): Row => [{ is: 'state', filter }, ...shapes];
const plainly = (filter: HouseholdFilter, ...shapes: string[]): Row => [
  { is: 'state', filter, plain: true },
  ...shapes,
];
const problems = (filter: ProblemFilter, ...shapes: string[]): Row => [
  { is: 'problemState', filter, plain: true },
  ...shapes,
];
const level = (of: WorkLevel, units: string): Row => [
  { is: 'level', level: of },
  `各|每|每个|分|按|哪|哪个|哪些|哪几个 ${units}`,
];

/** Every number by its name in 口径: 为什么 已排查. */
const named: readonly Row[] = definitions.flatMap(({ key, label }) =>
  key === 'total' ? [] : [state(key, `${label} 户|的户?`)],
);

/** A category by all that it is called (words/states.ts); 低保 and 水 alone are households and answers. */
const categories: readonly Row[] = [
  '饮水 饮水|吃水|喝水|用水',
  '住房 住房|危房|房子|房屋',
  '医疗 医疗|医保|看病',
  '教育 教育|上学|辍学|失学',
  '就业 就业|务工',
  '易地搬迁 搬迁',
  '收入 收入',
  '产业 产业',
  '满意度 满意度',
  '兜底 兜底',
  '帮扶 帮扶',
].map((line): Row => {
  const [words = '', ...shape] = line.split(' ');
  return [{ is: 'category', words }, shape.join(' ')];
});

/** One meaning a row, and the shapes it is said in; of two meanings of one form the first counts. */
const rows: readonly Row[] = [
  ...named,
  [
    { is: 'progress' },
    '排查|走访|摸排|工作|整体|总体|完成? 的? 进度|进展|完成率|完成情况|排查情况|走访情况',
    '排查率|走访率',
  ],
  [
    { is: 'done' },
    '已|已经? 排查|摸排|走访|入户|完成|查|跑|走|干 完? 了|得|到',
    '进行|搞|弄|开展 得|到',
    '完成|排查 多少 户|家|农户?',
  ],
  [{ is: 'amount' }, '还|有|还有? 几|多少 户|家|农户?', '完成|排查 多少 户|家|农户?'],
  [
    { is: 'how' },
    '情况|总体情况|整体情况? 怎么样|怎样|咋样|如何|什么样|啥样|啥情况|什么情况 了|啦?',
    '哪|哪儿|哪里|哪一步|什么程度|啥程度 了|啦',
    '的? 情况',
    '百分之几',
  ],
  [{ is: 'state', filter: 'remaining', plain: true, formal: true }, '未 排查|入户|走访'],
  plainly('remaining', '还? 没|没有|未 被? 排查|摸排 完|到|过?', '还? 没|未 查', '还有 几|多少 户|家'),
  // 没查过 is what people say of an illness.
  state(
    'remaining',
    '还? 没|没有|未 被? 查 完|到|过?',
    '还? 没|没有|未 走访|入户|上门|完成|去|跑|走|弄|干 完|到|过?',
    '还? 剩|剩下|剩余|差',
  ),
  state('notHome', '没|没有|不 在家'),
  state('refused', '拒访 ', '拒绝 排查?', '不让进 门?', '不配合|不让查'),
  state('returned', '被? 退回|打回 来?'),
  state('toVerify', '要|需|需要? 待? 核实'),
  state('unassigned', '还? 没|没有|未 分|分到人|分出去|分下去|安排|安排人', '没人 管|负责|查'),
  state('withProblems', '查出? 有问题'),
  state('draft', '答了一半|没答完|没问完|没提交'),
  state('untouched', '还? 没开始'),
  state('verified', '已审核|审核通过'),
  state('submitted', '已提交'),
  state('explained', '核减'),
  state('visitedToday', '今天|今日 新增|新查|查|提交 的|了', '今天|今日 新增'),
  [{ is: 'which', bare: false }, '还有? 谁|哪|哪个'],
  [
    { is: 'which', bare: true },
    '都|还? 有|是 些? 谁|哪|哪个',
    '都 谁|哪|哪个',
    '都|还? 有|是? 谁家|哪些|哪几|哪户|哪家|哪个户|哪些户|哪几户|哪些家|哪几家|哪些人家|哪几户人家|哪些农户|哪几个|哪些个',
    '名单|清单|列表',
  ],
  [{ is: 'what' }, '有? 什么|啥'],
  [{ is: 'filler' }, '这|那 些|几户|几家|个数?'],
  [{ is: 'why' }, '为什么|为啥|为何|凭什么|咋|怎么 会|是|还|就?', '怎么|咋 来|算|得出|得出来 的'],
  [{ is: 'filler' }, '这么|那么 多|少|慢'],
  [{ is: 'problem' }, '问题 台账|清单|列表?'],
  problems('overdue', '已|已经? 逾期|超期|过期|超时', '到期 没|未 改|整改'),
  problems('open', '没|没有|未 销号|整改|解决|处理|办 完?'),
  problems('done', '待核|待销号'),
  problems('closed', '已|已经 销号|整改 完?'),
  [{ is: 'problemState', filter: 'today' }, '今天|今日 新增|查出|发现|新查出'],
  ...categories,
  [
    { is: 'sheet' },
    '发|来|要|导|导出|下载|生成|做|拉|给 我|出? 个|份|张|下|一个|一份|一张? 表|表格|名单|清单|excel|电子表|电子表格 发我|给我?',
    'excel? 表格|名单|表 都? 发我|发给我|导出|导出来',
    '表格|excel',
    '导出 来|一下?',
  ],
  [
    { is: 'digest' },
    '日报|简报|今日汇总',
    '有什么|有啥|有没有|有哪些? 要|需要|等|等着 我|我们|领导 定|拍板|决定|批|签 的? 事|事情|事项?',
  ],
  [{ is: 'mine' }, '我|我自己 名下|手上|手里|这里|这边|负责|管? 的?', '自己的'],
  [{ is: 'filler' }, '名下|手上|手里 的|还有?'],
  [{ is: 'here' }, '我们|咱|咱们|本 村|镇|乡|县 里|上?', '全村|全镇|全乡|全县|村里|镇里|乡里|县里|镇上'],
  level('township', '乡镇|镇|乡'),
  level('village', '村|行政村'),
  level('group', '组|村民组'),
  [
    { is: 'todo' },
    '今天|今日|明天|我? 该|要? 去|走|跑|查|走访 哪家|哪户|哪几家|哪几户|哪些|哪些家|哪些户|谁家',
    '我? 今天|今日 我? 任务|的任务|名单|的名单',
    '我? 今天|今日 我? 该|要? 干|做 啥|什么|嘛',
  ],
  [
    { is: 'filler' },
    '报一下|汇报一下|汇报|请问|麻烦|帮忙|帮我|给我|告诉我|看一下|看下|看看|查一下|查下|查看|查询|说一下|说说|发一下|发我',
    '排|排个|排一 一下|下|序|名册?',
    '截至|到目前|总共|一共|最新|总体|最|到底|快|慢|落后|比较|划算|合适',
    '的|了|呢|吗|啊|呀|吧|嘛|哈|呐',
  ],
  [{ is: 'now' }, '今天|今日|现在|目前 的?'],
  [{ is: 'filler', short: true }, '请|先|把|将|看|查|发|都|是|有|还|在|你|我|户|家|到|想|就|来|下|也|多'],
];

/** What alone makes no question: an answer such as 我外出务工了 is made of nothing else. */
const asksNothing: ReadonlySet<WorkMark['is']> = new Set([
  'filler',
  'mine',
  'here',
  'now',
  'what',
  'amount',
  'category',
]);

let made: InquiryLexicon<WorkMark> | undefined;

/** All words a question about the work may be made of. */
export function workWords(): InquiryLexicon<WorkMark> {
  if (made !== undefined) return made;
  const words = new Map<string, WorkMark[]>();
  for (const [mark, ...shapes] of rows)
    for (const form of shapes.flatMap(shaped)) words.set(form, [...(words.get(form) ?? []), mark]);
  made = lexiconOf(words, []);
  return made;
}

/** May a text be a question about the work? Most messages are answers, and this is seen at once. */
export function mayAskWork(text: string): boolean {
  const chars = text.split('');
  let tells = false;
  for (const at of chars.keys())
    workWords().words.each(chars, at, (marks) => {
      tells ||= marks.some((mark) => !asksNothing.has(mark.is));
    });
  return tells;
}
