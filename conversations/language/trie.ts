interface Node<Value> {
  value?: Value;
  next: Map<string, Node<Value>>;
}

/** Forms in one matcher: all that begin at a place are found in one walk, however many there are. */
export class Trie<Value> {
  readonly #root: Node<Value> = { next: new Map() };

  set(form: string, value: Value): void {
    let node = this.#root;
    for (const char of form) {
      const next: Node<Value> = node.next.get(char) ?? { next: new Map() };
      node.next.set(char, next);
      node = next;
    }
    node.value = value;
  }

  get(form: string): Value | undefined {
    let node: Node<Value> | undefined = this.#root;
    for (const char of form) {
      node = node.next.get(char);
      if (node === undefined) return undefined;
    }
    return node.value;
  }

  /** Calls with every form that begins at `from`, shortest first. Bounded by the longest form. */
  each(chars: readonly string[], from: number, take: (value: Value, to: number) => void): void {
    let node: Node<Value> | undefined = this.#root;
    for (let i = from; i < chars.length; i += 1) {
      node = node.next.get(chars[i] ?? '');
      if (node === undefined) return;
      if (node.value !== undefined) take(node.value, i + 1);
    }
  }
}
