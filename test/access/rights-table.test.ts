import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actions } from '../../conversations/access/policy.ts';
import { rightsTable } from '../../conversations/access/rights-table.ts';
import { roles } from '../../conversations/contract/session.ts';
import { ownFolder, ruhu } from '../cli/ruhu.ts';

const cwd = ownFolder();

describe('the table of who may do what', () => {
  it('has a row for every action and a column for every role', () => {
    const [head, , ...rows] = rightsTable().split('\n');
    expect(head?.split('|')).toHaveLength(roles.length + 3);
    expect(rows).toHaveLength(actions.length);
    expect(rows.find((row) => row.startsWith('| 销号'))).toBe(
      '| 销号、退回、交办、转办 | — | — | 本级及以下 | 分管领域 | 本级及以下 | — | — | — |',
    );
  });

  it('stands in the document of words as it is (print it anew by ruhu rights)', () => {
    const document = readFileSync(new URL('../../docs/words.zh-CN.md', import.meta.url), 'utf8');
    const shown = /<!-- ruhu rights -->\n([\s\S]*?)\n<!-- \/ruhu rights -->/u.exec(document)?.[1];
    expect(shown).toBe(rightsTable());
  });

  it('is printed by ruhu rights', async () => {
    const told = await ruhu(['rights'], { cwd });
    expect(told.out.trim()).toBe(rightsTable());
  });
});
