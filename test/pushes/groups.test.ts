import { describe, expect, it } from 'vitest';
import { pictureData } from '../../conversations/charts/picture.ts';
import { type DigestFacts, digestText, eveningDigest } from '../../conversations/pushes/evening-digest.ts';
import { townshipSummary } from '../../conversations/pushes/township-summary.ts';
import { villageNote } from '../../conversations/pushes/village-note.ts';
import {
  at,
  calendar,
  campaign,
  counts,
  days,
  evening,
  problems,
  room,
  staff,
  unit,
  wednesday,
} from './county.ts';

describe('the note to a village group', () => {
  const day = { ...campaign, date: wednesday, calendar };

  it('says what is left and how much a day is enough, without a name', () => {
    const push = villageNote(
      {
        room: room(1),
        unitName: '龙湖社区',
        counts: counts({ total: 800, visited: 40, notHome: 12 }),
        groups: [
          { group: '1组', remaining: 0 },
          { group: '2组', remaining: 120 },
          { group: '3组', remaining: 200 },
        ],
      },
      day,
    );
    expect(push?.text).toBe(
      [
        '龙湖社区早上好：已查40户（5%），还剩760户，按12月31日前完成入户，全村每天至少51户。',
        '还没查完的组：2组120户、3组200户。',
        '有12户上门未遇，请先电话约时间。',
      ].join('\n'),
    );
  });

  it('is not sent to a village that is on pace, save on the first day and the last two', () => {
    const note = (date: string, visited: number) =>
      villageNote(
        { room: room(1), unitName: '龙湖社区', counts: counts({ total: 800, visited }), groups: [] },
        { ...day, date },
      );
    expect(note(wednesday, 480)).toBeUndefined();
    expect(note(wednesday, 40)?.text).toContain('还剩760户');
    expect(note(campaign.start, 0)).toBeDefined();
    expect(note(campaign.end, 790)?.text).toContain('今天是最后一天');
  });

  it('is not sent when the village is done', () => {
    expect(
      villageNote(
        { room: room(1), unitName: '龙湖社区', counts: counts({ total: 8, visited: 8 }), groups: [] },
        day,
      ),
    ).toBeUndefined();
  });
});

describe('the summary to a township group', () => {
  const facts = {
    room: room(2),
    unitName: '龙城镇',
    counts: counts({ total: 16400, visited: 8123, visitedToday: 1370 }),
    days: days(1300, 1400, 1250, 1450, 1353, 1370),
    villages: [
      unit('341322100001', '龙湖社区', { total: 800, visited: 480 }),
      unit('341322100002', '龙霄社区', { total: 900, visited: 100 }),
    ],
    problems: problems({
      open: 120,
      closed: 80,
      done: 13,
      overdue: 4,
      byCategory: [
        { category: 'medical', count: 51 },
        { category: 'housing', count: 62 },
        { category: 'water', count: 100 },
      ],
    }),
  };

  it('is two lines: how far, until when, and which problems', () => {
    expect(townshipSummary(facts, evening, at('17:36'))?.text).toBe(
      [
        '龙城镇（12月15日 17:36）：已查8123/16400户（49.5%），今天新增1370户。照近5天每天约1365户，大约12月23日查完（快则12月22日，慢则12月25日），能按时完成。',
        '查出问题213个，已销号80个，逾期4个；多的是饮水安全100、住房安全62、基本医疗51。',
      ].join('\n'),
    );
  });

  it('carries a picture with the same numbers, villages in register order', () => {
    const push = townshipSummary(facts, evening, at('17:36'));
    const data = pictureData.parse(JSON.parse(push?.document?.args.data ?? '{}'));
    expect(data).toMatchObject({ total: 16400, visited: 8123, today: 1370, unitKind: 'village' });
    expect(push?.text).toContain(`查出问题${data.problemsAll}个，已销号${data.problemsClosed}个`);
    expect(data.rows.map((r) => [r.name, r.pace])).toEqual([
      ['龙湖社区', 'ahead'],
      ['龙霄社区', 'behind'],
    ]);
  });

  it('shows a day on which nobody was visited, up to today', () => {
    const visits = [
      { date: '2021-12-13', visited: 7 },
      { date: '2021-12-10', visited: 5 },
    ];
    const push = townshipSummary({ ...facts, days: visits }, evening, at('17:36'));
    const data = pictureData.parse(JSON.parse(push?.document?.args.data ?? '{}'));
    expect(data.days.map(({ date, visited }) => `${date.slice(8)}:${visited}`)).toEqual([
      '10:5',
      '11:0',
      '12:0',
      '13:7',
      '14:0',
      '15:0',
    ]);
  });

  it('is silent when all is visited and every problem is struck off', () => {
    const done = { ...facts, counts: counts({ total: 10, visited: 10 }), problems: problems({ closed: 3 }) };
    expect(townshipSummary(done, evening, at('17:36'))).toBeUndefined();
  });
});

