/** A list names households that have been visited already. */
export function listCame(kind: string, households: number): string {
  return `【名单】${kind}里有您走访过的${households}户要核实，回“核查”看是哪几户。`;
}
