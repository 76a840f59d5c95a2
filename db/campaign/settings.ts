import { and, eq, sql } from 'drizzle-orm';
import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { campaignOf } from '../../conversations/campaigns/all.ts';
import { type CampaignSettings, campaignSettings } from '../../conversations/contract/session.ts';
import { DatabaseFault } from '../base/faults.ts';
import { asJson } from '../base/json.ts';
import { setting } from '../base/table.ts';
import type { Db, Tx } from '../base/transaction.ts';

/** The campaign as the county set it; null before the first start. */
export async function readCampaign(db: Db): Promise<CampaignSettings | null> {
  const value = await readSetting(db, 'campaign');
  return value === null ? null : campaignSettings.parse(value);
}

/** The campaign that this transaction reads and writes. */
export async function campaignHere(db: Db): Promise<Campaign> {
  if (db.scope.campaign !== undefined) return campaignOf({ id: db.scope.campaign });
  const settings = await readCampaign(db);
  if (settings === null) throw new DatabaseFault('notSetUp', 'The county has no campaign yet.');
  return campaignOf(settings);
}

/** Stores the campaign; every process sees it with its next message. */
export async function saveCampaign(tx: Tx, settings: CampaignSettings): Promise<void> {
  await saveSetting(tx, 'campaign', campaignSettings.parse(settings));
}

/** A setting as it is stored; whoever reads it parses it. */
export async function readSetting(db: Db, key: string): Promise<Record<string, unknown> | null> {
  const [row] = await db.orm
    .select({ value: setting.value })
    .from(setting)
    .where(and(eq(setting.county, db.scope.county), eq(setting.key, key)));
  return row?.value ?? null;
}

/** Puts a setting in or changes it; its version tells processes that keep it to read it again. */
export async function saveSetting(tx: Tx, key: string, value: Record<string, unknown>): Promise<void> {
  await tx.orm
    .insert(setting)
    .values({ county: tx.scope.county, key, value: asJson(value) })
    .onConflictDoUpdate({
      target: [setting.county, setting.key],
      set: { value: sql`excluded.value`, version: sql`${setting.version} + 1` },
    });
}