describe('the evening digest', () => {
  const facts: DigestFacts = {
    unitName: '萧县',
    unitKind: 'county',
    counts: counts({ total: 394000, visited: 110000, visitedToday: 15200 }),
    days: days(18000, 21000, 17500, 19500, 18800, 15200),
    units: [
      {
        ...unit('341322100000', '龙城镇', { total: 16400, visited: 8123 }),
        days: days(1300, 1400, 1250, 1450, 1353, 1370),
        helpers: 200,
        idleHelpers: 0,
        unassigned: 0,
      },
      {
        ...unit('341322116000', '白土镇', { total: 9000, visited: 900, notHome: 1000 }),
        days: days(500, 400, 0, 0, 0, 0),
        helpers: 90,
        idleHelpers: 20,
        unassigned: 120,
      },
      {
        ...unit('341322117000', '官桥镇', { total: 9000, visited: 1500, returned: 20 }),
        days: days(200, 300, 250, 250, 250, 250),
        helpers: 90,
        idleHelpers: 0,
        unassigned: 0,
      },
    ],
    problems: problems({
      open: 700,
      done: 60,
      closed: 240,
      overdue: 35,
      openedToday: 120,
      byCategory: [
        { category: 'housing', count: 400 },
        { category: 'water', count: 600 },
      ],
    }),
    leadUnits: [
      { name: '县住建局', openedToday: 40, overdue: 22 },
      { name: '县水利局', openedToday: 60, overdue: 13 },
      { name: '县医保局', openedToday: 20, overdue: 0 },
    ],
    leads: { today: 8, open: 31, included: 2 },
    reports: { filed: 3, all: 24, deadline: '2021-12-27' },
  };

  it('tells a leader how far the county is, who is behind and why, and what is overdue', () => {
    expect(digestText(facts, evening)).toBe(
      [
        '萧县大排查日报 12月15日',
        '已查110000/394000户（27.9%），今天新增15200户。照近5天每天约18400户，大约1月3日查完（快则12月31日，慢则1月10日），12月31日前完成有难度；需每天20286户。',
        '慢于计划（应到30%）的乡镇：白土镇10%（20名排查员还没开始，1000户不在家或拒访）、官桥镇16.7%（每天260户，要536户才够）。',
        '问题1000个（饮水安全600、住房安全400），今天新增120个，已销号240个，待核60个，逾期35个（牵头县住建局22、县水利局13）。',
        '监测线索：今天新增8户，在办31户，已纳入2户。',
        '自查报告：已报3/24，12月27日截止。',
      ].join('\n'),
    );
  });

  it('says what can’t go on without whoever reads it, and nothing where nothing waits', () => {
    const waiting = { ...facts, leads: { ...facts.leads, toDecide: 3 } };
    expect(digestText(waiting, evening)).toContain('要您定的：待县级审定的监测对象3户。');
    const long = { ...waiting, problems: { ...facts.problems, overdueLong: 4 } };
    expect(digestText(long, evening)).toContain(
      '要您定的：待县级审定的监测对象3户；逾期5天以上的问题4个，要督办回“督办 单位名”。',
    );
    expect(digestText({ ...waiting, unitKind: 'township' }, evening)).toContain('待乡镇审核的监测对象3户');
    expect(digestText(facts, evening)).not.toContain('要您定的');
    const [toRoom] = eveningDigest(waiting, { staff: [], rooms: [room(9)] }, evening, at('19:12'));
    expect(toRoom?.text).not.toContain('要您定的');
  });

  it('goes to each leader in private, and to the county group without the units that are behind', () => {
    const pushes = eveningDigest(
      facts,
      { staff: [staff(1), staff(2)], rooms: [room(9)] },
      evening,
      at('19:12'),
    );
    expect(pushes.map((p) => p.key)).toEqual([
      `eveningDigest/2021-12-15/staff:${staff(1)}`,
      `eveningDigest/2021-12-15/staff:${staff(2)}`,
      `eveningDigest/2021-12-15/room:${room(9)}`,
    ]);
    expect(pushes[2]?.text).not.toContain('慢于计划');
    expect(pushes.every((p) => p.document !== undefined)).toBe(true);
  });
});
