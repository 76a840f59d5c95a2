import { type Asking, ask, type HouseholdBrief } from '../contract/needs.ts';

/** A household as people name one: 李四, zs, 李四 3组, 3组李四, 柳元村 李四. */
interface HouseholdSaid {
  name: string;
  group?: string;
  place?: string;
  /** The whole word, where a group was cut out of it: somebody may be called 周三组. */
  whole?: string;
}

const word = '[\\p{Script=Han}A-Za-z0-9·*\\-]';
const oneWord = new RegExp(`^${word}{1,20}$`, 'u');
const placeAndName = new RegExp(`^${word}{1,6}\\s+${word}{1,8}$`, 'u');
const numberedGroup = /第?(?:\d{1,3}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])组/u;

/** The parts of a household's name; undefined for words that name none (what is longer is an answer). */
export function householdSaid(words: string): HouseholdSaid | undefined {
  const text = words.normalize('NFKC').trim();
  const group = numberedGroup.exec(text)?.[0] ?? /(?:^|\s)(\S{1,6}组)(?=\s|$)/u.exec(text)?.[1];
  const rest = (group === undefined ? text : text.replace(group, ' ')).trim();
  if (rest === '' || !(oneWord.test(rest) || placeAndName.test(rest))) return undefined;
  const [first = '', second] = rest.split(/\s+/u);
  const name = second ?? first;
  return {
    name: name.replace(/[家户]$/u, '') || name,
    ...(group === undefined ? {} : { group }),
    ...(group === undefined || /\s/u.test(text) || text.startsWith(group) ? {} : { whole: text }),
    ...(second === undefined ? {} : { place: first }),
  };
}

interface HouseholdsNamed {
  found: readonly HouseholdBrief[];
  /** The group or village that was said and has none of that name: those of other places are given instead. */
  elsewhere?: string;
  /** Only a nickname was said (老刘家): whoever is found has that surname, and is asked about even when alone. */
  nickname?: string;
}

/** The households a person may mean. */
export function* householdsNamed(said: HouseholdSaid, limit: number): Asking<HouseholdsNamed> {
  if (said.whole !== undefined) {
    const found = yield* ask('findHouseholds', { words: said.whole, limit });
    const exact = found.filter((h) => h.headName === said.whole);
    if (exact.length > 0) return { found: exact };
  }
  const named = yield* byFullName(said, limit);
  const surname = nickname.exec(said.name)?.[1];
  if (named.found.length > 0 || surname === undefined) return named;
  const { found } = yield* byFullName({ ...said, name: surname }, mostOfSurname);
  const bearing = found.filter((h) => h.headName.startsWith(surname)).slice(0, limit);
  return bearing.length === 0 ? named : { found: bearing, nickname: said.name };
}

/** 老刘, 大周: a nickname holds no more than the surname. */
const nickname = /^[老大小](\p{Script=Han})$/u;
const mostOfSurname = 40;

function* byFullName(said: HouseholdSaid, limit: number): Asking<HouseholdsNamed> {
  const { name: words, group, place } = said;
  const [unit] = place === undefined ? [] : yield* ask('unitsSaid', { words: place });
  const village = unit?.kind === 'village' ? { village: unit.code } : {};
  const exact = { ...village, ...(group === undefined ? {} : { group }) };
  const found = yield* ask('findHouseholds', { words, limit, ...exact });
  const narrowed = group ?? place;
  if (narrowed === undefined || (found.length > 0 && (place === undefined || unit !== undefined)))
    return { found };
  return { found: yield* ask('findHouseholds', { words, limit }), elsewhere: narrowed };
}
