import type { Check } from '../../form/question.ts';
import { all, any, follows, monitored, no, oncePoor, said, special, type When, yes } from '../conditions.ts';
import type { HouseholdQuestion } from '../subject.ts';

const ill = yes('seriousIllness');

/** Words of a stay in a hospital. */
const stays = ['住院', '住过院', '手术', '开刀', '骨折', '生孩子', '剖腹产', '坐月子', '出院'];

/** Some answer's note speaks of a stay in a hospital, or money was spent on care. */
const inHospital: When = (answers) =>
  answers['medicalExpense']?.is === 'known' ||
  Object.values(answers).some(
    (answer) => answer?.is === 'known' && stays.some((word) => answer.note?.includes(word) === true),
  );

function checkExpense(value: unknown): Check {
  if (typeof value !== 'number' || value < 0) return { is: 'impossible', why: '花费不能是负数。' };
  if (value > 10_000_000) return { is: 'impossible', why: '看病花上千万不可能，请重说，带上“元”或“万”。' };
  return value > 500_000 ? { is: 'odd', why: `自己掏了 ${value / 10_000} 万元，属实吗？` } : { is: 'fine' };
}

export const medicalQuestions: readonly HouseholdQuestion[] = [
  {
    key: 'allInsured',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['5.1', '5.6'],
    title: '参保',
    ask: '家里人医保都参了吗？',
    verify: '在外地、在单位参的也算。全家都参了吗？',
    yes: '都参保',
    no: '有人没参',
    topics: ['医保', '新农合', '参合', '合作医疗', '居民医保', '农合'],
    whoWhen: false,
  },
  {
    key: 'premiumSubsidy',
    kind: 'choice',
    clauses: ['5.7'],
    title: '参保资助',
    ask: '交医保时，政府资助的那份享受了吗？',
    choices: [
      { value: 'yes', label: '资助了', words: ['享受了', '减免了', '补了', '有资助'] },
      { value: 'no', label: '没资助', words: ['没享受', '全额交的', '自己全交', '没减免'] },
      {
        value: 'exempt',
        label: '14、15年脱贫的',
        words: ['14年脱贫', '15年脱贫', '2014年', '2015年', '不在范围'],
      },
    ],
    topics: ['缴费资助', '医保资助', '保费减免', '个人缴费'],
    when: oncePoor,
  },
  {
    key: 'seriousIllness',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['5.1', '4.2'],
    title: '大病慢病',
    ask: '有没有得大病或长期慢性病的？',
    verify: '高血压、糖尿病这类慢性病，家里有没有？',
    yes: '有大病慢病',
    no: '没大病慢病',
    topics: ['大病', '慢病', '慢性病', '重病', '长期病', '病人', '生病'],
    sensitive: true,
    whoWhen: true,
  },
  {
    key: 'canAffordCare',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['5.1', '5.10'],
    title: '自付能力',
    ask: '看病自己那份钱，付得起吗？',
    verify: '报销完剩下的，自家拿得出来吗？',
    yes: '付得起',
    no: '付不起',
    topics: ['自付', '自己付', '自己掏', '看得起病', '看不起病', '付得起', '付不起', '药费'],
    sensitive: true,
    when: follows('canAffordCare', 'seriousIllness', ill),
  },
  {
    key: 'medicalExpense',
    kind: 'money',
    period: 'year',
    clauses: ['5.10', '13.1'],
    title: '看病花费',
    ask: '报销完，今年看病自己掏了多少？',
    topics: ['医疗支出', '住院花', '手术花', '看病花', '医药费'],
    sensitive: true,
    optional: true,
    check: checkExpense,
    when: any(all(ill, any(special, no('canAffordCare'))), said('medicalExpense')),
  },
  {
    key: 'reimbursementDelayed',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['5.9'],
    title: '报销拖延',
    ask: '住院报销有没有拖着没报下来的？',
    yes: '报销有拖延',
    no: '报销没拖延',
    evidence: {
      yes: '没报下来 没报上 没报 没报了 没报成 没信 没音 没动静 没下文 还没报 还没到账 拖 压着 卡着 缺材料 缺手续 缺发票 报不了 报不成 报不下来 来回跑 跑了好几趟 等了',
      no: '当场就报 当场报 出院就报 直接报 直接结 一站式 及时 按时 很快 都报了 报完了 报过了 报好了 报了 早报 报下来了 到账了 没住过院 没住院 窗口就结 当时就 现场就 马上就报',
    },
    topics: ['报销', '没报下来', '报不了', '异地就医'],
    sensitive: true,
    // Of every stay in a hospital that was spoken of, whatever for: a fracture or a birth is no serious illness.
    when: any(follows('reimbursementDelayed', 'seriousIllness', ill), inHospital),
  },
  {
    key: 'familyDoctor',
    kind: 'yesNo',
    trueIsGood: true,
    clauses: ['5.8'],
    title: '家庭医生',
    ask: '病人签家庭医生了吗？',
    yes: '医生已签约',
    no: '医生没签约',
    evidence: {
      yes: '签的 签了 签过 签约 村医…签 村医…来 村医…上门 大夫…来 大夫…上门 医生…来 医生…上门 定期来量 来量血压 有协议',
      no: '没签 没听说 没见过 啥家庭医生 没这 没听过 听都没',
    },
    topics: ['签约医生', '医生签约', '签约'],
    sensitive: true,
    when: all(oncePoor, ill),
  },
  {
    key: 'medicalBurdenHeavy',
    kind: 'yesNo',
    trueIsGood: false,
    clauses: ['5.10'],
    title: '医疗负担',
    ask: '看病吃药的花费，对家里生活影响大吗？',
    yes: '医疗负担重',
    no: '医疗负担不重',
    evidence: {
      yes: '压得 喘不过气 重 紧 吃不消 扛不住 顶不住 撑不住 受不了 欠债 借钱 借债 掏空 花光 勒紧 拖垮 拉饥荒 填不满 都花在药 压力大',
      no: '能扛 扛得住 顶得住 撑得住 吃得消 能承受 承受得 轻 没压力 没负担 影响不大 不碍事 不影响 报得多 不花啥 花不多 花不了几个',
    },
    topics: ['负担重', '医药负担', '看病负担'],
    sensitive: true,
    // Who can't pay carries too much already: nothing is asked twice.
    when: all(monitored, ill, yes('canAffordCare')),
  },
];
