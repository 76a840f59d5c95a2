import { dayInWords } from '../calendar/days.ts';
import { kindLabels, type Lead } from './lead.ts';
import { committeeName, householdOnNotice } from './notice.ts';

/** A paper to be printed: its title, and a paragraph a line. What is filled in by hand stands as a rule. */
export interface Paper {
  title: string;
  lines: readonly string[];
}

const rule = '________';
const signed = (who: string) => `${who}签字（按手印）：${rule}${rule}　　　　年　　月　　日`;

/**
 * The papers of the monitoring cycle that are signed on paper: the application, the promise with the authorisation to
 * compare, the record of the village's review. Why it applies is left to the household's own hand: most reasons speak of
 * illness.
 */
export function papersOf(lead: Lead): Paper[] {
  const { village, township, record, kind } = lead;
  const home = householdOnNotice(lead);
  const { review } = record;
  const held = review === undefined ? rule : dayInWords(review.on);
  const came = review === undefined ? rule : `${review.attended}人`;
  const agreed = review === undefined ? rule : `${review.agreed}人`;
  return [
    {
      title: '防止返贫监测对象申请书',
      lines: [
        `${committeeName(village.name)}：`,
        `申请人：${home}，${township.name}。`,
        `因${rule}${rule}${rule}${rule}，现申请纳入防止返贫监测对象。`,
        `全家近12个月收入约${rule}元，其中工资${rule}元、经营${rule}元、转移${rule}元、财产${rule}元，生产支出${rule}元。`,
        signed('申请人'),
        `受理人：${rule}　受理日期：　　年　　月　　日`,
      ],
    },
    {
      title: '承诺授权书',
      lines: [
        `承诺人：${home}。`,
        '一、本户申报的家庭成员、收入、支出、财产都属实，有隐瞒的愿意退出并承担责任。',
        '二、本户全体成年家庭成员同意县、乡有关单位为这次认定查询、核对本户的车辆、房产、工商登记、财政供养、存款和社会保险信息，只用于认定和帮扶。',
        '三、家庭情况变化时及时告诉村委会。',
        signed('户主'),
        signed('家庭成员'),
      ],
    },
    {
      title: '民主评议记录',
      lines: [
        `时间：${held}　地点：${rule}　主持人：${rule}　记录人：${rule}`,
        `议题：${home}是否列为监测对象${kind === null ? '' : `，拟定类别${kindLabels[kind]}`}`,
        `应到${rule}人，实到${came}。`,
        `入户核实情况：${rule}${rule}${rule}${rule}`,
        `评议意见：${rule}${rule}${rule}${rule}`,
        `表决：同意${agreed}，不同意${rule}，弃权${rule}。结果：${rule}`,
        `到会人员签字：${rule}${rule}${rule}${rule}`,
        `${committeeName(village.name)}（盖章）　　　　年　　月　　日`,
      ],
    },
  ];
}
