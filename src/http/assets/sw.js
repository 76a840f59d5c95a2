// The page without a network. The server puts `VERSION` and `FILES` before this: the version of the pages' files,
// and their addresses. What is said and what was answered is not here but in the vault of the page.
/* global VERSION, FILES */
const CACHE = `ruhu-${VERSION}`;
const SHELL = '/shell';
/** The dialogue for the phone. */
const TALK = '/talk.js';
const PATIENCE_MS = 5_000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([...FILES, SHELL]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (FILES.includes(pathname)) event.respondWith(fromCache(request));
  else if (pathname === TALK) event.respondWith(newest(request));
  else if (request.mode === 'navigate' && pathname === '/') event.respondWith(front(request));
});

async function fromCache(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? fetch(request);
}

/** The server's; where it doesn't come, the one from last time. */
async function newest(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(TALK, response.clone());
    return response;
  } catch {
    return (await cache.match(TALK)) ?? Response.error();
  }
}

/** The server's page; where it doesn't come, the one that knows only what lies on this phone. */
async function front(request) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    const cache = await caches.open(CACHE);
    return (await cache.match(SHELL)) ?? Response.error();
  }
}
