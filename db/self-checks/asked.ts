import { isoDate } from '../../conversations/calendar/days.ts';
import type { Needs } from '../../conversations/contract/needs.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import { countCompared, countConflicts } from '../comparison/read.ts';
import { readCheckFacts, readSheet, readSheetProgress } from './read.ts';

type Answer<Name extends keyof Needs> = (
  db: Db,
  asker: Asker,
  args: Needs[Name]['in'],
) => Promise<Needs[Name]['out']>;

const sheet: Answer<'sheet'> = async (db, { speaker, at }, { area, compare }) => {
  if (speaker === null) throw new Error('Nobody asks for a sheet.');
  const facts = await readCheckFacts(db, speaker.unit, isoDate(at));
  // A township's some thousand named households are compared while one waits; a county's would take longer.
  const compared = !compare
    ? {}
    : speaker.unitKind === 'department'
      ? { compared: await countCompared(db), conflicts: null }
      : await countConflicts(db, speaker.unit);
  return { sheet: await readSheet(db, speaker.unit, area), facts: { ...facts, ...compared } };
};

const sheetProgress: Answer<'sheetProgress'> = async (db, { speaker }, { of }) => {
  if (speaker === null) return [];
  if (of === 'own') return readSheetProgress(db, { unit: speaker.unit });
  return of === 'villages'
    ? readSheetProgress(db, { township: speaker.unit })
    : readSheetProgress(db, { below: 'county' });
};

/** Answers to what the self-check's dialogue asks. */
export const selfCheckNeeds: { [Name in 'sheet' | 'sheetProgress']: Answer<Name> } = { sheet, sheetProgress };
