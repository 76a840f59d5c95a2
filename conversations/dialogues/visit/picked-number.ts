/** The index of the option whose number was said (3, 3., 第3个, ③), or undefined. */
export function pickedNumber(text: string, size: number): number | undefined {
  const match = /^(?:第|选|回)?\s*(\d{1,2})\s*(?:个|项|户|号|条)?[.、。!！]?$/u.exec(
    text.normalize('NFKC').trim(),
  );
  if (match === null) return undefined;
  const index = Number(match[1]) - 1;
  return index >= 0 && index < size ? index : undefined;
}
