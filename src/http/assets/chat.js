import { chatSheet } from './chat-sheet.js';
import { Composer } from './composer.js';
import { Connection } from './connection.js';
import { Conversation } from './conversation.js';
import { element } from './element.js';
import { KeyedList } from './keyed-list.js';
import { differs, LocalTalk } from './local-talk.js';
import { messageItem, timeLine } from './message-view.js';
import { Outbox, waitingIn } from './outbox.js';
import { shrinkPhoto } from './photo.js';
import { isMarking, markOf } from './photo-mark.js';
import { listen } from './stream.js';
import { Vault } from './vault.js';
import { voiceInput } from './voice.js';

const RETRY_MS = 3000;
const byId = (id) => document.getElementById(id);
const given = JSON.parse(byId('boot').textContent);
const vault = await Vault.open(given?.me.id);
const boot = given ?? (await vault.get('boot'));
if (boot === undefined) {
  byId('offline').hidden = false;
  byId('offline').textContent = '没有网络，手机里也没有存过登录。请连上网再打开。';
  throw new Error('nobody is in');
}
if (given !== null) void vault.put('boot', given);
byId('who').textContent = boot.who;
const { me, bot, chats, mode } = boot;
const conversations = new Map(chats.map((chat) => [chat.key, new Conversation(chat)]));
const connection = new Connection(byId('offline'));
const scroller = byId('messages');
const list = new KeyedList(byId('list'));
let current = conversations.get(decodeURIComponent(location.hash.slice(1))) ?? conversations.get('private');
const usualWords = boot.words ?? ['进度', '帮助'];
let newest = 0;
/** What the phone itself answered, by message, until the server has read it. */
const answersHere = new Map();
/** Does the chat follow its last message? Only a person's scrolling up ends it: what grows doesn't. */
let sticking = true;
let lastTop = 0;

const actions = {
  quote: (text) => composer.quote(text),
  resend: (id) => outbox.retry(id),
  remove: (id) => outbox.remove(id),
  recall: ({ id }) => recall(id),
  change: ({ number, label }) =>
    say(current.key, { text: `${mentionHere()}${number}`, label: `改：${label}` }),
  ...('speechSynthesis' in window ? { readAloud } : {}),
  open: ({ url, name }) => {
    byId('viewer-image').src = url;
    byId('viewer-image').alt = name;
    byId('viewer').showModal();
  },
};

const { waiting, erased } = await waitingIn(vault);
const local = await LocalTalk.open(vault);
const outbox = new Outbox(vault, waiting, {
  onChange: () => {
    connection.say('outbox', !outbox.messages.some(({ state }) => state === 'unsent'));
    connection.waits(outbox.kept);
    show(sticking);
  },
  onKept: () => connection.waits(outbox.kept),
  onTaken: (sent, messages) => {
    compare(sent, messages);
    local.taken(sent);
    take(messages, sent.chat);
  },
  onSignedOut: () => location.reload(),
});

const composer = new Composer({
  onSay: (said) => say(current.key, said),
  onPhoto: async (file) => {
    const { key } = current;
    const mark = isMarking() ? await markOf(file) : undefined;
    say(key, { text: '', photo: await shrinkPhoto(file, mark) });
  },
});
voiceInput(byId('voice'), composer, (fault) => {
  byId('voice-fault').hidden = fault === undefined;
  byId('voice-fault').textContent = fault ?? '';
});

/** Takes one's own message back. What was recorded of it stays: the bot is told in words what to change. */
async function recall(id) {
  const { key } = current;
  try {
    const response = await fetch('/chat/recall', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, chat: key }),
    });
    if (!response.ok) throw new Error(String(response.status));
    conversations.get(key)?.recall(id);
    show(sticking);
    connection.say('recall', true);
  } catch {
    connection.say('recall', false);
  }
}

function readAloud(text) {
  speechSynthesis.cancel();
  const speech = new SpeechSynthesisUtterance(text);
  speech.lang = 'zh-CN';
  speechSynthesis.speak(speech);
}

function say(chat, said) {
  sticking = true;
  outbox.add({ chat, ...said });
}

/** Takes in messages from the server; `answersIn` is the chat whose message they answer. */
function take(messages, answersIn) {
  const stick = sticking || answersIn === current.key;
  let shown = false;
  for (const message of messages) {
    newest = Math.max(newest, message.seq);
    const conversation = conversations.get(message.chat);
    if (conversation === undefined || !conversation.add(message)) continue;
    if (conversation === current) shown = true;
    else if (message.from.is !== 'me') conversation.unread += 1;
  }
  show(stick);
  if (shown && !stick) byId('to-end').hidden = false;
}

