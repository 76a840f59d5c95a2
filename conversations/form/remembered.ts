/** Longer texts are hardly ever said twice. */
const shortLength = 16;
/**
 * Remembers what a pure function made of short texts, apart for each owner (a questionnaire, a list of commands).
 * Helpers say the same few hundred short sentences all day.
 */
export class Remembered<Owner extends object, Value> {
  readonly #owners = new WeakMap<Owner, Map<string, { value: Value }>>();
  readonly #most: number;

  /** `most` of one owner are remembered; the oldest is forgotten when there are more. */
  constructor(most = 2_000) {
    this.#most = most;
  }

  /** What `make` gave for this text, now or before; nobody may change it. `beside` is what else it depends on. */
  of(owner: Owner, text: string, beside: string, make: () => Value): Value {
    if (text.length > shortLength) return make();
    const values = this.#owners.get(owner) ?? new Map<string, { value: Value }>();
    this.#owners.set(owner, values);
    const key = `${beside}|${text}`;
    const known = values.get(key);
    if (known !== undefined) return known.value;
    const value = make();
    values.set(key, { value });
    const [oldest] = values.size > this.#most ? values.keys() : [];
    if (oldest !== undefined) values.delete(oldest);
    return value;
  }
}
