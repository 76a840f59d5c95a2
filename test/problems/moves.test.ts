import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newSettings } from '../../conversations/campaigns/all.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import type { Move, Moved } from '../../conversations/problems/move.ts';
import { movedProblem } from '../../conversations/problems/moves.ts';
import type { Problem } from '../../conversations/problems/problem.ts';
import { problemStatuses } from '../../conversations/problems/states.ts';
import {
  at,
  county,
  insurance,
  liSi,
  otherTownship,
  stranger,
  wangWu,
  water,
  waterProblem,
  zhaoLiu,
} from './people.ts';

const settings = newSettings(xiaoxian2021, 'real');
const move = (p: Problem, m: Move, who = wangWu, when = at): Moved => movedProblem(p, m, who, when, settings);

/** What the database does with a move. */
function stored(p: Problem, moved: Moved): Problem {
  if (moved.is === 'refused') throw new Error(moved.why);
  const { rectifiedBy: _, doneAt: __, closedBy: ___, mergedInto: ____, ...columns } = moved.patch;
  const outcome = moved.event.outcome;
  const look =
    outcome === undefined ? (moved.event.kind === 'rectified' ? null : p.look) : { by: zhaoLiu.id, outcome };
  return { ...p, ...columns, look, version: p.version + 1 };
}

const proved = (p: Problem): Problem => ({
  ...p,
  proofs: 1,
  look: { by: zhaoLiu.id, outcome: 'solved' },
});

