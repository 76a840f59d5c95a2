import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from '../../conversations/calendar/days.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { householdId, leadId } from '../../conversations/contract/ids.ts';
import { clockInWords, clockOf, stepDays, stepDue, wholeDays } from '../../conversations/leads/clock.ts';
import { type Lead, undecidedLeadStages } from '../../conversations/leads/lead.ts';
import {
  committeeName,
  forbiddenIn,
  householdOnNotice,
  noticeText,
} from '../../conversations/leads/notice.ts';
import {
  type LeadMoved,
  type LeadStep,
  mayUndo,
  startEasing,
  steppedLead,
} from '../../conversations/leads/steps.ts';
import { at, county, liSi, someone, stranger, township, village, wangWu, water } from '../problems/people.ts';

const chief = someone(20, '村书记', ['villageCadre'], village);
const yes = (over: Partial<LeadStep> = {}): LeadStep => ({ agreed: true, words: '', ...over });
const no = (words = ''): LeadStep => ({ agreed: false, words });

function flagged(over: Partial<Lead> = {}): Lead {
  return {
    id: leadId.parse('00000000-0000-4000-8000-000000000300'),
    no: 3,
    version: 1,
    stage: 'flagged',
    source: 'visit',
    kind: null,
    record: {},
    household: {
      id: householdId.parse('00000000-0000-4000-8000-000000000200'),
      headName: '张三',
      group: '3组',
      type: 'general',
      population: 4,
    },
    village,
    township,
    reasons: [{ key: 'illness', clause: '6.10', reason: '大病且无力支付' }],
    flaggedAt: at,
    stageDue: '2021-12-13',
    publishedFrom: null,
    declinedReason: null,
    history: [],
    ...over,
  };
}

function stored(lead: Lead, moved: LeadMoved): Lead {
  if (moved.is !== 'moved') throw new Error(JSON.stringify(moved));
  const { becomes: _, ...columns } = moved.patch;
  return { ...lead, ...columns, version: lead.version + 1 };
}

const day = (date: string): number => Date.parse(`${date}T10:00:00+08:00`);

