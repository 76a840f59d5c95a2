import type { Check } from '../../form/question.ts';
import { all, any, follows, monitored, no, oncePoor, said, special, type When, yes } from '../conditions.ts';
import { uninsuredReasons } from '../insurance/uninsured-reasons.ts';
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
    called: ['保险'],
    title: '参保',
    ask: '家里人医保都参了吗？',
    verify: '在外地、在单位参的也算。全家都参了吗？',
    yes: '都参保',
    no: '有人没参',
    topics: ['医保', '新农合', '参合', '合作医疗', '居民医保', '农合'],
    whoWhen: false,
    personAsks: [
      {
        key: 'why',
        title: '原因',
        ask: '为啥没参？',
        kind: 'choice',
        choices: uninsuredReasons,
        needed: true,
      },
    ],
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
    called: ['有病', '病', '患病'],
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
    called: ['支付能力', '看病钱'],
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
    reads: { topic: 'reimb', yes: '+', good: '-', kind: 'existential', being: true, loose: ['good', 'bad'] },
    trueIsGood: false,
    clauses: ['5.9'],
    title: '报销拖延',
    ask: '住院报销有没有拖着没报下来的？',
    yes: '报销有拖延',
    no: '报销没拖延',
    topics: ['报销', '没报下来', '报不了', '异地就医'],
    sensitive: true,
    // Of every stay in a hospital that was spoken of, whatever for: a fracture or a birth is no serious illness.
    when: any(follows('reimbursementDelayed', 'seriousIllness', ill), inHospital),
  },
  {
    key: 'familyDoctor',
    kind: 'yesNo',
    reads: { topic: 'doctor', yes: '+', good: '+', kind: 'state', being: true, loose: ['good', 'bad'] },
    trueIsGood: true,
    clauses: ['5.8'],
    title: '家庭医生',
    ask: '病人签家庭医生了吗？',
    yes: '医生已签约',
    no: '医生没签约',
    topics: ['签约医生', '医生签约', '签约'],
    sensitive: true,
    whoWhen: false,
    whoFrom: 'seriousIllness',
    when: all(oncePoor, ill),
  },
  {
    key: 'medicalBurdenHeavy',
    kind: 'yesNo',
    reads: { topic: 'burden', yes: '+', good: '-', kind: 'existential', being: true, loose: ['good', 'bad'] },
    trueIsGood: false,
    clauses: ['5.10'],
    title: '医疗负担',
    ask: '看病吃药的花费，对家里生活影响大吗？',
    yes: '医疗负担重',
    no: '医疗负担不重',
    topics: ['负担重', '医药负担', '看病负担'],
    sensitive: true,
    // Who can't pay carries too much already: nothing is asked twice.
    when: all(monitored, ill, yes('canAffordCare')),
  },
];
