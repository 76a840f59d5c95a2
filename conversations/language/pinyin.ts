import { pinyin } from 'pinyin-pro';

/** A name as people type it without characters: 张三 → zhangsan and zs. */
interface Pinyin {
  full: string;
  initials: string;
}

const options = { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'consecutive' } as const;

/** Surnames have readings of their own: 单 is shan, 曾 zeng. Letters in a name stay, everything else goes. */
export function pinyinOf(name: string): Pinyin {
  const syllables = pinyin(name.trim(), options).map(lettersOf).filter(Boolean);
  return { full: syllables.join(''), initials: syllables.map((s) => s.charAt(0)).join('') };
}

function lettersOf(syllable: string): string {
  return syllable
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[^a-z0-9]/g, '');
}
