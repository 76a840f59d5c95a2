import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { xiaoxian2021 } from '../../conversations/campaigns/xiaoxian-2021/campaign.ts';
import { mightAsk, readInquiry } from '../../conversations/inquiry/read.ts';

const lines = readFileSync(new URL('inquiries.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { text: string }).text);

it('no question is taken for an answer before it is read: neither a whole one nor any piece of it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...lines), fc.nat(40), fc.nat(40), (line, from, length) => {
      const text = line.slice(from % line.length).slice(0, length + 1);
      const said = readInquiry(xiaoxian2021, text, []);
      const asks = said.asks || ['when', 'how'].some((idea) => said.ideas.has(idea));
      // What only sounds like a word of asking is heard between visits alone.
      const asIs = said.said === text.normalize('NFKC').toLowerCase().replace(/\s/gu, '');
      if (asks && asIs) expect(mightAsk(xiaoxian2021, text), text).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

it.each(['4口人', '一年5万2', '在徐州打工', '都参保', '老伴有高血压', '房子安全', '是', '12'])(
  '%s asks nothing',
  (text) => {
    expect(mightAsk(xiaoxian2021, text)).toBe(false);
  },
);
