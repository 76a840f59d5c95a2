/**
 * Remembers what a pure function made of the last keys it was asked for. Helpers say the same few hundred short
 * sentences all day; the oldest is forgotten when there are more than `most`.
 */
export class Remembered<Value> {
  readonly #most: number;
  readonly #values = new Map<string, { value: Value }>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What `make` gave for this key, now or before; nobody may change it. */
  of(key: string, make: () => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known.value;
    const value = make();
    this.#values.set(key, { value });
    if (this.#values.size > this.#most)
      for (const oldest of this.#values.keys()) {
        this.#values.delete(oldest);
        break;
      }
    return value;
  }
}