function show(stick) {
  // What the server is known to have is shown once, though its answer is still on the way.
  const waiting = outbox.messages.filter(({ chat, id }) => chat === current.key && !current.has(id));
  const answered = answeredHere(waiting);
  const pending = waiting.flatMap((message) => [asShown(message), ...(answered.get(message.id) ?? [])]);
  list.update([...itemsOf([...current.messages, ...pending]), ...notes(pending.length)]);
  if (stick) toEnd();
  showAround(pending);
  keep();
}

let keeping;
/** The talk lies on the phone, so that the page shows it without a network. */
function keep() {
  clearTimeout(keeping);
  keeping = setTimeout(async () => {
    const talks = [...conversations.values()].filter(({ loaded }) => loaded);
    const upTo = newest;
    await vault.put('talks', Object.fromEntries(talks.map(({ key, last }) => [key, last])));
    // How far the talk lies on the phone.
    document.body.dataset.kept = String(upTo);
  }, 100);
}

/** What the bot on the phone says to what waits here without a network, as messages, by the id of what they answer. */
function answeredHere(waiting) {
  if (current.key !== 'private' || !outbox.isFailing) return new Map();
  const said = local.answers(
    waiting.filter(({ photo, state }) => photo === undefined && state !== 'refused'),
  );
  for (const [id, replies] of said) {
    // What was said first stands: it is what was read, and the talk here is begun anew as messages are taken.
    if ((answersHere.get(id) ?? []).length > 0) continue;
    answersHere.set(
      id,
      replies.map(({ text }) => text),
    );
  }
  return new Map(
    [...said].map(([id, replies]) => [
      id,
      replies.map(({ text, confirms }, i) => ({
        id: `${id}/here/${i}`,
        at: waiting.find((one) => one.id === id)?.at ?? Date.now(),
        from: { is: 'bot' },
        text,
        confirms,
        here: true,
      })),
    ]),
  );
}

/** The server has read again what the phone had answered: what differs is told, and the server's counts. */
function compare({ id, chat }, messages) {
  const before = answersHere.get(id) ?? [];
  answersHere.delete(id);
  const replies = messages.filter(({ from }) => from.is === 'bot');
  const texts = replies.map(({ text }) => text ?? '');
  if (!differs(before, texts)) return;
  const last = replies.at(-1)?.id ?? id;
  const words = `没网时手机上先回的是“${before.join(' ')}”，和上面不一样。以上面的为准，不对请改。`;
  conversations.get(chat)?.remark(last, words);
}

/** The chat's lines, each with a key: messages, and the time where the talk had paused. */
function* itemsOf(messages) {
  let before;
  for (const message of messages) {
    const time = timeLine(before, message.at);
    if (time !== undefined) yield { key: `time ${time} ${message.id}`, make: () => note(time) };
    before = message.at;
    const options = { bot, me: me.name, group: current.kind === 'room', actions };
    yield {
      key: `${message.id} ${message.state} ${message.recalled ?? ''}`,
      make: () => messageItem(message, options),
    };
    const remark = current.remarkOn(message.id);
    if (remark !== undefined) yield { key: `remark ${message.id}`, make: () => note(remark) };
  }
}

function notes(pending) {
  if (erased > 0 && current.kind !== 'room')
    return [{ key: 'erased', make: () => note(`有${erased}条过了两天还没发出去，已从手机里清掉。`) }];
  if (current.messages.length + pending === 0 && current.loaded)
    return [{ key: `greeting ${current.key}`, make: () => note(greeting()) }];
  const isWaiting = current.kind === 'room' && conversations.get('private').unread > 0;
  return isWaiting ? [{ key: 'private', make: privateNote }] : [];
}

function note(text) {
  return element('li', { className: 'note', text });
}

/** A message that isn't kept yet, in the shape of one that is. */
function asShown({ id, at, text, label, quote, photo, state, why }) {
  const image = photo === undefined ? {} : { image: { url: photo, name: '照片' } };
  return {
    id,
    at,
    from: { is: 'me' },
    ...(photo === undefined ? { text, label } : image),
    quote,
    state,
    why,
  };
}

