import { describe, expect, it } from 'vitest';
import { leadId } from '../../conversations/contract/ids.ts';
import type { Lead } from '../../conversations/leads/lead.ts';
import { papersOf } from '../../conversations/leads/papers.ts';
import { papersDocument } from '../../src/documents/word-papers.ts';
import { units } from '../support/county.ts';

const lead = {
  id: leadId.parse('00000000-0000-4000-8000-000000000001'),
  no: 3,
  household: { headName: '张三', group: '2组', population: 4 },
  village: { id: units.liuyuan, name: '刘园村' },
  township: { id: units.longcheng, name: '龙城镇' },
  reasons: [{ key: 'illness', clause: '6.10', reason: '大病，无力支付' }],
  kind: 'marginal',
  record: { review: { on: '2021-12-12', attended: 23, agreed: 22 } },
} as unknown as Lead;

describe('papers of a monitoring lead', () => {
  it('name the household and leave its reason to its own hand', () => {
    const words = papersOf(lead)
      .flatMap((p) => [p.title, ...p.lines])
      .join('\n');
    expect(words).toContain('张三（刘园村2组，家庭人口4人）');
    expect(words).toContain('刘园村村民委员会');
    expect(words).not.toContain('病');
  });

  it('carry the review that was held, and a rule where none was yet', () => {
    const record = (of: Lead) => papersOf(of).at(-1)?.lines.join('\n') ?? '';
    expect(record(lead)).toContain('12月12日');
    expect(record(lead)).toContain('实到23人');
    expect(record(lead)).toContain('同意22人');
    expect(record({ ...lead, record: {} })).toContain('实到________');
  });

  it('are a Word file with a page for each', async () => {
    const data = await papersDocument(papersOf(lead));
    expect(Buffer.from(data).subarray(0, 2).toString()).toBe('PK');
  });
});
