/** Parts of what the database answers that name a person or say something of one, with the shortest that counts. */
const personal: Readonly<Record<string, number>> = {
  headName: 2,
  description: 4,
  measure: 4,
  cause: 4,
  task: 4,
  reason: 4,
  returnReason: 4,
  words: 4,
};

/**
 * Collects from an answer of the database what may stand in no message to a group: heads' full names, descriptions,
 * measures, reasons. Dialogues mask by themselves; this is the net below them.
 */
export function collectSecrets(found: unknown, into: Set<string>): void {
  if (Array.isArray(found)) {
    for (const one of found) collectSecrets(one, into);
    return;
  }
  if (typeof found !== 'object' || found === null) return;
  for (const [part, value] of Object.entries(found)) {
    const shortest = personal[part];
    if (typeof value === 'string') {
      if (shortest !== undefined && [...value].length >= shortest) into.add(value);
    } else collectSecrets(value, into);
  }
}
