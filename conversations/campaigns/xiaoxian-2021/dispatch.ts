import type { DispatchRule, DispatchRules } from '../../campaign/dispatch.ts';

const byCategory: DispatchRules['byCategory'] = {
  education: { assisting: ['县教体局'], duties: ['教育', '控辍', '中心校', '文教'] },
  medical: { assisting: ['县医保局'], duties: ['医保', '新农合'] },
  housing: { assisting: ['县住建局'], duties: ['住建', '危改', '村镇建设', '规划建设'] },
  water: { assisting: ['县水利局'], duties: ['水利', '水务', '供水'] },
  income: { assisting: ['县乡村振兴局'], duties: ['乡村振兴', '扶贫'] },
  assistance: { assisting: ['县乡村振兴局'], duties: ['乡村振兴', '扶贫'] },
  relocation: { assisting: ['县发改委'], duties: ['易地搬迁', '乡村振兴', '扶贫'] },
  industry: { assisting: ['县农业农村局'], duties: ['农业', '产业'] },
  employment: { assisting: ['县人社局'], duties: ['人社', '就业', '社保'] },
  safetyNet: { assisting: ['县民政局'], duties: ['民政'] },
  satisfaction: { duties: [], manner: 'byDate' },
  policy: { duties: [] },
  other: { duties: [] },
};

const clinic: DispatchRule = { unit: '县卫健委', assisting: ['县医保局'] };
const insurance: DispatchRule = { unit: '县医保局', assisting: ['县民政局', '县乡村振兴局'] };
const loan: DispatchRule = { unit: '县财政局（县地方金融监督管理局）', assisting: ['县乡村振兴局'] };
const posts: DispatchRule = { unit: 'township', assisting: ['县人社局', '县乡村振兴局'] };
const subsistence: DispatchRule = { unit: 'township', assisting: ['县医保局', '县乡村振兴局', '县残联'] };
const aboutHelpers: DispatchRule = { assisting: ['县委组织部'], concernsFinder: true };

/** By the finding's key, before its clause. */
const byKey: Readonly<Record<string, DispatchRule>> = {
  premiumSubsidy: { ...insurance, manner: 'atOnce' },
  reimbursementDelayed: { unit: '县医保局', assisting: [], manner: 'atOnce' },
  cannotAffordCare: insurance,
  medicalBurdenHeavy: insurance,
  familyDoctor: { ...clinic, manner: 'atOnce' },
  studentAid: { unit: '县教体局', assisting: [], manner: 'atOnce' },
  helperAssigned: { ...aboutHelpers, manner: 'atOnce', days: 3 },
  helperKnown: { ...aboutHelpers, manner: 'atOnce', days: 3 },
  helperActs: aboutHelpers,
  // Found in visits while these were asked there.
  satisfiedTeam: aboutHelpers,
  satisfiedHelp: aboutHelpers,
};

/** The county's units the order names as responsible in areas 6 to 13, by clause. */
const byClause: Readonly<Record<string, DispatchRule>> = {
  '6.2': { assisting: ['县乡村振兴局', '县民政局', '县医保局'] },
  '6.4': {
    unit: '县乡村振兴局',
    assisting: ['县公安局', '县医保局', '县民政局', '县残联', '县市场监管局'],
  },
  '6.7': { assisting: ['县乡村振兴局', '县民政局', '县医保局', '县残联'] },
  '7.3': { assisting: ['县人社局', '县农业农村局', '县乡村振兴局'] },
  '7.7': { assisting: ['县农业农村局', '县人社局'] },
  '8.2': { assisting: ['县农业农村局', '县人社局', '县经信局'] },
  '8.4': { unit: '县发改委', assisting: ['县乡村振兴局'] },
  '8.5': loan,
  '8.12': { unit: 'township', assisting: ['县乡村振兴局', '县发改委'] },
  '8.13': { unit: 'township', assisting: ['县发改委', '县乡村振兴局'] },
  '8.14': loan,
  '8.15': loan,
  '8.16': loan,
  '8.17': loan,
  '10.4': { ...posts, manner: 'atOnce' },
  '10.8': posts,
  '10.9': posts,
  '10.10': posts,
  '10.13': { unit: '县人社局', assisting: ['县农业农村局'] },
  '10.14': { unit: '县人社局', assisting: ['县经信局'] },
  '12.4': subsistence,
  '12.5': subsistence,
  '13.2': { assisting: ['县农调队', '县乡村振兴局'] },
  '13.3': { assisting: ['县农调队', '县乡村振兴局'] },
  '13.4': { assisting: ['县农调队', '县乡村振兴局'] },
};

/** Who puts what right. */
export const dispatch: DispatchRules = { byCategory, byKey, byClause };
