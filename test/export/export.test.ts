import { readFileSync } from 'node:fs';
import type { Worksheet } from '@protobi/exceljs';
import { describe, expect, it } from 'vitest';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { demoCounty } from '../../conversations/campaign/counties.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { read } from '../../db/base/transaction.ts';
import { listUnits } from '../../db/places/units.ts';
import { loadDemo } from '../../src/county/load-demo.ts';
import { exportLeads } from '../../src/exports/export-leads.ts';
import { exportLedger, type LedgerRequest } from '../../src/exports/export-ledger.ts';
import { exportProblems } from '../../src/exports/export-problems.ts';
import { documentFolder, readWorkbook } from '../documents/files.ts';
import { testDatabase } from '../support/database.ts';

const { database } = await testDatabase();
const at = documentFolder();
const loaded = await loadDemo({
  database,
  key: { bytes: new Uint8Array(32).fill(5) },
  households: 1_200,
  visited: 0.7,
  asOf: new Date('2021-12-16T18:30:00+08:00'),
});
const units = await read(database, wholeCounty(demoCounty), listUnits);
const now = new Date('2021-12-16T12:00:00Z');
const request = { database, county: demoCounty, now };

function ledger(file: string, more: Partial<LedgerRequest> = {}): Promise<number> {
  const format = file.endsWith('xlsx') ? 'xlsx' : file.endsWith('csv') ? 'csv' : 'json';
  return exportLedger({ ...request, file: at(file), format, sheets: 'village', ...more });
}

function unitNamed(short: string) {
  const found = units.find((unit) => unit.short === short);
  if (found === undefined) throw new Error(`no unit ${short}`);
  return found;
}

type Json = Record<string, unknown>;
const json = (file: string): Json[] => JSON.parse(readFileSync(at(file), 'utf8')) as Json[];

/** The sheets of the attachment, without the one behind that tells who isn't finished. */
const ofVillages = (sheets: readonly Worksheet[]) => sheets.filter(({ name }) => name !== '没有排查完的户');

describe('the household ledger', () => {
  it('has a sheet per village with exactly the plan’s headings, in two merged rows below the title', async () => {
    await ledger('ledger.xlsx', { unit: unitNamed('龙城镇') });
    const workbook = await readWorkbook(at('ledger.xlsx'));
    expect(workbook.worksheets.length).toBeGreaterThan(1);
    const [sheet] = workbook.worksheets;
    expect(sheet?.getCell('A1').value).toBe(`大排查入户排查台账（龙城镇${sheet?.name}）`);
    const upper = xiaoxian2021.ledgerColumns.map((_, i) => sheet?.getRow(2).getCell(i + 1).value);
    const lower = xiaoxian2021.ledgerColumns.map((_, i) => sheet?.getRow(3).getCell(i + 1).value);
    expect(upper).toEqual(xiaoxian2021.ledgerColumns.map((c) => c.group ?? c.heading));
    expect(lower).toEqual(xiaoxian2021.ledgerColumns.map((c) => c.heading));
    expect(sheet?.columnCount).toBe(19);
    expect(sheet?.model.merges).toEqual(
      expect.arrayContaining(['A2:A3', 'D2:F2', 'G2:I2', 'J2:L2', 'M2:O2', 'Q2:Q3']),
    );
    expect(sheet?.autoFilter).toBe(`A3:S${sheet?.rowCount}`);
  });

  it('has its numbers as numbers and its answers as 是, 否 and 待核实', async () => {
    const sheets = ofVillages((await readWorkbook(at('ledger.xlsx'))).worksheets);
    const values = (column: number): unknown[] =>
      sheets.flatMap((sheet) => {
        const rows = Array.from({ length: sheet.rowCount - 3 }, (_, i) => sheet.getRow(i + 4));
        return rows.map((row) => row.getCell(column).value).filter((value) => value !== '' && value !== null);
      });
    expect(values(4).every((v) => typeof v === 'number' || v === '待核实')).toBe(true);
    expect(values(18).every((v) => typeof v === 'number')).toBe(true);
    expect(new Set(values(7))).toEqual(
      new Set(['是', '否', '待核实'].filter((word) => values(7).includes(word))),
    );
    expect(values(7)).toContain('是');
  });

  it('counts the same households in every format and layout', async () => {
    const inJson = await ledger('ledger.json');
    expect(inJson).toBe(loaded.visits);
    expect(json('ledger.json')).toHaveLength(loaded.visits);
    for (const sheets of ['village', 'township', 'one'] as const) {
      expect(await ledger(`${sheets}.xlsx`, { sheets })).toBe(loaded.visits);
      const workbook = await readWorkbook(at(`${sheets}.xlsx`));
      const rows = ofVillages(workbook.worksheets).reduce((sum, sheet) => sum + sheet.rowCount - 3, 0);
      expect(rows).toBe(loaded.visits);
      expect(new Set(workbook.worksheets.map((sheet) => sheet.name)).size).toBe(workbook.worksheets.length);
    }
    expect(await ledger('ledger.csv')).toBe(loaded.visits);
    expect(
      readFileSync(at('ledger.csv'), 'utf8').startsWith('\ufeff乡镇,行政村,村民组,排查状态,户主姓名,户属性,'),
    ).toBe(true);
    expect(await ledger('all.json', { all: true })).toBe(1_200);
  });

  it('gives .json the fields of the plan by key', async () => {
    const all = json('ledger.json');
    const answered = all.filter((row) => row.outcome === 'answered');
    const one = answered[0] ?? {};
    expect(Object.keys(one)).toEqual(expect.arrayContaining(xiaoxian2021.ledgerColumns.map((c) => c.field)));
    expect(Object.keys(one).slice(0, 8)).toEqual([
      'householdId',
      'township',
      'village',
      'group',
      'helper',
      'status',
      'outcome',
      'submittedAt',
    ]);
    expect(one).toMatchObject({
      population: expect.any(Number),
      annualIncome: expect.any(Number),
      incomeSource: expect.any(Array),
      problemCount: expect.any(Number),
      submittedAt: expect.stringMatching(/^2021-12-\d\dT.*Z$/),
    });
    expect(answered.every((row) => [true, false, null].includes(row.housingSafe as boolean))).toBe(true);
    expect(new Set(all.map((row) => row.householdType))).toContain('脱贫户');
    const unsure = answered.find((row) => (row.toVerify as string[]).includes('incomeStable'));
    if (unsure !== undefined) expect(unsure.incomeStable).toBeNull();
  });

  it('says of a household without a full visit how it stands', async () => {
    await ledger('all.csv', { all: true });
    const text = readFileSync(at('all.csv'), 'utf8');
    for (const word of [',未排查,', ',不在家,', ',已搬走,', ',排查中,']) expect(text).toContain(word);
    expect(text).not.toContain('（不在家）');
    await ledger('all.xlsx', { all: true });
    const { worksheets } = await readWorkbook(at('all.xlsx'));
    const status = worksheets.at(-1);
    expect(status?.name).toBe('没有排查完的户');
    const said = new Set<string>();
    status?.eachRow((row) => said.add(String(row.getCell(4).value)));
    expect([...said]).toEqual(expect.arrayContaining(['排查状态', '未排查', '不在家', '已搬走', '排查中']));
    expect(said).not.toContain('已排查');
  });
});

