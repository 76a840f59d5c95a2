import { allows } from '../../access/policy.ts';
import { isoDate } from '../../calendar/days.ts';
import type { Conversation } from '../../contract/conversation.ts';
import { type Asking, ask } from '../../contract/needs.ts';
import type { UnitNamed } from '../../inquiry/mark.ts';
import type { InquirySaid } from '../../inquiry/reading.ts';
import { remaining, sayShare } from '../../progress/definitions.ts';
import { standing } from '../../progress/overview.ts';
import { total } from '../../progress/rollup.ts';
import { courseOf } from '../progress/show-progress.ts';
import type { AnswerSaid } from './answer-said.ts';
import { outsideReach } from './resolve.ts';

/** All places that a sentence names, each by the one unit it means within the speaker's sight. */
export function placesNamed(said: InquirySaid): readonly (readonly UnitNamed[])[] {
  return said.place === undefined ? [] : [said.place, ...(said.places ?? [])];
}

const ownUnit = ({ speaker: { unit, unitKind, unitName, township } }: Conversation): UnitNamed => ({
  code: unit,
  name: unitName,
  kind: unitKind,
  ...(township === undefined ? {} : { township }),
});

const oneOf = (units: readonly UnitNamed[]): UnitNamed | undefined =>
  units.find((u) => u.outside !== true) ?? units[0];

/** 姬村和李庄哪个快: how far each is, beside its plan; what lies outside the reach is said to. No places, no ranks. */
export function* pacesBeside(c: Conversation, said: InquirySaid): Asking<AnswerSaid | undefined> {
  const named = placesNamed(said);
  // 咱镇跟丁里镇比: the speaker's own beside it.
  const places = said.here === true && named.length > 0 ? [[ownUnit(c)], ...named] : named;
  const compares = said.ideas.has('compare') || said.ideas.has('slow') || said.ideas.has('rate');
  const ofPace =
    said.where.every((x) => x.on === 'standing') && said.of !== 'problems' && said.key === undefined;
  if (places.length < 2 || !compares || !ofPace) return undefined;
  const course = yield* courseOf(c);
  const lines: string[] = [];
  for (const units of places) {
    const unit = oneOf(units);
    if (unit === undefined) continue;
    const { code, kind, name, township } = unit;
    const target = { unit: code, kind, ...(township === undefined ? {} : { township }) };
    if (unit.outside === true || !allows(c.speaker, 'progress', target)) lines.push(outsideReach(c, unit));
    else {
      const { counts, days } = total(yield* ask('countProgress', { unit: code, today: isoDate(c.at) }));
      const s = standing(counts, days, course);
      lines.push(
        `${name} ${counts.visited}/${counts.total}户（${sayShare(counts.visited, counts.total)}，计划${Math.round(s.planned * 100)}%），还剩${remaining(counts)}户`,
      );
    }
  }
  return {
    text: [`进度·${places.map((units) => oneOf(units)?.name ?? '').join('、')}（不排名）：`, ...lines].join(
      '\n',
    ),
  };
}

/** The same question once for each place that is named. */
export function eachPlace(said: InquirySaid): InquirySaid[] {
  const { places: _, ...rest } = said;
  // 谁的问题多: the numbers beside each other, and no lists.
  const want = said.ideas.has('compare') && said.want === 'list' ? { want: 'count' as const } : {};
  return placesNamed(said).map((place) => ({ ...rest, ...want, place }));
}
