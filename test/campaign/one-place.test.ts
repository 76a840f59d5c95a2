import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { campaigns } from '../../conversations/campaigns/all.ts';

// What belongs to one campaign or one subject stands in its folder and nowhere else.

const root = resolve(import.meta.dirname, '../..');

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'migrations' ? [] : filesBelow(path);
    return /\.(?:tsx?|json)$/.test(entry.name) ? [path] : [];
  });
}

/** Code without its comments, which may give examples. */
function codeOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}

const shared = ['conversations', 'db', 'src']
  .flatMap(filesBelow)
  .filter((file) => !file.startsWith('conversations/campaigns/'));

/** The reader of Chinese knows this year by name; it goes with conversations/understanding. */
const knowsTheYear = ['conversations/subjects/income/money/years.ts'];

/** The fields of a scored file (`ruhu understand`) are called like the questions they are of. */
const namesFields = ['src/cli/second.ts'];

/** Words people say for it, and a table that tells what an auditor may look for. */
const namesCampaigns = [
  'conversations/access/rights-table.ts',
  'conversations/imports/roles.ts',
  'conversations/inquiry/words/ideas.ts',
  'db/erasing/periods.ts',
];

/**
 * Outside of its subject a question is named only here; the list may only shrink. The generated columns of the
 * first campaign's ledger (db/visits/table.ts) stay as columns for speed, and what counts by them names them.
 */
const namesQuestions = [
  'conversations/comparison/compare.ts',
  'conversations/comparison/key-in.ts',
  'conversations/comparison/national-columns.ts',
  'conversations/comparison/national-household.ts',
  'conversations/reports/figure-meanings.ts',
  'db/inquiry/conditions.ts',
  'db/inquiry/counted.ts',
  'db/self-checks/read.ts',
  'db/visits/table.ts',
];

describe('one place for what is one campaign’s', () => {
  it('names no county and no year outside of campaigns, tests, migrations and lists of units', () => {
    const named = shared.filter((file) => /萧县|341322|(?<!\d)2021(?!\d)/u.test(codeOf(file)));
    expect(named).toEqual(knowsTheYear);
  });

  it('calls no campaign by its name: what is said takes it from the data', () => {
    const names = new RegExp(campaigns.map(({ texts }) => texts.short).join('|'), 'u');
    const calling = shared
      .filter((file) => !file.startsWith('conversations/understanding/'))
      .filter((file) => names.test(codeOf(file)));
    expect(calling.sort()).toEqual(namesCampaigns);
  });

  it('counts no areas or clauses by itself', () => {
    const counts = campaigns.flatMap(({ areas, clauses, checkItems, ledgerColumns }) => [
      `${areas.length}个方面`,
      `${clauses.length}条`,
      `.length(${areas.length})`,
      `.length(${ledgerColumns.length})`,
      `.length(${checkItems.length})`,
    ]);
    const counting = shared.filter((file) => counts.some((count) => codeOf(file).includes(count)));
    expect(counting).toEqual([]);
  });

  it('imports a single campaign nowhere: the county’s settings say which one it is', () => {
    const folders = campaigns.map(({ id }) => `campaigns/${id}/`);
    const importing = shared.filter((file) => folders.some((folder) => codeOf(file).includes(folder)));
    expect(importing).toEqual([]);
  });
});

describe('one place for what is one subject’s', () => {
  it('names questions only in their subject, in campaigns and in tests', () => {
    const keys = new Set(campaigns.flatMap(({ householdForm }) => householdForm.questions.map((q) => q.key)));
    // Facts of a household in the register are called alike.
    for (const fact of ['population', 'lastYearIncomePerHead']) keys.delete(fact);
    const word = new RegExp(`\\b(?:${[...keys].join('|')})\\b`, 'u');
    const naming = shared
      .filter((file) => !/^conversations\/(?:subjects|understanding)\//u.test(file))
      .filter((file) => word.test(codeOf(file)));
    expect(naming.sort()).toEqual([...namesQuestions, ...namesFields].sort());
  });
});
