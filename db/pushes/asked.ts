import { campaignOf } from '../../conversations/campaigns/all.ts';
import type { DigestFacts } from '../../conversations/pushes/evening-digest.ts';
import { countyDigest, townshipDigest } from '../../conversations/pushes/evening-people.ts';
import type { PushNeeds } from '../../conversations/pushes/needs.ts';
import { type PushSettings, pushSettings, startingSettings } from '../../conversations/pushes/schedule.ts';
import type { Asker } from '../base/asker.ts';
import type { Db } from '../base/transaction.ts';
import { readCampaign, readSetting } from '../campaign/settings.ts';
import { eveningFacts } from './read.ts';

/** The schedule as the county set it, else as it comes, with the official holidays of the campaign's years. */
export async function readPushSettings(db: Db): Promise<PushSettings> {
  const value = await readSetting(db, 'pushes');
  if (value !== null) return pushSettings.parse(value);
  const settings = await readCampaign(db);
  return startingSettings(settings === null ? undefined : campaignOf(settings).official);
}

/** The digest's facts within the asker's scope: the same that are pushed in the evening. */
export async function digestFacts(
  db: Db,
  _asker: Asker,
  { unit, unitName, unitKind, today }: PushNeeds['digestFacts']['in'],
): Promise<DigestFacts> {
  const facts = await eveningFacts(db, today, { countyName: unitName });
  if (unitKind === 'township') return townshipDigest(facts, unit, unitName);
  const campaign = await readCampaign(db);
  return countyDigest(facts, campaign?.reportDeadline ?? today);
}
