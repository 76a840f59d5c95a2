import { describe, expect, test } from 'vitest';
import { type Field, understandField } from '../../conversations/understanding/index.ts';

/**
 * A table of utterances, one per line: `text → meaning`. The meaning is JSON, or a word of `words`; `?` stands
 * for "asked back". Lines starting with # are comments.
 */
export function reads(
  field: Field,
  table: string,
  words: (meaning: string) => unknown = JSON.parse,
  q?: string,
): void {
  describe(q === undefined ? field : `${field}, ${q}`, () => {
    for (const line of table.split('\n')) {
      const [text = '', meaning = ''] = line.split(' → ').map((part) => part.trim());
      if (text === '' || text.startsWith('#')) continue;
      test(`${text} → ${meaning}`, () => {
        const understood = understandField(field, text, q);
        if (meaning === '?') expect(understood.status, JSON.stringify(understood)).toBe('ask');
        else if (understood.status === 'control') expect(understood.control).toEqual(words(meaning));
        else expect(understood).toMatchObject({ status: 'value', value: words(meaning) });
        if (meaning !== '?' && understood.status === 'value')
          expect(understood.value).toEqual(words(meaning));
      });
    }
  });
}

/** Yes/no answers to one ledger question: lines of `yes: 有 | 有的`, `no: …` and `?: …` (asked back). */
export function answers(q: string | undefined, table: string): void {
  describe(`yes or no${q === undefined ? '' : `, ${q}`}`, () => {
    for (const line of table.split('\n').filter((l) => l.includes(':'))) {
      const cut = line.indexOf(':');
      const meaning = line.slice(0, cut);
      test.each(line.slice(cut + 1).split(' | '))(`${meaning}: %s`, (said) => {
        const understood = understandField('yesNo', said.trim(), q);
        if (meaning === '?') expect(understood.status, JSON.stringify(understood)).toBe('ask');
        else expect(understood).toMatchObject({ status: 'value', value: meaning === 'yes' });
      });
    }
  });
}
