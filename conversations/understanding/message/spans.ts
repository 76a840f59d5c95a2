interface Span {
  start: number;
  end: number;
}

/** Of overlapping spans the first in the given order stays; the rest come back by place. Linear in the text. */
export function withoutOverlaps<S extends Span>(inOrder: readonly S[], length: number): S[] {
  const taken = new Uint8Array(length);
  const kept = inOrder.filter((span) => {
    for (let i = span.start; i < span.end; i++) if (taken[i]) return false;
    taken.fill(1, span.start, span.end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}
