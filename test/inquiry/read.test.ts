import { describe, expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { unitCode } from '../../conversations/contract/ids.ts';
import type { UnitNamed } from '../../conversations/inquiry/mark.ts';
import { readInquiry } from '../../conversations/inquiry/read.ts';
import type { InquirySaid } from '../../conversations/inquiry/reading.ts';
import { conditionLabel, keyLabel } from '../../conversations/inquiry/tell.ts';

const township = unitCode.parse('341322105000');
const units: readonly UnitNamed[] = [
  { code: township, name: '龙城镇', kind: 'township', township },
  {
    code: unitCode.parse('341322105201'),
    name: '李庄',
    kind: 'village',
    township,
    townshipName: '龙城镇',
  },
];

/** A reading in few words: what is wanted, under which conditions, where, when, split by what. */
function brief(r: InquirySaid): string {
  const parts = [
    r.units === undefined ? undefined : `${r.units.level}s ${r.units.want}`,
    r.want,
    r.of,
    ...r.where.map((c) => conditionLabel(xiaoxian2021, c)),
    r.key === undefined ? undefined : `[${keyLabel(xiaoxian2021, r.key)}]`,
    r.place?.[0]?.name,
    r.group,
    r.mine ? 'mine' : undefined,
    r.here ? 'here' : undefined,
    r.by === undefined ? undefined : `by ${r.by}`,
    r.period?.said,
    r.against === undefined ? undefined : `against ${r.against.said}`,
    r.having === undefined ? undefined : `having ${r.having.as} ${r.having.op} ${r.having.than}`,
    r.order,
    r.narrows ? 'narrows' : undefined,
    r.why ? 'why' : undefined,
    r.sheet ? 'sheet' : undefined,
    r.send ? 'send' : undefined,
    r.unread.length + r.stranded.length > 0 ? `unread ${[...r.unread, ...r.stranded].join('|')}` : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

/** Sentences with what they mean; every stretch of each means something. */
const understood: readonly (readonly [string, string])[] = [
  ['没交医保的户给我列下', 'list households 参保（有人没参）'],
  ['脱贫户没全参保的龙城镇几户', 'count households 脱贫户 参保（有人没参） 龙城镇'],
  ['龙城镇几个辍学的', 'count 有辍学 龙城镇'],
  ['房子不安全的有哪些', 'list 房子不安全'],
  ['C级D级合计几户', 'count households 房屋等级C级或D级'],
  ['人均收入低于6000的几户', 'count households 人均收入低于6000元'],
  ['人均低于6千的有几户', 'count households 人均收入低于6000元'],
  ['收入超过5万的几户', 'count households 年收入超过50000元'],
  ['5口以上的脱贫户几户', 'count households 人口不低于5 脱贫户'],
  ['监测户里没大病的几户', 'count households 监测对象 没大病慢病'],
  ['除了低保户没参保的几户', 'count households 非低保户 参保（有人没参）'],
  ['看不起病的有几家', 'count households 付不起'],
  ['务工的占多少', 'share 收入来源务工'],
  ['平均收入多少', 'average [年收入]'],
  ['住房情况', '[住房] by answer'],
  ['各村饮水有问题的几户', 'count households 饮水有问题 by village'],
  ['医保这块各镇未参保户数', 'count households 参保（有人没参） by township'],
  ['哪个镇辍学最多', 'townships list 有辍学 most'],
  ['哪些村还没动', 'villages list 没开始'],
  ['未启动的村有几个', 'villages count 没开始'],
  ['逾期的发我', 'problems 逾期 send'],
  ['超期5天以上的问题', 'problems 逾期 超期5天以上'],
  ['三天内到期的', 'problems 3天内到期'],
  ['水利口的问题清单', 'problems 县水利局牵头'],
  ['线索几条', 'count leads'],
  ['本村有没有不上学的娃', 'count persons 有辍学 here'],
  ['我还剩几户', 'count households 还没查 mine'],
  ['昨天查了几户', 'count households 已排查 昨天'],
  ['2组没查的几户', 'count households 还没查 2组'],
  ['收入不稳定的几户', 'count households 不稳定'],
  ['哪个村没参保的最多', 'villages list 参保（有人没参） most'],
  ['未参保最多的村是哪个', 'villages list 参保（有人没参） most'],
  ['没签家庭医生的有几户', 'count households 医生没签约'],
  ['12月10号以来新增问题几个', 'count problems 12月10日'],
  ['那李庄呢', '李庄'],
  ['其中脱贫户几个', 'count 脱贫户 narrows'],
  ['昨天呢', '昨天'],
  ['哪些', 'list'],
  ['没有危房的村有哪些', 'villages list 房子不安全 having count eq 0'],
  ['一个问题都没有的村', 'villages list problems having count eq 0'],
  ['进度低于30%的镇', 'townships list share 已排查 having share lt 30'],
  ['问题超过10个的镇', 'townships list problems having count gt 10'],
  ['全县到今晚跑了多少户', 'count households 已排查 here'],
  ['今天比昨天多跑几户', 'count households 已排查 今天 against 昨天'],
  ['比昨天多几个问题', 'count problems 今天 against 昨天'],
  ['这周每天多少', 'count by day 本周'],
  ['12月10号到12号查了几户', 'count households 已排查 12月10日至12日'],
  ['上周五查了几户', 'count households 已排查 上周五'],
  ['拖得最久的问题', 'list problems 没销号 [办理天数] most'],
  ['平均几天销号', 'average problems 已销号 [办理天数]'],
  ['整改最快的是哪个镇', 'townships list share problems 已销号 most'],
  ['帮扶责任人一户都没走的', 'staff 帮扶责任人 一户没查'],
  ['谁今天一户没查', 'list staff 一户没查 今天'],
  ['今天几个人在跑', 'count staff 查过户 今天'],
  ['哪些网格员还没查完', 'count 还没查 by helper'],
  ['发个表', 'sheet'],
];

describe('a question to the data', () => {
  it.each(understood)('%s means: %s', (text, meaning) => {
    expect(brief(readInquiry(xiaoxian2021, text, units))).toBe(meaning);
  });

  it.each([
    ['网格员小周今天跑了几户', ['小周']],
    ['李秀兰是低保不', ['李秀兰']],
    ['永堌饮水问题几个', ['永堌']],
    ['没什么问题', ['没']],
    ['村里60岁以上的几个', ['60岁']],
  ])('%s leaves unread what means nothing: %s', (text, unread) => {
    const read = readInquiry(xiaoxian2021, text, units);
    expect([...read.unread, ...read.stranded]).toEqual(unread);
  });
});
