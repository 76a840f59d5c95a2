import { describe, expect, it } from 'vitest';
import { checkFacts } from '../../conversations/campaign/check-facts.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { Answers } from '../../conversations/form/answer.ts';
import { applicable } from '../../conversations/form/questionnaire.ts';
import { selfCheckFindings, withoutEvidence } from '../../conversations/self-check/findings.ts';
import { itemsOf } from '../../conversations/self-check/items.ts';
import {
  notConcerned,
  selfCheckQuestionnaire,
  selfCheckQuestions,
} from '../../conversations/self-check/questionnaire.ts';
import { dutiesOf, dutyNamed } from '../../conversations/self-check/respondents.ts';

const { areas, checkItems, clauses, departments } = xiaoxian2021;
const questions = selfCheckQuestions(xiaoxian2021);

describe('the self-check of the fourteen areas', () => {
  it('asks each of the 78 unit and village clauses once, and no household clause', () => {
    const wanted = clauses.filter((c) => c.level !== 'household').map((c) => c.id);
    expect(wanted).toHaveLength(78);
    expect(checkItems.map((i) => i.clause)).toEqual(wanted);
    expect(new Set(questions.flatMap((q) => q.clauses))).toEqual(new Set(wanted));
  });

  it('every question is short enough to read in a chat line', () => {
    for (const q of questions) {
      expect(q.ask.length, q.ask).toBeLessThanOrEqual(34);
      expect(q.title.length, q.title).toBeLessThanOrEqual(10);
    }
  });

  it('no two items share a short name', () => {
    const titles = checkItems.map((i) => i.title);
    expect(titles.filter((t, i) => titles.indexOf(t) !== i)).toEqual([]);
  });
});

describe('who answers what', () => {
  const duty = (kind: 'township' | 'village' | 'department', name: string) =>
    dutiesOf(xiaoxian2021, { kind, name })
      .map((d) => `${d.area.no}${d.as === 'lead' ? '牵' : ''}`)
      .join(' ');

  it('a township answers every area that has unit clauses', () => {
    expect(duty('township', '龙城镇')).toBe('1 2 3 4 5 6 7 8 9 10 11 12');
  });
  it('a village answers the six areas with village clauses', () => {
    expect(duty('village', '张庄村')).toBe('3 4 6 7 8 10');
  });
  it('a department answers what it leads and where it is responsible', () => {
    expect(duty('department', '县水利局')).toBe('1牵 2牵 3牵 4牵 5牵 6 9 10 11牵');
    expect(duty('department', '县公安局')).toBe('1 6 11');
    expect(duty('department', '县发改委')).toBe('1牵 2牵 3牵 4牵 6 7牵 8 9 10 11牵');
  });
  it('every unit clause has a department or township, every village clause a village', () => {
    const units = [
      ...departments.map((d) => ({ kind: 'department' as const, name: d.name })),
      { kind: 'township' as const, name: '龙城镇' },
    ];
    const asked = new Set(
      units.flatMap((u) =>
        dutiesOf(xiaoxian2021, u).flatMap((d) =>
          itemsOf(xiaoxian2021, d.area.no, 'unit', u).map((i) => i.clause),
        ),
      ),
    );
    const villages = dutiesOf(xiaoxian2021, { kind: 'village', name: '张庄村' }).flatMap((d) =>
      itemsOf(xiaoxian2021, d.area.no, 'village').map((i) => i.clause),
    );
    expect(asked.size + villages.length).toBe(78);
  });
  it('asks only who can know: bonds of the finance bureau, lead duties of lead departments', () => {
    const asked = (kind: 'township' | 'department', name: string, area: number) =>
      itemsOf(xiaoxian2021, area, 'unit', { kind, name }).map((i) => i.clause);
    expect(asked('township', '龙城镇', 9)).toEqual(['9.3', '9.4', '9.5', '9.9', '9.10', '9.11', '9.12']);
    expect(asked('department', '县财政局（县地方金融监督管理局）', 9)).toContain('9.7');
    expect(asked('department', '县水利局', 9)).not.toContain('9.7');
    expect(asked('township', '龙城镇', 11)).not.toContain('11.5');
    expect(asked('department', '县水利局', 11)).toContain('11.5');
  });
  it('asks the same thing once: who answered 3.2 is not asked 11.3 and 12.3', () => {
    const asked = (kind: 'township' | 'department', name: string) =>
      dutiesOf(xiaoxian2021, { kind, name }).flatMap((d) =>
        itemsOf(xiaoxian2021, d.area.no, 'unit', { kind, name }).map((i) => i.clause),
      );
    expect(asked('township', '龙城镇')).toContain('3.2');
    expect(asked('township', '龙城镇')).not.toContain('12.3');
    // The disabled persons' federation has no duty in area 3: it is asked there.
    expect(asked('department', '县残联')).toContain('12.3');
    expect(asked('township', '龙城镇').length).toBeLessThanOrEqual(50);
  });
  it.each([
    ['6', 6],
    ['第六', 6],
    ['防止返贫', 6],
    ['十二', 12],
    ['就业', 10],
  ])('自查 %s means area %i', (words, no) => {
    expect(dutyNamed(dutiesOf(xiaoxian2021, { kind: 'township', name: '龙城镇' }), words)?.area.no).toBe(no);
  });
  it('words that fit two areas, or none, mean no area', () => {
    const duties = dutiesOf(xiaoxian2021, { kind: 'township', name: '龙城镇' });
    expect(dutyNamed(duties, '落实')).toBeUndefined();
    expect(dutyNamed(duties, '15')).toBeUndefined();
  });
});

