import type { UnitCode, UnitKind } from '../contract/ids.ts';
import { plainText } from './text.ts';

/** What matching needs to know of a unit. `parent` of a village is its township. */
export interface UnitFacts {
  code: UnitCode;
  kind: UnitKind;
  /** Full name: 龙湖社区居委会, 龙城镇, 县医保局. */
  name: string;
  shortName?: string;
  /** A further full name: the one on a department's seal. */
  alias?: string;
  parent: UnitCode | null;
}

export type UnitMatch =
  | { is: 'one'; unit: UnitFacts }
  | { is: 'none' }
  /** Several units bear this name: the township has to be told. */
  | { is: 'many'; units: readonly UnitFacts[] };

/**
 * Names as people shorten them: 龙城镇 → 龙城, 王典村委会 → 王典村 and 王典, 龙湖社区居委会 → 龙湖. At least one
 * character stays (姬村 → 姬), and a 集 or 庄 that belongs to the name is never cut.
 */
function shortened(name: string): string[] {
  const plain = plainText(name).replace(/[\s()]/g, '');
  const placed = plain.replace(
    /(?<=.)(村民委员会|居民委员会|村民委|居民委|村委会|居委会|村委|居委|党支部|党总支|人民政府)$/,
    '',
  );
  return [placed, placed.replace(/(?<=.)(社区|村|镇|乡|街道办事处|街道)$/, '')];
}

/** Units of one county, ready to be found by code, full name or short name. Built once per import. */
export class UnitIndex {
  readonly #byCode = new Map<string, UnitFacts>();
  readonly #exact = new Map<string, UnitFacts[]>();
  readonly #loose = new Map<string, UnitFacts[]>();

  constructor(units: Iterable<UnitFacts>) {
    for (const unit of units) this.add(unit);
  }

  /** One more unit, unless there is one of its code. */
  add(unit: UnitFacts): void {
    if (this.#byCode.has(plainText(unit.code))) return;
    this.#byCode.set(plainText(unit.code), unit);
    for (const name of new Set([unit.name, unit.shortName ?? unit.name, unit.alias ?? unit.name]))
      push(this.#exact, plainText(name), unit);
    for (const name of new Set(looseNames(unit))) push(this.#loose, name, unit);
  }

  byCode(code: string): UnitFacts | undefined {
    return this.#byCode.get(plainText(code));
  }

  /** A village of the named township; without a township its name must occur only once in the county. */
  village(name: string, township: UnitFacts | null): UnitMatch {
    const inside = (unit: UnitFacts) =>
      unit.kind === 'village' && (township === null || unit.parent === township.code);
    const found = this.#find(name, inside);
    if (found.is !== 'none') return found;
    // 龙城镇王典村 in one cell
    for (const [prefix, rest] of splits(plainText(name))) {
      const town = this.township(prefix);
      if (town.is !== 'one' || (township !== null && town.unit.code !== township.code)) continue;
      const within = this.#find(rest, (unit) => unit.kind === 'village' && unit.parent === town.unit.code);
      if (within.is !== 'none') return within;
    }
    return { is: 'none' };
  }

  /** Villages whose name differs from this one in a single character: 唐园村 for 唐元村. At most three. */
  alike(name: string, township: UnitFacts | null): string[] {
    const [wanted = ''] = shortened(name);
    const found = new Set<string>();
    for (const unit of this.#byCode.values()) {
      if (unit.kind !== 'village' || (township !== null && unit.parent !== township.code)) continue;
      for (const own of [unit.shortName ?? unit.name, ...shortened(unit.name)])
        if (differsByOne(own, wanted)) found.add(unit.shortName ?? unit.name);
    }
    return [...found].slice(0, 3);
  }

  township(name: string): UnitMatch {
    return this.#find(name, (unit) => unit.kind === 'township');
  }

  /** Any unit; a county's own name, a township, a department or a village, in this order of preference. */
  any(name: string, township: UnitFacts | null): UnitMatch {
    if (township !== null) return this.village(name, township);
    for (const kind of ['county', 'township', 'department'] as const) {
      const found = this.#find(name, (unit) => unit.kind === kind, kind === 'county');
      if (found.is !== 'none') return found;
    }
    return this.village(name, null);
  }

  #find(name: string, fits: (unit: UnitFacts) => boolean, exactOnly = false): UnitMatch {
    const plain = plainText(name);
    const coded = this.#byCode.get(plain);
    if (coded !== undefined && fits(coded)) return { is: 'one', unit: coded };
    const exact = (this.#exact.get(plain) ?? []).filter(fits);
    const found = exact.length > 0 || exactOnly ? exact : this.#findLoose(plain).filter(fits);
    const [first] = found;
    if (first === undefined) return { is: 'none' };
    return found.length === 1 ? { is: 'one', unit: first } : { is: 'many', units: found };
  }

  #findLoose(name: string): UnitFacts[] {
    return [...new Set(shortened(name).flatMap((short) => this.#loose.get(short) ?? []))];
  }
}

function looseNames(unit: UnitFacts): string[] {
  const names = [unit.name, unit.shortName ?? unit.name].flatMap(shortened);
  if (unit.kind !== 'department') return names;
  // 县财政局（县地方金融监督管理局）: known by what stands before the bracket, with or without 县.
  const short = plainText(unit.name).replace(/\(.*$/, '');
  // 萧县教育体育局 is called 县教育体育局 and 教育体育局 too.
  const alias = plainText(unit.alias ?? '');
  const tail = /县(?!委$)(..+)$/u.exec(alias)?.[1];
  const called = tail === undefined ? [] : [alias, `县${tail}`, tail];
  return [...names, short, ...called].flatMap((name) => [name, name.replace(/^县(?=..)/, '')]);
}

function differsByOne(a: string, b: string): boolean {
  if (a.length < 2 || a.length !== b.length) return false;
  return [...a].filter((letter, i) => letter !== [...b][i]).length === 1;
}

function push(map: Map<string, UnitFacts[]>, name: string, unit: UnitFacts): void {
  const list = map.get(name);
  if (list === undefined) map.set(name, [unit]);
  else if (!list.includes(unit)) list.push(unit);
}

/** 龙城镇王典村 → [龙城镇, 王典村]; the county's own name before it is dropped. */
function splits(name: string): [string, string][] {
  const found: [string, string][] = [];
  const bare = name.replace(/^(\p{Script=Han}{1,6}省)?(\p{Script=Han}{1,6}市)?(\p{Script=Han}{1,5}县)?/u, '');
  for (const match of bare.matchAll(/(镇|乡|街道|开发区|-|\/|·| )/g)) {
    const end = match.index + match[0].length;
    const rest = bare.slice(end);
    if (rest !== '')
      found.push([bare.slice(0, /[\p{Script=Han}]/u.test(match[0]) ? end : match.index), rest]);
  }
  return found;
}
