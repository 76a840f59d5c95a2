const POLL_MS = 5000;

/**
 * Hears of new messages: by server-sent events, or by asking now and then where the server has none. `last`
 * tells the number of the newest message known.
 */
export function listen({ last, onMessage, onState }) {
  let source;
  let poll;

  const open = () => {
    source = new EventSource(`/chat/events?after=${last()}`);
    source.onopen = () => onState(true);
    source.onmessage = (event) => onMessage(JSON.parse(event.data));
    source.onerror = () => {
      // Closed for good: there are no events here, or the session has ended. Otherwise it comes back by itself.
      if (source.readyState === EventSource.CLOSED) ask();
      onState(navigator.onLine && source.readyState !== EventSource.CLOSED);
    };
  };

  const ask = async () => {
    clearTimeout(poll);
    let again = true;
    try {
      const response = await fetch(`/chat/since?after=${last()}`);
      if (response.ok) for (const message of (await response.json()).messages) onMessage(message);
      again = response.status !== 401;
      onState(true);
    } catch {
      onState(false);
    }
    if (again) poll = setTimeout(ask, POLL_MS);
  };

  // A phone stops pages in the background; its stream may be dead without knowing.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || source.readyState === EventSource.OPEN) return;
    source.close();
    open();
  });
  open();
}
