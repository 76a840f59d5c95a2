import { known, listOf } from '../../form/answer.ts';
import { all, special, type When } from '../conditions.ts';
import type { HouseholdQuestion } from '../subject.ts';
import { takesPart } from '../support/questions.ts';

const project = takesPart('产业项目');
const shares = takesPart('入股分红');
const loan = takesPart('小额贷款');

/** The supports are known and no loan is among them. */
const noLoan: When = (answers) =>
  known(answers, 'supports') !== undefined && !listOf(answers, 'supports').includes('小额贷款');

/** Area 8: projects, shares and micro-loans of the household. */
export const industryQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'projectResult',
    kind: 'choice',
    clauses: ['8.1', '8.8'],
    title: '项目收益',
    ask: '产业项目让家里增收了吗？',
    choices: [
      { value: 'good', label: '增收了', words: ['挣到钱', '有收益', '效果好', '增收明显'] },
      { value: 'little', label: '收益低', words: ['挣得少', '没多少', '收益不高'] },
      { value: 'idle', label: '没参与进去', words: ['没参与', '挂名', '没让干'] },
      { value: 'none', label: '没增收', words: ['没挣到', '没挣到钱', '没收益', '亏了', '赔了', '没效果'] },
    ],
    topics: ['项目增收', '项目效益', '项目挣钱'],
    when: project,
  },
  {
    key: 'projectGuided',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['8.9'],
    title: '技术指导',
    ask: '有人上门教技术吗？',
    yes: '有技术指导',
    no: '没技术指导',
    evidence: {
      yes: '来教 教过 教了 上门教 教技术 指导过 指导了 来指导 来讲 讲过课 来看过…技术 技术员来 农技站…来 专家来 畜牧站…来 手把手 培训过 有人教',
      no: '不管了 没人管 撂 自己摸索 自己琢磨 瞎琢磨 凭经验 靠自己 全凭自己 发了就不管 没人教 没人来 没教 没来 没见过',
    },
    topics: ['教技术', '技术员', '农技'],
    when: project,
  },
  {
    key: 'projectUnfit',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['8.6'],
    title: '项目适配',
    ask: '有没有不是自愿申报、家里没条件干的项目？',
    yes: '项目不符合自家条件',
    no: '项目符合自家条件',
    evidence: {
      yes: '硬塞 硬派 硬安排 硬给 硬让 硬摊 非让 非要俺 非叫 逼着 强迫 摊派 没地方养 没地养 没条件 没劳力 不会养 不会种 不想养 不想干 凑指标 完成任务 不养不行 不种不行 上头压 任务',
      no: '自愿 自己要 自己想 自己申请 自己报 自己选 俺想 愿意 主动 合适 适合 有条件 会养 会种 是把好手 乐意',
    },
    topics: ['硬派项目', '硬安排', '没条件干', '不适合干'],
    when: project,
  },
  {
    key: 'dividendPaid',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['8.10'],
    title: '分红兑现',
    ask: '分红按约定给了吗？',
    yes: '分红给了',
    no: '分红没给',
    evidence: {
      yes: '年年给 年年发 年年分 年年有 年年领 年年八百 按时给 按时发 都给了 给了 发了 分了 领了 拿到 领到 到账 兑现 打卡里 打卡上 每年…发 年底发 腊月发',
      no: '一分没 一毛没 没见着 没见到 没见过 没动静 没给 没发 没分 拖着 欠着 跑路 倒闭 黄了 打水漂 白条 没影 没见 影都没',
    },
    topics: ['分红给', '分红钱', '红利'],
    when: shares,
  },
  {
    key: 'shareContract',
    kind: 'choice',
    clauses: ['8.11'],
    title: '入股协议',
    ask: '入股协议到期了吗，续签没有？',
    choices: [
      { value: 'running', label: '没到期', words: ['还没到期', '未到期', '没到'] },
      { value: 'renewed', label: '到期已续', words: ['续了', '已续签', '续签了'] },
      { value: 'lapsed', label: '到期没续', words: ['没续', '没续签', '没有续签'] },
    ],
    topics: ['三方协议', '协议续签', '续签'],
    when: shares,
  },
  {
    key: 'loanOwnUse',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['8.15'],
    title: '贷款用途',
    ask: '贷款是自家拿来搞生产的吗？',
    yes: '贷款自家用',
    no: '贷款没自用',
    evidence: {
      yes: '买牛 买羊 买猪 买鸡 买鸭 买饲料 买化肥 买种子 买农机 买拖拉机 买了…牛 买了…羊 买了…猪 养牛 养羊 养猪 养鸡 养鸭 养鱼 种大棚 建大棚 盖大棚 搞养殖 搞种植 开店 做买卖 做生意 进货 自己用 自家用 俺用 大棚 搞生产 自家养',
      no: '给合作社 给公司 给企业 给老板 给别人 给亲戚 借给 转给 让…用了 被…用了 盖房 买房 结婚 彩礼 看病 还债 还账 买小车 公司用 公司拿 合作社拿 企业用 拿走 别人用 别人拿 替人贷 帮人贷 替别人',
    },
    topics: ['贷款用在', '户贷企用', '给公司用', '给别人用'],
    sensitive: true,
    when: loan,
  },
  {
    key: 'loanOverdue',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['8.16'],
    title: '贷款逾期',
    ask: '贷款有没有到期没还的？',
    yes: '贷款有逾期',
    no: '贷款没逾期',
    evidence: {
      yes: '逾期 没钱还 还不上 还不起 没还上 欠着 过期 超期 催 黑名单 拖着没还',
      no: '还清 还完 还上了 还了 还掉 按时还 按期还 还着呢 每月还 没到期 没到时候 不到期 没逾期 续贷 结清 早还',
    },
    topics: ['逾期', '贷款没还', '欠着贷款'],
    sensitive: true,
    when: loan,
  },
  {
    key: 'loanSubsidised',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['8.17'],
    title: '贷款贴息',
    ask: '贷款利息给贴了吗？',
    yes: '利息已贴',
    no: '利息没贴',
    evidence: {
      yes: '利息没出 利息没掏 没出利息 没掏利息 不用出利息 利息没花 国家出 政府出 财政出 国家贴 政府贴 贴了 贴着 贴息了 退回来 返回来 补了 免息 给贴',
      no: '自己掏 自己出 自己付 自己交 自己还 自家掏 自家出 自个掏 自掏 没贴 没补 没见补 没见贴 还没贴 光听说 没见着',
    },
    topics: ['贴息', '利息'],
    sensitive: true,
    when: loan,
  },
  {
    key: 'loanRefused',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['8.14'],
    title: '想贷没贷',
    ask: '想贷款搞生产、够条件却没贷到吗？',
    yes: '想贷没贷到',
    no: '没有想贷没贷到',
    evidence: {
      yes: '不给批 没批 不批 批不下来 没批下来 不给贷 不让贷 不放贷 不放款 贷不到 贷不出 没贷成 没贷上 没贷到 被拒 拒了 卡住 卡着 黄了 没办成 办不成 没办下 跑了好几趟',
      no: '不想贷 不想借 没想贷 不需要 用不着 没打算 不打算 没那打算 没申请 没去贷 不缺钱 不敢贷 没想法 没贷过',
    },
    topics: ['没贷到', '贷不到', '贷不下来', '想贷款'],
    sensitive: true,
    when: all(special, noLoan),
  },
];
