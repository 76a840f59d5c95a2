interface Entry<Owner, Value> {
  owner: Owner;
  text: string;
  beside: unknown;
  value: Value;
}

/** As many as one message asks for; a longer row is slower to look through. */
const most = 16;

/**
 * What a pure function made of the texts it was asked for last: several readers look at one message, one behind the
 * other. Unlike {@link Remembered} it costs a new text next to nothing, and keeps nothing beyond the next few.
 */
export class Lately<Owner, Value> {
  readonly #entries: Entry<Owner, Value>[] = [];
  #next = 0;

  /** What `make` gave for this text, now or just before; nobody may change it. `beside` is what else it depends on. */
  of(owner: Owner, text: string, beside: unknown, make: () => Value): Value {
    for (const entry of this.#entries)
      if (entry.owner === owner && entry.beside === beside && entry.text === text) return entry.value;
    const value = make();
    this.#entries[this.#next] = { owner, text, beside, value };
    this.#next = (this.#next + 1) % most;
    return value;
  }
}
