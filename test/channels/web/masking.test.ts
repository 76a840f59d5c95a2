import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskTyped } from '../../../conversations/language/masking.ts';

// Browser code, without types: it is loaded as the browser does.
const address = new URL('../../../src/http/assets/masking.js', import.meta.url).href;
const page = (await import(address)) as { maskTyped: (text: string) => string };

test.each([
  ['他的号是990000197001010018', '他的号是990000********0018'],
  ['990000 19700101 001X', '990000********001X'],
  ['电话１３８００１３８０００', '电话138****8000'],
  ['138-0013-8000，找他', '138****8000，找他'],
  ['号990000197001010018和13800138000', '号990000********0018和138****8000'],
])('a number that was typed is hidden: %s', (said, shown) => {
  expect(maskTyped(said)).toBe(shown);
  expect(shown).not.toMatch(/\d{11}/u);
});

test.each(['4口人 一年5万 打工', '年收入36000元', '2021年12月16日', '1 4 5', '１口人', '13800138000元'])(
  'what is no such number stays to the letter: %s',
  (said) => {
    expect(maskTyped(said)).toBe(said);
  },
);

test('the page hides what the server hides', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('13800138000', '990000197001010018', ' ', '-', '１', '万'),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      expect(page.maskTyped(parts.join(''))).toBe(maskTyped(parts.join('')));
    }),
  );
});
