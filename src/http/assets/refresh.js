/**
 * Brings a page that shows how things stand up to date by itself: every `data-refresh` seconds its `main` is read
 * anew and put in place. What is opened stays open, the place stays where it is, and while the server can't be
 * reached the last figures stay with a word about it: a wall display must not end on an error page.
 */
const MOST_WAIT_S = 60;
let failures = 0;
let timer;

/** A page that waits for nothing says none. */
const seconds = () => Number(document.querySelector('main')?.dataset.refresh ?? 0);

function plan() {
  clearTimeout(timer);
  const wait = Math.min(seconds() * 2 ** failures, Math.max(seconds(), MOST_WAIT_S));
  if (wait > 0) timer = setTimeout(refresh, wait * 1000);
}

async function refresh() {
  if (document.visibilityState === 'visible' && seconds() > 0) {
    try {
      const response = await fetch(location.href, {
        headers: { accept: 'text/html' },
        signal: AbortSignal.timeout(15_000),
      });
      // Signed out, or no longer his: the page itself says so.
      if (response.status === 401 || response.status === 403) return location.reload();
      if (!response.ok) throw new Error(String(response.status));
      replace(await response.text());
      failures = 0;
    } catch {
      failures += 1;
      const stale = document.querySelector('main .stale');
      if (stale !== null) stale.hidden = false;
    }
  }
  plan();
}

function replace(text) {
  const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
  const shown = document.querySelector('main');
  if (fresh === null || isBusy(shown)) return;
  const opened = [...shown.querySelectorAll('details')].map(({ open }) => open);
  const focused = [...focusable(shown)].indexOf(document.activeElement);
  shown.replaceWith(fresh);
  fresh.querySelectorAll('details').forEach((one, i) => {
    one.open = opened[i] ?? false;
  });
  if (focused >= 0) focusable(fresh)[focused]?.focus({ preventScroll: true });
}

/** Nobody loses what he is typing or has marked. */
function isBusy(shown) {
  const { activeElement } = document;
  const types = activeElement?.matches('input:not([type=hidden]), textarea') && shown.contains(activeElement);
  return types || String(getSelection()) !== '';
}

const focusable = (root) => root.querySelectorAll('a[href], button, input, summary');

document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && refresh());
addEventListener('online', refresh);
plan();
