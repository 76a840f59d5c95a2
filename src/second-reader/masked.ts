/** Numbers of cards and phones: seven digits and more, also with spaces or dashes between. */
const long = /\d(?:[\d\s-]{5,}[\dXx])/gu;

/** The text as it may leave the county: names and the numbers of cards and phones are put out of sight. */
export function masked(text: string, names: readonly string[] = []): string {
  const shown = [...names]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((said, name) => said.replaceAll(name, '某某'), text);
  return shown.replace(long, (digits) => (digits.replace(/\D/gu, '').length >= 7 ? '号码' : digits));
}
