/** Longer texts are hardly ever said twice. */
const shortLength = 16;
/**
 * Remembers what a pure function made of short texts, apart for each owner (a questionnaire, a list of commands).
 * Helpers say the same few hundred short sentences all day.
 */
export class Remembered<Owner extends object, Value> {
  readonly #owners = new WeakMap<Owner, Generations<Value>>();
  readonly #most: number;

  /** `most` of one owner are remembered; when there are more, those that nobody said of late are forgotten. */
  constructor(most = 2_000) {
    this.#most = most;
  }

  /** What `make` gave for this text, now or before; nobody may change it. `beside` is what else it depends on. */
  of(owner: Owner, text: string, beside: string, make: () => Value): Value {
    if (text.length > shortLength) return make();
    const values = this.#valuesOf(owner);
    const key = beside === '' ? text : `${beside}|${text}`;
    const known = values.young.get(key);
    if (known !== undefined) return known.value;
    const kept = values.old.get(key) ?? { value: make() };
    // Forgetting half at a time costs nothing: to look for the oldest one each time is most of the work.
    if (values.young.size >= Math.max(1, Math.floor(this.#most / 2))) {
      values.old = values.young;
      values.young = new Map();
    }
    values.young.set(key, kept);
    return kept.value;
  }

  #valuesOf(owner: Owner): Generations<Value> {
    const known = this.#owners.get(owner);
    if (known !== undefined) return known;
    const made: Generations<Value> = { young: new Map(), old: new Map() };
    this.#owners.set(owner, made);
    return made;
  }
}

interface Generations<Value> {
  young: Map<string, { value: Value }>;
  old: ReadonlyMap<string, { value: Value }>;
}
