import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { scopeOf, wholeCounty } from '../../conversations/access/scope.ts';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import { problemCategories } from '../../conversations/contract/finding.ts';
import type { UnitCode, UnitKind } from '../../conversations/contract/ids.ts';
import type { Condition, Inquiry, Place } from '../../conversations/inquiry/inquiry.ts';
import { openLeadStages } from '../../conversations/leads/lead.ts';
import { definitions } from '../../conversations/progress/definitions.ts';
import { byTownship, total } from '../../conversations/progress/rollup.ts';
import { read } from '../../db/base/transaction.ts';
import { counted } from '../../db/inquiry/counted.ts';
import { leadNeeds } from '../../db/leads/asked.ts';
import { findSpeaker } from '../../db/people/staff.ts';
import { countProblems, progressAnswers } from '../../db/progress/asked.ts';
import { countVillages } from '../../db/progress/progress.ts';
import { loadDemo } from '../../src/county/load-demo.ts';
import { testDatabase } from '../support/database.ts';
import { phones } from './demo-chat.ts';

const { database } = await testDatabase();
const asOf = new Date('2021-12-16T18:30:00+08:00');
const today = '2021-12-16';
const at = asOf.getTime();
await loadDemo({ database, key: { bytes: randomBytes(32) }, households: 900, visited: 0.6, asOf });

const everything: Place = { is: 'seen', name: '' };
const unitPlace = (unit: UnitCode, kind: UnitKind): Place => ({ is: 'unit', unit, name: '', kind });

for (const role of ['helper', 'villageCadre', 'townshipCadre', 'leader', 'department'] as const)
  it(`进度, 未排查, 问题 and 线索 tell a ${role} the figures that the same inquiry has`, async () => {
    const speaker = await read(database, wholeCounty(demoCounty), (db) =>
      findSpeaker(db, { phone: phones[role] }),
    );
    if (speaker === null) throw new Error(`The demo has no ${role}.`);
    const asker = { speaker, at };
    await read(database, scopeOf(demoCounty, speaker), async (db) => {
      const number = async (of: Inquiry['of'], where: Condition[], place: Place = everything) =>
        (await counted(db, asker, { want: 'count', of, where, place }, { today })).n;
      const ofHouseholds = (key: (typeof definitions)[number]['key'], place?: Place) =>
        number('households', [{ on: 'standing', values: [key === 'total' ? 'all' : key] }], place);

      const villages = await countVillages(db, { today });
      const places = [
        { counts: total(villages).counts, place: everything },
        ...byTownship(villages)
          .slice(0, 2)
          .map((u) => ({ counts: u.counts, place: unitPlace(u.unit, 'township') })),
        ...villages.slice(0, 3).map((u) => ({ counts: u.counts, place: unitPlace(u.village, 'village') })),
      ];
      // A department is told no figures of households: what it sees are those behind its problems.
      for (const { counts, place } of role === 'department' ? [] : places)
        for (const { key } of definitions) expect(await ofHouseholds(key, place), key).toBe(counts[key]);

      const own = await progressAnswers.countOwn(db, asker, { today });
      if (own !== null)
        for (const { key } of definitions)
          expect(await ofHouseholds(key, { is: 'own' }), `own ${key}`).toBe(own.counts[key]);

      const units = [undefined, ...byTownship(villages).slice(0, 2), ...villages.slice(0, 3)];
      for (const unit of units) {
        const code = unit === undefined ? undefined : 'unit' in unit ? unit.unit : unit.village;
        const place =
          code === undefined ? everything : unitPlace(code, unit && 'unit' in unit ? 'township' : 'village');
        const problems = await countProblems(db, code === undefined ? { today } : { unit: code, today });
        const state = (value: 'open' | 'overdue' | 'done' | 'closed' | 'today') =>
          number('problems', [{ on: 'problemState', values: [value] }], place);
        expect(await state('open')).toBe(problems.open + problems.done);
        expect(await state('overdue')).toBe(problems.overdue);
        expect(await state('done')).toBe(problems.done);
        expect(await state('closed')).toBe(problems.closed);
        expect(await state('today')).toBe(problems.openedToday);
        for (const category of problemCategories) {
          const known = problems.byCategory.find((c) => c.category === category)?.count ?? 0;
          const states = await number(
            'problems',
            [
              { on: 'category', values: [category] },
              { on: 'problemState', values: ['open', 'closed'] },
            ],
            place,
          );
          expect(states, category).toBe(known);
        }
      }

      const leads = await leadNeeds.openLeads(db, asker, { offset: 0, limit: 1 } as never);
      expect(await number('leads', [{ on: 'stage', values: [...openLeadStages] }])).toBe(leads.total);
    });
  }, 60_000);
