import { element } from './element.js';

/** The first line of the card before submission; what was recorded last may stand before it. */
const cardHead = /^【[^】]+】.*请核对：$/mu;

/**
 * The card's numbered answers, `{start, end, number, label}` each: 12 in `饮水 12.水量够`. They count up through the
 * card, with gaps where a subject is folded; what is found wrong and how to go on are no answers.
 */
function cardEntries(text) {
  const head = cardHead.exec(text);
  if (head === null) return [];
  const found = [];
  let last = 0;
  let at = head.index;
  for (const line of text.slice(head.index).split('\n')) {
    const marks = /^\S+ (?=\d{1,2}\.)/u.test(line) ? [...line.matchAll(/(?<= )(\d{1,2})\.(?=.)/gu)] : [];
    const counted = [];
    for (const mark of marks) {
      if (Number(mark[1]) <= last) continue;
      last = Number(mark[1]);
      counted.push(mark);
    }
    counted.forEach((mark, i) => {
      const end = counted[i + 1]?.index ?? line.length;
      const said = line.slice(mark.index, end).trimEnd();
      const start = at + mark.index;
      found.push({
        start,
        end: start + said.length,
        number: mark[1],
        label: said.slice(mark[0].length).trim(),
      });
    });
    at += line.length + 1;
  }
  return found;
}

/**
 * The card with each answer as a button that asks it anew. The number counts only while the card is the last word:
 * `change({number, label})` isn't called from an older one. `rest(text)` shows what stands between.
 */
export function cardLines(text, change, rest) {
  const parts = [];
  let done = 0;
  for (const { start, end, number, label } of cardEntries(text)) {
    const button = element('button', {
      className: 'card-line',
      type: 'button',
      text: text.slice(start, end),
      'aria-label': `改第${number}项：${label}`,
    });
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      if (button.closest('.message').matches(':last-child')) change({ number, label });
    });
    parts.push(...rest(text.slice(done, start)), button);
    done = end;
  }
  return [...parts, ...rest(text.slice(done))];
}