function showAround(pending) {
  const hasPending = pending.length > 0;
  const last = pending.at(-1);
  const openHere = last?.here === true ? last : undefined;
  byId('chat-name').textContent = current.name;
  byId('older').hidden = !current.more;
  composer.placeholder(current.kind === 'room' ? '对群里说' : '说点什么');
  composer.offer(
    hasPending ? openHere : current.openQuestion(me.name),
    hasPending ? [] : usualWords,
    mentionHere(),
  );
  const unread = [...conversations.values()].reduce((sum, { unread: count }) => sum + count, 0);
  byId('badge').hidden = unread === 0;
  byId('badge').textContent = unread > 99 ? '99+' : String(unread);
  document.title = unread === 0 ? bot : `(${unread}) ${bot}`;
}

/** In a group the bot is called by its name. */
function mentionHere() {
  return current.kind === 'room' ? `@${bot} ` : '';
}

function greeting() {
  if (current.kind === 'room') return `这里是${current.name}。@${bot} 就能叫它。`;
  if (!usualWords.includes('排查')) return `发“${usualWords[0]}”试试，怎么说都行。`;
  return mode === 'real' ? '发“排查”开始下一户。' : '发“排查”开始一户，怎么说都行，填错了也不要紧。';
}

function privateNote() {
  const button = element('button', { type: 'button', text: `${bot}私聊回了你，点这里看` });
  button.addEventListener('click', () => open('private'));
  return element('li', { className: 'note' }, [button]);
}

async function open(key) {
  // What is half typed belongs to its chat: it must not slip from private into the group.
  current.draft = composer.draft;
  current = conversations.get(key) ?? current;
  composer.draft = current.draft;
  current.unread = 0;
  history.replaceState(null, '', `#${encodeURIComponent(current.key)}`);
  composer.quote(undefined);
  show(true);
  if (!current.loaded) await load();
}

/** Reads the chat's last messages, or more of its earlier ones, and keeps what is looked at in place. */
async function load() {
  const conversation = current;
  const { scrollHeight } = scroller;
  const wasLoaded = conversation.loaded;
  try {
    newest = Math.max(newest, await conversation.load());
  } catch {
    connection.say('history', false);
    setTimeout(() => conversation === current && load(), RETRY_MS);
    if (!wasLoaded && conversation.messages.length === 0) {
      for (const message of (await vault.get('talks'))?.[conversation.key] ?? []) conversation.add(message);
      show(true);
    }
    return;
  }
  connection.say('history', true);
  if (conversation !== current) return;
  show(!wasLoaded);
  if (wasLoaded) scroller.scrollTop += scroller.scrollHeight - scrollHeight;
}

function isAtEnd() {
  return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
}

function toEnd() {
  sticking = true;
  scroller.scrollTop = scroller.scrollHeight;
  byId('to-end').hidden = true;
}

byId('older').addEventListener('click', load);
byId('to-end').addEventListener('click', toEnd);
scroller.addEventListener(
  'scroll',
  () => {
    const wentUp = scroller.scrollTop < lastTop;
    lastTop = scroller.scrollTop;
    if (isAtEnd()) {
      sticking = true;
      byId('to-end').hidden = true;
    } else if (wentUp) sticking = false;
  },
  { passive: true },
);
// Pictures grow when they arrive; the offered answers and the keyboard take a part of the screen.
const sizes = new ResizeObserver(() => sticking && toEnd());
for (const box of [scroller, byId('list')]) sizes.observe(box);
visualViewport?.addEventListener('resize', () =>
  document.documentElement.style.setProperty('--height', `${visualViewport.height}px`),
);

byId('leave').addEventListener('submit', async (event) => {
  event.preventDefault();
  const count = outbox.messages.length;
  if (count > 0 && !confirm(`还有${count}条没发出去，退出就没有了。真要退出吗？`)) return;
  await vault.erase().catch(() => undefined);
  event.target.submit();
});
if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => undefined);
chatSheet({
  conversations,
  current: () => current,
  open,
  households: () => local.households,
  vault,
  begin: async ({ code, headName }) => {
    await open('private');
    say('private', { text: `排查 ${code}`, label: `排查 ${headName}` });
  },
});
await open(current.key);
outbox.retry();
local.refresh(0);
listen({
  last: () => newest,
  onMessage: (message) => take([message]),
  onState: (connected) => {
    connection.say('stream', connected);
    // The network is back: what waits goes now.
    if (connected && outbox.isFailing) outbox.retry();
  },
});
