import { type CampaignData, defineCampaign } from '../../campaign/campaign.ts';
import { leadsUnder, questionsUnder, rulesUnder } from '../../campaign/under-clauses.ts';
import { campaignId } from '../../contract/ids.ts';
import { farmingQuestions } from '../../subjects/farming/questions.ts';
import { farmingContradictions, farmingRules } from '../../subjects/farming/rules.ts';
import { housingQuestions } from '../../subjects/housing/questions.ts';
import { housingLeads, housingRules } from '../../subjects/housing/rules.ts';
import { medicalQuestions } from '../../subjects/medical/questions.ts';
import { medicalRules } from '../../subjects/medical/rules.ts';
import { peopleQuestions } from '../../subjects/people/questions.ts';
import { peopleContradictions } from '../../subjects/people/rules.ts';
import { waterQuestions } from '../../subjects/water/questions.ts';
import { waterLeads, waterRules } from '../../subjects/water/rules.ts';
import { official } from '../official-days.ts';
import { hechuanLists } from './lists.ts';
import { plan } from './plan.ts';
import { selfCheckItems } from './self-check.ts';
import { units } from './units.ts';

const data: CampaignData = {
  id: campaignId.parse('hechuan-2022-spring'),
  texts: {
    short: '春季回访',
    full: '防止返贫监测帮扶春季回访',
    order: '防止返贫监测帮扶春季回访工作方案',
    reportTitle: ['防止返贫监测帮扶', '春季回访的报告'],
    command: '民政工作领导小组',
    examples: { atOnce: '3口人 都参保 房子安全 水没问题', change: '人口改成4口' },
    areasInWords: '3个方面',
    reportFindings: {
      title: '保障和饮水安全情况。',
      words:
        '已排查户中，家庭成员全部参加城乡居民基本医疗保险的{insured}，占问到户数的{insuredShare}，有人未参保的{uninsured}；现有住房不安全的{unsafeHousing}；存在饮水安全问题的{waterProblems}。',
    },
  },
  settings: {
    countyName: '禾川县',
    year: 2022,
    start: '2022-03-07',
    end: '2022-03-25',
    reportDeadline: '2022-03-24',
    incomeLine: { yuan: 6500, year: 2022, source: '县里公布' },
  },
  plan,
  duties: {
    prefix: '县',
    groups: { 各乡镇: 'townships' },
    offices: {
      coordinator: '县民政局',
      health: '县卫健委',
      insurance: '县医保局',
      civilAffairs: '县民政局',
      transport: '县交通局',
      water: '县水利局',
      education: '县教体局',
      agriculture: '县农业农村局',
      energy: '县供电公司',
    },
    narrowed: { '1.1': ['县医保局'], '1.2': ['县住建局'], '1.3': ['县水利局'], '3.2': ['县供销社'] },
  },
  units,
  form: {
    version: 1,
    sections: [
      { title: '人口', questions: questionsUnder(peopleQuestions, { population: '2.1' }) },
      {
        title: '保障',
        questions: [
          ...questionsUnder(medicalQuestions, { allInsured: '1.1' }),
          ...questionsUnder(housingQuestions, { housingSafe: '1.2' }),
          ...questionsUnder(waterQuestions, { waterProblem: '1.3' }),
        ],
      },
      { title: '春耕', questions: farmingQuestions },
    ],
  },
  photos: [{ of: 'housingSafe', when: false }],
  carries: ['population', 'allInsured', 'housingSafe'],
  problemRules: [
    ...rulesUnder(medicalRules, { allInsured: '1.1' }),
    ...rulesUnder(housingRules, { unsafeHousing: '1.2' }),
    ...rulesUnder(waterRules, { unsafeWater: '1.3' }),
    ...farmingRules,
  ],
  leadRules: [
    ...leadsUnder(housingLeads, { unsafeHousing: '1.2' }),
    ...leadsUnder(waterLeads, { unsafeWater: '1.3' }),
  ],
  contradictionRules: [...peopleContradictions, ...farmingContradictions],
  selfCheck: selfCheckItems,
  ledger: {
    headName: { width: 10 },
    householdType: { width: 12 },
    population: { width: 8 },
    farmNeeds: { width: 26, align: 'left' },
  },
  deadlineDays: {
    education: 5,
    medical: 5,
    housing: 10,
    water: 5,
    income: 10,
    assistance: 5,
    relocation: 10,
    industry: 4,
    employment: 5,
    safetyNet: 5,
    satisfaction: 10,
    policy: 5,
    other: 5,
  },
  matters: [
    { label: '饮水', category: 'water', clause: '1.3', words: /停水|缺水|水质|吃水|自来水/u },
    { label: '住房', category: 'housing', clause: '1.2', words: /危房|漏雨|屋顶|墙裂/u },
    { label: '春耕', category: 'industry', clause: '3.2', words: /种子|化肥|撂荒|农机|灌溉/u },
    { label: '其他', category: 'other', clause: '2.1', words: /(?!)/u },
  ],
  official,
  spotCheck: {
    first: {
      key: 'visitedInPerson',
      clauses: ['2.1'],
      title: '真上门',
      ask: '回访的人真的上门问过吗？',
      kind: 'yesNo',
      trueIsGood: true,
      yes: '来过',
      no: '没来过',
      topics: ['上门', '来过'],
    },
    again: ['population', 'allInsured', 'housingSafe', 'waterProblem', 'springSown'],
  },
  satisfaction: { questions: [], paper: [], low: 0.9, fewest: 5 },
  training: {
    pass: 1,
    beforeFirst: false,
    pages: [{ title: '回访怎么问', words: '上门当面问，说不准就记“不清楚”，不代填。' }],
    questions: [
      {
        ask: '户主家里没人，怎么办？',
        choices: ['改天再去', '找邻居问了就填'],
        right: 1,
        why: '没见到本户的人不能代填。',
      },
    ],
  },
  dispatch: {
    byCategory: {
      education: {},
      medical: { assisting: ['县医保局'], duties: ['医保'] },
      housing: { assisting: ['县住建局'], duties: ['住建'] },
      water: { assisting: ['县水利局'], duties: ['水利'] },
      income: {},
      assistance: {},
      relocation: {},
      industry: { unit: 'village', assisting: ['县农业农村局'], duties: ['农业'] },
      employment: {},
      safetyNet: {},
      satisfaction: {},
      policy: {},
      other: {},
    },
    byKey: {},
    byClause: {},
  },
  evidence: {
    rules: { water: { proof: '通水照片', look: true } },
    outcomes: {
      unsafeWater: [{ id: 'solved', label: '已通水', ledger: { waterProblem: { is: 'known', v: false } } }],
    },
    mayTakeLong: new Set(['housing']),
  },
  answerBook: [],
  usual: {
    yes: { allInsured: 0.97, housingSafe: 0.98, waterProblem: 0.02, springSown: 0.8 },
    people: 'population',
    money: {},
    choice: {},
    choices: { farmNeeds: { none: '都不缺' } },
  },
  coverNotes: {},
  listKinds: hechuanLists,
  areaFigures: [
    { area: 1, label: '全部参保', key: 'allInsured', good: true },
    { area: 3, label: '地都种上', key: 'springSown', good: true },
  ],
};

/** Made up: a spring re-check of another county, with seven questions of which three are new. */
export const hechuan2022Spring = defineCampaign(data);
