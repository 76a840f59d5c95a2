/** Tells whether the server can be reached, from what every part of the page meets. */
export class Connection {
  #banner;
  #troubles = new Set();

  constructor(banner) {
    this.#banner = banner;
    addEventListener('offline', () => this.say('network', false));
    addEventListener('online', () => this.say('network', true));
    this.say('network', navigator.onLine);
  }

  /** `part` got through, or didn't. */
  say(part, gotThrough) {
    if (gotThrough) this.#troubles.delete(part);
    else this.#troubles.add(part);
    this.#banner.hidden = this.#troubles.size === 0;
  }
}