describe('a monitoring lead', () => {
  it('goes through check, review, notice, township and county within fifteen days', () => {
    let lead = flagged();
    lead = stored(lead, steppedLead(lead, yes({ authorised: true }), wangWu, day('2021-12-11')));
    expect(steppedLead(lead, yes(), liSi, day('2021-12-12'))).toEqual({ is: 'asks', about: 'compared' });
    lead = stored(lead, steppedLead(lead, yes({ words: '车辆、房产无异常' }), liSi, day('2021-12-12')));
    expect(steppedLead(lead, yes(), chief, day('2021-12-12'))).toEqual({ is: 'asks', about: 'review' });
    const votes = { on: '2021-12-12', attended: 23, agreed: 22 };
    expect(steppedLead(lead, yes({ votes }), chief, day('2021-12-12'))).toEqual({
      is: 'asks',
      about: 'kind',
    });
    lead = stored(lead, steppedLead(lead, yes({ votes, kind: 'marginal' }), chief, day('2021-12-12')));
    expect(lead.record.review).toEqual(votes);
    lead = stored(lead, steppedLead(lead, yes(), chief, day('2021-12-13')));
    expect(lead).toMatchObject({ stage: 'published', publishedFrom: '2021-12-13' });
    lead = stored(lead, steppedLead(lead, yes(), chief, day('2021-12-19')));
    lead = stored(lead, steppedLead(lead, yes(), liSi, day('2021-12-20')));
    expect(steppedLead(lead, yes(), county, day('2021-12-21'))).toEqual({ is: 'asks', about: 'minute' });
    const decided = steppedLead(lead, yes({ minute: '会议纪要〔2021〕5号' }), county, day('2021-12-21'));
    expect(decided).toMatchObject({
      patch: { stage: 'included', becomes: { type: 'monitored', monitoredKind: 'marginal' } },
      event: { words: '同意纳入，类别为边缘易致贫户，会议纪要〔2021〕5号' },
    });
    lead = stored(lead, decided);
    lead = stored(lead, steppedLead(lead, yes(), county, day('2021-12-22')));
    lead = stored(lead, steppedLead(lead, yes(), liSi, day('2021-12-23')));
    expect(lead).toMatchObject({ stage: 'registered', stageDue: '2021-12-31' });
    expect(steppedLead(lead, yes(), chief, day('2021-12-24'))).toEqual({ is: 'asks', about: 'help' });
    const help = { person: '王五', plan: '安排公益岗' };
    lead = stored(lead, steppedLead(lead, yes({ help }), chief, day('2021-12-24')));
    expect(lead).toMatchObject({ stage: 'helped', stageDue: null, record: { help } });
  });

  it('the steps together leave exactly the fifteen days', () => {
    expect(undecidedLeadStages.reduce((sum, s) => sum + stepDays[s], 0)).toBe(wholeDays);
  });

  it('a household that declares itself has two working days for the check and twenty for the whole', () => {
    // 10 December 2021 was a Friday.
    const declared = { flaggedAt: at, source: 'declared' as const, record: {} };
    expect(stepDue(declared, 'flagged', '2021-12-10')).toBe('2021-12-14');
    expect(stepDue(declared, 'county', '2022-01-06')).toBe('2022-01-07');
  });

  it('official holidays and the weekends worked instead count for these working days as offices count them', () => {
    const { official } = xiaoxian2021;
    // Twenty working days from 10 December 2021 run over New Year; 3 January is a holiday.
    const declared = { flaggedAt: at, source: 'declared' as const, record: {} };
    expect(stepDue(declared, 'county', '2022-01-07', official)).toBe('2022-01-08');
    expect(stepDue(declared, 'county', '2022-01-09', official)).toBe('2022-01-10');
    // Saturday 29 and Sunday 30 January are worked; the festival begins on the 31st.
    const late = { ...declared, flaggedAt: Date.parse('2022-01-28T02:00:00Z') };
    expect(stepDue(late, 'flagged', '2022-01-28', official)).toBe('2022-01-30');
    expect(stepDue(late, 'flagged', '2022-01-30', official)).toBe('2022-02-08');
    expect(stepDue(late, 'flagged', '2022-01-28')).toBe('2022-02-01');
  });

  it('the risk is removed by a review of its own; a no leads back to the help', () => {
    let lead = flagged({ stage: 'helped', kind: 'marginal' });
    expect(steppedLead(lead, yes(), county, at).is).toBe('refused');
    expect(startEasing(lead, '', '2022-03-01').is).toBe('asks');
    lead = stored(lead, startEasing(lead, '全家务工，收入稳定', '2022-03-01'));
    const votes = { on: '2022-03-03', attended: 20, agreed: 19 };
    expect(steppedLead(lead, no('还在化疗'), chief, day('2022-03-03'))).toMatchObject({
      patch: { stage: 'helped' },
    });
    lead = stored(lead, steppedLead(lead, yes({ votes }), chief, day('2022-03-03')));
    lead = stored(lead, steppedLead(lead, yes(), chief, day('2022-03-04')));
    expect(steppedLead(lead, yes(), chief, day('2022-03-09')).is).toBe('refused');
    lead = stored(lead, steppedLead(lead, yes(), chief, day('2022-03-10')));
    lead = stored(lead, steppedLead(lead, yes(), liSi, day('2022-03-11')));
    expect(
      steppedLead(lead, yes({ minute: '会议纪要〔2022〕2号' }), county, day('2022-03-12')),
    ).toMatchObject({
      patch: { stage: 'removed', becomes: null },
    });
  });

  it('only who took the last step takes it back, and within the hour', () => {
    const lead = flagged({
      stage: 'reviewed',
      history: [{ kind: '村民主评议', at, by: { id: chief.id, name: '村书记' }, words: '' }],
    });
    expect(mayUndo(lead, chief, at + 3_000_000).is).toBe('yes');
    expect(mayUndo(lead, chief, at + 3_700_000)).toMatchObject({
      why: expect.stringContaining('超过一小时'),
    });
    expect(mayUndo(lead, liSi, at)).toMatchObject({ why: expect.stringContaining('由村书记撤销') });
    expect(mayUndo(flagged(), chief, at).is).toBe('no');
  });

  it('each step is refused to whoever it does not belong to, with whose it is', () => {
    const cases: [Lead, typeof county][] = [
      [flagged(), water],
      [flagged(), stranger],
      [flagged({ stage: 'checked' }), wangWu],
      [flagged({ stage: 'reviewed' }), stranger],
      [flagged({ stage: 'township' }), chief],
      [flagged({ stage: 'township' }), county],
      [flagged({ stage: 'county' }), liSi],
    ];
    for (const [lead, who] of cases)
      expect(steppedLead(lead, yes(), who, at)).toMatchObject({
        is: 'refused',
        why: expect.stringContaining('办理'),
      });
  });

  it('the household signs before anything is compared', () => {
    expect(steppedLead(flagged(), yes(), wangWu, at)).toEqual({ is: 'asks', about: 'authorised' });
    expect(steppedLead(flagged(), yes({ authorised: false }), wangWu, at)).toMatchObject({
      is: 'refused',
      why: expect.stringContaining('承诺授权书'),
    });
  });

  it('the notice hangs five full days, whatever anyone says', () => {
    const lead = flagged({ stage: 'published', publishedFrom: '2021-12-13' });
    for (const d of ['2021-12-13', '2021-12-17', '2021-12-18'])
      expect(steppedLead(lead, yes(), chief, day(d)).is).toBe('refused');
    expect(steppedLead(lead, yes(), chief, day('2021-12-19')).is).toBe('moved');
  });

  it('an objection after the notice brings it back to the review', () => {
    const lead = flagged({ stage: 'published', publishedFrom: '2021-12-13' });
    expect(steppedLead(lead, no('邻居说有车'), chief, day('2021-12-19'))).toMatchObject({
      patch: { stage: 'compared', publishedFrom: null },
    });
  });

  it('a no anywhere else ends it, and wants a reason', () => {
    for (const [stage, who] of [
      ['flagged', wangWu],
      ['checked', liSi],
      ['compared', chief],
      ['township', liSi],
      ['county', county],
    ] as const) {
      expect(steppedLead(flagged({ stage }), no(), who, at)).toEqual({ is: 'asks', about: 'reason' });
      expect(steppedLead(flagged({ stage }), no('有稳定收入'), who, at)).toMatchObject({
        patch: { stage: 'declined', declinedReason: '有稳定收入' },
      });
    }
  });

  it('the kind fits what the household was', () => {
    const lead = flagged({ stage: 'county' });
    expect(steppedLead(lead, yes(), county, at)).toEqual({ is: 'asks', about: 'kind' });
    expect(steppedLead(lead, yes({ kind: 'unstable' }), county, at)).toMatchObject({
      is: 'refused',
      why: expect.stringContaining('边缘易致贫户'),
    });
  });

  it('the clock counts to each step and tells when it is over', () => {
    expect(clockInWords(flagged(), '2021-12-12')).toBe('12月13日前');
    expect(clockInWords(flagged(), '2021-12-13')).toBe('今天到期');
    expect(clockInWords(flagged(), '2021-12-15')).toBe('已超2天');
    const hanging = flagged({ stage: 'published', publishedFrom: '2021-12-13', stageDue: '2021-12-19' });
    expect(clockOf(hanging, '2021-12-18')).toEqual({ is: 'waiting', until: '2021-12-18' });
    expect(clockOf(hanging, '2021-12-19')).toEqual({ is: 'due', on: '2021-12-19', daysLeft: 0 });
    expect(clockOf(flagged({ stage: 'helped', stageDue: null }), '2021-12-30')).toEqual({ is: 'stopped' });
    expect(isoDate(at + wholeDays * 86_400_000)).toBe(addDays('2021-12-10', wholeDays));
  });
});