describe('problems a unit states of itself', () => {
  const yes = (v: boolean, note?: string) => ({
    is: 'known' as const,
    v,
    ...(note === undefined ? {} : { note }),
  });

  const count = (v: number) => ({ is: 'known' as const, v });

  it('both polarities: 有 is bad for 松劲懈怠, 没有 is bad for 主体责任', () => {
    const answers: Answers = { '1.1': count(0), '1.2': yes(true), '1.4': yes(true, '两个村松劲') };
    expect(selfCheckFindings(xiaoxian2021, 1, 'unit', answers).map((f) => [f.clause, f.description])).toEqual(
      [
        ['1.1', '党委政府主体责任压得不实（0次）'],
        ['1.4', '存在松劲、观望、懈怠思想：两个村松劲'],
      ],
    );
  });

  it('figures are compared with last year: any fall of the collective income, more than 30% of the posts', () => {
    expect(
      selfCheckFindings(xiaoxian2021, 4, 'village', { '4.1': count(120_000), '4.1-': count(150_000) })[0]
        ?.description,
    ).toBe('村集体经济收入比上年下降（去年15万元，今年12万元）');
    expect(selfCheckFindings(xiaoxian2021, 10, 'village', { '10.6': count(8), '10.6-': count(11) })).toEqual(
      [],
    );
    expect(
      selfCheckFindings(xiaoxian2021, 10, 'village', { '10.6': count(7), '10.6-': count(11) }),
    ).toHaveLength(1);
  });

  it('of a whole and its part the share is computed: 50%以上 includes fifty, nothing recovered is no problem', () => {
    const spent = (of: number, part: number) =>
      selfCheckFindings(xiaoxian2021, 9, 'unit', { '9.8': count(of), '9.8-': count(part) });
    expect(spent(1_000_000, 490_000)[0]?.description).toBe(
      '收回的可统筹存量资金用于巩固脱贫成果不足50%（100万元中49万元）',
    );
    expect(spent(1_000_000, 500_000)).toEqual([]);
    expect(spent(0, 0)).toEqual([]);
    const list = selfCheckQuestionnaire(xiaoxian2021, 9, 'unit');
    expect(applicable(list, { '9.8': count(0) }, undefined).map((q) => q.key)).not.toContain('9.8-');
  });

  it('a figure that must not exceed nothing, and one that has to be reached', () => {
    expect(
      selfCheckFindings(xiaoxian2021, 9, 'unit', { '9.10': count(3), '9.10-': count(1) })[0]?.description,
    ).toContain('（3件中1件）');
    expect(selfCheckFindings(xiaoxian2021, 6, 'village', { '6.11': count(19) })).toHaveLength(1);
    expect(selfCheckFindings(xiaoxian2021, 6, 'village', { '6.11': count(20) })).toEqual([]);
  });

  it('what does not concern the unit, or is not sure, is no problem and asks no second figure', () => {
    expect(
      selfCheckFindings(xiaoxian2021, 7, 'village', { '7.6': notConcerned, '7.8': { is: 'unsure' } }),
    ).toEqual([]);
    const list = selfCheckQuestionnaire(xiaoxian2021, 10, 'village');
    expect(applicable(list, { '10.6': notConcerned }, { year: 2021 }).map((q) => q.key)).not.toContain(
      '10.6-',
    );
  });

  it('good answers without words or photo are named before submission', () => {
    const answers: Answers = {
      '1.1': count(4),
      '1.2': yes(true, '有清单'),
      '1.3': yes(true),
      '1.4': notConcerned,
    };
    expect(withoutEvidence(xiaoxian2021, 1, 'unit', answers, new Set([])).map((i) => i.clause)).toEqual([
      '1.3',
    ]);
  });
});

it('areas 13 and 14 have no unit clauses: the visits cover them', () => {
  expect(areas.filter((a) => a.checks.every((c) => c.level === 'household')).map((a) => a.no)).toEqual([
    13, 14,
  ]);
});

describe('what the data says against a unit’s own word', () => {
  const facts = (over: object) =>
    checkFacts.parse({
      ...Object.fromEntries(Object.keys(checkFacts.shape).map((key) => [key, 0])),
      opinions: [],
      ...over,
    });
  const good = { is: 'known' as const, v: false };

  it('a low rate of satisfaction is one finding of the unit with its figures; of too few answers none is made', () => {
    const fine = { '4.4': { is: 'known' as const, v: true, note: '见满意率' } };
    const of = (asked: number, yes: number) =>
      selfCheckFindings(
        xiaoxian2021,
        4,
        'unit',
        fine,
        facts({ opinions: [{ label: '对驻村工作队满意', asked, good: yes }] }),
      ).map((f) => f.description);
    expect(of(20, 16)).toEqual([
      '群众认可度不够高（自查未反映，排查数据：对驻村工作队满意80%（16/20户答过））：见满意率',
    ]);
    expect(of(20, 19)).toEqual([]);
    expect(of(4, 1)).toEqual([]);
  });

  it('没有松劲 is a finding all the same where problems are overdue and leads late', () => {
    const found = selfCheckFindings(xiaoxian2021, 1, 'unit', { '1.4': good }, facts({ problemsOverdue: 3 }));
    expect(found.map((f) => [f.clause, f.description])).toEqual([
      ['1.4', '存在松劲、观望、懈怠思想（自查未反映，排查数据：逾期未整改问题3个）'],
    ]);
    expect(selfCheckFindings(xiaoxian2021, 1, 'unit', { '1.4': good }, facts({}))).toEqual([]);
    expect(
      selfCheckFindings(xiaoxian2021, 1, 'unit', { '1.4': notConcerned }, facts({ problemsOverdue: 3 })),
    ).toEqual([]);
  });
});
