import { fullDayInWords, isoDate } from '../../conversations/calendar/days.ts';
import { type LedgerField, ledgerColumns } from '../../conversations/campaign/plan.ts';
import { ledgerCells } from '../../conversations/household/ledger-row.ts';
import { ledgerOutcomes } from '../../conversations/household/outcomes.ts';
import type { Unit } from '../../db/places/units.ts';
import type { LedgerEntry } from '../../db/visits/ledger.ts';
import type { TableColumn, TableSheet, TableSink } from '../documents/table-sink.ts';

export const sheetsBy = ['village', 'township', 'one'] as const;
export type SheetsBy = (typeof sheetsBy)[number];

/** Widths in characters, so that the headings break well and A3 landscape holds all columns. */
const widths: Readonly<Record<LedgerField, number>> = {
  headName: 10,
  householdType: 12,
  population: 8,
  annualIncome: 10,
  incomeSource: 17,
  incomeStable: 8,
  allInsured: 11,
  seriousIllness: 11,
  canAffordCare: 9,
  schoolAgeChild: 13,
  droppedOut: 9,
  dropoutReason: 12,
  housingSafe: 9,
  housingAppraised: 12,
  otherSafeHousing: 12,
  waterProblem: 14,
  otherProblems: 26,
  problemCount: 13,
  otherDifficulties: 13,
};

const planColumns: readonly TableColumn[] = ledgerColumns.map(({ field, heading, group }) => ({
  heading,
  group,
  width: widths[field],
  align: field === 'otherProblems' ? 'left' : 'center',
}));

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
  readonly #by: SheetsBy;
  readonly #asOf: string;
  readonly #namesakes: ReadonlySet<string>;
  #current: string | null = null;

  constructor(units: readonly Unit[], by: SheetsBy, now: Date) {
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
    const cells = ledgerCells(household, {
      answers: entry.visit?.answers ?? {},
      problemCount: entry.visit?.problemCount ?? null,
    });
    const where = [household.townshipName, household.villageName, household.group];
    const row = { ...cells, ...remarks(entry) };
    await sink.row([
      ...where.slice(where.length - places[this.#by].length),
      ...ledgerColumns.map(({ field }) => row[field]),
    ]);
  }

  #sheet({ household }: LedgerEntry): TableSheet {
    const { name, place } = this.#names(household.townshipName, household.villageName);
    return {
      name,
      title: `大排查入户排查台账${place === '' ? '' : `（${place}）`}`,
      footer: {
        left: `截至${fullDayInWords(this.#asOf)}　金额单位：元`,
        right: '填表人：　　　　　　审核人：　　　　　　',
      },
      columns: [...places[this.#by], ...planColumns],
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
function remarks({ visit }: LedgerEntry): Partial<Record<LedgerField, string>> {
  if (visit?.outcome === 'answered') return {};
  const why =
    visit === null ? '未排查' : visit.outcome === null ? '排查中' : ledgerOutcomes[visit.outcome].label;
  return { otherProblems: `（${why}）`, problemCount: '' };
}
