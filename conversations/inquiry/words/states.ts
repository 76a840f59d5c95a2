import { type ProblemCategory, problemCategories } from '../../contract/finding.ts';
import { leadStageLabels, leadStages, openLeadStages } from '../../leads/lead.ts';
import { categoryLabels, problemSources, reportedStatuses, sourceLabels } from '../../problems/states.ts';
import { definitions } from '../../progress/definitions.ts';
import { type Condition, theLine } from '../inquiry.ts';
import type { InquiryMark } from '../mark.ts';
import type { Entry } from './entry.ts';

const fact = (...facts: Condition[]): InquiryMark => ({ is: 'fact', facts });
type Standing = Extract<Condition, { on: 'standing' }>['values'][number];
const standing = (value: Standing): InquiryMark => fact({ on: 'standing', values: [value] });
type State = Extract<Condition, { on: 'problemState' }>['values'][number];
const state = (value: State): InquiryMark => fact({ on: 'problemState', values: [value] });

/** What the roster calls people, as they are asked for. */
const duties: readonly string[] = ['帮扶责任人', '网格员', '农村党员'];

/** Where a household's visit, a problem or a lead stands: the labels of the definitions, and what people say. */
export const stateWords: readonly Entry[] = [
  ...definitions.map(({ key, label }): Entry => [standing(key === 'total' ? 'all' : key), label]),
  [
    standing('remaining'),
    '没查 未查 没查完 没排查 未排查 没走访 未走访 没入户 未入户 没去 没去过 没跑 没跑完 没干 没干完 没完成 未完成 没弄完 没弄 没查到 没摸排 还没查 还有没查 没做 没做完 没走 没走完 没上门 没到 没搞 没搞完 没排查完 未排查完 待排查 没查的 没填 没填完 没进门 没去的 没走的 没查到的 没入的 没进户 未完成的 没完 没完的 没干的 没顾上 欠',
  ],
  [
    standing('visited'),
    '弄多少 跑多少 干多少 弄多少了 跑多少了 进户了 走访完 走访完成 已经查 已经跑 已经走 在跑 跑户 入了 走 查了 排查了 走访了 入户了 查完 查过 查完了 排查完 走完 走了 跑了 跑完 干了 干完 完成 完成了 做完 做了 弄完 弄了 搞完 搞了 填完 填了 查 走访 入户 跑 上门了 去了 去过 已查 已走访 已入户 已完成 走过 干 提交 提交了 提交的 录了 录入了 交上来的',
  ],
  [
    standing('untouched'),
    '没动 没开始 未开始 没启动 未启动 没动静 没动工 一户没跑的 没动弹过 啥也没干 啥也不干 一个没查 一家没去 一户没去 零入户 压根没动 一户没入 一户没进 一户没查 一户没走 一户没跑 一户都没走 一户没动 一户未查 一户都没查 一户都没动 还没动 没开工 零进度 没动弹 没人去过 一户也没查 一家没查 一家没跑 没起步',
  ],
  [
    standing('draft'),
    '答了一半 没答完 没问完 没提交 未提交 半拉子 草稿 查了一半 问了一半 做了一半 填了一半 没填完的 没做完的',
  ],
  [standing('notHome'), '不在家 没人在家 家里没人 家没人 没在家 没人 敲不开门 锁着门 找不到人'],
  [
    fact({ on: 'bound', is: false }),
    '没绑定 没绑定完 没绑完 未绑定 没绑 还没绑定 还没绑 还未绑定 都没绑定 没有绑定 没绑定的 没绑定过 没激活 没登录 没注册 没绑上 没绑码 没进来 没上线 没绑微信',
  ],
  [fact({ on: 'bound', is: true }), '绑定了 已绑定 绑了 绑上了 绑上 已绑 激活了 已激活 绑定好了'],
  [standing('refused'), '拒访 拒绝 不让进门 不让进 不配合 不让查 拒绝排查 不愿意配合 不给开门'],
  [
    standing('returned'),
    '退回 被退回 退回来 打回 被打回 打回来 退回来了 退回重填 退回让重弄 让重弄 让重做 重弄 返工 要重填 退回整改 让改',
  ],
  [standing('toVerify'), '待核实 要核实 需要核实 需核实 没核实 不清楚 说不清 没弄清 核实'],
  [
    fact({ on: 'perHead', op: 'lt', than: theLine }),
    '收入低 低收入 收入低的 低收入的 收入偏低 收入太低 收入少 收入少的 收入不达标 收入没达标',
  ],
  [fact({ on: 'category', values: ['satisfaction'] }), '最不满意 最不满意啥 最不满意什么 最不满'],
  [
    fact({ on: 'type', values: ['monitored'], not: true }),
    '没纳入监测 未纳入监测 没纳入监测的 未纳入监测的 没有纳入监测的 没进监测',
  ],
  [standing('withProblems'), '有问题户 问题户 查出问题 有毛病户'],
  [
    fact({ on: 'tag', values: ['relocated'] }),
    '搬迁户 搬迁户里 搬迁户中 易迁户里 易迁户 易搬户 搬迁群众 搬迁家庭',
  ],
  [
    standing('explained'),
    '死了 死亡 过世 病故 户主死了 户主去世 户主死 人没了 没人了 核减 搬走 搬走了 全家搬走 搬迁走 去世 已故 并户 销户',
  ],
  [
    standing('unassigned'),
    '没分到人 没人管 没人负责 没分 没安排 没分下去 未分配 没分配 没有人负责 没人包 没人查 没人跑 没有人管 没人接 没落实到人 没主 空着 空着的 名下空着 名下空着的',
  ],
  ...duties.map((duty): Entry => [fact({ on: 'duty', values: [duty] }), duty]),
  [fact({ on: 'duty', values: ['驻村'] }), '驻村工作队员 驻村队员 驻村干部'],
  [fact({ on: 'duty', values: ['组长'] }), '村民小组长 小组长'],
  [standing('verified'), '审核通过 已审核 审过 审核过 审了 审核了 通过审核'],
  [standing('submitted'), '待审核 没审核 未审核 没审 等审核 已提交 要审核 该审核'],
  [
    state('open'),
    '没销号 未销号 没销 未销 还没销 没有销 没整改 未整改 没解决 未解决 没处理 未处理 没办 没办完 没改 没改完 没整改完 未办结 没办结 未整改到位 没整改到位 在办 还没销号 还没整改 剩的问题 还没解决 没落地 没弄好 没修好 挂着 挂着的 还挂着 还挂着的 挂账 挂着没销 没了结 未了结 没完结 没结 没结案 还没结 遗留 遗留的 没清零 没清 悬着 没着落 没闭环 未闭环 没办成',
  ],
  [
    state('overdue'),
    '逾期 超期 过期 超时 过了期 到期没改 到期未改 逾期未整改 过时限 超时限 超过时限 拖期 逾期没改 逾期了 超期了 过了时限 到期没整改 误期 拖着没办 已逾期',
  ],
  [
    state('done'),
    '待核 待销号 已完成待核 已整改待复核 待复核 等复核 没复核 待复核的 已整改待核 等销号 等核实 等着销号 改完没销 待验收',
  ],
  [
    state('closed'),
    '已销号 销号 销号了 销了 已解决 解决了 已整改 已办结 办结 解决 整改到位 已处理 处理了 改好 改好了 销掉 办好',
  ],
  [
    fact({ on: 'problemState', values: [...reportedStatuses] }),
    '整改了 整改完 整改完了 整改完成 改了 改完 改完了 报完成 办完 办完了 弄好的 修好的 整改好',
  ],
  [state('today'), '今天新增问题 今日新增问题 今天新查出问题'],
  [fact({ on: 'stage', values: [...openLeadStages] }), '在办线索 没办完线索 在途线索'],
  ...leadStages.map((stage): Entry => [fact({ on: 'stage', values: [stage] }), leadStageLabels[stage]]),
  [
    fact({ on: 'stage', values: ['reviewed', 'published'] }),
    '公示 公示期 公示中 公示期满 在公示 公示时间 公示到期',
  ],
  [fact({ on: 'stage', values: ['flagged'] }), '待核实的线索 待入户核实的'],
  [
    fact({ on: 'stage', values: ['compared'] }),
    '村评议 待村评议 民主评议 待评议 等评议 村里评议 没评议 待民主评议 村级评议',
  ],
  [
    fact({ on: 'stage', values: ['reviewed', 'published', 'township', 'county'] }),
    '村评议过 村评议过了 评议过 评议过了 过了村评议 评议完 评议完的 村里评议过',
  ],
  [fact({ on: 'stage', values: ['reviewed'] }), '等公示 待公示的 没公示 还没公示 要公示'],
  [
    fact({ on: 'stage', values: ['township'] }),
    '待镇审核 镇审核 待镇里审核 待乡镇审 乡镇审核 镇里没审 等镇审核 待镇审 待乡镇初审 乡镇初审',
  ],
  [
    fact({ on: 'stage', values: ['county'] }),
    '报县 已经报县 报县了 报到县里 县里审定 县审定 待县审定 县级审定 等县里批 待县批',
  ],
  [fact({ on: 'stage', values: ['helped', 'easing'] }), '风险没消除 风险未消除 没消除风险 风险没消 未消除'],
  [fact({ on: 'stage', values: ['included'] }), '纳入监测 纳入了 纳入'],
  ...problemSources.map((source): Entry => [fact({ on: 'source', values: [source] }), sourceLabels[source]]),
  [fact({ on: 'source', values: ['visit'] }), '入户查出 入户发现 入户排查发现'],
  [
    fact({ on: 'source', values: ['spotCheck'] }),
    '抽查查出来的 抽查查出来 抽查查出 抽查发现 抽查发现的 抽查出来 抽查出来的 抽查反馈 抽查反馈的 抽查的问题 抽查发现的问题 抽查查出的问题 抽查反馈的问题',
  ],
  [
    fact({ on: 'source', values: ['inspection'] }),
    '督查发现 督查发现的 督查反馈 督查反馈的 督查指出 督查查出 暗访发现 暗访反馈 督查组反馈 督查组发现',
  ],
  [fact({ on: 'source', values: ['assessment'] }), '考核发现 考核反馈 考核反馈的 考核指出 评估反馈 评估发现'],
  [fact({ on: 'source', values: ['petition'] }), '信访反映 信访反映的 上访反映 信访转来 信访转来的'],
  [fact({ on: 'source', values: ['selfCheck'] }), '自查发现 自查查出 自查'],
  [fact({ on: 'source', values: ['report'] }), '上报的问题 干部上报的'],
];

