import { element } from './element.js';
import { isOfHousehold, quickReplies } from './quick-replies.js';

const byId = (id) => document.getElementById(id);

/** The input bar: text, photo, quoted message and the answers one may tap. */
export class Composer {
  #text = byId('text');
  #send = byId('send');
  #chips = byId('chips');
  #quote;
  /** Number → words of what is chosen of several. */
  #chosen = new Map();
  #done;

  /** `onSay({text, quote?})`, `onPhoto(file)`. */
  constructor({ onSay, onPhoto }) {
    const say = () => {
      const text = this.#text.value.trim();
      if (text === '') return;
      onSay(this.#quote === undefined ? { text } : { text, quote: this.#quote });
      this.#text.value = '';
      this.quote(undefined);
      this.#fit();
      this.#text.focus();
    };
    byId('composer').addEventListener('submit', (event) => {
      event.preventDefault();
      say();
    });
    this.#text.addEventListener('input', () => this.#fit());
    this.#text.addEventListener('keydown', (event) => {
      // While a Chinese word is being composed, Enter ends the word and not the message.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      say();
    });
    byId('quote-clear').addEventListener('click', () => this.quote(undefined));
    const photo = byId('photo');
    photo.addEventListener('change', async () => {
      const files = [...photo.files];
      photo.value = '';
      for (const file of files) await onPhoto(file); // One after the other: in the order they were chosen.
    });
    this.onSay = onSay;
  }

  quote(text) {
    this.#quote = text;
    byId('quote').hidden = text === undefined;
    byId('quote-text').textContent = text ?? '';
    if (text !== undefined) this.#text.focus();
  }

  placeholder(text) {
    this.#text.placeholder = text;
  }

  get draft() {
    return this.#text.value;
  }

  set draft(text) {
    this.#text.value = text;
    this.#fit();
  }

  /**
   * Shows the answers to a question (a message of the bot), then the words that always go where none is open. In a group what is tapped
   * is said to the bot: `mention` goes before it.
   */
  offer(question, usual, mention) {
    const replies =
      question === undefined ? [] : quickReplies(question.text, question.confirms === true, mention !== '');
    const isOpen =
      replies.length > 0 &&
      (isOfHousehold(question.text) || replies.some(({ multiple }) => multiple !== undefined));
    const known = new Set(replies.map(({ send }) => send));
    const words = isOpen ? [] : usual.filter((word) => !known.has(word));
    const call = mention === '' || isOpen || usual.length === 0 ? [] : [mention];
    const chips = [
      ...replies,
      ...call.map((send) => ({ label: send.trim(), send, insert: true })),
      ...words.map((word) => ({ label: word, send: word, quiet: replies.length > 0 })),
    ];
    this.#chosen = new Map();
    this.#done = undefined;
    const made = chips.map((chip) => this.#chip(chip, mention));
    if (replies.some(({ multiple }) => multiple)) made.unshift(this.#doneButton(mention));
    this.#chips.replaceChildren(...made);
    this.#chips.scrollTop = 0;
  }

  #chip({ label, send, multiple, quiet, insert }, mention) {
    const chip = element('button', { className: quiet ? 'chip quiet' : 'chip', type: 'button', text: label });
    if (multiple) chip.setAttribute('aria-pressed', 'false');
    chip.addEventListener('click', () => {
      if (insert) this.#put(`${send}${this.#text.value}`);
      else if (multiple) this.#toggle(chip, send, label);
      else this.onSay(send === label ? { text: `${mention}${send}` } : { text: `${mention}${send}`, label });
    });
    return chip;
  }

  /** Of several answers each tap adds or takes back one; 选好了 sends them together. */
  #toggle(chip, number, label) {
    const pressed = chip.getAttribute('aria-pressed') === 'true';
    if (pressed) this.#chosen.delete(number);
    else this.#chosen.set(number, label);
    chip.setAttribute('aria-pressed', String(!pressed));
    const count = this.#chosen.size;
    this.#done.disabled = count === 0;
    this.#done.textContent = count === 0 ? '点选，可多选' : `选好了（${count}）`;
  }

  #doneButton(mention) {
    this.#done = element('button', { className: 'chip done', type: 'button', text: '点选，可多选' });
    this.#done.disabled = true;
    this.#done.addEventListener('click', () => {
      const [numbers, labels] = [[...this.#chosen.keys()], [...this.#chosen.values()]];
      this.onSay({ text: `${mention}${numbers.join(' ')}`, label: labels.join('、') });
    });
    return this.#done;
  }

  #put(text) {
    this.#text.value = text;
    this.#fit();
    if (matchMedia('(pointer: fine)').matches) this.#text.focus();
  }

  #fit() {
    this.#send.disabled = this.#text.value.trim() === '';
    this.#text.style.height = 'auto';
    this.#text.style.height = `${this.#text.scrollHeight}px`;
  }
}
