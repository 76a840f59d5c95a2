import type { HeadingColumns } from '../imports/headings.ts';

/**
 * Columns of the national monitoring system's export, in its order: a row per person, household figures repeated.
 * Exports back to it keep this order and these names.
 */
export const nationalHeadings = [
  '户编号',
  '人口编号',
  '姓名',
  '证件号码',
  '与户主关系',
  '户类型',
  '监测对象类别',
  '公益性岗位收入',
  '其他工资性收入',
  '工资性收入',
  '产业奖励',
  '生产经营性收入',
  '资产收益扶贫分红收入',
  '其他财产性收入',
  '财产性收入',
  '计划生育金',
  '生态补偿金',
  '最低生活保障金',
  '特困人员救助供养金',
  '养老金或离退休金',
  '其他转移性收入',
  '转移性收入',
  '生产经营性支出',
  '年收入',
  '纯收入',
  '年度家庭人口数',
  '人均纯收入',
  '义务教育阶段未上学原因',
  '健康状况',
  '劳动技能',
  '务工时间(月)',
  '是否参加城乡居民基本医疗保险',
  '是否危房户',
  '是否解决安全饮用水',
] as const;
export type NationalHeading = (typeof nationalHeadings)[number];

export type NationalField =
  | 'code'
  | 'personCode'
  | 'name'
  | 'idNumber'
  | 'relation'
  | 'householdType'
  | 'monitoredKind'
  | 'population'
  | 'netIncomePerHead'
  | 'schoolReason'
  | 'health'
  | 'insured'
  | 'employeeInsured'
  | 'unsafeHousing'
  | 'safeWater';

/** The columns that are compared, with other names under which exports of the years carry them. */
export const nationalColumns: HeadingColumns<NationalField> = {
  code: ['户编号', '户编码', '家庭编号'],
  personCode: ['人口编号', '人编号', '人员编号'],
  name: ['姓名', '成员姓名'],
  idNumber: ['证件号码', '身份证号', '公民身份号码', '证件号'],
  relation: ['与户主关系', '家庭关系'],
  householdType: ['户类型', '户属性', '脱贫户类型', '脱贫户属性', '贫困户属性', '脱贫状态'],
  monitoredKind: ['监测对象类别', '监测类别', '监测对象类型', '易返贫致贫户类型', '易返贫致贫户类别'],
  population: ['年度家庭人口数', '家庭人口数', '家庭人口', '家庭总人口'],
  netIncomePerHead: ['人均纯收入', '家庭人均纯收入', '年人均纯收入'],
  schoolReason: ['义务教育阶段未上学原因', '未上学原因', '失学辍学原因', '失学或辍学原因'],
  health: ['健康状况', '身体状况'],
  insured: [
    '是否参加城乡居民基本医疗保险',
    '是否参加城乡居民医保',
    '是否参加居民医保',
    '是否参加新型农村合作医疗',
    '是否参加医保',
    '参加医保情况',
  ],
  employeeInsured: ['是否参加城镇职工基本医疗保险', '是否参加城镇职工医保', '是否参加职工医保'],
  unsafeHousing: ['是否危房户', '是否危房', '住房是否危房'],
  safeWater: ['是否解决安全饮用水', '是否解决饮水安全', '饮水是否安全'],
};

export const nationalRequired = ['code', 'name', 'relation'] as const satisfies readonly NationalField[];
