import { z } from 'zod';
import { type BookEntry, bookEntry } from '../../conversations/answer-book/entry.ts';
import type { Saved } from '../base/saved.ts';
import type { Db, Tx } from '../base/transaction.ts';
import { readSetting, saveSetting } from '../campaign/settings.ts';

const key = 'answerBook';
const stored = z.object({ entries: z.array(bookEntry) });

/** The entries the county put in; none where it has none. */
export async function countyAnswers(db: Db): Promise<readonly BookEntry[]> {
  const value = await readSetting(db, key);
  return value === null ? [] : stored.parse(value).entries;
}

/** Puts a county's answers in; one with a title that is there already takes its place. */
export async function saveAnswers(tx: Tx, entries: readonly BookEntry[]): Promise<Saved> {
  const before = await countyAnswers(tx);
  const known = new Map(before.map((entry) => [entry.title, JSON.stringify({ ...entry, id: '' })]));
  const saved = { added: 0, changed: 0, same: 0 };
  for (const entry of entries) {
    const stood = known.get(entry.title);
    if (stood === undefined) saved.added += 1;
    else if (stood === JSON.stringify({ ...entry, id: '' })) saved.same += 1;
    else saved.changed += 1;
  }
  const titles = new Set(entries.map(({ title }) => title));
  const kept = before.filter(({ title }) => !titles.has(title));
  if (saved.added + saved.changed > 0) await saveSetting(tx, key, { entries: [...kept, ...entries] });
  return saved;
}
