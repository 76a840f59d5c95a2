import type { Matter } from '../../campaign/matter.ts';

/** In the order they are offered when the words don't tell. Each rests on a clause of the plan. */
export const matters: readonly Matter[] = [
  {
    label: '路、灯、电、环境等村里设施',
    category: 'other',
    clause: '3.7',
    ofVillage: true,
    words: /路灯|道路|修路|路面|坑洼|路坏|村路|桥|停电|电压|垃圾|污水|厕所|广场|文体|网络|信号|卫生室|沟渠/u,
  },
  {
    label: '饮水',
    category: 'water',
    clause: '5.13',
    words: /停水|断水|缺水|水质|水压|水浑|水龙头|自来水|饮水|吃水|水井|没水|水管/u,
  },
  {
    label: '住房',
    category: 'housing',
    clause: '5.11',
    words: /危房|漏雨|屋顶|房顶|墙.{0,4}(?:倒|歪|裂)|房.{0,4}(?:塌|裂|漏|危)/u,
  },
  { label: '上学', category: 'education', clause: '5.4', words: /辍学|失学|不上学|没上学|逃学|送教/u },
  { label: '医保、报销', category: 'medical', clause: '5.9', words: /医保|参保|新农合|报销|看病|住院/u },
  { label: '低保、救助', category: 'safetyNet', clause: '12.5', words: /低保|特困|五保|救助|残补|孤儿/u },
  {
    label: '公益岗、务工',
    category: 'employment',
    clause: '10.4',
    words: /公益岗|公岗|欠薪|工资|务工|车间|培训/u,
  },
  {
    label: '产业、分红、贷款',
    category: 'industry',
    clause: '8.10',
    words: /分红|光伏|合作社|入股|贷款|产业|大棚|滞销/u,
  },
  { label: '帮扶、驻村', category: 'assistance', clause: '6.13', words: /帮扶|驻村|工作队|走访|网格员/u },
  { label: '搬迁安置', category: 'relocation', clause: '7.6', words: /搬迁|安置/u },
  { label: '其他', category: 'other', clause: '3.8', words: /(?!)/u },
];
