import { cardLines } from './card-lines.js';
import { element } from './element.js';
import { maskTyped } from './masking.js';
import { choiceMarkers } from './quick-replies.js';

const GAP_MS = 5 * 60_000;
const ZONE = 'Asia/Shanghai';
const time = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const day = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, month: 'long', day: 'numeric' });
const date = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE });

/** The time to show where the talk had paused; undefined where it goes on. */
export function timeLine(before, at, now = Date.now()) {
  if (before !== undefined && at - before < GAP_MS) return undefined;
  const today = date.format(now) === date.format(at);
  const yesterday = date.format(now - 86_400_000) === date.format(at);
  const which = today ? '' : yesterday ? '昨天 ' : `${day.format(at)} `;
  return `${which}${time.format(at)}`;
}

/**
 * One message as a list item. `author` is shown over others' messages in a group. The actions are those of the
 * page: quote(text), open(image address), resend(id), remove(id), change({number, label}) of a card's answer.
 */
export function messageItem(message, { bot, me, group, actions }) {
  const name = message.from.is === 'bot' ? bot : message.from.is === 'me' ? me : message.from.name;
  const said = element('div', { className: 'said' });
  if (group && message.from.is !== 'me') said.append(element('p', { className: 'author', text: name }));
  else
    said.append(
      element('span', { className: 'visually-hidden', text: `${message.from.is === 'me' ? '我' : name}：` }),
    );
  said.append(bubble(message, actions));
  if (message.quote !== undefined)
    said.append(element('div', { className: 'quoted' }, [element('span', { text: message.quote })]));
  if (message.here) said.append(element('p', { className: 'state', text: '没网，手机上先回的' }));
  else if (message.state !== undefined) said.append(stateOf(message, actions));
  else if (message.text !== undefined && !message.recalled) said.append(...actsOn(message, actions));
  const avatar = element('span', {
    className: 'avatar',
    text: message.from.is === 'bot' ? '入' : [...name][0],
    'aria-hidden': 'true',
  });
  const item = element('li', { className: `message ${message.from.is}` }, [avatar, said]);
  item.dataset.id = message.id;
  return item;
}

function bubble(message, actions) {
  if (message.image !== undefined) return picture(message.image, actions);
  if (message.file !== undefined) return documentLink(message.file);
  const made = element('div', { className: 'bubble' });
  if (message.mention !== undefined)
    made.append(
      element('span', {
        className: 'mention',
        text: `${message.mention.map((name) => `@${name}`).join(' ')} `,
      }),
    );
  const shown = shownText(message);
  made.append(...(message.from.is === 'bot' ? cardLines(shown, actions.change, readable) : readable(shown)));
  made.addEventListener('click', () => {
    if (String(getSelection()) === '') made.closest('.message').classList.toggle('picked');
  });
  return made;
}

/** What was tapped by its words, where the message itself is only its number. */
function shownText({ text = '', label, recalled }) {
  return recalled ? '撤回了一条消息' : maskTyped(label ?? text);
}

function picture({ url, name }, actions) {
  const image = element('img', { src: url, alt: name });
  const button = element(
    'button',
    { className: 'bubble picture', type: 'button', 'aria-label': `看大图：${name}` },
    [image],
  );
  button.addEventListener('click', () => actions.open({ url, name }));
  return button;
}

function documentLink({ url, name, bytes }) {
  const size =
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${(bytes / 1048576).toFixed(1)} MB`;
  const about = element('span', {}, [
    element('span', { className: 'document-name', text: name }),
    element('span', { className: 'document-size', text: `${size} · 点开下载` }),
  ]);
  const mark = element('span', {
    className: 'document-mark',
    text: name.split('.').at(-1).toUpperCase().slice(0, 4),
    'aria-hidden': 'true',
  });
  return element('a', { className: 'bubble document', href: url, download: name }, [mark, about]);
}

/** The choices' numbers stand out and stay with their words, addresses become links; everything else stays text. */
function readable(text) {
  const parts = [];
  let done = 0;
  for (const { start, end } of choiceMarkers(text)) {
    const first = end + [...text.slice(end, end + 2)][0].length;
    const number = element('b', { text: text.slice(start, end) });
    const marker = element('span', { className: 'marker' }, [number, text.slice(end, first)]);
    parts.push(...withLinks(text.slice(done, start)), marker);
    done = first;
  }
  return [...parts, ...withLinks(text.slice(done))];
}

function withLinks(text) {
  return text
    .split(/(https?:\/\/[\w\-./?=&%#:~+]+)/u)
    .map((part, i) =>
      i % 2 === 0 ? part : element('a', { href: part, text: part, rel: 'noreferrer', target: '_blank' }),
    );
}

/** 引用, 朗读, 撤回: shown when the bubble is tapped. */
function actsOn(message, actions) {
  const acts = [quoteButton(shownText(message), actions)];
  const act = (text, does) => {
    const button = element('button', { className: 'act', type: 'button', text });
    button.addEventListener('click', () => {
      button.closest('.message').classList.remove('picked');
      does();
    });
    return button;
  };
  if (message.from.is !== 'me' && actions.readAloud !== undefined)
    acts.push(act('念给我听', () => actions.readAloud(shownText(message))));
  if (message.from.is === 'me') acts.push(act('撤回', () => actions.recall(message)));
  return acts;
}

function quoteButton(text, actions) {
  const button = element('button', { className: 'act', type: 'button', text: '引用回复' });
  button.addEventListener('click', () => {
    button.closest('.message').classList.remove('picked');
    actions.quote(text);
  });
  return button;
}

function stateOf(message, actions) {
  if (message.state === 'sending' || message.state === 'waiting')
    return element('p', { className: 'state sending' }, [
      element('span', { className: 'visually-hidden', text: '发送中' }),
    ]);
  const refused = message.state === 'refused';
  const act = (text, does) => {
    const button = element('button', { className: 'state', type: 'button', text });
    button.addEventListener('click', () => does(message.id));
    return button;
  };
  const again = act(refused ? `没发出去：${message.why}` : '存在手机里，等网络', actions.resend);
  return element('div', { className: 'states' }, refused ? [again, act('删掉', actions.remove)] : [again]);
}
