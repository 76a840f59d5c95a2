/**
 * Wakes those who listen to a chat in this process. It only says that there is something to look for: what it
 * is comes from the database, so a listener on another process merely hears of it at its next look.
 */
export class Hub {
  readonly #waiting = new Map<string, Set<() => void>>();

  wake(chats: Iterable<string>): void {
    for (const chat of chats) for (const awake of this.#waiting.get(chat) ?? []) awake();
  }

  /** Starts to listen at once; `next` resolves at the first wake since the last one, or after `ms`. */
  listen(chats: readonly string[]): { next(ms: number): Promise<void>; close(): void } {
    let woken = false;
    let resume: (() => void) | undefined;
    const awake = () => {
      woken = true;
      resume?.();
    };
    for (const chat of chats) {
      const listeners = this.#waiting.get(chat) ?? new Set();
      listeners.add(awake);
      this.#waiting.set(chat, listeners);
    }
    return {
      next: async (ms) => {
        if (!woken) await pause(ms, (stop) => (resume = stop));
        resume = undefined;
        woken = false;
      },
      close: () => {
        for (const chat of chats) {
          const listeners = this.#waiting.get(chat);
          listeners?.delete(awake);
          if (listeners?.size === 0) this.#waiting.delete(chat);
        }
        resume?.();
      },
    };
  }

  /** How many chats are listened to. */
  get size(): number {
    return this.#waiting.size;
  }
}

function pause(ms: number, hand: (stop: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    hand(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
