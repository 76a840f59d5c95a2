import { readPlan } from '../../campaign/plan.ts';

/** A made-up order: three areas, nine clauses, a ledger of ten columns. */
export const plan = readPlan({
  title: '防止返贫监测帮扶春季回访工作方案',
  scope: ['农村户口'],
  phases: [
    { id: 'inspect', name: '入户回访', start: '2022-03-07', end: '2022-03-25' },
    { id: 'report', name: '汇总上报', deadline: '2022-03-24', deliver: '春季回访报告' },
  ],
  requirements: [],
  helpers: ['乡村干部', '驻村工作队员'],
  householdTypes: { general: '一般农户', povertyAlleviated: '脱贫户', monitored: '监测对象' },
  ledger: [
    { field: 'headName', heading: '户主姓名', group: null },
    { field: 'householdType', heading: '户属性', group: null },
    { field: 'population', heading: '家庭人口', group: null },
    { field: 'allInsured', heading: '是否全部参保', group: '保障' },
    { field: 'housingSafe', heading: '住房是否安全', group: '保障' },
    { field: 'waterProblem', heading: '饮水是否有问题', group: '保障' },
    { field: 'springSown', heading: '地是否都种上', group: '春耕' },
    { field: 'idleLand', heading: '撂荒亩数', group: '春耕' },
    { field: 'farmNeeds', heading: '还缺什么', group: '春耕' },
    { field: 'problemCount', heading: '问题数', group: null },
  ],
  areas: [
    {
      no: 1,
      title: '保障回头看',
      lead: ['县民政局'],
      responsible: ['医保局', '住建局', '水利局', '各乡镇'],
      checks: [
        { id: '1.1', level: 'household', appliesTo: ['all'], gist: '家庭成员是否参保' },
        { id: '1.2', level: 'household', appliesTo: ['all'], gist: '住房是否安全' },
        { id: '1.3', level: 'household', appliesTo: ['all'], gist: '饮水是否安全' },
        { id: '1.4', level: 'village', appliesTo: null, gist: '去年的问题是否都销号' },
      ],
    },
    {
      no: 2,
      title: '家庭变化',
      lead: ['县民政局'],
      responsible: ['各乡镇'],
      checks: [
        { id: '2.1', level: 'household', appliesTo: ['all'], gist: '家庭人口有无变化' },
        { id: '2.2', level: 'unit', appliesTo: null, gist: '变化是否及时登记' },
      ],
    },
    {
      no: 3,
      title: '春耕生产',
      lead: ['县农业农村局'],
      responsible: ['供销社', '各乡镇'],
      checks: [
        { id: '3.1', level: 'household', appliesTo: ['all'], gist: '承包地有无撂荒' },
        { id: '3.2', level: 'household', appliesTo: ['all'], gist: '春耕物资资金是否够' },
        { id: '3.3', level: 'village', appliesTo: null, gist: '代耕代种是否有人组织' },
      ],
    },
  ],
});
