import { fullDayInWords, isoDate } from '../../conversations/calendar/days.ts';
import type { Campaign } from '../../conversations/campaign/campaign.ts';
import { ledgerCells } from '../../conversations/campaign/ledger.ts';
import { ledgerOutcomes } from '../../conversations/campaign/outcomes.ts';
import type { Unit } from '../../db/places/units.ts';
import type { LedgerEntry } from '../../db/visits/ledger.ts';
import type { TableColumn, TableSheet, TableSink } from '../documents/table-sink.ts';

export const sheetsBy = ['village', 'township', 'one'] as const;
export type SheetsBy = (typeof sheetsBy)[number];

/** A column that no campaign gave a look. */
const usualWidth = 12;

/** The plan's columns, so wide that the headings break well and A3 landscape holds them all. */
function planColumns({ ledgerColumns, ledger }: Campaign): TableColumn[] {
  return ledgerColumns.map(({ field, heading, group }) => ({
    heading,
    group,
    width: ledger[field]?.width ?? usualWidth,
    align: ledger[field]?.align ?? 'center',
  }));
}

/** What a sheet of several villages needs beside the plan's columns to be read. */
const places = {
  village: [],
  township: [
    { heading: '行政村', width: 12 },
    { heading: '村民组', width: 9 },
  ],
  one: [
    { heading: '乡镇', width: 12 },
    { heading: '行政村', width: 12 },
    { heading: '村民组', width: 9 },
  ],
} as const satisfies Record<SheetsBy, readonly TableColumn[]>;

/**
 * Lays the ledger out in sheets. Entries come in the register's order, so a new village or township begins a new
 * sheet. A village's sheet has exactly the columns of the plan's attachment.
 */
export class LedgerSheets {
  readonly #campaign: Campaign;
  readonly #by: SheetsBy;
  readonly #asOf: string;
  readonly #namesakes: ReadonlySet<string>;
  #current: string | null = null;

  constructor(campaign: Campaign, units: readonly Unit[], by: SheetsBy, now: Date) {
    this.#campaign = campaign;
    this.#by = by;
    this.#asOf = isoDate(now.getTime());
    const villages = units.filter((unit) => unit.kind === 'village').map((unit) => unit.short);
    this.#namesakes = new Set(villages.filter((name, i) => villages.indexOf(name) !== i));
  }

  async add(sink: TableSink, entry: LedgerEntry): Promise<void> {
    const { household } = entry;
    const place =
      this.#by === 'village' ? household.village : this.#by === 'township' ? household.township : '';
    if (place !== this.#current) {
      this.#current = place;
      await sink.sheet(this.#sheet(entry));
    }
    const cells = ledgerCells(this.#campaign, household, {
      answers: entry.visit?.answers ?? {},
      problemCount: entry.visit?.problemCount ?? null,
    });
    const where = [household.townshipName, household.villageName, household.group];
    const row = { ...cells, ...remarks(this.#campaign, entry) };
    await sink.row([
      ...where.slice(where.length - places[this.#by].length),
      ...this.#campaign.ledgerColumns.map(({ field }) => row[field] ?? ''),
    ]);
  }

  #sheet({ household }: LedgerEntry): TableSheet {
    const { name, place } = this.#names(household.townshipName, household.villageName);
    return {
      name,
      title: `${this.#campaign.texts.short}入户排查台账${place === '' ? '' : `（${place}）`}`,
      footer: {
        left: `截至${fullDayInWords(this.#asOf)}　金额单位：元`,
        right: '填表人：　　　　　　审核人：　　　　　　',
      },
      columns: [...places[this.#by], ...planColumns(this.#campaign)],
      frozenColumns: places[this.#by].length + 1,
      paper: 'A3',
    };
  }

  #names(township: string, village: string): { name: string; place: string } {
    if (this.#by === 'one') return { name: '入户排查台账', place: '' };
    if (this.#by === 'township') return { name: township, place: township };
    // A name that occurs twice in the county is told with its township.
    const place = `${township}${village}`;
    return { name: this.#namesakes.has(village) ? place : village, place };
  }
}

/** A household without a full visit says so where the ledger has room for words, and counts no problems. */
function remarks({ ledger }: Campaign, { visit }: LedgerEntry): Record<string, string> {
  if (visit?.outcome === 'answered') return {};
  const why =
    visit === null ? '未排查' : visit.outcome === null ? '排查中' : ledgerOutcomes[visit.outcome].label;
  const said = Object.keys(ledger).filter((field) => ledger[field]?.remarks === true);
  return { ...Object.fromEntries(said.map((field) => [field, `（${why}）`])), problemCount: '' };
}
