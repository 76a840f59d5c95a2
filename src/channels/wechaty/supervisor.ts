/** Times of the watch over a puppet, in milliseconds. */
export interface SupervisorLimits {
  /** So long without a sign of life before the puppet is asked whether it is there. */
  quietMs: number;
  /** So long it may take to answer. */
  answerMs: number;
  /** So long after a start, or a logout, until somebody must be logged in. A new QR code starts it anew. */
  loginMs: number;
  /** Pause before the first restart, and the longest one. */
  firstPauseMs: number;
  longestPauseMs: number;
}

export const supervisorLimits: SupervisorLimits = {
  quietMs: 60_000,
  answerMs: 20_000,
  loginMs: 180_000,
  firstPauseMs: 2_000,
  longestPauseMs: 5 * 60_000,
};

export type LifeSign = 'started' | 'alive' | 'login' | 'logout' | 'scan' | 'error';
type Advice = 'wait' | 'ask' | 'restart';

export type PuppetState =
  /** Started; nobody is logged in yet. */
  | 'starting'
  /** Waits for a person to scan the code. */
  | 'scan'
  | 'online'
  /** Was online and has logged out or gone silent. */
  | 'offline';

/**
 * Decides when a puppet is to be asked for a sign of life and when it is to be restarted. A puppet that has lost
 * its server stays silent for ever and says so only by an `error`, if at all; a wrong token lets `start` succeed
 * and nobody ever logs in. Time comes in with every call.
 */
export class Supervisor {
  readonly #limits: SupervisorLimits;
  readonly #random: () => number;
  #state: PuppetState = 'starting';
  #since = 0;
  #alive = 0;
  #asked: number | null = null;
  #restarts = 0;
  #restartAt: number | null = null;

  constructor(limits: SupervisorLimits, random: () => number) {
    this.#limits = limits;
    this.#random = random;
  }

  get state(): PuppetState {
    return this.#state;
  }

  get since(): number {
    return this.#since;
  }

  note(sign: LifeSign, now: number): void {
    if (sign === 'error') {
      this.#suspect(now);
      return;
    }
    this.#alive = now;
    this.#asked = null;
    if (sign === 'alive') return;
    if (sign === 'login') this.#restarts = 0;
    const next = { started: 'starting', login: 'online', logout: 'offline', scan: 'scan' } as const;
    this.#state = next[sign];
    this.#since = now;
    this.#restartAt = sign === 'login' || sign === 'scan' ? null : this.#restartAt;
  }

  /** Something went wrong. Online it may be a trifle, so the puppet is asked; otherwise the start has failed. */
  #suspect(now: number): void {
    if (this.#state === 'online') this.#asked ??= now;
    else if (this.#state !== 'scan') this.#restartAt ??= now + this.#pause();
  }

  /** Doubles with every restart that led to no login; a fifth more or less keeps many clients apart. */
  #pause(): number {
    const doubled = this.#limits.firstPauseMs * 2 ** Math.min(this.#restarts, 20);
    return Math.min(doubled, this.#limits.longestPauseMs) * (0.8 + 0.4 * this.#random());
  }

  /** What to do now. `ask` is given once, until a sign of life comes. */
  advise(now: number): Advice {
    const { quietMs, answerMs, loginMs } = this.#limits;
    if (this.#state === 'online') {
      if (this.#asked !== null) return now - this.#asked > answerMs ? 'restart' : 'wait';
      if (now - this.#alive <= quietMs) return 'wait';
      this.#asked = now;
      return 'ask';
    }
    if (this.#restartAt !== null) return now >= this.#restartAt ? 'restart' : 'wait';
    return now - this.#since > loginMs ? 'restart' : 'wait';
  }

  /** A restart begins: until a login the pauses grow. */
  restarting(now: number): void {
    this.#restarts++;
    this.#state = 'offline';
    this.#since = now;
    this.#asked = null;
    this.#restartAt = null;
  }
}
