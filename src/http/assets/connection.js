/** Tells whether the server can be reached, from what every part of the page meets, and what waits for it. */
export class Connection {
  #banner;
  #troubles = new Set();
  #waiting = 0;

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
    this.#show();
  }

  /** How many messages wait on this phone. */
  waits(count) {
    this.#waiting = count;
    this.#show();
  }

  #show() {
    this.#banner.hidden = this.#troubles.size === 0;
    const kept = this.#waiting === 0 ? '说的话先存在手机里' : `${this.#waiting}条存在手机里，还没交上去`;
    this.#banner.textContent = `连不上，${kept}，连上就按先后自动发`;
  }
}
