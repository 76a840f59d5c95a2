import { noCounts } from '../progress/definitions.ts';
import { type Course, noProblems } from '../progress/overview.ts';
import { byVillage, total } from '../progress/rollup.ts';
import type { RoomPushFacts } from './facts.ts';
import type { Push } from './push.ts';
import { townshipSummary } from './township-summary.ts';
import { type NoteDay, villageNote } from './village-note.ts';

/** The morning notes to the groups of villages. */
export function villageNotes(facts: RoomPushFacts, day: NoteDay): Push[] {
  const villages = new Map(facts.villages.map((v) => [v.village, v]));
  return facts.rooms
    .filter((room) => room.kind === 'village')
    .flatMap(({ room, unit, unitName }) => {
      const counts = villages.get(unit)?.counts ?? noCounts;
      return villageNote({ room, unitName, counts, groups: facts.groups.get(unit) ?? [] }, day) ?? [];
    });
}

/** The afternoon summaries to the groups of townships, each with its picture. */
export function townshipSummaries(facts: RoomPushFacts, course: Course, at: number): Push[] {
  return facts.rooms
    .filter((room) => room.kind === 'township')
    .flatMap(({ room, unit, unitName }) => {
      const below = facts.villages.filter((v) => v.township === unit);
      const problems = facts.problems.get(unit) ?? noProblems;
      return (
        townshipSummary(
          { room, unitName, ...total(below), villages: byVillage(below), problems },
          course,
          at,
        ) ?? []
      );
    });
}
