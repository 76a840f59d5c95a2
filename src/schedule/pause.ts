/** Waits, or ends at once when `ending` is given. */
export function pause(ms: number, ending: AbortSignal): Promise<void> {
  if (ending.aborted) return Promise.resolve();
  return new Promise((done) => {
    const timer = setTimeout(finish, ms);
    function finish(): void {
      clearTimeout(timer);
      ending.removeEventListener('abort', finish);
      done();
    }
    ending.addEventListener('abort', finish);
  });
}
