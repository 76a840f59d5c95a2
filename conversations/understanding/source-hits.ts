import { hitsOf } from '../language/text.ts';
import { farAway, farBefore, lexicon, placeOnly, workWord } from './income-words.ts';
import { withoutOverlaps } from './spans.ts';

export interface SourceHit {
  name: string;
  start: number;
  end: number;
}

export const hasSource = new RegExp(lexicon.map(([, re]) => re.source).join('|'));
const denied =
  /(?:不|不是|没|没有|不再|不能|没法|干不了|种不了|没人|无|不想|未|申请|够不上|想(?:着|要|过)?|寻思(?:着)?|打算)(?:再|去|能|在|给|靠|到|领|拿|办|享受|出去|怎么|咋|在外|外出)*$|等着?(?:领|拿|办)$/;
const deniedBehind =
  /^(?:的)?(?:都|也|早|早就)?(?:无(?:$|[,。; ])|没有?(?:$|[,。; ])|不(?:种|干|打|养|做|去|算|是)|没(?:有)?(?:了|种|干|打|做|养)|(?:被|给|让)?(?:取消|停|砍|退|清退|拿掉|减)(?:掉)?了|停了|荒|卖了|[^,。;]{0,2}(?:自己|自家|留着)吃|干不动|种不动|打不动|取消)/;

/** Sources named in a text, in the order of naming, without those denied (地不种了). */
export function sourceHits(text: string): SourceHit[] {
  if (!hasSource.test(text)) return [];
  const all: SourceHit[] = [];
  for (const [name, re] of lexicon) {
    for (const found of hitsOf(re, text))
      all.push({ name, start: found.index, end: found.index + found[0].length });
  }
  const hits = withoutOverlaps(
    all.sort((x, y) => y.end - y.start - (x.end - x.start)),
    text.length,
  );
  const placed = [...hits]
    .sort((a, b) => a.start - b.start)
    .map((h, _, all) => (h.name === '务工' && isFar(text, h, all) ? { ...h, name: '外出务工' } : h));
  const named = merged(text, placed);
  // 种地,不是种地是打工 takes the first back.
  const takenBack = named.filter((h) => /不是$/.test(text.slice(Math.max(0, h.start - 3), h.start)));
  const said = named.filter(
    (h) => !isDenied(text, h) && !takenBack.some((t) => t.name === h.name && t.start > h.start),
  );
  return said.filter((h, i) => {
    const near = said.slice(Math.max(0, i - reach), i + reach + 1);
    return !near.some((o) => o !== h && tellsMore(text, o, h) && sameClause(text, o, h));
  });
}

/** 在厂里上班: two words for one source beside each other are one, also when they are denied. */
function merged(text: string, hits: readonly SourceHit[]): SourceHit[] {
  const found: SourceHit[] = [];
  for (const hit of hits) {
    const last = found.at(-1);
    if (last && last.name === hit.name && hit.start - last.end <= 1 && sameClause(text, last, hit))
      last.end = hit.end;
    else found.push({ ...hit });
  }
  return found;
}

function isFar(text: string, hit: SourceHit, all: readonly SourceHit[]): boolean {
  const before = text.slice(Math.max(0, hit.start - 10), hit.start);
  return farAway.test(before) || (farBefore.test(before) && all[0]?.name === '外出务工');
}

/** How many sources away a word can still belong to this one; keeps the reading linear. */
const reach = 4;

/** Is what `b` says already in `a`? Both stand in one clause. */
function tellsMore(text: string, a: SourceHit, b: SourceHit): boolean {
  if (b.name === '务工')
    return absorbs(text, a, b) || /^(?:公司|企业|单位)$/.test(text.slice(b.start, b.end));
  if (a.name === '务工' && isWorkplace(text, b, a)) return true;
  if (b.name === '种植') return picks(text, a, b);
  // 在南京开饭店: the place adds nothing to the trade.
  const words = text.slice(b.start, b.end);
  const trade = a.name === '经商' || a.name === '种植' || a.name === '养殖';
  return (
    b.name === '外出务工' && trade && placeOnly.test(words) && !workWord.test(words) && !picks(text, b, a)
  );
}

/** 养鸡场打工, 在合作社大棚上班: whose crop or herd it is, is another matter. */
function isWorkplace(text: string, place: SourceHit, work: SourceHit): boolean {
  if (place.name !== '种植' && place.name !== '养殖') return false;
  if (work.start < place.start || !workWord.test(text.slice(work.start, work.end))) return false;
  const own =
    /[种搞有建自开]$/.test(text.slice(0, place.start)) || /^[种搞]大棚/.test(text.slice(place.start));
  const between = text.slice(place.end, work.start);
  const named = /(?:场|大户|棚|基地|合作社|园|厂)(?:里|那里|那|上|内)?$/.test(
    text.slice(place.start, work.start),
  );
  return !own && named && /^.?(?:场|大户|棚|基地|合作社|园|厂)?(?:里|那里|那|上|内)?$/.test(between);
}

/** 在新疆摘棉花, 摘辣椒打零工, 在葡萄园打零工: somebody else's crop is brought in for a wage. (拾 comes as 十.) */
function picks(text: string, work: SourceHit, crop: SourceHit): boolean {
  if (work.name !== '外出务工' && work.name !== '零工') return false;
  if (/[摘掰割捡十拔装收]$/.test(text.slice(0, crop.start))) return true;
  return (
    work.start >= crop.end &&
    /^[^,。;]{0,2}(?:园|基地|合作社)/.test(text.slice(crop.end - 1, crop.end + 5)) &&
    /[在到去给]$/.test(text.slice(0, crop.start))
  );
}

/** 车间上班, 公岗工资, 退休工资: the general word for work adds nothing to the narrower one beside it. */
function absorbs(text: string, narrow: SourceHit, work: SourceHit): boolean {
  if (narrow.name === '外出务工') return true;
  const gap = Math.max(narrow.start, work.start) - Math.min(narrow.end, work.end);
  if (gap > 1) return false;
  if (narrow.name === '经商') return !/[打务]工|上班/.test(text.slice(work.start, work.end));
  return /就业帮扶车间|公益岗位|零工|养老金/.test(narrow.name);
}

/** 在徐州打工 is one source: the place and the work belong together. */
function sameClause(text: string, a: SourceHit, b: SourceHit): boolean {
  return !/[,。;、+/ 和跟及与加又有兼还]/.test(
    text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)),
  );
}

function isDenied(text: string, hit: SourceHit): boolean {
  if (denied.test(text.slice(Math.max(0, hit.start - 5), hit.start))) return true;
  return deniedBehind.test(text.slice(hit.end, hit.end + 5));
}
