import { describe, expect, it } from 'vitest';
import {
  deadlinesOf,
  type MorningDay,
  type MorningPerson,
  morningPush,
  repeatsOverdue,
} from '../../conversations/pushes/morning.ts';
import { calendar, campaign, staff, wednesday } from './county.ts';

const { start: _, ...within } = campaign;
/** Without the campaign's first day everybody is told, on pace or not. */
const day: MorningDay = { ...within, date: wednesday, calendar, deadlinesOnly: false };
const list = {
  total: 160,
  remaining: 118,
  next: [
    { headName: '张三', villageName: '李庄', group: '3组' },
    { headName: '李四', villageName: '李庄', group: '3组' },
    { headName: '王二', villageName: '李庄', group: '4组' },
    { headName: '赵六', villageName: '李庄', group: '4组' },
  ],
  oldDrafts: [],
  oldDraftCount: 0,
  returned: [],
  returnedCount: 0,
  villages: 1,
};
const wang: MorningPerson = { staff: staff(1), name: '王五', list };

describe('the morning message', () => {
  it('who is on pace hears nothing; behind, on the first day or with something half done he does', () => {
    // Of 20 working days 15 are left on Wednesday: 120 of 160 households may be.
    expect(morningPush(wang, { ...day, start: '2021-12-09' })).toBeUndefined();
    const behind = { ...wang, list: { ...list, remaining: 130 } };
    expect(morningPush(behind, { ...day, start: '2021-12-09' })?.text).toContain('还剩130户');
    expect(morningPush(wang, { ...day, start: wednesday })?.text).toContain('还剩118户');
    const returned = {
      ...wang,
      list: {
        ...list,
        returned: [{ headName: '张三', villageName: '李庄', group: '3组', reason: '收入不符' }],
        returnedCount: 1,
      },
    };
    expect(morningPush(returned, { ...day, start: '2021-12-09' })?.text).toContain('退回要改的：张三');
  });

  it('a township or department hears what is new with it, by number', () => {
    const news = { toRectify: [12, 13], toReview: [7], toLook: [4] };
    expect(morningPush({ staff: staff(2), name: '钱七', news }, day)?.text).toContain(
      '新到要整改的问题2个：12号、13号；报了完成、待核实销号的1个：7号；长期整改到了再看日期的1个：4号。回“问题 号数”看。',
    );
  });

  it('tells a helper how many households are enough today and where to begin', () => {
    expect(morningPush(wang, day)?.text).toBe(
      '王五，早上好。\n还剩118户，到12月31日还有15个工作日，今天计划走访8户，先去3组张三、3组李四、4组王二等。\n回“排查”开始。',
    );
  });

  it('merges drafts, returned visits and problems into the same message, within 300 characters', () => {
    const push = morningPush(
      {
        ...wang,
        list: {
          ...list,
          oldDrafts: [{ headName: '刘七', villageName: '李庄', group: '5组', since: '2021-12-13' }],
          oldDraftCount: 1,
          returned: [{ headName: '孙八', villageName: '李庄', group: '5组', reason: '收入和务工对不上' }],
          returnedCount: 3,
        },
        problems: { items: [{ no: 12, what: '住房安全', where: '李庄3组', due: '2021-12-16' }], count: 1 },
      },
      day,
    );
    expect(push?.text).toBe(
      [
        '王五，早上好。',
        '还剩118户，到12月31日还有15个工作日，今天计划走访8户，先去3组张三、3组李四、4组王二等。',
        '答了一半没交：刘七（2天前开始），回“排查 姓名”接着来。',
        '退回要改的：孙八（收入和务工对不上）等3户。',
        '要整改的问题：12号李庄3组住房安全（明天到期）。办好了回“整改 号数 怎么办的”。',
        '回“排查”开始。',
      ].join('\n'),
    );
    expect([...(push?.text ?? '')].length).toBeLessThan(300);
  });

  it('leaves alone who is done and has nothing due', () => {
    expect(morningPush({ ...wang, list: { ...list, remaining: 0, next: [] } }, day)).toBeUndefined();
    expect(morningPush({ staff: staff(2), name: '赵六' }, day)).toBeUndefined();
  });

  it('on a day of rest speaks of deadlines only', () => {
    const sunday = { ...day, date: '2021-12-26', deadlinesOnly: true };
    expect(morningPush(wang, sunday)).toBeUndefined();
    const push = morningPush({ ...wang, report: { unitName: '龙城镇' } }, sunday);
    expect(push?.text).toBe(
      '王五，早上好。\n龙城镇的自查报告明天截止，还没报。回“报告”就能生成初稿，数字都填好了。',
    );
    expect(push?.deadline).toBe(true);
  });

  it.each([
    ['2021-12-20', '12月27日截止，还有7天'],
    ['2021-12-24', '12月27日截止，还有3天'],
    ['2021-12-26', '明天截止'],
    ['2021-12-27', '今天截止'],
  ])('reminds of the report on %s', (date, words) => {
    const push = morningPush(
      { staff: staff(3), name: '周九', report: { unitName: '龙城镇' } },
      { ...day, date },
    );
    expect(push?.text).toContain(words);
  });

  it('is silent about the report on the days between', () => {
    for (const date of ['2021-12-15', '2021-12-21', '2021-12-25', '2021-12-28'])
      expect(
        morningPush({ staff: staff(3), name: '周九', report: { unitName: '龙城镇' } }, { ...day, date }),
      ).toBeUndefined();
  });

  it('who is muted gets the deadlines and nothing else', () => {
    const busy: MorningPerson = {
      ...wang,
      problems: { items: [{ no: 7, what: '饮水安全', where: '李庄', due: '2021-12-15' }], count: 1 },
    };
    expect(morningPush(deadlinesOf(busy), day)?.text).toBe(
      '王五，早上好。\n要整改的问题：7号李庄饮水安全（今天到期）。办好了回“整改 号数 怎么办的”。',
    );
    expect(morningPush(deadlinesOf(wang), day)).toBeUndefined();
  });

  it('tells the head of a unit what is overdue for two days, once it has newly become so', () => {
    const overdue = [{ no: 3, what: '义务教育', where: '张庄', due: '2021-12-13' }];
    const head = { staff: staff(4), name: '吴镇长' };
    expect(
      morningPush({ ...head, escalated: { overdue, overdueCount: 4, fresh: 1, level: 'unit' } }, day)?.text,
    ).toBe(
      '吴镇长，早上好。\n逾期2天以上还没整改的：3号张庄义务教育（逾期2天）等4件。请您过问一下，回“问题 逾期”看全部。',
    );
    expect(
      morningPush({ ...head, escalated: { overdue, overdueCount: 4, fresh: 0, level: 'unit' } }, day),
    ).toBeUndefined();
  });

  it('tells a village cadre what nobody looks after yet', () => {
    const push = morningPush(
      { staff: staff(5), name: '郑主任', unassigned: { unitName: '李庄', count: 42 } },
      day,
    );
    expect(push?.text).toBe('郑主任，早上好。\n李庄还有42户没分到人，回“分户 李庄”按组平分。');
  });

  it('on the last day says so', () => {
    expect(morningPush(wang, { ...day, date: '2021-12-31' })?.text).toContain(
      '今天是最后一天，还剩118户，先去3组张三',
    );
  });

  it('brings up what is overdue on working days, after the campaign on Mondays only', () => {
    const on = (date: string, deadlinesOnly: boolean) => repeatsOverdue({ ...day, date, deadlinesOnly });
    expect(on('2021-12-15', false)).toBe(true);
    expect(on('2021-12-19', true)).toBe(false);
    expect(['2022-01-04', '2022-01-08', '2022-01-09', '2022-01-10'].map((d) => on(d, true))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});
