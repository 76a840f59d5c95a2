/**
 * How long a county's register takes in and out, and how much memory: `node test/bench/tables.ts [households]`.
 * Each step runs in a process of its own, so that each has its own peak.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { wholeCounty } from '../../conversations/access/scope.ts';
import { countyUnits } from '../../conversations/campaign/county-units.ts';
import { newSettings } from '../../conversations/campaigns/all.ts';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { householdTypeLabel } from '../../conversations/contract/household.ts';
import { countyCode } from '../../conversations/contract/ids.ts';
import { demoCountyOn } from '../../conversations/demo/county.ts';
import { roleWords } from '../../conversations/imports/roles.ts';
import { openCipher } from '../../db/base/cipher.ts';
import { openDatabase } from '../../db/base/connect.ts';
import { read } from '../../db/base/transaction.ts';
import { listUnits } from '../../db/places/units.ts';
import { setUpCounty } from '../../src/county/set-up-county.ts';
import type { ExportFormat } from '../../src/documents/sheet-writer.ts';
import { openTable } from '../../src/documents/sheet-writer.ts';
import { exportLedger } from '../../src/exports/export-ledger.ts';
import { importHouseholds } from '../../src/imports/import-households.ts';
import { importStaff } from '../../src/imports/import-staff.ts';

const county = countyCode.parse('341322');
const now = new Date('2021-12-15T10:00:00Z');
const register = [
  '户编号',
  '户主姓名',
  '身份证号',
  '户属性',
  '家庭人口数',
  '乡镇',
  '行政村',
  '村民组',
  '联系电话',
  '上年人均纯收入',
  '排查员手机号',
];

/** Writes a roster and a register of the made-up people, on the real units, as spreadsheets. */
async function makeFiles(folder: string, households: number): Promise<void> {
  const units = countyUnits(county, xiaoxian2021);
  const made = demoCountyOn(units, newSettings(xiaoxian2021, 'real'), {
    households,
    visited: 0,
    asOf: now.getTime(),
  });
  const named = new Map(units.map((unit) => [unit.code, unit]));
  const staff = openTable(join(folder, 'staff.xlsx'), 'xlsx');
  await staff.sheet({
    name: '人员',
    columns: ['姓名', '手机号', '角色', '单位', '职务'].map((heading) => ({ heading })),
  });
  for (const person of made.staff) {
    await staff.row([
      person.name,
      person.phone,
      roleWords[person.roles[0] ?? 'helper'][0],
      person.unit,
      person.duty,
    ]);
  }
  await staff.end();
  const phones = new Map(made.staff.map((person) => [person.id, person.phone]));
  const xlsx = openTable(join(folder, 'households.xlsx'), 'xlsx');
  const csv = createWriteStream(join(folder, 'households.csv'));
  await xlsx.sheet({ name: '名册', columns: register.map((heading) => ({ heading })) });
  csv.write(`${register.join(',')}\n`);
  for (const { household: h, idNumber, phone, helper } of made.households()) {
    const cells = [
      h.code,
      h.headName,
      idNumber,
      householdTypeLabel(h),
      h.population ?? null,
      h.townshipName,
      named.get(h.village)?.name ?? '',
      h.group,
      phone,
      h.lastYearIncomePerHead ?? null,
      phones.get(helper) ?? null,
    ];
    await xlsx.row(cells);
    if (!csv.write(`${cells.join(',')}\n`)) await once(csv, 'drain');
  }
  csv.end();
  await Promise.all([xlsx.end(), finished(csv)]);
}

async function step(name: string, folder: string, households: number): Promise<string> {
  if (name === 'files') return makeFiles(folder, households).then(() => `${households} households written`);
  const database = await openDatabase({ dataDir: join(folder, 'data') });
  try {
    await setUpCounty(database, county);
    const file = join(folder, name.split(' ')[1] ?? '');
    const request = { database, county, file, now };
    if (name.startsWith('staff')) return `${(await importStaff(request)).added} people`;
    if (name.startsWith('import')) {
      const report = await importHouseholds({
        ...request,
        keepIds: true,
        cipher: await openCipher(new Uint8Array(32).fill(1)),
      });
      return `${report.added} added, ${report.unchanged} unchanged, ${report.errorCount} errors`;
    }
    const [, out = '', sheets = 'village'] = name.split(' ');
    const format = out.split('.')[1] as ExportFormat;
    await read(database, wholeCounty(county), listUnits);
    const rows = await exportLedger({
      ...request,
      file: join(folder, out),
      format,
      sheets: sheets as 'village',
      all: true,
    });
    return `${rows} rows, ${(statSync(join(folder, out)).size / 1e6).toFixed(0)} MB`;
  } finally {
    await database.close();
  }
}

/** This process's own peak: what the system calls maximum would include the parent's, taken over at its birth. */
function peakKilobytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}

const steps = [
  'files',
  'staff staff.xlsx',
  'import households.xlsx',
  'again households.xlsx',
  'again households.csv',
  'ledger a.xlsx village',
  'ledger b.xlsx township',
  'ledger c.xlsx one',
  'ledger d.csv',
  'ledger e.json',
];

const [first = '400000', folder, ...name] = process.argv.slice(2);
if (folder === undefined) {
  const made = mkdtempSync(join(tmpdir(), 'ruhu-tables-'));
  for (const each of steps)
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), first, made, each], { stdio: 'inherit' });
  rmSync(made, { recursive: true, force: true });
} else {
  const started = performance.now();
  const what = await step(
    name.join(' ').replace('again', 'import again').replace('import again ', 'import '),
    folder,
    Number(first),
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const peak = (peakKilobytes() / 1024).toFixed(0);
  console.log(`${name.join(' ').padEnd(26)} ${seconds.padStart(7)} s  peak ${peak.padStart(4)} MB  ${what}`);
}
