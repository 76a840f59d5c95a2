import { relocated } from '../conditions.ts';
import type { HouseholdQuestion } from '../subject.ts';

/** Area 7: households moved out of inhospitable places. */
export const relocationQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'livesInNewHome',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['7.4'],
    title: '常住新房',
    ask: '平时就住在搬迁房里吗？',
    yes: '常住搬迁房',
    no: '不常住搬迁房',
    evidence: {
      yes: '天天住 一直住 长住 常住 都住 长年住 平时住这 住着呢 就住这 住这 搬来就没走 搬来就没动 老房拆了 老屋拆了 老房子拆了 老房扒了 老屋扒了 全家搬来',
      no: '过年回来 过年才 过年住 过节才 过节回来 放假才 偶尔 老家住 老家…住得多 住老家 老房住 老屋住 住老屋 住老房 回老家 打工回来才 没住 没搬 空着 锁着 租出去 出租 租给 两头跑 两头住 住不了 住几天',
    },
    topics: ['搬迁房', '安置房', '常住'],
    when: relocated,
  },
  {
    key: 'builtOnDebt',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['7.5'],
    title: '借债建房',
    ask: '为建房装修借过外债吗？',
    yes: '借债建房',
    no: '没借债建房',
    evidence: {
      yes: '借了 借的 借过 借亲戚 借人 欠了 欠着 欠的 贷了 贷的 贷款 赊 有外债 有债 拉饥荒 拉账 背债 背账 还账呢 没还清 没还完 还没还',
      no: '没借 没欠 没贷 没外债 没债 没花钱 没要钱 一分没借 自己攒 攒的 自己的钱 自己掏 政府给 国家给 政府盖 国家盖 现成',
    },
    topics: ['举债建房', '建房欠债', '盖房借钱'],
    when: relocated,
  },
  {
    key: 'settledWell',
    kind: 'yesNo',
    trueIsGood: true,
    rated: true,
    clauses: ['7.3'],
    title: '搬后安稳',
    ask: '搬来住得惯、有活干、越过越好吗？',
    yes: '住得安稳',
    no: '住得不安稳',
    evidence: {
      yes: '住得惯 习惯 强多了 好多了 强百倍 比以前强 比以前好 比山里强 越过越好 一天比一天好 安稳 舒心 舒坦 方便 享福 现在好',
      no: '住不惯 不习惯 不适应 想回 想搬回 没活 没事干 没地种 没收入 找不到活 找不着活 花销大 开销大 啥都要钱 后悔 闷得慌 坐吃山空',
    },
    topics: ['搬来以后', '住得惯', '住不惯', '稳得住'],
    when: relocated,
  },
  {
    key: 'relocationHelped',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['7.7'],
    title: '搬迁帮扶',
    ask: '搬来后帮着找过活、搞过产业吗？',
    yes: '搬后有帮扶',
    no: '搬后没帮扶',
    evidence: {
      yes: '找了活 找过活 找活干 找到活 找了工作 找过工作 介绍…活 介绍…工作 介绍…厂 安排…活 安排…工作 安排…岗 安排进 给了…岗 在…车间 楼下车间 公益岗 培训过 帮过 帮着',
      no: '啥也没帮 啥没帮 没帮 没人管 没人问 没管 没给找 没安排 靠自己 自己找 自己打工 自己出去',
    },
    topics: ['后续扶持', '后续帮扶', '帮找活'],
    when: relocated,
  },
];
