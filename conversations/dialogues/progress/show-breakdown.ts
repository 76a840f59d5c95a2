import { isoDate } from '../../calendar/days.ts';
import type { FlowHandler } from '../../contract/command.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { unitCode } from '../../contract/ids.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import { maxPickItems } from '../../contract/state.ts';
import { remaining, sayShare } from '../../progress/definitions.ts';
import type { UnitFound } from '../../progress/needs.ts';
import { byTownship, byVillage, total, type UnitProgress } from '../../progress/rollup.ts';
import { tellAside } from './lists.ts';
import { argsOf, showHouseholds } from './show-households.ts';

export type BreakdownLevel = 'township' | 'village';

/** So many units one message names. */
const most = 24;

/** The units below that have households, in register order; how many have none. */
function* unitsBelow(c: Conversation, unit: UnitFound, by: BreakdownLevel) {
  const villages = yield* ask('countProgress', { unit: unit.code, today: isoDate(c.at) });
  const all = by === 'township' ? byTownship(villages) : byVillage(villages);
  const units = all.filter((u) => u.counts.total > 0);
  return { units, empty: all.length - units.length, sum: total(villages).counts };
}

/** 进度 各镇 / 各村: one line each, in register order. */
export function* showBreakdown(
  c: Conversation,
  unit: UnitFound,
  by: BreakdownLevel,
  offset: number,
): Asking<void> {
  const { units, empty, sum } = yield* unitsBelow(c, unit, by);
  if (sum.total === 0) return tellAside(c, `${unit.name}名册里还没有户。导入名册后再看进度。`);
  const shown = units.slice(offset, offset + most);
  if (shown.length === 0) return tellAside(c, '后面没有了。');
  const rest = units.length - offset - shown.length;
  keep(c, unit, by, offset + shown.length);
  const head =
    offset === 0
      ? `${unit.name}${sum.visited}/${sum.total}户（${sayShare(sum.visited, sum.total)}），按名册顺序：`
      : '';
  const end = [
    rest > 0 ? `还有${rest}个，回“更多”。` : '',
    rest === 0 && empty > 0 ? `另有${empty}个名册里还没有户。` : '',
  ];
  tellAside(c, [head, ...shown.map(unitLine), ...end].filter((l) => l !== '').join('\n'));
}

function unitLine(unit: UnitProgress): string {
  return `${unit.name} ${sayShare(unit.counts.visited, unit.counts.total)} ${unit.counts.visited}/${unit.counts.total}`;
}

/** 未排查 and 为什么 above a village: where the households are that are left, to be picked by number. */
export function* showLeft(c: Conversation, unit: UnitFound, by: BreakdownLevel): Asking<void> {
  const { units, sum } = yield* unitsBelow(c, unit, by);
  keep(c, unit, by, units.length);
  const left = units.filter((u) => remaining(u.counts) > 0);
  if (left.length === 0) return tellAside(c, `${unit.name}都查完了，没有剩下的户。`);
  const items = left
    .slice(0, maxPickItems)
    .map((u) => ({ id: String(u.unit), label: `${u.name}${remaining(u.counts)}户` }));
  c.open({ is: 'pick', goal: 'progress/left', items });
  const what = by === 'township' ? '乡镇' : '村';
  const more = left.length > items.length ? `……共${left.length}个${what}` : '';
  c.say(
    `${unit.name}还没查的${remaining(sum)}户，按名册顺序：\n${items.map((item, i) => `${i + 1}.${item.label}`).join('、')}${more}\n回号数看是哪些户。`,
  );
}

function keep(c: Conversation, unit: UnitFound, by: BreakdownLevel, offset: number): void {
  const args = argsOf({ unit: unit.code, unitName: unit.name, unitKind: unit.kind, filter: 'remaining' });
  c.remember({ query: 'breakdown', args: { ...args, by }, offset });
}

/** The number of a township goes on to its villages, that of a village to its households. */
export const progressFlow: FlowHandler = {
  flow: 'progress',
  *resume(c, step, { id }) {
    const picked = unitCode.safeParse(id);
    if (step !== 'left' || !picked.success) return false;
    c.open(undefined);
    const [unit] = yield* ask('unitsSaid', { words: picked.data });
    if (unit === undefined) tellAside(c, '这里不在您能看的范围里。');
    else if (unit.kind === 'village')
      yield* showHouseholds(
        c,
        { unit: unit.code, unitName: unit.name, unitKind: unit.kind, filter: 'remaining' },
        0,
      );
    else yield* showLeft(c, unit, 'village');
    return true;
  },
};