/** Several categories at once, as the orders call them. */
const threeGuarantees = fact({ on: 'category', values: ['education', 'medical', 'housing', 'water'] });

/** How people call the categories of the problem ledger beside their labels. */
const categoryWords: Readonly<Record<ProblemCategory, string>> = {
  education: '教育 控辍保学 控辍 上学 义务教育 辍学 失学 学校',
  medical: '医疗 医保 看病 基本医疗 健康 卫生',
  housing: '住房 房子 危房 房屋 住房安全',
  water: '饮水 吃水 喝水 用水 水 饮水安全 自来水',
  income: '收入 增收',
  assistance: '帮扶 帮扶落实 帮扶措施',
  relocation: '搬迁 易地搬迁 后续扶持',
  industry: '产业 产业发展 项目',
  employment: '就业 务工 稳岗 就业稳岗',
  safetyNet: '兜底 低保 兜底保障 救助 社保',
  satisfaction: '满意度 认可度 满意',
  policy: '政策 政策落实 工作落实',
  other: '其他 其它',
};

export const categoryNames: readonly Entry[] = [
  [threeGuarantees, '三保障 三保障一安全 两不愁三保障 三保障和饮水安全 三保障及饮水安全'],
  ...problemCategories.map(
    (category): Entry => [
      fact({ on: 'category', values: [category] }),
      [...new Set([categoryLabels[category], ...categoryWords[category].split(' ')])].join(' '),
    ],
  ),
];