describe('the public notice', () => {
  it('names the household, the dates and where to object, and nothing of ID, phone, bank or health', () => {
    const lead = flagged({ kind: 'marginal' });
    const text = noticeText(lead, '2021-12-13', '县乡村振兴局 电话0557-1234567');
    expect(text).toContain('关于拟纳入防止返贫监测对象的公示');
    expect(text).toContain('户主：张三（张庄村3组，家庭人口4人），拟纳入类别：边缘易致贫户');
    expect(text).toContain('公示期：2021年12月14日至18日（5天）');
    expect(text).toContain('监督电话：县乡村振兴局 电话0557-1234567');
    expect(text).toContain('张庄村村民委员会');
    expect(text).not.toContain('大病');
    expect(forbiddenIn(householdOnNotice(lead))).toEqual([]);
  });

  it('tells what must not be published', () => {
    expect(
      forbiddenIn('王某，341322197001011234，电话13812341234，患癌症，卡号6217000012345678901'),
    ).toHaveLength(5);
  });

  it.each([
    ['张庄村委会', '张庄村村民委员会'],
    ['张庄', '张庄村村民委员会'],
    ['龙湖社区居委会', '龙湖社区居民委员会'],
    ['龙湖社区', '龙湖社区居民委员会'],
  ])('%s signs as %s', (name, signed) => expect(committeeName(name)).toBe(signed));
});
