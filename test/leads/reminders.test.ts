import { describe, expect, it } from 'vitest';
import type { Role } from '../../conversations/contract/session.ts';
import type { DueLead, StaffPushFacts } from '../../conversations/pushes/facts.ts';
import { leadReminder, leadsByPerson, leadsLateBy } from '../../conversations/pushes/lead-reminders.ts';
import { liSi, someone, township, village, wangWu } from '../problems/people.ts';

const chief = someone(20, '村书记', ['villageCadre'], village);
const office = someone(21, '县办', ['countyOffice'], { id: '341322000000', name: '萧县' });
const facts = (s: typeof chief): StaffPushFacts => ({
  id: s.id,
  name: s.name,
  muted: false,
  roles: s.roles as Role[],
  unit: s.unit,
  unitName: s.unitName,
  unitKind: s.unitKind,
});
const everybody = [wangWu, liSi, chief, office].map(facts);

const lead = (stage: DueLead['stage'], due = '2021-12-15'): DueLead => ({
  no: 3,
  stage,
  headName: '张三',
  village: village.id,
  villageName: village.name,
  township: township.id,
  due,
  helper: wangWu.id,
});
const told = (l: DueLead, staff = everybody) => [...leadsByPerson([l], staff).keys()];

describe('reminders of monitoring leads', () => {
  it('go to whom the step belongs', () => {
    expect(told(lead('flagged'))).toEqual([wangWu.id]);
    expect(told(lead('checked'))).toEqual([liSi.id]);
    for (const stage of ['compared', 'reviewed', 'published', 'registered'] as const)
      expect(told(lead(stage))).toEqual([chief.id]);
    expect(told(lead('township'))).toEqual([liSi.id]);
    expect(told(lead('county'))).toEqual([office.id]);
  });

  it('a village without a cadre is acted for by its township', () => {
    expect(told(lead('compared'), [wangWu, liSi, office].map(facts))).toEqual([liSi.id]);
  });

  it('a step that is over comes to who heads the township, then to the county, with the longest', () => {
    const leads = [
      lead('flagged', '2021-12-10'),
      lead('checked', '2021-12-13'),
      lead('county', '2021-12-15'),
    ];
    expect(leadsLateBy(leads, 2, '2021-12-15')).toEqual({ count: 2, longest: 5 });
    expect(leadsLateBy(leads, 5, '2021-12-15')).toEqual({ count: 1, longest: 5 });
    expect(leadsLateBy(leads, 5, '2021-12-12')).toBeUndefined();
  });

  it('say what is due and what to say next', () => {
    expect(
      leadReminder(
        { items: [lead('compared'), lead('published', '2021-12-13'), lead('county')], count: 3 },
        '2021-12-15',
      ),
    ).toBe(
      '监测线索：线索3张庄村张三待村级民主评议（今天到期）、线索3张庄村张三公示期满待报结果（超2天）等3条。回“线索 编号”办下一步。',
    );
  });
});
