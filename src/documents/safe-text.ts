/** A spreadsheet's limit for one cell. */
const longest = 32_000;

/**
 * Text that is safe in a cell: no control characters, and nothing that a spreadsheet program would take for a
 * formula (= + - @ and their full-width twins at the start). Such text gets an apostrophe, which says "text".
 */
export function safeText(text: string): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .trim()
    .slice(0, longest);
  return /^[=+\-@＝＋－＠]./su.test(plain) ? `'${plain}` : plain;
}

/**
 * Names for sheets: at most 31 characters, none of []:*?/\, no apostrophe at the ends, unique without regard to
 * case. Keeps what it has handed out.
 */
export class SheetNames {
  readonly #taken = new Set<string>();

  take(wanted: string): string {
    const clean =
      wanted
        .replace(/[[\]:*?/\\\u0000-\u001f]/g, '')
        .replace(/^'+|'+$/g, '')
        .trim() || '表';
    for (let n = 1; ; n++) {
      const tail = n === 1 ? '' : `(${n})`;
      const name = `${[...clean]
        .slice(0, 31 - tail.length)
        .join('')
        .slice(0, 31 - tail.length)}${tail}`;
      const key = name.toLowerCase();
      if (this.#taken.has(key) || key === 'history') continue;
      this.#taken.add(key);
      return name;
    }
  }
}
