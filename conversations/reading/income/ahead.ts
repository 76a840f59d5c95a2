import type { Amount } from './amount.ts';

/** How far back a word may stand: since the last sum, since the last mark, or with nothing but fillers between. */
type Reach = 'since' | 'clause' | 'near';

interface Said {
  key: string;
  value: string;
  at: number;
}

/** More words than a sum can have before it. */
const most = 40;

/** What has been said before the next sum. */
export class Ahead {
  #said: Said[] = [];
  #at = 0;
  /** What stands before these places no longer stands directly before, or in the clause. */
  #nearFrom = 0;
  #clauseFrom = 0;

  get empty(): boolean {
    return this.#said.length === 0;
  }

  say(key: string, value: string): void {
    this.#at += 1;
    this.#said.push({ key, value, at: this.#at });
    if (this.#said.length > most) this.#said.shift();
  }

  /** Something else was said between. */
  far(): void {
    this.#nearFrom = this.#at;
  }

  /** A mark ends the clause. */
  break(): void {
    this.#clauseFrom = this.#at;
    this.far();
  }

  clear(): void {
    this.#said = [];
  }

  drop(key: string): void {
    this.#said = this.#said.filter((said) => said.key !== key);
  }

  /** Any of the values was said. */
  has(value: string, reach: Reach = 'clause'): boolean {
    const from = this.#from(reach);
    return this.#said.some((said) => said.value === value && said.at > from);
  }

  /** Any of the keys was said, with that value if one is given. */
  hasKey(key: string, { reach = 'since', value }: { reach?: Reach; value?: string } = {}): boolean {
    const from = this.#from(reach);
    return this.#said.some(
      (said) => said.key === key && said.at > from && (value === undefined || said.value === value),
    );
  }

  /** What was said last under a key. */
  last(key: string, reach: Reach = 'since', but?: string): string | undefined {
    const from = this.#from(reach);
    return this.#said.findLast((said) => said.key === key && said.at > from && said.value !== but)?.value;
  }

  onlyKeys(...keys: readonly string[]): boolean {
    return this.#said.every((said) => keys.includes(said.key));
  }

  period(): Amount['period'] {
    const inClause = this.last('period', 'clause');
    if (isPeriod(inClause)) return inClause;
    const monthly = this.hasKey('period', { value: 'month' }) && !this.hasKey('period', { value: 'year' });
    return monthly ? 'month' : undefined;
  }

  year(): Amount['year'] {
    const said = this.last('year', 'since', 'compared');
    return said === 'past' || said === 'now' || said === 'future' ? said : undefined;
  }

  half(): Amount['half'] {
    const said = this.last('half');
    return said === 'first' || said === 'second' || said === 'some' ? said : undefined;
  }

  /** 刨去成本净剩3万 tells what is left, not what was spent. */
  spent(): boolean {
    const said = this.#said.filter((one) => one.at > this.#clauseFrom).map((one) => one.value);
    const spent = said.findLastIndex((one) => one === 'spent' || one === 'cost');
    const left = said.lastIndexOf('net');
    const cut = said.includes('cut') || said.includes('gross');
    if (spent < 0) return said.includes('living') && !cut && left < 0;
    if (said[spent] === 'cost' && cut) return false;
    return left < spent;
  }

  gross(): boolean {
    return this.has('gross') || (this.has('cut') && (this.has('living') || !this.has('net')));
  }

  #from(reach: Reach): number {
    return reach === 'since' ? 0 : reach === 'clause' ? this.#clauseFrom : this.#nearFrom;
  }
}

export function isPeriod(said: string | undefined): said is NonNullable<Amount['period']> {
  return said === 'year' || said === 'month' || said === 'day' || said === 'season';
}
