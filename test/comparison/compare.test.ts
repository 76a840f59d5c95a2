import { describe, expect, it } from 'vitest';
import { compareHousehold, knownFrom, openConflicts } from '../../conversations/comparison/compare.ts';
import { keyInOf } from '../../conversations/comparison/key-in.ts';
import {
  type NationalHousehold,
  nationalHousehold,
} from '../../conversations/comparison/national-household.ts';
import { householdSchema as householdShape } from '../../conversations/contract/household.ts';
import type { Answers } from '../../conversations/form/answer.ts';

const household = householdShape.parse({
  id: '00000000-0000-4000-8000-000000000001',
  code: '2100001',
  headName: '张三',
  type: 'povertyAlleviated',
  village: '341322100201',
  villageName: '刘园村',
  township: '341322100000',
  townshipName: '龙城镇',
  group: '2组',
  members: [
    { no: 1, name: '张三', relation: '户主' },
    { no: 2, name: '李翠', relation: '配偶' },
  ],
});

const yes = (v: boolean | number, who?: string) => ({
  is: 'known' as const,
  v,
  ...(who === undefined ? {} : { who }),
});
const national = (over: Partial<NationalHousehold> = {}): NationalHousehold =>
  nationalHousehold.parse({
    code: '2100001',
    headName: '张三',
    type: 'povertyAlleviated',
    population: 2,
    netIncomePerHead: 9800,
    unsafeHousing: false,
    safeWater: true,
    members: [
      { personCode: '1', name: '张三', relation: '户主', insured: true, health: '健康' },
      { personCode: '2', name: '李翠', relation: '配偶', insured: true, health: '长期慢性病' },
    ],
    ...over,
  });
const verdicts = (answers: Answers | null, n: NationalHousehold) =>
  Object.fromEntries(compareHousehold(household, answers, n).map((f) => [f.field, f.verdict]));

describe('our findings beside the national system', () => {
  it('the same, in conflict, or missing on one side', () => {
    const answers: Answers = {
      population: yes(3),
      allInsured: yes(true),
      housingSafe: yes(true),
      seriousIllness: yes(false),
      schoolAgeChild: yes(false),
      netIncomePerHead: yes(10_100),
    };
    expect(verdicts(answers, national())).toEqual({
      householdType: 'same',
      population: 'conflict',
      netIncomePerHead: 'same',
      allInsured: 'same',
      seriousIllness: 'conflict',
      droppedOut: 'missingTheirs',
      housingSafe: 'same',
      waterProblem: 'missingOurs',
    });
  });

  it('危房户 and 住房安全 are opposite questions', () => {
    expect(verdicts({ housingSafe: yes(true) }, national({ unsafeHousing: true }))['housingSafe']).toBe(
      'conflict',
    );
    expect(verdicts({ waterProblem: yes(false) }, national({ safeWater: true }))['waterProblem']).toBe(
      'same',
    );
  });

  it('incomes within a twentieth agree, beyond it they don’t', () => {
    expect(verdicts({ netIncomePerHead: yes(10_315) }, national())['netIncomePerHead']).toBe('same');
    expect(verdicts({ netIncomePerHead: yes(10_400) }, national())['netIncomePerHead']).toBe('conflict');
  });

  it('one blank cell leaves 全部参保 open, one 否 decides it', () => {
    const [head, wife] = national().members;
    if (head === undefined || wife === undefined) throw new Error('members');
    const { insured: _, ...blank } = wife;
    expect(verdicts({ allInsured: yes(true) }, national({ members: [head, blank] }))['allInsured']).toBe(
      'missingTheirs',
    );
    expect(
      verdicts({ allInsured: yes(true) }, national({ members: [head, { ...wife, insured: false }] }))[
        'allInsured'
      ],
    ).toBe('conflict');
  });

  it('reasons that are no dropping out: leave with papers, taught at home, illness', () => {
    const child = (schoolReason: string) =>
      national({ members: [{ personCode: '3', name: '张小', relation: '子女', schoolReason }] });
    for (const reason of ['休学', '送教上门', '因身体原因', '未到入学年龄'])
      expect(verdicts({ droppedOut: yes(false) }, child(reason))['droppedOut']).toBe('same');
    expect(verdicts({ droppedOut: yes(false) }, child('因厌学'))['droppedOut']).toBe('conflict');
  });

  it('not visited yet: nothing is in conflict but the type, and the system’s values are prefilled', () => {
    expect(openConflicts(compareHousehold(household, null, national()))).toEqual([]);
    expect(knownFrom(national())).toEqual({
      population: 2,
      allInsured: true,
      seriousIllness: true,
      housingSafe: true,
      waterProblem: false,
    });
  });

  it('a settled conflict is asked no more', () => {
    expect(
      openConflicts(
        compareHousehold(household, { population: yes(3) }, national({ settled: { population: 'ours' } })),
      ),
    ).toEqual([]);
  });
});

describe('what has to be keyed into the system', () => {
  it('only where ours was found right or theirs is blank, and only the cells that change', () => {
    const answers: Answers = { population: yes(3), housingSafe: yes(false), waterProblem: yes(true) };
    const n = national({ settled: { population: 'ours' }, unsafeHousing: undefined });
    const { rows } = keyInOf(household, answers, n, compareHousehold(household, answers, n));
    expect(rows).toEqual([
      {
        户编号: '2100001',
        人口编号: '1',
        姓名: '张三',
        与户主关系: '户主',
        年度家庭人口数: 3,
        是否危房户: '是',
      },
    ]);
  });

  it('a person’s own cell is keyed in where the answer says who, else left to be looked at', () => {
    const n = national({ settled: { allInsured: 'ours' } });
    const named: Answers = { allInsured: yes(false, '李翠') };
    expect(keyInOf(household, named, n, compareHousehold(household, named, n)).rows).toEqual([
      {
        户编号: '2100001',
        人口编号: '2',
        姓名: '李翠',
        与户主关系: '配偶',
        是否参加城乡居民基本医疗保险: '否',
      },
    ]);
    const byNumber: Answers = { allInsured: yes(false, '2号') };
    expect(keyInOf(household, byNumber, n, compareHousehold(household, byNumber, n)).rows).toHaveLength(1);
    const unnamed: Answers = { allInsured: yes(false) };
    expect(keyInOf(household, unnamed, n, compareHousehold(household, unnamed, n))).toEqual({
      rows: [],
      notes: [expect.stringContaining('是家里哪一位')],
    });
  });
});
