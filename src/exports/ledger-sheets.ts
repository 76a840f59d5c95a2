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
    { heading: '排查状态', width: 9 },
  ],
  one: [
    { heading: '乡镇', width: 12 },
    { heading: '行政村', width: 12 },
    { heading: '村民组', width: 9 },
    { heading: '排查状态', width: 9 },
  ],
} as const satisfies Record<SheetsBy, readonly TableColumn[]>;

/**
 * Lays the ledger out in sheets. Entries come in the register's order, so a new village or township begins a new
 * sheet. A village's sheet has exactly the columns of the plan's attachment; the others have where and how beside.
 */
export class LedgerSheets {
  readonly #campaign: Campaign;
  readonly #by: SheetsBy;
  readonly #asOf: string;
  readonly #namesakes: ReadonlySet<string>;
  #current: string | null = null;
  #unfinished = 0;

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
    const where = [household.townshipName, household.villageName, household.group, statusOf(entry)];
    const row = { ...cells, ...withoutCount(entry) };
    if (entry.visit?.outcome !== 'answered') this.#unfinished += 1;
    await sink.row([
      ...where.slice(where.length - places[this.#by].length),
      ...this.#campaign.ledgerColumns.map(({ field }) => row[field] ?? ''),
    ]);
  }

  /**
   * A village's sheet has the attachment's columns and no other, so that households without a full visit are told on
   * a sheet of their own behind. Is there one to be made?
   */
  get needsStatus(): boolean {
    return this.#by === 'village' && this.#unfinished > 0;
  }

  /** Begins the sheet of those without a full visit; `addStatus` puts them on it. */
  async beginStatus(sink: TableSink): Promise<void> {
    await sink.sheet({
      name: '没有排查完的户',
      title: '没有排查完的户',
      columns: [
        ...places.one,
        { heading: '户主', width: 12 },
        { heading: '户编号', width: 18 },
        { heading: '排查员', width: 12 },
      ],
    });
  }

  async addStatus(sink: TableSink, entry: LedgerEntry): Promise<void> {
    if (entry.visit?.outcome === 'answered') return;
    const { townshipName, villageName, group, headName, code } = entry.household;
    await sink.row([
      townshipName,
      villageName,
      group,
      statusOf(entry),
      headName,
      code,
      entry.visit?.helperName ?? '',
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

/** A household without a full visit counts no problems: none were looked for. */
function withoutCount({ visit }: LedgerEntry): Record<string, string> {
  return visit?.outcome === 'answered' ? {} : { problemCount: '' };
}

/** 已排查, 排查中, 未排查, 不在家 …: how a household stands. */
function statusOf({ visit }: LedgerEntry): string {
  if (visit === null) return '未排查';
  if (visit.outcome === null) return '排查中';
  return visit.outcome === 'answered' ? '已排查' : ledgerOutcomes[visit.outcome].label;
}
