import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Move, type Moved, moveProblem } from '../../conversations/problems/moves.ts';
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

const end = '2021-12-31';
const move = (p: Problem, m: Move, who = wangWu, when = at): Moved => moveProblem(p, m, who, when, end);

/** What the database does with a move. */
function stored(p: Problem, moved: Moved): Problem {
  if (moved.is === 'refused') throw new Error(moved.why);
  const { rectifiedBy: _, doneAt: __, closedBy: ___, mergedInto: ____, ...columns } = moved.patch;
  return { ...p, ...columns, version: p.version + 1 };
}

describe('a problem from the finding to the strike-off', () => {
  it('the village reports it done, the township strikes it off', () => {
    const done = stored(
      waterProblem(),
      move(waterProblem(), { move: 'rectify', words: '已装自来水', photos: 1 }),
    );
    expect(done.status).toBe('done');
    expect(done.measure).toBe('已装自来水');
    const closed = stored(done, move(done, { move: 'close', words: '' }, liSi));
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
      expect(move(done, { move: 'close', words: '' }, zhaoLiu).is).toBe('moved');
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
    expect(move(p, { move: 'close', words: '' }, zhaoLiu).is).toBe('moved');
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
          const moved = moveProblem(p, m, who, at, end);
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
