/**
 * The answers one may tap: the numbered choices of the bot's last message, then the words it offers in
 * quotation marks. `{label, send, multiple?, quiet?}` each. Under a question of a household's also the ways past
 * it; `confirms`: it asks whether to take a step, and there is no way past that;
 * `inRoom`: it was said in a group.
 */
export function quickReplies(text, confirms = false, inRoom = true) {
  const choices = numberedChoices(text);
  const multiple = /可多选/.test(text);
  const numbered = choices.map(({ number, label }) => ({ label, send: String(number), multiple }));
  const said = offeredWords(text).filter((word) => inRoom || !forGroups.includes(word));
  const words = [...said, ...wholeWays(text)].map((word) => ({ label: word, send: word }));
  const isQuestion = !confirms && isOfHousehold(text) && (choices.length > 0 || /[？?]/.test(text));
  const ways = isQuestion
    ? ['不清楚', '跳过', '上一题'].map((word) => ({ label: word, send: word, quiet: true }))
    : [];
  const known = new Set();
  return [...numbered, ...words, ...ways].filter(({ send }) => !known.has(send) && known.add(send));
}

/** Is a household in hand? What the bot says of one names it. */
export function isOfHousehold(text) {
  return /^(?:接着：)?【/mu.test(text);
}

/** Of use in a group alone. */
const forGroups = ['绑定本群'];

const MOST = 12;

/**
 * Where the numbered choices of a text begin: `{start, end}` of each marker, `1.` at the beginning of a line and
 * 2, 3 … after it. A sum like 3.5万 or a date is none.
 */
export function choiceMarkers(text) {
  const found = [];
  for (const match of text.matchAll(/(?<=^|\n|[ \u3000])(\d{1,2})[.．、）)] ?(?=\S)/gu)) {
    const isFirst = found.length === 0;
    const startsLine = match.index === 0 || text[match.index - 1] === '\n';
    if (Number(match[1]) !== found.length + 1 || (isFirst && !startsLine)) continue;
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found.length < 2 || found.length > MOST ? [] : found;
}

/** A label ends at the next marker, at the end of the line or where the bot adds a word of its own. */
function numberedChoices(text) {
  const markers = choiceMarkers(text);
  return markers.map(({ end }, i) => {
    const next = markers[i + 1]?.start ?? text.length;
    const label = text
      .slice(end, next)
      .split(/\n|，都不是|（可多选|（回/u, 1)[0]
      .trim();
    return { number: i + 1, label: label.length > 24 ? `${label.slice(0, 23)}…` : label };
  });
}

/** Behind 请说全： each line is what may be said, whole: 进度 闫集镇, 进度 青龙集镇. */
function wholeWays(text) {
  const lines = /请说全：\n([\s\S]+)$/u.exec(text)?.[1].split('\n') ?? [];
  return lines.filter((line) => line.length > 0 && line.length <= 24).slice(0, MOST);
}

/** 回“对”, 发“提交”: words that are an answer as they stand, not an example of one. */
function offeredWords(text) {
  const words = [];
  for (const match of text.matchAll(/(?<!如)[“"「]([^”"」\s]{1,6})[”"」]/gu)) {
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    if (/[回发说或]$/u.test(before) && !/\d/u.test(match[1])) words.push(match[1]);
  }
  return words;
}
