import { pinyin } from 'pinyin-pro';

/** A name as people type it without characters: 张三 → zhangsan and zs. */
interface Pinyin {
  full: string;
  initials: string;
}

/** Rare forms of a character that the dictionary of sounds doesn't have: said like the common one. */
const variants: Readonly<Record<string, string>> = { 𠮷: '吉', 𬭎: '宏' };

const options = { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'consecutive' } as const;

/** Surnames have readings of their own: 单 is shan, 曾 zeng. Letters in a name stay, everything else goes. */
export function pinyinOf(name: string): Pinyin {
  const common = [...name.trim()].map((character) => variants[character] ?? character).join('');
  const syllables = pinyin(common, options).map(lettersOf).filter(Boolean);
  return { full: syllables.join(''), initials: syllables.map((s) => s.charAt(0)).join('') };
}

function lettersOf(syllable: string): string {
  return syllable
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[^a-z0-9]/g, '');
}
