import { dayInWords, isoDate, readDay } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { UnitKind } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { Role } from '../../contract/session.ts';
import type { Move } from '../../problems/move.ts';
import type { Problem } from '../../problems/problem.ts';
import { openAgain } from '../help.ts';
import { findProblem, tellStaff, tryMove } from './act.ts';
import { headline } from './show.ts';
import type { OnOne } from './words.ts';

/** 交办 12 王五 12月20日: who does it and until when; either may be left out. */
export function* assignProblem(c: Conversation, { no, rest }: OnOne): Asking<void> {
  const problem = yield* findProblem(c, no);
  if (problem === null) return;
  const words = rest.split(/[\s，,、给前]+/u).filter((w) => w !== '');
  const due = words.map((w) => readDay(w, isoDate(c.at))).find((d) => d !== undefined);
  const names = words.filter((w) => readDay(w, isoDate(c.at)) === undefined);
  const whom = yield* personNamed(c, problem, names[0]);
  if (whom === 'unclear') return;
  const move: Move = {
    move: 'assign',
    ...(whom === undefined ? {} : { person: whom.person, unit: whom.unit }),
    ...(due === undefined ? {} : { due }),
  };
  const moved = tryMove(c, problem, move);
  if (moved.is === 'refused') return c.say(moved.why);
  const until = due ?? problem.due;
  const by = until === null ? '' : `，${dayInWords(until)}前办好`;
  if (whom !== undefined)
    tellStaff(
      c,
      problem,
      'assigned',
      [whom.person],
      `${c.speaker.name}交给您${no}号问题：${problem.household?.headName ?? problem.village?.name ?? ''} ${problem.description}${by}。办好回“整改 ${no} 做了什么”。`,
    );
  c.say(
    `${headline(c, problem)}：交${whom === undefined ? '办' : `给${whom.person.name}`}${by}。${openAgain(c)}`,
  );
}

type Whom = {
  person: NonNullable<Problem['responsiblePerson']>;
  unit: NonNullable<Problem['responsibleUnit']>;
};

function* personNamed(
  c: Conversation,
  problem: Problem,
  name: string | undefined,
): Asking<Whom | undefined | 'unclear'> {
  if (name === undefined) return undefined;
  const place = {
    village: problem.village?.id ?? null,
    township: problem.township?.id ?? null,
    household: problem.household?.id ?? null,
    departments: [problem.leadUnit, problem.responsibleUnit?.id ?? ''].filter((unit) => unit !== ''),
  };
  const found = yield* ask('staffNamed', { words: name, place });
  const [only] = found;
  if (only !== undefined && found.length === 1) {
    return {
      person: { id: only.id, name: only.name },
      unit: { id: only.unit, name: only.unitName },
    };
  }
  c.say(
    only === undefined
      ? `没找到“${name.slice(0, 10)}”，或者${problem.no}号不在他的范围里。给别的单位请回“转办 ${problem.no} 单位名”。`
      : `有${found.length}位${name}：${found.map((s) => `${s.name}（${s.unitName}）`).join('、')}。请先改成不重名的写法，如“${only.name}${only.unitName}”。`,
  );
  return 'unclear';
}

/** Who is told of a problem that comes to a unit. */
const cadreOf = {
  county: 'countyOffice',
  township: 'townshipCadre',
  village: 'villageCadre',
  department: 'departmentOfficer',
} as const satisfies Record<UnitKind, Role>;

/** 转办 12 县水利局 要接主管: to another unit, whose people are told. */
export function* transfer(c: Conversation, { no, rest }: OnOne): Asking<void> {
  const problem = yield* findProblem(c, no);
  if (problem === null) return;
  const [, name = '', reason = ''] = /^给?([^\s，,：:]+)[\s，,：:]*([\s\S]*)$/u.exec(rest) ?? [];
  if (name === '') return c.say(`转给哪个单位？如“转办 ${no} 县水利局 要接主管”。`);
  const found = yield* ask('unitsNamed', { words: name });
  const [only] = found;
  if (only === undefined) return c.say(`没找到单位“${name.slice(0, 12)}”。说全称，如“县水利局”“龙城镇”。`);
  if (found.length > 1)
    return c.say(
      `“${name}”有${found.length}个：${found
        .slice(0, 6)
        .map((u) => u.name)
        .join('、')}。请说全称。`,
    );
  const moved = tryMove(c, problem, {
    move: 'transfer',
    unit: { id: only.code, name: only.name },
    reason: reason.trim().slice(0, 200),
  });
  if (moved.is === 'refused') return c.say(moved.why);
  const staff = yield* ask('unitStaff', { unit: only.code, roles: [cadreOf[only.kind]] });
  const due = problem.due === null ? '' : `，${dayInWords(problem.due)}前`;
  tellStaff(
    c,
    problem,
    'transferred',
    staff,
    `${c.speaker.unitName}转来${no}号问题：${problem.description}${due}。看详情回“问题 ${no}”，办好回“整改 ${no} 做了什么”。`,
  );
  c.say(
    `${headline(c, problem)}：已转${only.name}${staff.length === 0 ? '（那边还没人绑定，请另行通知）' : ''}。${openAgain(c)}`,
  );
}
