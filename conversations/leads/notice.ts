import { dayInWords, fullDayInWords } from '../calendar/days.ts';
import { noticeDays, noticeEnd, noticeStart } from './clock.ts';
import { kindLabels, type Lead } from './lead.ts';

/**
 * The text to be put up in the village. It names the household by its head, group and number of people and says
 * nothing of ID, bank account, health or income: reasons are left out, since most speak of illness.
 * @param from ISO date it is put up; the days of the notice begin with the next
 * @param contact the county's public contact with its supervision telephone
 */
export function noticeText(lead: Lead, from: string, contact: string): string {
  const { village, township } = lead;
  const easing = lead.stage === 'easingReviewed' || lead.stage === 'easingPublished';
  const kind = lead.kind === null ? '' : `，${easing ? '' : '拟纳入'}类别：${kindLabels[lead.kind]}`;
  const start = noticeStart(from);
  const end = noticeEnd(from);
  const call = contact === '' ? `${village.name}村务监督委员会或${township.name}人民政府` : contact;
  return [
    easing ? '关于拟消除防止返贫监测对象风险的公示' : '关于拟纳入防止返贫监测对象的公示',
    easing
      ? '按照防止返贫动态监测程序，经入户核查、村民主评议，下列监测对象返贫致贫风险已经消除，现予公示：'
      : '按照防止返贫动态监测程序，经入户核实、数据比对、村民主评议，拟将下列农户上报为监测对象，现予公示：',
    `户主：${householdOnNotice(lead)}${kind}`,
    `公示期：${fullDayInWords(start)}至${start.slice(0, 7) === end.slice(0, 7) ? `${Number(end.slice(8))}日` : dayInWords(end)}（${noticeDays}天）。`,
    `如有异议，请在公示期内反映。监督电话：${call}。`,
    committeeName(village.name),
    fullDayInWords(from),
  ].join('\n');
}

/** What the notice says of the household: the part that must hold nothing private. */
export function householdOnNotice({ household, village }: Lead): string {
  const people = household.population === null ? '' : `，家庭人口${household.population}人`;
  return `${household.headName}（${village.name}${household.group}${people}）`;
}

/** 张庄村委会, 张庄村, 张庄 → 张庄村村民委员会; 龙湖社区居委会 → 龙湖社区居民委员会. */
export function committeeName(village: string): string {
  const short = village.replace(/(?:村委会|村民委员会|居委会|居民委员会)$/u, '');
  if (/社区$/u.test(short) || /居(?:委会|民委员会)$/u.test(village)) return `${short}居民委员会`;
  return `${short.replace(/村$/u, '')}村村民委员会`;
}

/** Words a public notice must never carry: 身份证号、电话、银行账户、健康状况. */
const forbidden = [
  /\d{17}[\dXx]/u,
  /(?<!\d)1[3-9]\d{9}(?!\d)/u,
  /(?<!\d)\d{16,19}(?!\d)/u,
  /身份证|银行|账号|卡号|开户|电话|手机/u,
  /病|癌|瘤|残疾|残障|透析|住院|手术|艾滋|精神|中风|偏瘫|卧床|医疗费/u,
];

/** What in a text must not be published; the shell refuses to hand out a notice that has any. */
export function forbiddenIn(text: string): readonly string[] {
  return forbidden.flatMap((f) => f.exec(text)?.[0] ?? []);
}
