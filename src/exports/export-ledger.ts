import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { ledgerRow } from '../../conversations/campaign/ledger.ts';
import { householdTypeLabel } from '../../conversations/contract/household.ts';
import type { Db } from '../../db/base/transaction.ts';
import { campaignHere } from '../../db/campaign/settings.ts';
import { listUnits } from '../../db/places/units.ts';
import { type LedgerEntry, streamLedger } from '../../db/visits/ledger.ts';
import { type ExportRequest, intoJson, intoTable, isoTime, reading } from './export-table.ts';
import { LedgerSheets, type SheetsBy } from './ledger-sheets.ts';

export interface LedgerRequest extends ExportRequest {
  /** One sheet per village, per township, or one for all; a .csv is always one table. */
  sheets: SheetsBy;
  /** Households not visited yet as well. */
  all?: boolean;
}

/** Writes the household ledger with the plan's columns; gives the number of households. */
export function exportLedger(request: LedgerRequest): Promise<number> {
  const { format } = request;
  return reading(request, async (db) => {
    const campaign = await campaignHere(db);
    if (format === 'json') {
      return intoJson(request.file, (writer) =>
        each(db, campaign, request, (entry) => writer.item(ledgerObject(campaign, entry))),
      );
    }
    const sheets = new LedgerSheets(
      campaign,
      await listUnits(db),
      format === 'csv' ? 'one' : request.sheets,
      request.now,
    );
    return intoTable(request.file, format, async (sink) => {
      const rows = await each(db, campaign, request, (entry) => sheets.add(sink, entry));
      if (!sheets.needsStatus) return rows;
      // Read once more rather than kept: before the campaign it is the whole county.
      await sheets.beginStatus(sink);
      await each(db, campaign, request, (entry) => sheets.addStatus(sink, entry));
      return rows;
    });
  });
}

async function each(
  db: Db,
  campaign: Campaign,
  request: LedgerRequest,
  put: (entry: LedgerEntry) => Promise<void>,
): Promise<number> {
  const visited = request.all !== true;
  let rows = 0;
  for await (const some of streamLedger(db, {
    unit: request.unit?.code,
    questionnaire: campaign.householdForm.id,
    visited,
  })) {
    for (const entry of some) await put(entry);
    rows += some.length;
  }
  return rows;
}

/** One household as .json has it: where, who, how it stands, then the ledger's fields by key. */
function ledgerObject(campaign: Campaign, { household, visit }: LedgerEntry): Record<string, unknown> {
  const row = ledgerRow(campaign, household, {
    answers: visit?.answers ?? {},
    problemCount: visit?.problemCount ?? null,
  });
  return {
    householdId: household.id,
    township: household.townshipName,
    village: household.villageName,
    group: household.group,
    helper: visit?.helperName ?? null,
    status: visit?.status ?? null,
    outcome: visit?.outcome ?? null,
    submittedAt: isoTime(visit?.submittedAt ?? null),
    ...row,
    householdType: householdTypeLabel(household),
    toVerify: visit?.toVerify ?? [],
  };
}
