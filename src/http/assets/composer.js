import { element } from './message-view.js';
import { isOfHousehold, quickReplies } from './quick-replies.js';

const byId = (id) => document.getElementById(id);

/** The input bar: text, photo, quoted message and the answers one may tap. */
export class Composer {
  #text = byId('text');
  #send = byId('send');
  #chips = byId('chips');
  #quote;

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
    const replies = question === undefined ? [] : quickReplies(question.text, question.confirms === true);
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
    this.#chips.replaceChildren(...chips.map((chip) => this.#chip(chip, mention)));
    this.#chips.scrollTop = 0;
  }

  #chip({ label, send, multiple, quiet, insert }, mention) {
    const chip = element('button', { className: quiet ? 'chip quiet' : 'chip', type: 'button', text: label });
    if (multiple) chip.setAttribute('aria-pressed', 'false');
    chip.addEventListener('click', () => {
      if (insert) this.#put(`${send}${this.#text.value}`);
      else if (multiple) this.#toggle(chip, send);
      else this.onSay({ text: `${mention}${send}` });
    });
    return chip;
  }

  /** Of several answers each tap adds or takes back one; they are sent together. */
  #toggle(chip, number) {
    const chosen = this.#text.value.split(/[\s,，、]+/u).filter((part) => part !== '');
    const pressed = chip.getAttribute('aria-pressed') === 'true';
    const next = pressed ? chosen.filter((part) => part !== number) : [...chosen, number];
    chip.setAttribute('aria-pressed', String(!pressed));
    this.#put(next.join(' '));
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