describe('a problem from the finding to the strike-off', () => {
  it('the village reports it done, the township strikes it off', () => {
    const done = stored(
      waterProblem(),
      move(waterProblem(), { move: 'rectify', words: '已装自来水', photos: 1 }),
    );
    expect(done.status).toBe('done');
    expect(done.measure).toBe('已装自来水');
    const looked = stored(
      { ...done, proofs: 1 },
      move(done, { move: 'look', words: '', outcome: 'solved' }, zhaoLiu),
    );
    const closed = stored(looked, move(looked, { move: 'close', words: '' }, liSi));
    expect(closed.status).toBe('closed');
  });

  it('nobody strikes off what is not reported done', () => {
    expect(move(waterProblem(), { move: 'close', words: '' }, liSi)).toMatchObject({
      is: 'refused',
      why: expect.stringContaining('还没报整改完成'),
    });
  });

  it('whoever rectified it may not strike it off, whatever their rank', () => {
    for (const who of [liSi, water, county]) {
      const done = stored(
        waterProblem(),
        move(waterProblem(), { move: 'rectify', words: '修好了', photos: 0 }, who),
      );
      expect(move(done, { move: 'close', words: '' }, who)).toMatchObject({
        is: 'refused',
        why: expect.stringContaining('销号得换个人'),
      });
      expect(move(proved(done), { move: 'close', words: '' }, zhaoLiu).is).toBe('moved');
    }
  });

  it('two people who both rectified it are both barred, also after a return', () => {
    let p = stored(
      waterProblem(),
      move(waterProblem(), { move: 'rectify', words: '接了管', photos: 0 }, liSi),
    );
    p = stored(p, move(p, { move: 'sendBack', reason: '照片不清' }, zhaoLiu));
    p = stored(p, move(p, { move: 'rectify', words: '补了照片', photos: 1 }, wangWu));
    expect(move(p, { move: 'close', words: '' }, liSi).is).toBe('refused');
    expect(move(proved(p), { move: 'close', words: '' }, zhaoLiu).is).toBe('moved');
  });

  it('water, housing, care and schooling want a proof and a look by somebody else; other kinds the reviewer’s word', () => {
    const done = waterProblem({ status: 'done', rectifiers: [wangWu.id] });
    const why = (p: Problem) => move(p, { move: 'close', words: '看过了' }, zhaoLiu);
    expect(why(done)).toMatchObject({ why: expect.stringContaining('通水照片或水质检测单') });
    expect(why({ ...done, proofs: 1 })).toMatchObject({ why: expect.stringContaining('到户看过') });
    expect(why(proved(done)).is).toBe('moved');
    expect(why({ ...done, category: 'other', key: 'otherProblems' }).is).toBe('moved');
  });

  it('who rectified it may not look at it; a look that finds it unsolved sends it back', () => {
    const done = waterProblem({ status: 'done', rectifiers: [wangWu.id] });
    expect(move(done, { move: 'look', words: '', outcome: 'solved' }, wangWu).is).toBe('refused');
    expect(move(done, { move: 'look', words: '还是黄水', outcome: null }, liSi)).toMatchObject({
      patch: { status: 'inProgress', doneAt: null },
      event: { kind: 'sentBack' },
    });
  });

  it('a strike-off writes back to the household’s ledger what the look found, reopening restores it', () => {
    const done = proved(waterProblem({ status: 'done', rectifiers: [wangWu.id] }));
    expect(move(done, { move: 'close', words: '' }, zhaoLiu)).toMatchObject({
      ledger: { waterProblem: { is: 'known', v: false } },
    });
    const house = { ...done, category: 'housing' as const, key: 'unsafeHousing' };
    expect(
      move(
        { ...house, look: { by: zhaoLiu.id, outcome: 'movedOut' } },
        { move: 'close', words: '' },
        zhaoLiu,
      ),
    ).toMatchObject({ ledger: { housingSafe: { is: 'known', v: true, note: '已搬到安全住房' } } });
    expect(
      move({ ...done, status: 'closed' }, { move: 'reopen', reason: '又停水了' }, zhaoLiu),
    ).toMatchObject({ ledger: 'restore' });
  });

  it('progress is no completion; a long-term one has a plan and a day, and no deadline', () => {
    expect(move(waterProblem(), { move: 'progress', words: '正在联系水利局', photos: 0 })).toMatchObject({
      patch: { status: 'inProgress' },
    });
    const planned = move(
      waterProblem(),
      { move: 'plan', words: '列入明年供水工程', next: '2022-03-31' },
      liSi,
    );
    expect(planned).toMatchObject({
      patch: { status: 'longTerm', due: null, nextLook: '2022-03-31', task: '列入明年供水工程' },
    });
    expect(move(waterProblem(), { move: 'plan', words: '列入计划', next: '2021-12-01' }, liSi).is).toBe(
      'refused',
    );
    expect(move(waterProblem(), { move: 'plan', words: '明年再说', next: '2022-03-31' }, wangWu).is).toBe(
      'refused',
    );
    const schooling = waterProblem({ category: 'education', key: 'dropout' });
    expect(move(schooling, { move: 'plan', words: '明年再说', next: '2022-03-31' }, liSi).is).toBe('refused');
  });

  it('asks for words or a photo before it counts as done', () => {
    expect(move(waterProblem(), { move: 'rectify', words: '', photos: 0 }).is).toBe('refused');
    expect(move(waterProblem(), { move: 'rectify', words: '', photos: 1 }).is).toBe('moved');
  });

  it('a returned one wants a reason and leaves three days', () => {
    const done = waterProblem({ status: 'done', rectifiers: [wangWu.id], due: '2021-12-11' });
    expect(move(done, { move: 'sendBack', reason: '' }, liSi).is).toBe('refused');
    expect(move(done, { move: 'sendBack', reason: '照片不清' }, liSi)).toMatchObject({
      patch: { status: 'inProgress', due: '2021-12-13' },
    });
  });

  it('a struck-off one tells the second person who did it and when', () => {
    const closed = waterProblem({
      status: 'closed',
      last: { kind: 'closed', at, by: { id: liSi.id, name: '李四' }, words: '' },
    });
    expect(move(closed, { move: 'close', words: '' }, zhaoLiu)).toMatchObject({
      why: expect.stringContaining('由李四于12月10日9:05销号'),
    });
  });

  it('reopening wants a reason, a new deadline, and clears who rectified', () => {
    const closed = waterProblem({ status: 'closed', rectifiers: [wangWu.id] });
    expect(move(closed, { move: 'reopen', reason: '' }, liSi).is).toBe('refused');
    expect(move(closed, { move: 'reopen', reason: '又停水了' }, liSi)).toMatchObject({
      patch: { status: 'assigned', rectifiers: [], closedAt: null, due: '2021-12-20' },
    });
  });

  it('is moved only by those it belongs to', () => {
    for (const m of [
      { move: 'rectify', words: '好了', photos: 0 },
      { move: 'transfer', unit: otherTownship, reason: '' },
    ] as const) {
      expect(move(waterProblem(), m, stranger).is).toBe('refused');
      expect(move(waterProblem(), m, insurance).is).toBe('refused');
    }
    expect(move(waterProblem({ status: 'done' }), { move: 'close', words: '' }, wangWu).is).toBe('refused');
  });

  it('a transfer names both units and lets go of the person', () => {
    const moved = move(
      waterProblem(),
      { move: 'transfer', unit: { id: water.unit, name: '县水利局' }, reason: '要接主管' },
      liSi,
    );
    expect(moved).toMatchObject({
      patch: { responsiblePerson: null },
      event: { words: '龙城镇→县水利局：要接主管' },
    });
  });
});

describe('whatever happens in whatever order', () => {
  const anyMove = fc.oneof(
    fc.record({
      move: fc.constant('rectify' as const),
      words: fc.constantFrom('', '修好了'),
      photos: fc.nat(2),
    }),
    fc.record({ move: fc.constant('close' as const), words: fc.constant('') }),
    fc.record({
      move: fc.constantFrom('sendBack' as const, 'reopen' as const),
      reason: fc.constantFrom('', '不行'),
    }),
    fc.record({ move: fc.constant('start' as const), words: fc.constant('') }),
    fc.record({ move: fc.constant('assign' as const), due: fc.constant('2021-12-25') }),
  );
  const anyone = fc.constantFrom(wangWu, liSi, zhaoLiu, water, insurance, stranger, county);

  it('no problem is ever struck off by one who rectified it since it was last opened', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyMove, anyone), { maxLength: 40 }), (steps) => {
        let p = waterProblem();
        let hands = new Set<string>();
        for (const [m, who] of steps) {
          const moved = movedProblem(p, m, who, at, settings);
          if (moved.is === 'refused') continue;
          expect(problemStatuses).toContain(moved.event.to);
          if (m.move === 'close') expect(hands.has(who.id)).toBe(false);
          if (m.move === 'rectify') hands.add(who.id);
          if (m.move === 'reopen') hands = new Set();
          p = stored(p, moved);
        }
      }),
    );
  });
});
