// Service worker of the phone page: the page's own files, and files fetched by their digest, which never change.
// Answers of the API are never kept here: what the page knows of its dispatches lies in IndexedDB.
const VERSION = 'm-__VERSION__';
const KEPT = 'm-files';
const FILES = __FILES__;
self.addEventListener('install', (e) => {
  e.waitUntil(
    caches
      .open(VERSION)
      .then((c) => c.addAll(FILES))
      .then(() => self.skipWaiting()),
  );
});
self.addEventListener('activate', (e) => {
  const old = (ks) => ks.filter((k) => k.startsWith('m-') && k !== VERSION && k !== KEPT);
  e.waitUntil(
    caches
      .keys()
      .then((ks) => Promise.all(old(ks).map((k) => caches.delete(k))))
      .then(() => self.clients.claim()),
  );
});
const timeout = (ms) => new Promise((_, no) => setTimeout(() => no(new Error('timeout')), ms));
const page = (request) =>
  Promise.race([fetch(request), timeout(3000)]).catch(() => caches.match('/m.html', { ignoreSearch: true }));
async function byDigest(request) {
  const c = await caches.open(KEPT);
  const known = await c.match(request.url);
  if (known) return known;
  const r = await fetch(request);
  if (r.ok) await c.put(request.url, r.clone());
  return r;
}
// A touch on a call opens its task.
self.addEventListener('notificationclick', (e) => {
  const hash = `#/task/${e.notification.tag}`;
  e.notification.close();
  e.waitUntil(
    self.clients.matchAll({ type: 'window' }).then(async ([page]) => {
      if (!page) return self.clients.openWindow(`/m${hash}`);
      await page.focus();
      page.postMessage({ hash });
    }),
  );
});
self.addEventListener('fetch', (e) => {
  const u = new URL(e.request.url);
  if (e.request.method !== 'GET' || u.origin !== location.origin) return;
  if (e.request.mode === 'navigate') e.respondWith(page(e.request));
  else if (u.pathname.startsWith('/api/v1/file/')) e.respondWith(byDigest(e.request));
  else if (FILES.includes(u.pathname))
    e.respondWith(caches.match(u.pathname).then((r) => r ?? fetch(e.request)));
});
