import type { DutyData } from '../../campaign/departments.ts';

const coordinator = '县乡村振兴局';
const education = ['县教体局'];
const insurance = ['县医保局'];
const health = ['县卫健委'];
const housing = ['县住建局'];
const water = ['县水利局'];
const organisation = ['县委组织部'];
const finance = ['县财政局（县地方金融监督管理局）'];
const safeguards = [...education, ...insurance, ...health, ...housing, ...water];

/** Who does what in the county's order. */
export const duties: DutyData = {
  prefix: '县',
  groups: {
    各重点工程牵头部门: 'leads',
    县直各帮扶单位: 'departments',
    各乡镇: 'townships',
    相关乡镇: 'townships',
    // Departments with projects of their own.
    县相关项目主管部门: [
      '县农业农村局',
      '县水利局',
      '县交通局',
      '县发改委',
      '县人社局',
      '县住建局',
      '县教体局',
      '县林业发展中心',
    ],
  },
  offices: {
    coordinator,
    health: '县卫健委',
    insurance: '县医保局',
    civilAffairs: '县民政局',
    transport: '县交通局',
    water: '县水利局',
    education: '县教体局',
    agriculture: '县农业农村局',
    energy: '县经信局',
  },
  narrowed: {
    '1.3': [coordinator, ...organisation],
    '2.2': [...safeguards, '县民政局'],
    '2.3': ['县农业农村局', '县人社局'],
    '3.2': ['县民政局'],
    '3.3': ['县发改委'],
    '3.4': ['县人社局'],
    '3.5': ['县农业农村局'],
    '3.6': [...finance, coordinator],
    '5.4': education,
    '5.5': education,
    '5.6': insurance,
    '5.7': insurance,
    '5.8': health,
    '5.9': insurance,
    '5.10': insurance,
    '5.11': housing,
    '5.12': housing,
    '5.13': water,
    '6.8': organisation,
    '6.9': organisation,
    '6.11': organisation,
    '11.6': organisation,
    '14.3': organisation,
  },
};
