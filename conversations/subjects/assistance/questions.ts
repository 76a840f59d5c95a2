import { all, monitored, povertyAlleviated, special, yes } from '../conditions.ts';
import type { HouseholdQuestion } from '../subject.ts';

const assigned = all(special, yes('helperAssigned'));

/** Areas 2 and 6: who looks after the household and whether it helps. */
export const assistanceQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'helperAssigned',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['6.6'],
    title: '帮扶人',
    ask: '这户安排帮扶责任人了吗？',
    yes: '有帮扶人',
    no: '没帮扶人',
    evidence: {
      yes: '有人包 有人帮扶 有人管 包户…姓 干部姓 责任人姓 责任人是 干部是 帮扶人是 派了 指定了 安排了 对接的是 联系人是 明白卡 帮扶卡',
      no: '没人管 没人包 空着 撤了',
    },
    topics: ['帮扶责任人', '包户干部', '帮扶干部'],
    when: special,
  },
  {
    key: 'helperKnown',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['6.12'],
    title: '认识帮扶人',
    ask: '请户主说一下帮扶责任人是谁，说得出吗？',
    yes: '知道帮扶人',
    no: '不知道帮扶人',
    evidence: {
      yes: '叫得上 叫得出 叫上名 认得 认识 说得上 说得出 熟 知道 有电话 有…微信 有…号码 电话都存 手机号 常来 老来 姓',
      no: '一问三不知 叫不上 叫不出 说不上 说不出 对不上号 想不起 记不得 记不住 谁知道是谁 不晓得 没听过 没见过',
    },
    topics: ['知道帮扶', '说得出帮扶', '不认识帮扶', '谁帮扶'],
    when: assigned,
  },
  {
    key: 'helperActs',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['6.13'],
    title: '帮扶实效',
    ask: '帮扶责任人今年帮家里解决过实事吗？哪一件？',
    yes: '帮扶人办实事',
    no: '帮扶人没办事',
    evidence: {
      yes: '给…办 帮…办 给…找 帮…找 帮…解决 给…解决 帮…申请 给…申请 帮…联系 给…联系 帮…卖 帮…修 给…修 送了 送来 送过 办成 办了不少 解决了 帮了 帮过 帮大忙 跑前跑后 常帮 老帮 没少帮',
      no: '光来拍照 光拍照 光照相 来拍个照 就拍个照 光来 光说 走过场 做样子 应付 转一圈就走 坐坐就走 来了就走 啥事没办 啥也没办 啥忙没帮 没帮上 就会填 就会照 只会填 只会照 就会签字',
    },
    topics: ['帮着解决', '办实事', '帮过忙', '光来不办事'],
    when: assigned,
  },
  {
    key: 'policiesReach',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['6.7'],
    title: '政策落实',
    ask: '低保、教育、医疗、产业、就业、住房等，该享受的都享受了吗？',
    yes: '政策到位',
    no: '政策没到位',
    evidence: {
      yes: '都给了 都享受 都到位 都有 都领 都落实 都发了 都办了 全给了 全享受 全到位 应享尽享 一样不少 一样没少 一项不落 一个没少 没落下 没少过 下来了 兑现了 一样没落',
      no: '差一项 少一项 差一样 少一样 还差 漏了 只给了 就给了 光给了 还没下来 还没给 还没到 光有 只有 别的没 没给',
    },
    topics: ['帮扶政策', '政策', '该享受的'],
    when: special,
  },
  {
    key: 'difficultiesSolved',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['6.2'],
    title: '难处解决',
    ask: '当初纳入监测的难处，解决了吗？',
    yes: '难处已解决',
    no: '难处没解决',
    evidence: {
      yes: '解决 消除 消了 风险没了 摘了 好转 没难处了 病好了 还清 还完 缓过来',
      no: '老样子 还在 只解决了 解决了一半 解决了一部分 没全 没完全 没都 照旧 还那样 还是那样 没变化 没啥变化',
    },
    topics: ['监测的难处', '风险消除', '纳入监测的原因'],
    when: monitored,
  },
  {
    key: 'wealthyStillSubsidised',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['2.5'],
    title: '补贴退出',
    ask: '家里条件已经明显好转，现在还享受到户补贴吗？',
    yes: '条件好转仍享受到户补贴',
    no: '没有好转仍享受到户补贴',
    evidence: {
      yes: '还领 还在领 还拿 还享受 还给 还发 仍领 照领 照发 照拿 领着 拿着 年年领 每年领',
      no: '不领 没领 停了 取消 退了 断了 不给 不发 不享受 没享受 早没了 没得领',
    },
    topics: ['到户补贴', '富后领补', '富了还领', '还在领补贴'],
    // Only a household that stands firmly can be one that no longer needs it.
    when: all(povertyAlleviated, yes('incomeStable')),
  },
];
