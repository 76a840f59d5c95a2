import { DatabaseFault } from './faults.ts';

/** So many at once; who comes when all places are taken waits for his turn, but not for ever. */
export class Places {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(most: number) {
    this.#free = most;
  }

  /** Takes a place; to be called again what it gives. Rejects as unreachable after the time. */
  async take(patienceMs: number): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn(patienceMs);
    return () => {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    };
  }

  #turn(patienceMs: number): Promise<void> {
    return new Promise((taken, failed) => {
      const go = () => {
        clearTimeout(timer);
        taken();
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        failed(new DatabaseFault('unreachable', 'All connections are taken.'));
      }, patienceMs);
      this.#waiting.push(go);
    });
  }
}
