const POLL_MS = 5000;
/** Where there were events before, they are tried again after so many questions. */
const POLLS = 6;
/** A stream ends now and then and comes back at once: only a longer break is worth a word. */
const BREAK_MS = 4000;

/**
 * Hears of new messages: by server-sent events, or by asking now and then where the server has none. `last`
 * tells the number of the newest message known.
 */
export function listen({ last, onMessage, onState }) {
  let source;
  let poll;
  let broken;
  let hadEvents = false;
  let asked = 0;

  const say = (connected) => {
    clearTimeout(broken);
    broken = undefined;
    onState(connected);
  };

  const open = () => {
    clearTimeout(poll);
    source?.close();
    source = new EventSource(`/chat/events?after=${last()}`);
    source.onopen = () => {
      hadEvents = true;
      clearTimeout(poll);
      say(true);
    };
    source.onmessage = (event) => onMessage(JSON.parse(event.data));
    source.onerror = () => {
      // Closed for good: there are no events here, or the session has ended. Otherwise it comes back by itself.
      if (source.readyState === EventSource.CLOSED) return ask();
      broken ??= setTimeout(() => onState(false), BREAK_MS);
    };
  };

  const ask = async () => {
    clearTimeout(poll);
    let again = true;
    try {
      const response = await fetch(`/chat/since?after=${last()}`);
      if (response.ok) for (const message of (await response.json()).messages) onMessage(message);
      again = response.status !== 401;
      say(response.status < 500);
    } catch {
      say(false);
    }
    asked += 1;
    if (again) poll = setTimeout(hadEvents && asked % POLLS === 0 ? open : ask, POLL_MS);
  };

  // A phone stops pages in the background; its stream may be dead without knowing.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || source.readyState === EventSource.OPEN) return;
    open();
  });
  open();
}
