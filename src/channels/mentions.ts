/** What the bot is called on the page, and where nobody has set another name; in a group it is spoken to by `@` and this. */
export const BOT_NAME = '入户助手';

/**
 * Behind a mention stands a four-per-em space from phones and a plain one from computers; before it, the emoji of the
 * name, which WeChat spells out as [笑脸].
 */
const BEHIND = '(?:\\[[^\\s\\]]{1,8}\\])*[\\u2005\\u2009\\u0020]?';

/** Nothing but mentions: @ and a word each. */
const ONLY_MENTIONS = /^(?:\s*@[^\s@]+)*\s*$/u;
const FRONT_MENTIONS = /^\s*(?:@[^\s@]+(?:\s+|(?=@)))+/u;

/** A name as it may be typed: with or without white space in it. */
function loosely(name: string): string {
  return Array.from(name.replaceAll(/\s+/gu, ''), (letter) =>
    letter.replace(/[.*+?^${}()|[\]\\/-]/u, '\\$&'),
  ).join('\\s?');
}

/**
 * What is said without the mentions of these names. Who else is mentioned before them is only called to look; a mention
 * behind them may be what is asked about, and stays. Null where none of them is mentioned.
 */
export function withoutOwnMentions(text: string, names: readonly string[]): string | null {
  const known = names.filter((name) => name.trim() !== '').sort((a, b) => b.length - a.length);
  if (known.length === 0) return null;
  const own = new RegExp(`@(?:${known.map(loosely).join('|')})${BEHIND}`, 'gu');
  const first = text.search(own);
  if (first < 0) return null;
  const front = text.slice(0, first);
  const said = ONLY_MENTIONS.test(front) ? text.slice(first) : text;
  return said.replaceAll(own, ' ').replaceAll('\u2005', ' ').trim();
}

/**
 * What is said to somebody who is mentioned, it is not known by which name: without the mentions at the front. A word
 * that isn't set off from the mention before it (`@助手进度`) can't be told from the name, and stays.
 */
export function withoutFrontMentions(text: string): string {
  const rest = text.replace(FRONT_MENTIONS, '').replaceAll('\u2005', ' ').trim();
  if (!ONLY_MENTIONS.test(rest)) return rest;
  return rest === text.trim() ? rest.replace(/^@/u, '') : '';
}