describe('problems and leads', () => {
  const names = { problems: exportProblems, leads: exportLeads };

  it('come in all three formats with the same number of lines', async () => {
    for (const [name, run] of Object.entries(names)) {
      const rows = await run({ ...request, file: at(`${name}.json`), format: 'json' });
      expect(json(`${name}.json`)).toHaveLength(rows);
      expect(rows).toBe(name === 'problems' ? loaded.problems : loaded.leads);
      await run({ ...request, file: at(`${name}.xlsx`), format: 'xlsx' });
      expect((await readWorkbook(at(`${name}.xlsx`))).worksheets[0]?.rowCount).toBe(rows + 2);
      await run({ ...request, file: at(`${name}.csv`), format: 'csv' });
      expect(
        readFileSync(at(`${name}.csv`), 'utf8')
          .trimEnd()
          .split('\r\n'),
      ).toHaveLength(rows + 1);
    }
  });

  it('carry the fields that others build on', () => {
    const keys = [
      'id',
      'clause',
      'category',
      'householdId',
      'township',
      'village',
      'description',
      'leadUnit',
      'responsibleUnit',
      'responsiblePerson',
      'due',
      'status',
      'openedAt',
      'closedAt',
    ];
    expect(Object.keys(json('problems.json')[0] ?? {})).toEqual(expect.arrayContaining(keys));
    const [lead] = json('leads.json');
    expect(lead).toMatchObject({
      reasons: [expect.any(String)],
      stage: 'flagged',
      householdId: expect.any(String),
    });
  });

  it('keep to the unit that was asked for', async () => {
    const unit = unitNamed('黄口镇');
    await exportProblems({ ...request, unit, file: at('town.json'), format: 'json' });
    expect(new Set(json('town.json').map((p) => p.township))).toEqual(new Set(['黄口镇']));
    const department = unitNamed('县医保局');
    await exportProblems({ ...request, unit: department, file: at('department.json'), format: 'json' });
    expect(new Set(json('department.json').map((p) => p.leadUnit))).toEqual(new Set(['县医保局']));
  });

  it('have as many problems as the ledger counts', async () => {
    const counted = json('ledger.json')
      .filter((row) => row.status !== 'draft')
      .reduce((sum, row) => sum + Number(row.problemCount ?? 0), 0);
    expect(counted).toBe(json('problems.json').length);
  });
});
