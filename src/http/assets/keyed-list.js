/**
 * A list that changes only where it must: what stays keeps its place, its selection and its loaded picture, and
 * is not read out again.
 */
export class KeyedList {
  #root;
  #nodes = new Map();

  constructor(root) {
    this.#root = root;
  }

  /** Shows these lines, `{key, make}` each; a key that is known keeps its element. */
  update(lines) {
    const nodes = new Map();
    for (const { key, make } of lines) nodes.set(key, this.#nodes.get(key) ?? make());
    this.#nodes = nodes;
    let place = this.#root.firstChild;
    const wanted = new Set(nodes.values());
    for (const node of wanted) {
      while (place !== null && !wanted.has(place)) place = removeAndStep(place);
      if (node === place) place = place.nextSibling;
      else this.#root.insertBefore(node, place);
    }
    while (place !== null) place = removeAndStep(place);
  }
}

function removeAndStep(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}
